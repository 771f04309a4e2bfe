import Advice
import Inference
import RuleModel

/// Works out rows whose clusters have members of their own, those of one shape side by side; each thread has
/// one.
final class ShapedRows {
    private let screening: Screening
    private let answers: RowAnswers
    private let wantsAnswers: Bool
    private var ways: [Shape: Way] = [:]
    /// Of so many shapes what is made ready is kept.
    private static let most = 48

    /// What comes out: for each fact of the query its verdicts row by row, the same of packages for where
    /// they stand, and programmes and questions where they are wanted.
    struct Worked {
        var ranks: [[UInt8]]
        var standings: [[UInt8]]
        var answers: [RowAnswers.Answer]
    }

    /// What a shape is asked, made ready once: what rules say through members is among the facts of cases
    /// with such members alone.
    private struct Way {
        var query: TableQuery
        var standings: TableStandings
        /// Places in the query of what the screening asks, and of what standings rest on.
        var places: [Int]
        var placesOfStandings: [Int]
    }

    init(_ screening: Screening, _ answers: RowAnswers) {
        self.screening = screening
        self.answers = answers
        wantsAnswers = screening.outputs.contains { $0 == .programme || $0 == .question }
    }

    /// A row as the model has it.
    ///
    /// - Parameters:
    ///   - row: What the row itself tells.
    ///   - members: What tables of members say of it.
    func situation(_ row: Situation, members: [Statement]) -> Situation {
        let stage = Stage(name: "", statements: members)
        var situation = screening.plan.rules.situations(of: [stage], caseName: "", upTo: 0).last ?? row
        situation.readings = row.readings
        return situation
    }

    func worked(_ situations: [Situation]) -> Worked {
        func columns(_ count: Int) -> [[UInt8]] {
            Array(repeating: Array(repeating: 0, count: situations.count), count: count)
        }
        var worked = Worked(
            ranks: columns(screening.query.facts.count),
            standings: columns(screening.wantsStandings ? screening.plan.rules.packages.count : 0),
            answers: wantsAnswers ? Array(repeating: RowAnswers.Answer(), count: situations.count) : [])
        var groups: [Shape: Int] = [:]
        var rows: [[Int]] = []
        for (row, situation) in situations.enumerated() {
            let shape = Shape(situation, rules: screening.plan.rules)
            if let group = groups[shape] {
                rows[group].append(row)
            } else {
                groups[shape] = rows.count
                rows.append([row])
            }
        }
        for (shape, group) in groups.sorted(by: { $0.value < $1.value }) {
            makeRoom()
            work(out: rows[group], of: situations, shape, into: &worked)
        }
        return worked
    }

    /// Whoever meets ever new shapes would hold them all.
    private func makeRoom() {
        screening.compiled.forgetNetworks(beyond: Self.most)
        if ways.count > Self.most { ways = [:] }
    }

    private func work(
        out rows: [Int], of situations: [Situation], _ shape: Shape, into worked: inout Worked
    ) {
        let way = way(shape, situations[rows[0]])
        var table = CaseTable(screening.compiled, count: rows.count, shape: situations[rows[0]])
        for (place, row) in rows.enumerated() { table.set(place, to: [situations[row]]) }
        let verdicts = table.verdicts(of: way.query)
        let ranks = way.query.facts.indices.map { verdicts.ranks($0) }
        for (column, place) in way.places.enumerated() {
            for (row, rank) in zip(rows, ranks[place]) { worked.ranks[column][row] = rank }
        }
        if screening.wantsStandings {
            let held = way.standings.diagnostics.map { diagnostic in
                rows.map { situations[$0].readings[diagnostic]?.rankOfYes ?? 2 }
            }
            let standings = way.standings.places(
                ranks: way.placesOfStandings.map { ranks[$0] }, diagnostics: held)
            for (package, column) in standings.enumerated() {
                for (row, standing) in zip(rows, column) { worked.standings[package][row] = standing }
            }
        }
        guard wantsAnswers else { return }
        for row in rows {
            worked.answers[row] = answers.worked(
                situations[row], screening.evaluator([situations[row]], []))
        }
    }

    private func way(_ shape: Shape, _ situation: Situation) -> Way {
        if let known = ways[shape] { return known }
        let standings = TableStandings(screening.evaluator([situation], []))
        var facts: [Fact] = []
        var numbers: [Fact: Int] = [:]
        func place(_ fact: Fact) -> Int {
            if let known = numbers[fact] { return known }
            numbers[fact] = facts.count
            facts.append(fact)
            return facts.count - 1
        }
        let places = screening.query.facts.map(place)
        let placesOfStandings = screening.wantsStandings ? standings.facts.map(place) : []
        let way = Way(
            query: TableQuery(facts, in: screening.compiled, of: shape), standings: standings,
            places: places, placesOfStandings: placesOfStandings)
        ways[shape] = way
        return way
    }
}

extension Reading {
    /// How far a yes/no holds, from 0 for no to 4 for yes.
    var rankOfYes: UInt8 {
        switch (possible, presumed) {
        case (.yes, _): 4
        case (.no, _): 0
        case (_, .yes): 3
        case (_, .no): 1
        default: 2
        }
    }
}
