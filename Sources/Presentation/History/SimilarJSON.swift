import Advice
import RuleModel

/// A similar case as data.
struct SimilarJSON {
    let rules: RuleBase

    func json(_ similar: SimilarCase) -> JSON {
        let cluster = similar.cluster
        return .object([
            "case": .string(cluster.name), "title": .string(cluster.title),
            "stage": .string(cluster.stages[similar.stage].name), "likeness": .integer(similar.likeness),
            "shared": .array(
                similar.shared.map {
                    .object([
                        "rule": .string(rules[$0.rule].name), "because": .text(rules[$0.rule].because),
                        "claims": .strings(rules[$0.rule].claims.map { rules[$0].name }),
                        "cases": .integer($0.cases),
                    ])
                }),
            "story": .array(similar.story.map { json($0, of: cluster) }),
        ])
    }

    private func json(_ story: StageStory, of cluster: ClusterCase) -> JSON {
        .object([
            "stage": .string(cluster.stages[story.stage].name),
            "done": .array(
                story.deeds.map {
                    .object([
                        "text": .string($0.text), "by": .text($0.by),
                        "package": .text($0.package.map { rules[$0].name }),
                        "citations": ClaimJSON(rules: rules).json($0.citations),
                    ])
                }),
            "outcomes": .array(
                story.outcomes.map {
                    .object([
                        "text": .string($0.text), "citations": ClaimJSON(rules: rules).json($0.citations),
                    ])
                }),
        ])
    }
}
