import Advice
import Census
import Foundation
import Inference
import RuleModel
import Synchronization
import Testing
import Workload
import Workspace

/// Rows of a table, through files, are answered as the same clusters one by one.
@Suite struct ScreenLawTests {
    @Test func `a generated row has the verdicts that the reference gives the case`() throws {
        let count = LawRun.asked ?? 60
        let workload = Workload(rules: 60, seed: LawRun.firstSeed)
        let cases = workload.cases(count)
        let rules = workload.rules
        let table = ScreenedTable(
            cases.table(rules, rows: 0..<count, isExact: false), rules: rules,
            columns: ["case", "verdicts", "packages"])
        let lines = try table.lines()
        #expect(lines.count == count + 1)
        for row in 0..<count {
            let situation = cases.situation(row, in: rules)
            let reference = ReferenceEvaluation(rules: rules, history: [situation])
            let outline = Outlined(rules).outline(situation, reference)
            let fields = lines[row + 1].split(separator: ",", omittingEmptySubsequences: false).map(
                String.init)
            try #require(fields.count == 1 + 2 * rules.packages.count)
            for place in rules.packages.indices {
                let verdict = ScreenedTable.words[reference.verdict(of: .recommended(ID(place))).rawValue + 2]
                try #require(fields[1 + place] == verdict, "row \(row + 1), \(rules.packages[place].name)")
                try #require(
                    fields[1 + rules.packages.count + place] == outline[place],
                    "row \(row + 1), \(rules.packages[place].name)")
            }
        }
    }

    /// A sample takes few stages; all of them are tried where a number of trials is asked for.
    @Test func `each stage of the shipped cases has as a row, in every column, the answer of recommend`()
        throws
    {
        func texts(_ folder: String) -> [SourceText] {
            ShippedFiles.all.filter { $0.name.hasPrefix(folder) }.map {
                SourceText(name: $0.name, bytes: $0.bytes)
            }
        }
        let checked = CheckedRules(SourceSet(basis: .carried, texts: texts("")))
        let rules = checked.advising
        var groups: [Set<ID<RuleModel.Collection>>: [(name: String, situation: Situation)]] = [:]
        for cluster in checked.cases {
            for (place, stage) in cluster.stages.enumerated() {
                guard let situation = checked.request(cluster, stage: place).history.last else { continue }
                // A table lists all members of a collection in every row, or in none.
                let closed = situation.listed(in: rules)
                groups[closed, default: []].append(
                    ("\(cluster.name)@\(stage.name)", situation.asTold(closed: closed, in: rules)))
            }
        }
        var tried = 0
        for (closed, rows) in groups.sorted(by: { $0.value.count > $1.value.count }) {
            if LawRun.asked == nil, tried > 0 { break }
            let sample =
                LawRun.asked == nil
                ? stride(from: 0, to: rows.count, by: max(1, rows.count / 3)).map { rows[$0] } : rows
            let difference = try RowsAsCases(
                sample.map(\.situation), closed: closed, in: rules, texts: texts("Rules"),
                oracle: checked.evaluator, asksQuestions: true
            ).difference()
            #expect(difference == nil, "\(difference ?? ""), of \(sample.map(\.name))")
            tried += sample.count
        }
        LawRun.tell("stages of shipped cases as rows", ["rows": tried])
        #expect(tried > 0)
    }

    @Test(arguments: [(1, 1), (1, 700), (3, 4_000), (2, 1 << 20)])
    func `neither threads nor stretches change a byte`(threads: Int, stretch: Int) throws {
        let workload = Workload(rules: 20)
        let rows = stretch == 1 ? 20 : 600
        let text = workload.cases(rows).table(workload.rules, rows: 0..<rows, isExact: false)
        let columns = ["row", "case", "packages"] + (stretch == 1 ? ["programme"] : [])
        let once = try ScreenedTable(text, rules: workload.rules, columns: columns).bytes()
        let again = try ScreenedTable(text, rules: workload.rules, columns: columns)
            .bytes(threads: threads, stretch: stretch)
        let isSame = once == again
        #expect(isSame, "\(threads) threads, \(stretch) bytes at a time")
    }
}

extension Situation {
    /// Collections of which all members are listed, in whatever they are within.
    fileprivate func listed(in rules: RuleBase) -> Set<ID<RuleModel.Collection>> {
        let all = rules.collections.indices.map { ID<RuleModel.Collection>($0) }
        return Set(
            all.filter { collection in
                guard let parent = rules[collection].parent else { return closed.contains(collection) }
                let parents = members[parent] ?? []
                return !parents.isEmpty && parents.allSatisfy { $0.closed.contains(collection) }
            })
    }
}
