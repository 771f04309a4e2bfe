import Generation
import Inference
import RuleModel
import Testing

@testable import Advice

/// Bounds say of each package what trying every completion of the readings finds.
@Suite struct BoundsLawTests {
    @Test func `bounds are those that trying every completion finds`() {
        LawRun.hold(sample: 40) { scenario in
            let blanked = BlankedCase(scenario)
            let request = blanked.scenario.request
            let evaluation = CompiledEvaluation(
                CompiledRules(request.rules), history: blanked.scenario.history)
            let found = bounds(request, evaluation, limits: BoundsLimits(evaluations: 1_000_000))
            return blanked.breach(of: found)
        }
    }

    @Test func `a limit leaves packages undecided, and decides none otherwise`() {
        LawRun.hold(sample: 20) { scenario in
            let request = BlankedCase(scenario).scenario.request
            let evaluation = CompiledEvaluation(CompiledRules(request.rules), history: request.history)
            let exact = bounds(request, evaluation, limits: BoundsLimits(evaluations: 1_000_000))
            let hasty = bounds(request, evaluation, limits: BoundsLimits(evaluations: 6))
            for (one, other) in zip(exact.packages, hasty.packages) {
                let isLeft = other.fate.outcomes == nil
                if !isLeft, one.fate.outcomes != other.fate.outcomes {
                    return "\(one.fate) is \(other.fate) in haste"
                }
            }
            return nil
        }
    }

    @Test func `in shipped cases the evaluator confirms each fate, whatever the other readings are`() {
        let cases = ShippedCases().consultations
        for seed in LawRun.seeds(sample: 2) {
            let (request, evaluation) = cases[Int(seed * 5 % UInt64(cases.count))]
            var random = SeededGenerator(seed: seed)
            let found = bounds(request, evaluation, limits: BoundsLimits(evaluations: 400))
            for _ in 0..<3 {
                let told = request.history.last ?? Situation()
                let completion = told.completed(at: told.places(request.rules), request.rules, &random)
                let advised = evaluation.replacingLastStage(with: completion).advised
                for entry in found.packages {
                    if let outcomes = entry.fate.outcomes, outcomes.count == 1 {
                        #expect(
                            outcomes == [advised.contains(entry.package)],
                            "\(request.cluster.name): \(request.rules[entry.package].name)")
                    }
                    for (witness, stands) in entry.fate.witnesses {
                        var otherwise = completion
                        for part in witness.parts {
                            let value = part.values.drawn(&random)
                            otherwise.tell(Reading(possible: value), at: part.place)
                        }
                        let tried = evaluation.replacingLastStage(with: otherwise).advised
                        #expect(
                            tried.contains(entry.package) == stands,
                            "\(request.cluster.name): \(request.rules[entry.package].name), \(witness)")
                    }
                }
            }
        }
    }
}

/// A scenario whose last stage is settled but for a few readings, so that all completions can be tried.
private struct BlankedCase {
    let scenario: Scenario
    /// The readings that are not exact, each with every value it could have.
    private var blanks: [(place: ReadingPlace, values: [ValueSet])] = []

    init(_ scenario: Scenario) {
        var random = SeededGenerator(seed: scenario.seed ^ 0xB0D5)
        let rules = scenario.rules
        let told = scenario.history.last ?? Situation()
        let places = told.places(rules)
        var stage = told.completed(at: places, rules, &random)
        var completions = 1
        for _ in 0..<12 {
            guard let place = random.pick(places), !blanks.contains(where: { $0.place == place }) else {
                continue
            }
            let (possible, values) = BlankedCase.blank(at: place, rules, &random)
            if values.count < 2 || completions * values.count > 400 { continue }
            completions *= values.count
            blanks.append((place, values))
            // Whatever is presumed of it must not count.
            let isAssumed = random.chance(30)
            stage.tell(
                Reading(
                    possible: possible, presumed: isAssumed ? random.pick(values) : nil,
                    basis: isAssumed ? .assumed : .stated),
                at: place)
        }
        self.scenario = Scenario(
            seed: scenario.seed, rules: rules, levels: scenario.levels,
            history: scenario.history.dropLast() + [stage])
    }

    /// Few values, among them some that the rules part.
    private static func blank(
        at place: ReadingPlace, _ rules: RuleBase, _ random: inout SeededGenerator
    ) -> (possible: ValueSet, values: [ValueSet]) {
        let cells = AnswerCells(rules, history: [])
        switch cells.domain(of: place) {
        case .members(let domain):
            let all = (0..<64).map { UInt64(1) << $0 }.filter { domain & $0 != 0 }
            let kept = all.filter { _ in all.count == 2 || random.chance(70) }.prefix(4)
            return (.members(kept.reduce(0, |)), kept.map { .members($0) })
        case .runs:
            let edge = random.pick(rules.edges(at: place)) ?? 0
            let lower = edge - Int64(random.below(3))
            let ticks = TickRange(lower, lower + 1 + Int64(random.below(3)))
            return (.runs([ticks]), (ticks.lower...ticks.upper).map { .ticks($0, $0) })
        case .texts:
            let named = cells.cells(at: place) + [.texts(["a text no rule names"])]
            return (.texts(named.flatMap(\.texts).sorted()), named)
        }
    }

