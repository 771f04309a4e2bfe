import RuleModel

/// A package of which nothing is said yet: what the rules declare for packages stands in it as comments.
public struct PackageSkeleton: Sendable {
    private let rules: RuleBase
    private let name: String

    public init(_ rules: RuleBase, name: String) {
        self.rules = rules
        self.name = name
    }

    public var text: String {
        let claim = rules.claims.first?.name ?? "CLAIM"
        let actors = rules.actors.prefix(3).map(\.name).joined(separator: " / ")
        var lines = [
            "# Take the # away where you fill in, and cite what it rests on; what stays a comment is shown as",
            "# not stated. A rule has to recommend it: distretto new rule NAME.",
            "package \(name) \"\(title)\" {", "  # about \"What it is, in a sentence.\"",
        ]
        for lens in rules.lenses {
            lines.append(
                "  # \(lens.name) \(lens.values.map(\.name).joined(separator: " / "))   from \(claim)")
        }
        for attribute in rules.packageAttributes {
            let values = rules.valueNames(of: attribute.measurement.type)
            let example = values.isEmpty ? "…" : values.joined(separator: " / ")
            lines.append("  # \(attribute.name) \(example)   from \(claim)   (or: as-judged)")
        }
        for criterion in rules.criteria {
            lines.append("  # \(criterion.name) \"how it meets this\"   from \(claim)")
        }
        for role in rules.roles { lines.append("  # role \(role.name) \(actors)   from \(claim)") }
        lines += [
            "  # phase first \"What comes first\"   from \(claim)",
            "  # phase then after first \"What comes then\"   from \(claim)",
            "  # measure NAME \"What to build into it\"   from \(claim)",
            "  # stop when CONDITION   from \(claim)", "  # monitor DIAGNOSTIC, INDICATOR   from \(claim)",
            "  # failure \"How it has failed\"   from \(claim)", "}",
        ]
        return lines.map { $0 + "\n" }.joined()
    }

    /// The name as words, to begin with.
    private var title: String {
        let words = name.split(separator: "-").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
