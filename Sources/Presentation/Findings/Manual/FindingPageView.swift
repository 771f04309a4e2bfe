import Notation

/// A page of the manual of findings, or the list of all.
public struct FindingPageView: Sendable {
    private var page: FindingPage?

    /// - Parameter page: The page to show; `nil` for the list.
    public init(_ page: FindingPage?) { self.page = page }

    public var document: Document {
        guard let page else { return list }
        var document = Document()
        document.add(.title(Prose(page.code), aside: Prose(page.severity.word)))
        document.add(.paragraph(Prose(page.summary.sentence)))
        document.add(.heading("Why it matters"))
        document.add(.paragraph(Prose(page.why)))
        if !page.picture.isEmpty {
            document.add(.heading("For example"))
            let lines = page.picture.split(separator: "\n", omittingEmptySubsequences: false)
            document.add(.verbatim(lines.map { Prose("    " + $0) }))
        }
        document.add(.heading("What to do instead"))
        document.add(.paragraph(Prose(page.instead)))
        document.add(.heading("What it does not see"))
        document.add(.paragraph(Prose(page.unseen)))
        return document
    }

    private var list: Document {
        var document = Document()
        let widest = FindingManual.pages.map(\.code.count).max() ?? 0
        for theme in FindingManual.themes {
            document.add(.heading(Prose(theme.title)))
            for page in theme.pages {
                let gap = String(repeating: " ", count: widest - page.code.count + 2)
                document.add(.verbatim([Prose(page.code + gap + page.summary)]))
            }
        }
        return document
    }

    /// `distretto/findings/1`: the page, or all pages.
    public var json: JSON {
        .object([
            "format": .string("distretto/findings/1"),
            "findings": .array((page.map { [$0] } ?? FindingManual.pages).map(Self.json)),
        ])
    }

    private static func json(_ page: FindingPage) -> JSON {
        .object([
            "code": .string(page.code),
            "severity": .string(page.severity.word),
            "summary": .string(page.summary),
            "why": .string(page.why),
            "example": .text(page.picture),
            "instead": .string(page.instead),
            "unseen": .string(page.unseen),
        ])
    }

    /// The article that leads to the pages, by theme.
    public static var index: String {
        let topics = FindingManual.themes.map { theme in
            "### \(theme.title)\n\n" + theme.pages.map { "- <doc:\($0.code)>\n" }.joined()
        }
        return """
            # Findings

            What `distretto check` can find, each with its page. The same pages are printed by
            `distretto explain-finding CODE`.

            ## Topics

            \(topics.joined(separator: "\n"))
            """
    }

    /// The page as an article of the documentation; a test keeps the articles the same as the pages.
    public static func article(_ page: FindingPage) -> String {
        let example =
            page.picture.isEmpty
            ? ""
            : "## For example\n\n" + page.picture.split(separator: "\n").map { "    \($0)\n" }.joined() + "\n"
        return """
            # \(page.code)

            \(page.summary.sentence)

            ## Why it matters

            \(page.why)

            \(example)## What to do instead

            \(page.instead)

            ## What it does not see

            \(page.unseen)

            """
    }
}

extension FindingPage {
    /// What a reader is shown of it.
    var picture: String { example.isEmpty ? shown : example }
}

extension String {
    /// With a capital at its start and a full stop at its end.
    var sentence: String {
        guard let first else { return self }
        return first.uppercased() + dropFirst() + "."
    }
}