    func breach(of bounds: Bounds) -> String? {
        let reference = ReferenceEvaluation(rules: scenario.rules, history: scenario.history)
        var tried: [(values: [ReadingPlace: ValueSet], advised: Set<ID<Package>>)] = []
        for values in completions(blanks[...]) {
            var stage = scenario.history.last ?? Situation()
            for (place, value) in values { stage.tell(Reading(possible: value), at: place) }
            tried.append((values, reference.replacingLastStage(with: stage).advised))
        }
        for entry in bounds.packages {
            let outcomes = Set(tried.map { $0.advised.contains(entry.package) })
            if entry.fate.outcomes != outcomes { return "\(entry) though completions give \(outcomes)" }
            for (witness, stands) in entry.fate.witnesses {
                let within = tried.filter { completion in
                    witness.parts.allSatisfy { completion.values[$0.place]?.isSubset(of: $0.values) == true }
                }
                if within.isEmpty { return "\(witness) is no completion" }
                if within.contains(where: { $0.advised.contains(entry.package) != stands }) {
                    return "\(entry.package) is not settled by \(witness)"
                }
            }
        }
        return nil
    }

    private func completions(
        _ blanks: ArraySlice<(place: ReadingPlace, values: [ValueSet])>
    ) -> [[ReadingPlace: ValueSet]] {
        guard let first = blanks.first else { return [[:]] }
        return completions(blanks.dropFirst()).flatMap { rest in
            first.values.map { rest.merging([first.place: $0]) { old, _ in old } }
        }
    }
}

extension Bounds.Fate {
    /// What completions come to; `nil` where it is not decided.
    fileprivate var outcomes: Set<Bool>? {
        switch self {
        case .always: [true]
        case .never: [false]
        case .sometimes: [true, false]
        case .undecided: nil
        }
    }

    fileprivate var witnesses: [(witness: Bounds.Witness, stands: Bool)] {
        switch self {
        case .always, .never: []
        case .sometimes(let stands, let falls): [(stands, true), (falls, false)]
        case .undecided(_, let stands, let falls):
            [stands.map { ($0, true) }, falls.map { ($0, false) }].compactMap(\.self)
        }
    }
}

extension Evaluation {
    /// Packages that stand and that nothing advises against.
    fileprivate var advised: Set<ID<Package>> {
        let packages = rules.packages.indices.map { ID<Package>($0) }
        let statuses = Statuses(self, StatusFacts(self, packages: packages))
        return Set(packages.filter { statuses[$0].status.holds && !statuses[$0].objected.holds })
    }
}

extension Situation {
    /// Everything of which a completion chooses a value: what is measured, and what the case states.
    fileprivate func places(_ rules: RuleBase) -> [ReadingPlace] {
        var places = rules.diagnostics.indices.map { ReadingPlace.diagnostic(ID($0)) }
        places += rules.packages.indices.map { .inForce(ID($0)) }
        places += stated(statements, nil)
        for member in allMembers {
            places += rules.attributes.indices
                .filter { rules.attributes[$0].collection == member.collection }
                .map { .attribute(ID($0), member) }
            places += stated(self[member]?.statements ?? Statements(), member)
        }
        return places
    }

    private func stated(_ statements: Statements, _ member: MemberID?) -> [ReadingPlace] {
        statements.concepts.keys.sorted().map { .concept($0, member) }
            + statements.classifications.keys.sorted().map { .classification($0, value: nil, member) }
            + statements.classificationValues.keys.sorted().map {
                .classification($0.classification, value: $0.value, member)
            }
    }

    /// One of the possible values at each place.
    fileprivate func completed(
        at places: [ReadingPlace], _ rules: RuleBase, _ random: inout SeededGenerator
    ) -> Situation {
        let cells = AnswerCells(rules, history: [])
        var completed = self
        for place in places {
            let possible = reading(at: place)?.possible ?? cells.domain(of: place)
            completed.tell(Reading(possible: possible.drawn(&random)), at: place)
        }
        return completed
    }
}

extension RuleBase {
    /// Ticks at which some rule parts the values at a place.
    fileprivate func edges(at place: ReadingPlace) -> [Int64] {
        let subject: ReadingTest.Subject? =
            switch place {
            case .diagnostic(let diagnostic): .diagnostic(diagnostic)
            case .attribute(let attribute, _): .attribute(attribute)
            default: nil
            }
        return ReadingTest.all(in: self).filter { $0.subject == subject }.flatMap { test -> [Int64] in
            guard case .runs(let runs)? = test.accepted else { return [] }
            return runs.flatMap { [$0.lower, $0.upper] }.filter { $0 != .min && $0 != .max }
        }
    }
}

extension ValueSet {
    /// One value of the set; of quantities an end of a run more often than what lies between.
    fileprivate func drawn(_ random: inout SeededGenerator) -> ValueSet {
        switch self {
        case .members(let mask):
            let values = (0..<64).map { UInt64(1) << $0 }.filter { mask & $0 != 0 }
            return .members(random.pick(values) ?? mask)
        case .runs(let runs):
            let run = random.pick(runs) ?? .fromZero
            let lower = max(run.lower, -2_000_000_000)
            let upper = max(lower, min(run.upper, 2_000_000_000))
            let between = lower + Int64(random.below(Int(min(upper - lower, 500_000)) + 1))
            let tick = random.pick(of: lower, upper, between)
            return .ticks(tick, tick)
        case .texts(let texts):
            return .texts([random.pick(texts ?? ["a text no rule names"]) ?? ""])
        }
    }

    fileprivate var texts: [String] { if case .texts(let texts?) = self { texts } else { [] } }
}
