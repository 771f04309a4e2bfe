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

    @Test func `a shipped case told in a row has the answer of recommend`() throws {
        let checked = CheckedRules(
            SourceSet(
                basis: .carried, texts: ShippedFiles.all.map { SourceText(name: $0.name, bytes: $0.bytes) }))
        let rules = checked.advising
        let rows = checked.cases.map { cluster -> Situation in
            let history = checked.request(cluster, stage: cluster.stages.count - 1).history
            var situation = Situation()
            for (id, reading) in history.last?.readings ?? [:]
            where reading.basis == .stated || reading.basis == .assumed {
                // A text stands in a row without quotes.
                if case .text = rules[id].measurement.type { continue }
                situation.readings[id] = reading
            }
            return situation
        }
        var text = "case," + rules.diagnostics.map(\.name).joined(separator: ",") + "\n"
        for (cluster, situation) in zip(checked.cases, rows) {
            let fields = rules.diagnostics.indices.map { place in
                let id = ID<Diagnostic>(place)
                return rules.cell(situation.readings[id], of: rules[id].name) { .diagnostic(id, $0) }
            }
            text +=
                ([cluster.name] + fields).map { "\"\($0.replacing("\"", with: "\"\""))\"" }
                .joined(separator: ",") + "\n"
        }
        let sample = LawRun.asked == nil ? 6 : rows.count
        let table = ScreenedTable(
            Array(text.utf8), checked: checked,
            columns: ["packages", "programme", "classifications"] + (LawRun.asked == nil ? [] : ["question"]))
        let lines = try table.lines()
        #expect(table.reports.withLock { $0 }.isEmpty, "\(table.reports.withLock { $0 }.prefix(3))")
        #expect(lines.count == rows.count + 1)
        for (row, situation) in rows.prefix(sample).enumerated() {
            // The readings as the case says them, not as the row does.
            var request = checked.request(checked.cases[row], stage: 0)
            request.history = [situation]
            request.asksQuestions = LawRun.asked != nil
            request.overrides = []
            let answer = Consultation(request, evaluate: checked.evaluator).answer
            let fields = lines[row + 1].split(separator: ",", omittingEmptySubsequences: false).map(
                String.init)
            let expected = Outlined(rules).outline(situation, checked.evaluator([situation], []))
            #expect(Array(fields.prefix(rules.packages.count)) == expected, "\(checked.cases[row].name)")
            let programme = answer.entries.prefix(3).map { entry in
                rules[entry.package].name + (entry.standing == .provisional ? " (provisional)" : "")
            }
            #expect(
                fields[rules.packages.count] == programme.joined(separator: "; "),
                "\(checked.cases[row].name)")
            for classification in answer.header.classifications {
                let place = try #require(
                    rules.classifications.indices.filter { rules.classifications[$0].collection == nil }
                        .firstIndex { ID($0) == classification.classification })
                let held = classification.values.filter { $0.verdict >= .presumablyYes }.map {
                    ($0.verdict == .presumablyYes ? "presumably " : "")
                        + rules[classification.classification].values[$0.value].name
                }
                #expect(
                    fields[rules.packages.count + 1 + place]
                        == (held.isEmpty ? "open" : held.joined(separator: "; ")))
            }
            if LawRun.asked != nil, case .diagnostic(let id)? = answer.bestQuestion?.place {
                #expect(fields.last == rules[id].name, "\(checked.cases[row].name)")
            }
        }
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
