import Census
import Generation
import Inference
import RuleModel
import Testing

/// Rows with members of their own, through files, are answered as the same clusters one by one.
@Suite struct MemberTableLawTests {
    private static let rowsOfTable = 5

    @Test func `a row with members has the verdicts that the reference gives the case`() throws {
        for seed in LawRun.seeds(sample: 25 * Self.rowsOfTable) where seed % UInt64(Self.rowsOfTable) == 0 {
            let scenario = Scenario(seed: seed, size: LawRun.size(of: seed))
            let rules = scenario.rules
            guard !rules.collections.isEmpty, !rules.packages.isEmpty else { continue }
            let closed = Set(
                rules.collections.indices.filter { seed >> UInt64($0 + 3) & 1 == 1 }
                    .map { ID<RuleModel.Collection>($0) })
            var editor = SituationEditor(seed: seed, rules: rules)
            var now = scenario.history.last ?? Situation()
            let clusters = (0..<Self.rowsOfTable).map { _ in
                now = editor.edit(of: now).made(in: now)
                return now.asTold(closed: closed, in: rules)
            }
            let table = ScreenedTable(
                Array(rules.table(of: clusters).utf8), rules: rules, columns: ["verdicts", "packages"])
            table.mapping = rules.mapping(closed: closed)
            table.members = rules.collections.indices.map { place in
                (rules.collections[place].name, rules.memberTable(of: clusters, ID(place)))
            }
            let lines = try table.lines()
            let reports = table.reports.withLock { $0 }
            try #require(reports.isEmpty, "seed \(seed): \(reports.prefix(3))")
            try #require(lines.count == clusters.count + 1)
            for (row, situation) in clusters.enumerated() {
                let reference = ReferenceEvaluation(rules: rules, history: [situation])
                let verdicts = rules.packages.indices.map {
                    ScreenedTable.words[reference.verdict(of: .recommended(ID($0))).rawValue + 2]
                }
                let standings = Outlined(rules).outline(situation, reference)
                try #require(
                    lines[row + 1] == (verdicts + standings).joined(separator: ","),
                    "seed \(seed), row \(row + 1)")
            }
        }
    }
}

extension Situation {
    /// What tables can tell of it: readings of the cluster and of its members.
    fileprivate func asTold(closed: Set<ID<RuleModel.Collection>>, in rules: RuleBase) -> Situation {
        var told = Situation()
        told.readings = readings.filter { rules.canTell($1, rules[$0].measurement.type) }
        told.closed = closed.filter { rules[$0].parent == nil }
        told.members = members.mapValues { members in
            members.map { member in
                Member(
                    name: member.name, parent: member.parent,
                    attributes: member.attributes.filter { rules.canTell($1, rules[$0].measurement.type) },
                    closed: closed.filter { rules[$0].parent != nil })
            }
        }
        for (collection, members) in told.members {
            for place in members.indices {
                // Only what is within a member's own collection can be listed there.
                told.members[collection]?[place].closed.formIntersection(rules.within(collection))
            }
        }
        return told
    }
}

extension RuleBase {
    /// A text stands in a row without quotes, and a row has no room for what documents disagree on.
    fileprivate func canTell(_ reading: Reading, _ type: ValueType) -> Bool {
        if case .text = type { return false }
        // Whoever says yes or no of a yes/no says nothing, and a row has no words for that.
        if type == .yesNo, reading.presumed == domain(of: type) { return false }
        if type == .yesNo, reading.basis == .stated, reading.possible == domain(of: type) { return false }
        return reading.basis == .stated || reading.basis == .assumed
    }

    fileprivate func within(_ collection: ID<RuleModel.Collection>) -> Set<ID<RuleModel.Collection>> {
        Set(collections.indices.map { ID($0) }.filter { self[$0].parent == collection })
    }

    fileprivate func table(of clusters: [Situation]) -> String {
        lines(["cluster"] + diagnostics.map(\.name)) {
            clusters.enumerated().map { number, cluster in
                ["\(number)"]
                    + diagnostics.indices.map { place in
                        let id = ID<Diagnostic>(place)
                        return cell(cluster.readings[id], of: self[id].name) { .diagnostic(id, $0) }
                    }
            }
        }
    }

    fileprivate func memberTable(of clusters: [Situation], _ collection: ID<RuleModel.Collection>) -> String {
        let own = attributes.indices.map { ID<Attribute>($0) }.filter { self[$0].collection == collection }
        return lines(["cluster", "within", "called"] + own.map { self[$0].name }) {
            clusters.enumerated().flatMap { number, cluster in
                (cluster.members[collection] ?? []).map { member in
                    ["\(number)", member.parent.flatMap { cluster[$0]?.name } ?? "", member.name]
                        + own.map { id in
                            cell(member.attributes[id], of: self[id].name) { .attribute(id, $0) }
                        }
                }
            }
        }
    }

    fileprivate func mapping(closed: Set<ID<RuleModel.Collection>>) -> String {
        var text = "column cluster is key\n"
        for (place, collection) in collections.enumerated() {
            text += "\nmembers \(collection.name)\ncolumn cluster is key\ncolumn called is name\n"
            text +=
                "column within is \(collection.parent.map { self[$0].name } ?? "ignored")\n"
            if closed.contains(ID(place)) { text += "all listed\n" }
        }
        return text
    }

    private func lines(_ head: [String], _ rows: () -> [[String]]) -> String {
        ([head] + rows()).map { row in
            row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
        }.joined()
    }
}
