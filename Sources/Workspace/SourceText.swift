/// One file's text under the name that findings and citations show.
public struct SourceText: Sendable, Hashable {
    /// Relative to the working folder; never absolute, so that output is the same everywhere.
    public var name: String
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    public var isCase: Bool { name.hasSuffix(SourceText.caseEnding) }

    static let ruleEnding = ".rules"
    static let caseEnding = ".case"

    static func hasKnownEnding(_ name: String) -> Bool {
        name.hasSuffix(ruleEnding) || name.hasSuffix(caseEnding)
    }

    /// Whether a file without such an ending may have been written to be read, such as `credit.rules.txt`;
    /// not what an editor keeps of an earlier version.
    static func mayBeMeant(_ name: String) -> Bool {
        let file = name.split(separator: "/").last.map { $0.lowercased() } ?? ""
        guard !hasKnownEnding(name), !["~", "#", ".bak", ".orig", ".rej"].contains(where: file.hasSuffix)
        else {
            return false
        }
        return file.contains(".rule") || file.contains(caseEnding) || file.hasSuffix(".txt")
    }
}

/// The texts that a command works with, in order of name.
public struct SourceSet: Sendable, Hashable {
    /// Where the rules came from.
    public enum Basis: Sendable, Hashable {
        /// A `Rules` folder, as shown.
        case found(String)
        /// The copy in the binary.
        case carried
    }

    /// A file of the cases found that could not be read.
    public struct Unread: Sendable, Hashable {
        /// As shown.
        public var file: String
        public var error: SourceError

        /// The name without its folders.
        public var fileName: String { file.split(separator: "/").last.map(String.init) ?? file }

        public init(file: String, error: SourceError) {
            self.file = file
            self.error = error
        }
    }

    /// A folder whose name is nearly that of the folder of rules or of cases, as shown.
    public struct Lookalike: Sendable, Hashable {
        public var folder: String
        /// `Rules` or `Cases`.
        public var meant: String

        public init(folder: String, meant: String) {
            self.folder = folder
            self.meant = meant
        }
    }

    public var basis: Basis
    /// Where the cases came from, those that replace others first; empty where there are none.
    public var casesFrom: [Basis] = []
    /// What `--rules` added, as typed.
    public var added: [String] = []
    /// Cases passed over, which only who needs them has to refuse.
    public var unread: [Unread] = []
    /// Files in the folders found that may have been meant, were it not for the ends of their names.
    public var passedOver: [String] = []
    /// Folders that may have been meant where none of the name was found.
    public var lookalikes: [Lookalike] = []
    public var texts: [SourceText]
    /// Names of the files that were asked for on the command line, in the order asked.
    public var named: [String]

    public init(basis: Basis, texts: [SourceText], named: [String] = []) {
        self.basis = basis
        self.texts = texts.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        self.named = named
    }

    /// Whether a text comes with the program and stands in no folder.
    public func isCarried(_ text: SourceText) -> Bool {
        casesFrom.contains(.carried) && SourceSet.carried.texts.contains(text)
    }

    /// The copy of `Rules/` and `Cases/` made when the binary was built.
    public static var carried: SourceSet {
        SourceSet(
            basis: .carried,
            texts: CarriedFiles.all.map { SourceText(name: $0.path, bytes: Array($0.text.utf8)) })
    }
}
