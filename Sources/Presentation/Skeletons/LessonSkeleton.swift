import RuleModel

/// A lesson that goes through a case as it stands: what else a trainer can say stands in it as comments.
public struct LessonSkeleton: Sendable {
    private let cluster: ClusterCase
    private let name: String

    public init(_ cluster: ClusterCase, name: String) {
        self.cluster = cluster
        self.name = name
    }

    public var text: String {
        let words = name.split(separator: "-").joined(separator: " ")
        let title = words.prefix(1).uppercased() + words.dropFirst()
        var lines = [
            "language 1", "",
            "# Take the # away where you fill in. What you leave out is asked and told as the case has it.",
            "# Put the stages into the order in which you walk them; other cases may follow: case NAME { … }",
            "lesson \(name) \"\(title)\" {", "  # teaches \"What a class learns from it.\"",
            "  # note \"What you say before it begins.\"", "  # unsettles MISCONCEPTION",
        ]
        guard cluster.stages.count > 1 || cluster.stages[0].name != "now" else {
            return (lines + ["  case \(cluster.name)", "}"]).map { $0 + "\n" }.joined()
        }
        lines.append("  case \(cluster.name) {")
        for stage in cluster.stages {
            lines.append("    stage \(stage.name) {")
            for question in stage.questions { lines.append("      # question \"\(question.text)\"") }
            lines += [
                "      # note \"What you say with the stage.\"",
                "      # debrief \"What you say when the answer has been shown.\"", "    }",
            ]
        }
        return (lines + ["  }", "}"]).map { $0 + "\n" }.joined()
    }
}
