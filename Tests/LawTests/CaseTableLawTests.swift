import Generation
import Inference
import RuleModel
import Testing

@Suite struct CaseTableLawTests {
    @Test func `cases side by side have the verdicts of each alone`() {
        LawRun.hold(sample: 80) { scenario in
            var random = SeededGenerator(seed: scenario.seed)
            // Around the width of a block, and ragged.
            let table = Filled(scenario, rows: random.pick(of: 1, 2, 63, 64, 65, 200, 511, 512, 513, 700))
            let facts = table.evaluations[0].facts
            let verdicts = table.cases.verdicts(of: facts)
            for row in table.histories.indices {
                for (place, fact) in facts.enumerated() {
                    let (alone, found) = (
                        table.evaluations[row].verdict(of: fact), verdicts.verdict(place, of: row)
                    )
                    if alone != found { return "row \(row): \(fact) is \(alone), in the table \(found)" }
                }
            }
            for place in facts.indices
            where verdicts.ranks(place).map(Int.init)
                != table.histories.indices.map({ verdicts.verdict(place, of: $0).rawValue + 2 })
            {
                return "ranks of \(facts[place]) differ"
            }
            for verdict in Verdict.allCases {
                let counted = facts.map { fact in table.evaluations.count { $0.verdict(of: fact) >= verdict }
                }
                if verdicts.counts(atLeast: verdict) != counted { return "counts of \(verdict) differ" }
            }
            return nil
        }
    }

    @Test func `each alone has the verdicts of the reference`() {
        LawRun.hold(sample: 80) { scenario in
            let table = Filled(scenario, rows: 8)
            for (history, evaluation) in zip(table.histories, table.evaluations) {
                let reference = ReferenceEvaluation(rules: scenario.rules, history: history)
                if let fact = reference.facts.first(where: {
                    reference.verdict(of: $0) != evaluation.verdict(of: $0)
                }) {
                    return "\(fact) has another verdict"
                }
            }
            return nil
        }
    }

    @Test(arguments: [1, 2, 3, 16])
    func `threads never change a bit`(threads: Int) async {
        for seed in LawRun.seeds(sample: 6) {
            let scenario = Scenario(seed: seed, size: LawRun.size(of: seed))
            let table = Filled(scenario, rows: 1_100)
            let facts = table.evaluations[0].facts
            let alone = table.cases.verdicts(of: facts)
            let together = await table.cases.verdicts(of: facts, threads: threads)
            for verdict in Verdict.allCases {
                #expect(alone.counts(atLeast: verdict) == together.counts(atLeast: verdict))
            }
            for row in stride(from: 0, to: 1_100, by: 37) {
                for place in facts.indices {
                    #expect(alone.verdict(place, of: row) == together.verdict(place, of: row))
                }
            }
        }
    }
}

/// A table of a scenario's case, otherwise in each row but with the same members.
private struct Filled {
    var cases: CaseTable
    var histories: [[Situation]] = []
    var evaluations: [CompiledEvaluation] = []

    init(_ scenario: Scenario, rows: Int) {
        let compiled = CompiledRules(scenario.rules)
        var now = scenario.history.last ?? Situation()
        let nothingSaid = now.withoutReadings
        cases = CaseTable(compiled, count: rows, shape: now)
        var editor = SituationEditor(seed: scenario.seed, rules: scenario.rules)
        for row in 0..<rows {
            // Some rows are left as they were made: of those nothing is known.
            if row % 7 == 3 {
                histories.append([nothingSaid])
                evaluations.append(CompiledEvaluation(compiled, history: [nothingSaid]))
                continue
            }
            for _ in 0..<2 { now = editor.edit(of: now, keepsShape: true).made(in: now) }
            let history = scenario.history.dropLast() + [now]
            histories.append(Array(history))
            evaluations.append(CompiledEvaluation(compiled, history: Array(history)))
            cases.set(row, to: Array(history))
        }
    }
}

extension Situation {
    /// A cluster with the same members, and nothing known of it or of them.
    fileprivate var withoutReadings: Situation {
        Situation(members: members.mapValues { $0.map { Member(name: $0.name, parent: $0.parent) } })
    }
}
