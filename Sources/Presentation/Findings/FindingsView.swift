import Notation

/// Complaints about files, each with the line it is about.
public struct FindingsView: Sendable {
    public var findings: [Finding]
    public var texts: SourceTexts

    public init(_ findings: [Finding], texts: SourceTexts) {
        self.findings = findings
        self.texts = texts
    }

    /// Every finding in the order given, and the tally at the end.
    public var document: Document {
        var document = Document()
        for finding in findings {
            document.add(.verbatim(lines(of: finding)))
            document.add(.gap)
        }
        return document
    }

    private func lines(of finding: Finding) -> [Prose] {
        var lines = [head(of: finding)]
        let excerpt = finding.place.flatMap(texts.excerpt)
        let excerpts = [excerpt] + finding.notes.map { texts.excerpt(of: $0.place) }
        let gutter = excerpts.compactMap { $0.map { String($0.line).count } }.max() ?? 1
        if let place = finding.place {
            lines += show(
                place, excerpt, arrow: "-->", mark: "^", style: finding.severity.style, label: finding.label,
                gutter: gutter)
        }
        for (note, noted) in zip(finding.notes, excerpts.dropFirst()) {
            lines += show(
                note.place, noted, arrow: ":::", mark: "-", style: .citation, label: note.label,
                gutter: gutter)
        }
        let margin = String(repeating: " ", count: gutter + 1)
        lines += help(for: finding).map { Prose.faint(margin + "= ") + .strong("help") + ": \($0)" }
        return lines
    }

    private func head(of finding: Finding) -> Prose {
        Prose("\(finding.severity.word)[\(finding.code)]", finding.severity.style)
            + .strong(": \(short(finding.message))")
    }

    /// The message with what it quotes cut where that is long, so that it stays a line to be read.
    private func short(_ message: String) -> String {
        guard message.count > 160 else { return message }
        return message.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .map { place, part in
                place % 2 == 1 && part.count > 40 ? "\(part.prefix(36))…" : String(part)
            }
            .joined(separator: "`")
    }

    private func show(
        _ place: Place, _ excerpt: Excerpt?, arrow: String, mark: Character, style: Prose.Style,
        label: String,
        gutter: Int
    ) -> [Prose] {
        let margin = String(repeating: " ", count: gutter)
        guard let excerpt else { return [Prose.faint("\(margin)\(arrow) ") + Prose(place.file)] }
        let number = String(excerpt.line)
        let padding = String(repeating: " ", count: gutter - number.count)
        let pointer =
            String(repeating: " ", count: excerpt.window.blank)
            + String(repeating: mark, count: excerpt.window.marked)
        return [
            Prose.faint("\(margin)\(arrow) ") + Prose("\(place.file):\(excerpt.line):\(excerpt.column)"),
            Prose.faint("\(margin) |"),
            Prose.faint("\(padding)\(number) | ") + Prose(excerpt.window.text),
            Prose.faint("\(margin) | ") + Prose(label.isEmpty ? pointer : "\(pointer) \(label)", style),
        ]
    }

    /// What to do: the change offered first, unless the label already spells it.
    private func help(for finding: Finding) -> [String] {
        guard let suggestion = finding.suggestion else { return finding.help }
        let replacement = suggestion.replacement
        let isSaid = ([finding.label, finding.message] + finding.help).contains {
            $0.contains("`\(replacement)`")
        }
        let visible = replacement.trimmed
        guard !isSaid, !visible.isEmpty, !visible.contains("\n") else { return finding.help }
        return ["write `\(visible)` here"] + finding.help
    }

    /// `2 errors and 1 warning`, or that nothing was found.
    public static func tally(_ findings: [Finding]) -> String {
        let parts = Finding.Severity.allCases.compactMap { severity -> String? in
            let count = findings.count { $0.severity == severity }
            return count == 0 ? nil : counted(count, severity.word)
        }
        return parts.isEmpty ? "nothing to complain of" : listed(parts)
    }

    /// `distretto/check/1`: every finding with its place in lines and columns from 1.
    public var json: JSON {
        .object([
            "format": .string("distretto/check/1"),
            "findings": .array(findings.map(json)),
            "errors": .integer(findings.count { $0.severity == .error }),
            "warnings": .integer(findings.count { $0.severity == .warning }),
        ])
    }

    private func json(_ finding: Finding) -> JSON {
        .object([
            "code": .string(finding.code),
            "severity": .string(finding.severity.word),
            "message": .string(finding.message),
            "label": .text(finding.label),
            "place": finding.place.map(json) ?? .null,
            "notes": .array(
                finding.notes.map { .object(["place": json($0.place), "label": .string($0.label)]) }),
            "help": .strings(finding.help),
            "suggestion": finding.suggestion.map {
                .object(["place": json($0.place), "replacement": .string($0.replacement)])
            } ?? .null,
        ])
    }

    private func json(_ place: Place) -> JSON {
        let position = texts.position(of: place)
        return .object([
            "file": .string(place.file),
            "line": position.map { .integer($0.line) } ?? .null,
            "column": position.map { .integer($0.column) } ?? .null,
            "start": .integer(place.start),
            "end": .integer(place.end),
        ])
    }
}

extension Finding.Severity {
    var word: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .hint: "hint"
        }
    }

    var style: Prose.Style {
        switch self {
        case .error: .bad
        case .warning: .doubtful
        case .hint: .citation
        }
    }
}
