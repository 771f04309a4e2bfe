import RuleModel
import Training

/// What the script needs to name the wrong belief behind somebody's answers, when the trainer asks for it.
struct BeliefData {
    let rules: RuleBase
    let cases: [ClusterCase]
    let stories: [WalkStory]
    private let phraser: Phraser

    init(_ rules: RuleBase, cases: [ClusterCase], stories: [WalkStory]) {
        self.rules = rules
        self.cases = cases
        self.stories = stories
        phraser = Phraser(rules: rules, history: [])
    }

    var json: JSON {
        .object([
            "misconceptions": .array(rules.misconceptions.map(misconception)),
            "stages": .object(
                Dictionary(stories.map { ($0.name, evidence($0)) }) { first, _ in first }),
            "passedBy": number(BeliefMatch.passedBy), "leftOut": number(BeliefMatch.leftOut),
            "takenIn": number(BeliefMatch.takenIn), "leastRatio": number(BeliefMatch.leastRatio),
            "leastActed": .integer(BeliefMatch.leastActed),
        ])
    }

    private func misconception(_ belief: Misconception) -> JSON {
        let cases = belief.unsettledBy.compactMap { name in self.cases.first { $0.name == name } }
        return .object([
            "title": FragmentTable.source(.strong(belief.title.isEmpty ? belief.name : belief.title)),
            "name": FragmentTable.source(.name(belief.name)),
            "because": FragmentTable.source([.paragraph("“\(belief.rule.because.asSentence)”")]),
            "claims": FragmentTable.source(BeliefsView.claims(belief, phraser)),
            "unsettledBy": .array(
                cases.map { cluster in
                    .object([
                        "name": .string(cluster.name),
                        "title": .string(CaseHeading.title(of: cluster).printable),
                        "page": stories.contains { $0.name == cluster.name }
                            ? .string(WalkMap.way(to: WalkMap.walk(cluster.name), from: WalkMap.walk("a")))
                            : .null,
                    ])
                }),
        ])
    }

    /// Stage by stage: what the rules advise, and what each belief would have.
    private func evidence(_ story: WalkStory) -> JSON {
        .object(
            Dictionary(
                story.stages.map { table in
                    let advised = table.moment.answer.entries.map(\.package)
                    let beliefs = table.beliefs.filter(\.shows).map { belief -> JSON in
                        .object([
                            "belief": .integer(belief.misconception.index),
                            "proposes": places(belief.proposes), "rejects": places(belief.rejects),
                            "hit": number(
                                belief.hitWeight(advised: advised.count, packages: rules.packages.count)),
                        ])
                    }
                    return (
                        table.moment.told?.name ?? "",
                        .object(["advised": places(advised), "beliefs": .array(beliefs)])
                    )
                }
            ) { first, _ in first })
    }

    private func places(_ packages: [ID<Package>]) -> JSON { .array(packages.map { .integer($0.index) }) }

    private func number(_ value: Double) -> JSON { .decimal("\(value)") }
}
