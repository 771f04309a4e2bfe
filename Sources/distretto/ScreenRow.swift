import Census
import Presentation
import RuleModel
import Workspace

/// The whole answer for one row, as `recommend` gives it for a case.
struct ScreenRow {
    private let screen: TableScreen
    private let checked: CheckedRules
    private let number: Int

    init(_ screen: TableScreen, row number: Int, _ checked: CheckedRules) {
        self.screen = screen
        self.checked = checked
        self.number = number
    }

    /// - Parameters:
    ///   - table: The table's name, for the heading.
    ///   - isFull: Everything that can be said of every package.
    func view(of table: String, isFull: Bool) throws(TableFault) -> RecommendView {
        let row = try screen.row(number)
        for report in row.reports {
            Output.complain(
                raw: "column `\(report.column ?? "")`: `\(report.text)` is left unknown: \(report.reason)")
        }
        let keys = screen.plan.keys.map { row.texts[$0] }.filter { !$0.isEmpty }.joined(separator: ", ")
        let title = keys.isEmpty ? "Row \(number) of \(table)" : keys
        let cluster = ClusterCase(
            name: "row-\(number)", title: title,
            stages: [
                Stage(
                    name: "row", title: "Row \(number) of \(table)\(members(row.statements))",
                    statements: row.statements)
            ])
        let request = checked.request(cluster, stage: 0)
        let answer = Consultation(request, evaluate: checked.evaluator).answer
        return RecommendView(
            answer, history: request.history, rulesDigest: checked.digest,
            caseDigest: digest(of: cluster, in: checked.advising), detail: isFull ? .full : .overview,
            askedAs: "", isRow: true)
    }

    /// Those that the row's cluster has: `, buyers canners and grocers`.
    private func members(_ statements: [Statement]) -> String {
        var names: [(collection: ID<Collection>, names: [String])] = []
        for case .member(let collection, name: let name, title: _, _, _) in statements {
            guard let place = names.firstIndex(where: { $0.collection == collection }) else {
                names.append((collection, [name]))
                continue
            }
            if !names[place].names.contains(name) { names[place].names.append(name) }
        }
        let rules = screen.plan.rules
        return names.map { collection, names in
            guard names.count <= 6 else { return ", \(names.count) \(rules[collection].plural)" }
            let kind = names.count == 1 ? rules[collection].name : rules[collection].plural
            let all = names.dropLast().joined(separator: ", ") + (names.count > 1 ? " and " : "")
            return ", \(kind) \(all)\(names.last ?? "")"
        }.joined()
    }
}
