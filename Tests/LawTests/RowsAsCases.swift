import Advice
import Census
import Foundation
import Inference
import RuleModel
import Workspace

/// The same clusters told twice, both times through files: in the rows of tables, which are screened, and as
/// cases, which are asked about one by one as `recommend` does.
struct RowsAsCases {
    private let tables: RowTables
    private let checked: CheckedRules
    /// Works out what the verdicts should be.
    private let oracle: Evaluator
    private let asksQuestions: Bool
    private static let top = 3

    /// - Parameters:
    ///   - texts: The files of the rules.
    ///   - rules: The same as they are read.
    ///   - asksQuestions: Whether the column `question` is wanted too; it takes longest.
    init(
        _ clusters: [Situation], closed: Set<ID<RuleModel.Collection>>, in rules: RuleBase,
        texts: [SourceText], oracle: @escaping Evaluator, asksQuestions: Bool
    ) {
        tables = RowTables(rules: rules, clusters: clusters, closed: closed)
        let cases = clusters.enumerated().map { number, cluster in
            var cluster = cluster
            cluster.stageName = "now"
            let told = ClusterCase(name: "row-\(number)", telling: [cluster], rules: rules, inFull: true)
            return SourceText(
                name: "Cases/row-\(number).case", bytes: Array(print(told, in: rules).utf8))
        }
        checked = CheckedRules(SourceSet(basis: .carried, texts: texts + cases))
        self.oracle = oracle
        self.asksQuestions = asksQuestions
    }

    /// In which row and column the two differ; `nil` where they are the same.
    func difference() throws -> String? {
        let groups = ["key", "row", "programme", "classifications", "packages", "verdicts"]
        let table = ScreenedTable(
            Array(tables.table.utf8), checked: checked,
            columns: groups + (asksQuestions ? ["question"] : []))
        table.mapping = tables.mapping
        table.members = tables.members
        let lines = try table.lines().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        if let report = table.reports.withLock({ $0 }).first { return "not read: \(report)" }
        guard lines.count == tables.clusters.count + 1 else { return "\(lines.count - 1) rows came out" }
        for number in tables.clusters.indices {
            guard let cluster = checked.cases.first(where: { $0.name == "row-\(number)" }) else {
                return "the case of row \(number + 1) is not read"
            }
            let expected = expected(of: cluster, number)
            let found = lines[number + 1]
            guard expected.count == found.count else { return "row \(number + 1) has \(found.count) fields" }
            for (place, pair) in zip(expected, found).enumerated() where pair.0 != pair.1 {
                return
                    "row \(number + 1), column `\(lines[0][place])`: `\(pair.1)`, and `\(pair.0)` of the case"
            }
        }
        return nil
    }

    private func expected(of cluster: ClusterCase, _ number: Int) -> [String] {
        let rules = checked.advising
        var request = checked.request(cluster, stage: 0)
        request.asksQuestions = asksQuestions
        let answer = Consultation(request, evaluate: checked.evaluator).answer
        let situation = request.history[0]
        let evaluation = oracle([situation], [])
        let programme = answer.entries.prefix(Self.top).map { entry in
            rules[entry.package].name + (entry.standing == .provisional ? " (provisional)" : "")
        }
        var fields = ["\(number)", "\(number + 1)", programme.joined(separator: "; ")]
        for place in rules.classifications.indices where rules.classifications[place].collection == nil {
            let verdicts = rules.classifications[place].values.indices.map {
                evaluation.verdict(
                    of: .classification(ClassificationValue(ID(place), $0), member: nil) as Fact)
            }
            let held = zip(verdicts, rules.classifications[place].values).filter { $0.0 >= .presumablyYes }
                .map { ($0 == .presumablyYes ? "presumably " : "") + $1.name }
            fields.append(
                held.isEmpty ? (verdicts.contains(.open) ? "open" : "") : held.joined(separator: "; "))
        }
        fields += Outlined(rules).outline(situation, evaluation)
        fields += rules.packages.indices.map {
            ScreenedTable.words[evaluation.verdict(of: .recommended(ID($0)) as Fact).rawValue + 2]
        }
        if asksQuestions { fields.append(answer.bestQuestion.map { name($0.place, situation) } ?? "") }
        return fields
    }

    /// What a question is about, as results name it.
    private func name(_ place: ReadingPlace, _ situation: Situation) -> String {
        let rules = checked.advising
        func of(_ member: MemberID?) -> String {
            member.flatMap { situation[$0]?.name }.map { " of \($0)" } ?? ""
        }
        switch place {
        case .diagnostic(let id): return rules[id].name
        case .attribute(let id, let member): return rules[id].name + of(member)
        case .concept(let id, let member): return rules[id].name + of(member)
        case .classification(let id, let value, let member):
            return rules[id].name + of(member) + (value.map { " is \(rules[id].values[$0].name)" } ?? "")
        case .inForce(let id): return "in force \(rules[id].name)"
        case .allListed(let id, let parent): return "all \(rules[id].plural)\(of(parent)) listed"
        }
    }
}
