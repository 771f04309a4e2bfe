import RuleModel

/// An empty case in which everything that can be said stands as a comment with its question.
public struct CaseSkeleton: Sendable {
    private let rules: RuleBase
    private let name: String

    public init(_ rules: RuleBase, name: String) {
        self.rules = rules
        self.name = name
    }

    /// The text of a case of which nothing is known yet but what it is called.
    ///
    /// - Parameter fields: Those that are empty are left out.
    public static func beginning(name: String, title: String, fields: [(name: String, text: String)])
        -> String
    {
        func quoted(_ text: String) -> String {
            "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
        let lines = fields.filter { !$0.text.isEmpty }.map { "  \($0.name) \(quoted($0.text))\n" }
        return "language 1\n\ncase \(name) \(quoted(title)) {\n\(lines.joined())}\n"
    }

    /// A declared source as an example.
    private var source: String { rules.sources.first?.name ?? "Source" }

    /// The text of the file. What stays a comment stays unknown, which is an honest answer.
    public var text: String {
        var lines = [
            "language 1", "",
            "# Take the # away where you can answer, and say where it stands: at \(source) \"page 12\".",
            "# What you leave out stays unknown; a guess is written `assumed \"why\"`, a range `40..60%`.",
            "", "case \(name) \"\" {", "  country \"\"", "  place   \"\"", "  sector  \"\"",
        ]
        for place in rules.sections.indices {
            append(title: rules.sections[place].title, section: ID(place), to: &lines)
        }
        append(title: "Not in a section", section: nil, to: &lines)
        lines.append("}")
        return lines.map { $0 + "\n" }.joined()
    }

    private func append(title: String, section: ID<Section>?, to lines: inout [String]) {
        let diagnostics = rules.diagnostics.filter { $0.section == section }
        let collections = rules.collections.indices.filter {
            rules.collections[$0].section == section && rules.collections[$0].parent == nil
        }
        guard !diagnostics.isEmpty || !collections.isEmpty else { return }
        lines += ["", "  # --- \(title)"]
        for diagnostic in diagnostics {
            let question = diagnostic.measurement.question
            if !question.isEmpty { lines.append("  # \(question)") }
            lines.append("  # " + line(diagnostic.name, diagnostic.measurement.type))
        }
        for place in collections { lines += members(of: ID(place)) }
    }

    private func members(of id: ID<Collection>) -> [String] {
        let collection = rules[id]
        let attributes = rules.attributes.filter { $0.collection == id }
            .map { line($0.name, $0.measurement.type) }
        return [
            "  # \(collection.title), one block for each; when there are no others, `all \(collection.plural) listed`",
            "  # \(collection.name) NAME \"\" {",
        ] + attributes.map { "  #   \($0)" } + ["  # }"]
    }

    /// An answer as it is written, with what stands for the number left out, and the values to choose from.
    private func line(_ name: String, _ type: ValueType) -> String {
        switch type {
        case .yesNo: name
        case .count, .number: "\(name) ="
        case .percent(let of): "\(name) = %   # of \(of)"
        case .money(let currency, let year): "\(name) = \(currency) (\(year))"
        case .duration: "\(name) = years"
        case .date: "\(name) = 1994-05"
        case .scale, .choice: "\(name) is \(rules.valueNames(of: type).joined(separator: " or "))"
        case .text: "\(name) is \"\""
        }
    }
}
