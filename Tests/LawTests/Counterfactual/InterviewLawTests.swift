import Generation
import Inference
import RuleModel
import Testing

@testable import Advice

@Suite struct InterviewLawTests {
    @Test func `an interview needs at most 1.3 times the questions of the best one`() {
        var (asked, best, count) = (0.0, 0.0, 0)
        LawRun.hold(sample: 400) { scenario in
            guard let room = AnswerRoom(scenario) else { return nil }
            let cost = room.cost()
            if cost.interview < cost.best - 1e-9 { return "the best interview is not the best" }
            asked += cost.interview
            best += cost.best
            count += 1
            return nil
        }
        print("interviews over \(count) rule sets: \(asked) questions, the best \(best)")
        #expect(asked <= 1.3 * best, "\(asked) against \(best)")
    }

    @Test func `what is passed over is not asked again`() {
        LawRun.hold(sample: 60) { scenario in
            let evaluation = CompiledEvaluation(CompiledRules(scenario.rules), history: scenario.history)
            let interview = Interview(scenario.request, evaluation)
            var passing: Set<ReadingPlace> = []
            var last: ReadingPlace?
            while let query = interview.next(passing: passing, after: last) {
                if !passing.insert(query.place).inserted { return "\(query.place) is asked twice" }
                if query.packages.isEmpty { return "\(query.place) bears on nothing" }
                last = query.place
            }
            return nil
        }
    }
}

/// All ways in which a few unknown readings of a scenario can be answered.
private struct AnswerRoom {
    private let request: AdviceRequest
    private let evaluation: CompiledEvaluation
    private let places: [(place: ReadingPlace, values: [ValueSet])]
    /// The programme under every whole answer, by the numbers of its values.
    private var programmes: [[Int]: Outline] = [:]

    /// `nil` where fewer than two readings with few values are asked for.
    init?(_ scenario: Scenario) {
        // Little is asked where much is known.
        var scenario = scenario
        for stage in scenario.history.indices.suffix(1) { scenario.history[stage].readings = [:] }
        request = scenario.request
        evaluation = CompiledEvaluation(CompiledRules(scenario.rules), history: scenario.history)
        let interview = Interview(request, evaluation)
        let cells = AnswerCells(scenario.rules, history: scenario.history)
        var passing: Set<ReadingPlace> = []
        var places: [(place: ReadingPlace, values: [ValueSet])] = []
        while places.count < 4, let query = interview.next(passing: passing, after: nil) {
            passing.insert(query.place)
            guard case .diagnostic = query.place else { continue }
            let values = cells.answers(at: query.place)
            if (2...3).contains(values.count) { places.append((query.place, values)) }
        }
        guard places.count >= 2 else { return nil }
        self.places = places
        let outlining = Outlining(request)
        for answer in wholeAnswers([]) {
            programmes[answer] = outlining.outline(of: evaluation(under: answer.map { $0 }))
        }
    }

    private func wholeAnswers(_ begun: [Int]) -> [[Int]] {
        guard begun.count < places.count else { return [begun] }
        return places[begun.count].values.indices.flatMap { wholeAnswers(begun + [$0]) }
    }

    private func evaluation(under answer: [Int?]) -> CompiledEvaluation {
        var now = request.history.last ?? Situation()
        for (number, value) in answer.enumerated() {
            if let value { now.learn(places[number].values[value], at: places[number].place) }
        }
        return evaluation.replacingLastStage(with: now)
    }

    /// Questions on average over all whole answers, until those left have one programme.
    func cost() -> (interview: Double, best: Double) {
        let open = [Int?](repeating: nil, count: places.count)
        var known: [[Int?]: Double] = [:]
        return (interview(open, last: nil), best(open, &known))
    }

    private func isSettled(_ answer: [Int?]) -> Bool {
        var first: Outline?
        for (whole, outline) in programmes
        where zip(answer, whole).allSatisfy({ $0 == nil || $0 == $1 }) {
            if let first, !first.hasProgramme(of: outline) { return false }
            first = outline
        }
        return true
    }

    private func best(_ answer: [Int?], _ known: inout [[Int?]: Double]) -> Double {
        if let cost = known[answer] { return cost }
        var least = isSettled(answer) ? 0.0 : Double.infinity
        if least > 0 {
            for number in answer.indices where answer[number] == nil {
                least = min(least, 1 + average(answer, number) { best($0, &known) })
            }
        }
        known[answer] = least
        return least
    }

    private func interview(_ answer: [Int?], last: ReadingPlace?) -> Double {
        if isSettled(answer) { return 0 }
        var request = request
        let evaluation = evaluation(under: answer)
        request.history = evaluation.history
        let interview = Interview(request, evaluation)
        // Only the readings of this room can be answered.
        var passing = Set(places.indices.filter { answer[$0] != nil }.map { places[$0].place })
        var next: Int?
        while next == nil, let query = interview.next(passing: passing, after: last) {
            passing.insert(query.place)
            next = places.firstIndex { $0.place == query.place }
        }
        // What the interview would not ask any more must be asked all the same.
        guard let number = next ?? answer.firstIndex(of: nil) else { return 0 }
        return 1 + average(answer, number) { self.interview($0, last: places[number].place) }
    }

    private func average(_ answer: [Int?], _ number: Int, _ cost: ([Int?]) -> Double) -> Double {
        let values = places[number].values.indices
        return values.reduce(0) { sum, value in
            var next = answer
            next[number] = value
            return sum + cost(next)
        } / Double(values.count)
    }
}
