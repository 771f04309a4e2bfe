import Census
import RuleModel

/// The tables of members that go with a table of clusters.
struct MemberTables {
    /// None before that of the collection it is within.
    private(set) var tables: [MemberTable] = []
    private(set) var digests = ""
    var plans: [TablePlan] { tables.map(\.plan) }

    init(
        _ request: TableScreen.Request, _ plan: TablePlan, _ mapping: TableMapping, rules: RuleBase,
        workingFolder: String
    ) throws(TableFault) {
        var named: [ID<Collection>: String] = [:]
        for (name, table) in request.members {
            let collection = try MemberTables.collection(name, rules)
            guard named.updateValue(table, forKey: collection) == nil else {
                throw TableFault("two tables of \(rules[collection].plural) are given")
            }
        }
        if let unused = mapping.members.keys.sorted().first(where: { name in
            !named.keys.contains { rules[$0].name == name }
        }) {
            _ = try MemberTables.collection(unused, rules)
            throw TableFault(
                "the mapping speaks of members of `\(unused)`, and no table of them is given",
                help: "name it: --members \(unused)=FILE")
        }
        guard ([request.table] + named.values).count(where: { $0 == "-" }) <= 1 else {
            throw TableFault(
                "standard input can be one table, and `-` names two", help: "keep the others in files")
        }
        let names = plan.keys.map { plan.columns[$0].name }
        for collection in MemberTables.outermostFirst(Array(named.keys), rules) {
            guard let table = named[collection] else { continue }
            if let parent = rules[collection].parent, named[parent] == nil {
                throw TableFault(
                    "\(rules[collection].plural) are within \(rules[parent].plural), of which no table is given",
                    help: "name it: --members \(rules[parent].name)=FILE")
            }
            let called = table == "-" ? "standard input" : table
            let own = mapping.ofMembers(rules[collection].name)
            let parent = rules[collection].parent.map { [rules[$0].name] } ?? []
            let opened: OpenedTable
            let plan: TablePlan
            do throws(TableFault) {
                opened = try OpenedTable(
                    table, mapping: own,
                    names: names + parent + ["name", rules[collection].name]
                        + rules.attributes.filter { $0.collection == collection }.map(\.name),
                    workingFolder: workingFolder)
                plan = try TablePlan(
                    header: opened.head.columns, mapping: own, mappingName: request.mapping ?? "",
                    rules: rules,
                    subject: .members(collection, keys: names), tableName: called)
            } catch {
                let isNamed = error.message.contains("`\(table)`")
                throw TableFault((isNamed ? "" : "`\(called)`: ") + error.message, help: error.help)
            }
            tables.append(
                try MemberTable(
                    opened, name: called, plan: plan, keys: names, stretchSize: request.stretchSize))
            digests += " \(rules[collection].name) \(Digest(opened.start))"
        }
    }

    /// Shares are asked about before anything is written, as far as the tables' beginnings tell.
    func requireUnits(_ screening: Screening) throws(TableFault) {
        let shares = screening.largestShares(ofMembers: tables.map(\.firstRows))
        for (plan, shares) in zip(plans, shares) { try plan.requireUnits(largestShares: shares) }
    }

    private static func collection(_ name: String, _ rules: RuleBase) throws(TableFault) -> ID<Collection> {
        guard let place = rules.collections.firstIndex(where: { $0.name == name }) else {
            let near = NearNames.of(name, among: rules.collections.map(\.name)).first
            throw TableFault(
                "no collection is called `\(name)`",
                help: near.map { "did you mean `\($0)`?" }
                    ?? "there are \(rules.collections.map { "`\($0.name)`" }.joined(separator: ", "))")
        }
        return ID(place)
    }

    private static func outermostFirst(_ all: [ID<Collection>], _ rules: RuleBase) -> [ID<Collection>] {
        func depth(_ collection: ID<Collection>) -> Int {
            rules[collection].parent.map { depth($0) + 1 } ?? 0
        }
        return all.sorted { (depth($0), $0) < (depth($1), $1) }
    }
}
