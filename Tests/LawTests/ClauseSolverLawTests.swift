import Analysis
import Generation
import Testing

/// The clause solver against trying all answers.
@Suite struct ClauseSolverLawTests {
    @Test func `answers fit exactly where trying all of them says so`() {
        for seed in LawRun.seeds(sample: 3_000) {
            var random = SeededGenerator(seed: seed)
            let count = random.number(in: 1...9)
            var solver = ClauseSolver()
            let questions = (0..<count).map { _ in solver.question(firstTry: random.chance(50)) }
            var clauses: [[Int]] = []
            // Clauses come in several goes, with solving in between, as an analysis adds them.
            for _ in 0..<random.number(in: 1...4) {
                for _ in 0..<random.below(14) {
                    let clause = (0..<random.number(in: 1...3)).map { _ in
                        (random.below(count) + 1) * (random.chance(50) ? 1 : -1)
                    }
                    clauses.append(clause)
                    solver.add(clause.map { literal($0, questions) })
                }
                let assumed = (0..<random.below(3)).map { _ in
                    (random.below(count) + 1) * (random.chance(50) ? 1 : -1)
                }
                let outcome = solver.solve(
                    assuming: assumed.map { literal($0, questions) }, conflicts: 10_000)
                let all = clauses + assumed.map { [$0] }
                let isPossible = (0..<(1 << count)).contains { answers in
                    all.allSatisfy { clause in clause.contains { holds($0, in: answers) } }
                }
                if outcome != (isPossible ? .possible : .impossible) {
                    Issue.record("seed \(seed): \(outcome) of \(all)")
                    return
                }
                guard outcome == .possible else { continue }
                let isAnswered = all.allSatisfy { clause in
                    clause.contains { solver.holds(literal($0, questions)) }
                }
                if !isAnswered {
                    Issue.record("seed \(seed): the answers given do not fit")
                    return
                }
            }
        }
    }

    @Test func `a search is cut off after so many dead ends`() {
        // More pigeons than holes: hard for any search of this kind.
        var solver = ClauseSolver()
        let sits = (0..<9).map { _ in (0..<8).map { _ in solver.question() } }
        for pigeon in sits { solver.add(pigeon) }
        for hole in 0..<8 {
            for first in 0..<9 {
                for second in first + 1..<9 { solver.add([!sits[first][hole], !sits[second][hole]]) }
            }
        }
        #expect(solver.solve(assuming: [], conflicts: 50) == .undecided)
    }

    private func literal(_ number: Int, _ questions: [Literal]) -> Literal {
        number > 0 ? questions[number - 1] : !questions[-number - 1]
    }

    private func holds(_ number: Int, in answers: Int) -> Bool {
        (answers >> (abs(number) - 1) & 1 == 1) == (number > 0)
    }
}
