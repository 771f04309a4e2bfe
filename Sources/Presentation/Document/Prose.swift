/// A run of text in which each part knows what it is, not how it looks.
///
///     "Stands on " + .name("one-sector") + .faint(" (Box 2)")
public struct Prose: Hashable, Sendable, ExpressibleByStringInterpolation {
    public private(set) var spans: [Span]

    public struct Span: Hashable, Sendable {
        public var text: String
        public var style: Style
        /// Where more is told of it, on a site.
        public var link: PageAddress?

        init(text: String, style: Style, link: PageAddress? = nil) {
            self.text = text
            self.style = style
            self.link = link
        }
    }

    /// What a part is. Colour repeats what the words already say; it never says anything alone.
    public enum Style: Hashable, Sendable, CaseIterable {
        case plain, strong, faint
        /// A word of the rule base, as its authors spell it.
        case name
        /// Good, middling and bad news.
        case good, doubtful, bad
        /// A claim or a place in a document.
        case citation
        /// The number of a note at the end of the page.
        case note
        /// What somebody wrote of a place, in whatever script and direction.
        case told
    }

    public init(_ text: String = "", _ style: Style = .plain) {
        spans = text.isEmpty ? [] : [Span(text: text, style: style)]
    }

    public init(stringLiteral text: String) { self.init(text) }

    public static func strong(_ text: String) -> Prose { Prose(text, .strong) }
    public static func faint(_ text: String) -> Prose { Prose(text, .faint) }
    public static func name(_ text: String) -> Prose { Prose(text, .name) }
    public static func good(_ text: String) -> Prose { Prose(text, .good) }
    public static func doubtful(_ text: String) -> Prose { Prose(text, .doubtful) }
    public static func bad(_ text: String) -> Prose { Prose(text, .bad) }
    public static func citation(_ text: String) -> Prose { Prose(text, .citation) }

    public static func note(_ number: Int) -> Prose { Prose("[\(number)]", .note) }
    public static func told(_ text: String) -> Prose { Prose(text, .told) }

    public static func + (left: Prose, right: Prose) -> Prose {
        var sum = left
        sum.spans += right.spans
        return sum
    }

    public static func += (left: inout Prose, right: Prose) { left.spans += right.spans }

    public var isEmpty: Bool { spans.isEmpty }

    /// The same words, leading to where more is told.
    func linked(to address: PageAddress?) -> Prose {
        var prose = self
        for place in prose.spans.indices { prose.spans[place].link = address }
        return prose
    }

    /// The same words with the first letter in capitals.
    var capitalizedFirst: Prose {
        var prose = self
        if let first = spans.first { prose.spans[0].text = first.text.capitalizedFirst }
        return prose
    }

    /// The words alone.
    public var text: String { spans.map(\.text).joined() }
}

extension [Prose] {
    /// The parts that are not empty, one after another with a separator between.
    public func joined(by separator: Prose = ", ") -> Prose {
        var whole = Prose()
        for part in self where !part.isEmpty {
            if !whole.isEmpty { whole += separator }
            whole += part
        }
        return whole
    }
}
