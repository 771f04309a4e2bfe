import Notation
import RuleModel

// The text of rule and case files, every line with a number that links lead to.

extension Site {
    func filePage(_ name: String, _ bytes: [UInt8]) -> SitePage {
        let address = SiteMap.address(ofFile: name)
        var document = Document([.title(Prose(name))])
        document.add(.listing(Document.Listing(SiteListing(bytes).lines)))
        return page(
            address, name, .files, document,
            entries: [SearchEntry(kind: "file", name: name, title: name, text: "", address: address)])
    }

    var fileIndex: SitePage {
        var document = Document([.title("Files"), .paragraph(Prose(SiteMap.Kind.files.about))])
        document.add(
            texts.map { text in
                let lines = LineIndex(text.bytes).lineCount
                return .item(
                    "·", Prose(text.name).linked(to: SiteMap.address(ofFile: text.name)),
                    aside: .faint(counted(lines, "line")))
            })
        return page(SiteMap.Kind.files.index, "Files", .files, document)
    }
}

/// A file's lines as a page shows them: words of the language strong, comments faint.
struct SiteListing {
    let lines: [Document.Listing.Line]

    init(_ bytes: [UInt8]) {
        let tree = parse(fileName: "", source: bytes).tree
        var styles = [UInt8](repeating: 0, count: bytes.count)
        for (place, record) in tree.tokens.enumerated() {
            for byte in Int(record.triviaStart)..<Int(record.start) { styles[byte] = 1 }
            let token = SyntaxToken(tree: tree, index: place)
            guard record.kind == .word, SiteListing.words.contains(token.text) else { continue }
            for byte in Int(record.start)..<Int(record.end) { styles[byte] = 2 }
        }
        var last = tree.lines.lineCount
        if last > 1, tree.lines.range(ofLine: last).isEmpty { last -= 1 }
        lines = (1...max(last, 1)).map { number in
            Document.Listing.Line(number, SiteListing.prose(bytes, tree.lines.range(ofLine: number), styles))
        }
    }

    private static let words = Set(keywords)

    private static func prose(_ bytes: [UInt8], _ range: Range<Int>, _ styles: [UInt8]) -> Prose {
        var prose = Prose()
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start + 1
            while end < range.upperBound, styles[end] == styles[start] { end += 1 }
            let text = String(decoding: bytes[start..<end], as: UTF8.self)
            let style: Prose.Style =
                styles[start] == 2 ? .strong : styles[start] == 1 && text.contains("#") ? .faint : .plain
            prose += Prose(text, style)
            start = end
        }
        return prose
    }
}
