import Generation
import Inference
import RuleModel
import Testing
import Workspace

/// Rows with members of their own, through files, are answered as the same clusters written as cases.
@Suite struct MemberTableLawTests {
    private static let rowsOfTable = 5

    /// So many seeds are so many rows: a table is made of every fifth.
    @Test func `a row with members has in every column what the same cluster has as a case`() {
        LawRun.hold(sample: 8 * Self.rowsOfTable) { scenario in
            guard scenario.seed % UInt64(Self.rowsOfTable) == 0, !scenario.rules.diagnostics.isEmpty else {
                return nil
            }
            do {
                return try Self.rows(scenario).difference()
            } catch {
                return "not screened: \(error)"
            }
        }
    }

    private static func rows(_ scenario: Scenario) -> RowsAsCases {
        let rules = scenario.rules
        let closed = Set(
            rules.collections.indices.filter { scenario.seed >> UInt64($0 + 3) & 1 == 1 }
                .map { ID<RuleModel.Collection>($0) })
        var editor = SituationEditor(seed: scenario.seed, rules: rules)
        var now = scenario.history.last ?? Situation()
        let clusters = (0..<rowsOfTable).map { number in
            if number > 0 { now = editor.edit(of: now).made(in: now) }
            return now.asTold(closed: closed, in: rules)
        }
        return RowsAsCases(
            clusters, closed: closed, in: rules,
            texts: [SourceText(name: "Rules/made.rules", bytes: Array(print(rules).utf8))],
            oracle: { ReferenceEvaluation(rules: rules, history: $0, excluding: $1) }, asksQuestions: true)
    }
}
