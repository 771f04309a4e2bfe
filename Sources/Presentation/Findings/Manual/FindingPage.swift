import Notation

/// The page of the manual about one kind of finding.
public struct FindingPage: Sendable, Hashable {
    /// The word in brackets behind `error` or `warning`.
    public var code: String
    public var severity: Finding.Severity
    /// What is wrong, in one line.
    public var summary: String
    /// Why it matters to those who are advised.
    public var why: String
    /// Text that trips it and nothing else, among sound rules; empty where no short text can.
    public var example: String
    /// What it looks like, where no short text among sound rules can trip it.
    public var shown: String
    /// What to write instead.
    public var instead: String
    /// What it does not see.
    public var unseen: String

    init(
        _ code: String, _ severity: Finding.Severity, _ summary: String, why: String, example: String = "",
        shown: String = "", instead: String, unseen: String
    ) {
        self.code = code
        self.severity = severity
        self.summary = summary
        self.why = why
        self.example = example
        self.shown = shown
        self.instead = instead
        self.unseen = unseen
    }
}

/// All kinds of findings, each with its page: the only list of codes there is.
///
/// Tests hold it against what the sources report, and try every example.
public enum FindingManual {
    /// By theme, and in order of code within each.
    public static let themes: [(title: String, pages: [FindingPage])] = [
        ("Names", names), ("Values and units", values), ("Words of the language", words),
        ("Signs, quotes and braces", signs), ("Rules and packages", rules), ("Cases and tests", cases),
        ("Lessons and courses", lessons),
        ("Files", files), ("Worth a look", checks),
    ]

    public static let pages: [FindingPage] = themes.flatMap(\.pages)

    public static func page(_ code: String) -> FindingPage? { pages.first { $0.code == code } }

    /// The codes close to a mistyped one, closest first.
    public static func near(_ code: String) -> [String] {
        let typed = Array(code)
        return pages.map { (Spelling.distance(typed, Array($0.code), limit: 3), $0.code) }
            .filter { $0.0 <= 3 }.sorted { $0 < $1 }.prefix(3).map(\.1)
    }
}
