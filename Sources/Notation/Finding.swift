/// A complaint about a file, as a value: what is wrong, where, and what to do.
///
/// `message` stands alone in one line, lower case, in the author's words with
/// names in backticks. `label` says what is seen at the place. `help` says what
/// to do next. Sentences are put on a screen elsewhere.
public struct Finding: Sendable, Hashable {
    /// Which fault it is, as a word: `unknown-name`.
    public var code: String
    public var severity: Severity
    public var message: String
    /// Where; `nil` when the complaint is about the whole rule base.
    public var place: Place?
    /// What is seen at `place`; may be empty.
    public var label: String
    /// Other places that explain this one, such as where a name was declared.
    public var notes: [Note]
    /// What to do, one sentence each.
    public var help: [String]
    /// A change of text that would mend it, offered first.
    public var suggestion: Suggestion?

    public init(
        code: String, severity: Severity = .error, message: String, place: Place?, label: String = "",
        notes: [Note] = [], help: [String] = [], suggestion: Suggestion? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.place = place
        self.label = label
        self.notes = notes
        self.help = help
        self.suggestion = suggestion
    }

    /// How much a finding weighs: an error is certain harm, a warning worth a look, a hint quiet.
    public enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable {
        case error, warning, hint
        public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
    }

    /// A second place with what is to be seen there.
    public struct Note: Sendable, Hashable {
        public var place: Place
        public var label: String
        public init(place: Place, label: String) {
            self.place = place
            self.label = label
        }
    }

    /// A replacement of the bytes at a place.
    public struct Suggestion: Sendable, Hashable {
        public var place: Place
        public var replacement: String
        public init(place: Place, replacement: String) {
            self.place = place
            self.replacement = replacement
        }
    }
}

/// A run of bytes in a named file.
public struct Place: Sendable, Hashable, Comparable {
    public var file: String
    /// Byte offsets from the start of the file.
    public var start: Int
    public var end: Int

    public init(file: String, start: Int, end: Int) {
        self.file = file
        self.start = start
        self.end = end
    }

    public static func < (left: Place, right: Place) -> Bool {
        (left.file, left.start, left.end) < (right.file, right.start, right.end)
    }
}

extension SyntaxNode {
    /// Where the node stands.
    public var place: Place { Place(file: tree.fileName, start: range.lowerBound, end: range.upperBound) }
}

extension SyntaxToken {
    /// Where the token stands.
    public var place: Place { Place(file: tree.fileName, start: range.lowerBound, end: range.upperBound) }
}
