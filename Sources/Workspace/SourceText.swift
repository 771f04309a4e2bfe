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

    public var basis: Basis
    public var texts: [SourceText]
    /// Names of the files that were asked for on the command line, in the order asked.
    public var named: [String]

    public init(basis: Basis, texts: [SourceText], named: [String] = []) {
        self.basis = basis
        self.texts = texts.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        self.named = named
    }

    /// The copy of `Rules/` and `Cases/` made when the binary was built.
    public static var carried: SourceSet {
        SourceSet(
            basis: .carried,
            texts: CarriedFiles.all.map { SourceText(name: $0.path, bytes: Array($0.text.utf8)) })
    }
}
