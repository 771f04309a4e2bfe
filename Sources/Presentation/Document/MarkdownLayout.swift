/// Lays a document out as Markdown (CommonMark), with everything that came from a file escaped.
public struct MarkdownLayout: Sendable {
    public init() {}

    public func render(_ document: Document) -> String {
        var lines: [String] = []
        append(document.blocks, depth: 0, to: &lines)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { $0 + "\n" }.joined()
    }

    private func append(_ blocks: [Document.Block], depth: Int, to lines: inout [String]) {
        let indent = String(repeating: "  ", count: depth)
        for (place, block) in blocks.enumerated() {
            switch block {
            case .title(let text, let aside):
                lines += ["# \(inline(text))", ""]
                if !aside.isEmpty { lines += ["*\(inline(aside))*", ""] }
            case .heading(let text):
                separate(&lines)
                lines += ["## \(inline(text))", ""]
            case .subheading(let text):
                separate(&lines)
                lines += ["### \(inline(text))", ""]
            case .paragraph(let text):
                if depth == 0 {
                    separate(&lines)
                    lines += [inline(text), ""]
                } else {
                    // Under an item every paragraph is an item: they are short facts about it.
                    lines.append("\(indent)- \(inline(text))")
                }
            case .item(let item):
                if depth == 0, place > 0, !blocks[place - 1].isItem { separate(&lines) }
                let mark = Self.bullets.contains(item.mark) ? "" : "**\(escaped(item.mark))** "
                let aside = item.aside.isEmpty ? "" : " — \(inline(item.aside))"
                lines.append("\(indent)- \(mark)\(inline(item.text))\(aside)")
                append(item.below, depth: depth + 1, to: &lines)
            case .verbatim(let verbatim):
                separate(&lines)
                let fence = "```"
                lines.append(indent + fence)
                // A fence inside would end the block.
                lines += verbatim.map { indent + $0.text.printable.replacing("```", with: "'''") }
                lines += [indent + fence, ""]
            case .table(let table):
                separate(&lines)
                lines.append(row(table.headings.map { Prose($0) }, indent))
                lines.append(
                    row(
                        table.headings.indices.map {
                            Prose($0 == 0 || table.content == .words ? "---" : "---:")
                        }, indent))
                lines += table.rows.map { row($0, indent) }
                lines.append("")
            case .notes(let notes):
                separate(&lines)
                lines += notes.map { "[^\($0.number)]: \(inline($0.text))" } + [""]
            case .diagram(let diagram):
                separate(&lines)
                lines += diagram.lines.map { "- \(inline($0))" } + [""]
            case .picture(let picture):
                separate(&lines)
                lines += picture.lines.map { "- \(inline($0))" } + [""]
            case .facts(let facts):
                lines += facts.map {
                    "\(indent)- **\(escaped($0.label)):** \(inline($0.text.joined(by: " ")))"
                }
            case .listing(let listing): append(listing.flat, depth: depth, to: &lines)
            case .gap:
                if depth == 0 { separate(&lines) }
            }
        }
    }

    private func row(_ cells: [Prose], _ indent: String) -> String {
        "\(indent)| \(cells.map { inline($0) }.joined(separator: " | ")) |"
    }

    /// Marks that are only bullets, which Markdown draws itself.
    private static let bullets: Set<String> = ["", "·", "•", "-"]

    private func separate(_ lines: inout [String]) {
        if let last = lines.last, !last.isEmpty { lines.append("") }
    }

    private func inline(_ prose: Prose) -> String {
        prose.spans.map { span in
            switch span.style {
            case .strong: wrapped(span.text, in: "**")
            case .note: "[^\(span.text.filter(\.isNumber))]"
            case .name: span.text.contains("`") ? escaped(span.text) : "`\(span.text.printable)`"
            default: escaped(span.text)
            }
        }.joined()
    }

    /// Emphasis must touch its words, or it is not emphasis.
    private func wrapped(_ text: String, in marks: String) -> String {
        let core = text.trimmed
        guard !core.isEmpty else { return text }
        let start = String(text.prefix { $0 == " " })
        let end = String(text.reversed().prefix { $0 == " " })
        return "\(start)\(marks)\(escaped(core))\(marks)\(end)"
    }

    private func escaped(_ text: String) -> String {
        var result = ""
        for character in text.printable {
            if character.isNewline {
                result += " "
            } else if "\\*_[]<>#|".contains(character) {
                result += "\\\(character)"
            } else {
                result.append(character)
            }
        }
        return result
    }
}

extension Document.Block {
    fileprivate var isItem: Bool {
        if case .item = self { true } else { false }
    }
}
