import Workspace

// A case nobody asked about must not stand in the way; one that was asked about must not be passed over.
// What its author takes to be read, and is not, is told of.

extension SourceSet {
    /// Says what may have been meant to be read, and is not.
    func warnOfPassedOver() {
        warnOfLookalikes()
        for file in passedOver {
            Output.complain(
                raw: "warning: `\(file)` is not read: its name ends neither in `.rules` nor in `.case`")
        }
    }

    private func warnOfLookalikes() {
        for lookalike in lookalikes {
            Output.complain(
                raw:
                    "warning: the folder `\(lookalike.folder)` is not read; did you mean `\(lookalike.meant)`?"
            )
        }
    }

    /// Says which case files were passed over, and why.
    func warnOfUnread() {
        warnOfLookalikes()
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
