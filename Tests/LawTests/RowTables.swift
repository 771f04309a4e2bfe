import Foundation
import RuleModel

/// Clusters as tables tell them: a row to each, and a table to each collection of members.
struct RowTables {
    let rules: RuleBase
    let clusters: [Situation]
    /// Collections all of whose members are listed.
    let closed: Set<ID<RuleModel.Collection>>

    /// The columns `cluster` and one for each diagnostic.
    var table: String {
        lines(["cluster"] + rules.diagnostics.map(\.name)) {
            clusters.enumerated().map { number, cluster in
                ["\(number)"]
                    + rules.diagnostics.indices.map { place in
                        let id = ID<Diagnostic>(place)
                        return rules.cell(cluster.readings[id], of: rules[id].name) { .diagnostic(id, $0) }
                    }
            }
        }
    }

    var members: [(collection: String, text: String)] {
        rules.collections.indices.map { (rules.collections[$0].name, memberTable(of: ID($0))) }
    }

    private func memberTable(of collection: ID<RuleModel.Collection>) -> String {
        let own = rules.attributes.indices.map { ID<Attribute>($0) }
            .filter { rules[$0].collection == collection }
        return lines(["cluster", "within", "called"] + own.map { rules[$0].name }) {
            clusters.enumerated().flatMap { number, cluster in
                (cluster.members[collection] ?? []).map { member in
                    ["\(number)", member.parent.flatMap { cluster[$0]?.name } ?? "", member.name]
                        + own.map { id in
                            rules.cell(member.attributes[id], of: rules[id].name) { .attribute(id, $0) }
                        }
                }
            }
        }
    }

    var mapping: String {
        // Shares are written with their sign, so that no unit is asked about.
        var text = "column cluster is key\n"
        for (place, collection) in rules.collections.enumerated() {
            text += "\nmembers \(collection.name)\ncolumn cluster is key\ncolumn called is name\n"
            text += "column within is \(collection.parent.map { rules[$0].name } ?? "ignored")\n"
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

extension Situation {
    /// What tables can tell of it: readings of the cluster and of its members.
    ///
    /// - Parameter closed: Collections all of whose members are listed, in whatever they are within.
    func asTold(closed: Set<ID<RuleModel.Collection>>, in rules: RuleBase) -> Situation {
        var told = Situation()
        told.readings = readings.compactMap { rules.told($1, rules[$0].measurement.type) }
        told.closed = closed.filter { rules[$0].parent == nil }
        told.members = members.mapValues { members in
            members.map { member in
                Member(
                    name: member.name, parent: member.parent,
                    attributes: member.attributes.compactMap { rules.told($1, rules[$0].measurement.type) },
                    closed: [])
            }
        }
        for (collection, members) in told.members {
            for place in members.indices {
                // Only what is within a member's own collection can be listed there.
                told.members[collection]?[place].closed = closed.filter { rules[$0].parent == collection }
            }
        }
        return told
    }
}

extension Dictionary where Value == Reading {
    fileprivate func compactMap(_ told: (Key, Reading) -> Reading?) -> [Key: Reading] {
        reduce(into: [:]) { $0[$1.key] = told($1.key, $1.value) }
    }
}

extension RuleBase {
    /// A reading as a row can tell it. A text stands in a row without quotes and is left out; what was
    /// presumed of an earlier stage is assumed; what documents disagree on is either.
    fileprivate func told(_ reading: Reading, _ type: ValueType) -> Reading? {
        if case .text = type { return nil }
        var told = Reading(possible: reading.possible, presumed: reading.presumed, basis: reading.basis)
        switch reading.basis {
        case .stated, .assumed: break
        case .carriedOver: told.basis = .assumed
        case .disputed: (told.basis, told.presumed) = (.stated, told.possible)
        default: return nil
        }
        // Whoever says yes or no of a yes/no says nothing, and a row has no words for that.
        if type == .yesNo, told.presumed == domain(of: type) { return nil }
        if type == .yesNo, told.basis == .stated, told.possible == domain(of: type) { return nil }
        return told
    }
}
