import Workspace

// A case nobody asked about must not stand in the way; one that was asked about must not be passed over.

extension SourceSet {
    /// Says which case files were passed over, and why.
    func warnOfUnread() {
        for passed in unread {
            Output.complain(raw: "warning: a case is left out: \(passed.error.message)")
        }
    }

    /// For commands that speak of all cases.
    func requireAllRead() throws(SourceError) {
        if let passed = unread.first { throw passed.error }
    }

    /// For a command about one case: its own file must have been read.
    func requireRead(case name: String) throws(SourceError) {
        if let own = unread.first(where: { $0.fileName == name + ".case" }) { throw own.error }
    }
}
