import Generation
import Inference
import RuleModel
import Testing

@testable import Advice

/// What a repair proposes does it, nothing smaller does, and nothing that does is passed over.
@Suite struct RepairLawTests {
    @Test func `repairs are those that trying every set of one or two readings finds`() {
        LawRun.hold(sample: 12) { scenario in
            let request = scenario.request
            let evaluation = CompiledEvaluation(CompiledRules(scenario.rules), history: scenario.history)
            let package = ID<Package>(Int(scenario.seed) % scenario.rules.packages.count)
            for toStand in [true, false] {
                let answer = repair(
                    request, evaluation, package, toStand: toStand,
                    limits: RepairLimits(size: 2, evaluations: 1_000_000))
                let trial = ExhaustiveRepair(request, evaluation, package, toStand: toStand)
                if answer.isSo != trial.isSo([:]) { return "whether it is so is told wrongly" }
                if answer.isSo { continue }
                if let breach = trial.breach(of: answer) { return breach }
            }
            return nil
        }
    }

    @Test func `in shipped cases every repair does it, and none of its parts can be left out`() {
        let cases = ShippedCases().consultations
        for seed in LawRun.seeds(sample: 1) {
            let (request, evaluation) = cases[Int(seed * 7 % UInt64(cases.count))]
            for package in request.rules.packages.indices where package % 24 == Int(seed) % 24 {
                let toStand = seed % 4 != 3
                let answer = repair(
                    request, evaluation, ID(package), toStand: toStand,
                    limits: RepairLimits(size: 2, evaluations: 2_000))
                let trial = ExhaustiveRepair(request, evaluation, ID(package), toStand: toStand)
                for found in answer.repairs {
                    let breach = trial.breach(of: found)
                    #expect(breach == nil, "\(request.cluster.name), package \(package): \(breach ?? "")")
                }
            }
        }
    }
}

/// Tries sets of readings one by one, by evaluating the case anew each time.
private struct ExhaustiveRepair {
    let request: AdviceRequest
    let evaluation: CompiledEvaluation
    let package: ID<Package>
    let toStand: Bool
    /// Everything that could be otherwise, with every value that the rules tell apart.
    let options: [(place: ReadingPlace, values: [ValueSet])]

    init(_ request: AdviceRequest, _ evaluation: CompiledEvaluation, _ package: ID<Package>, toStand: Bool) {
        self.request = request
        self.evaluation = evaluation
        self.package = package
        self.toStand = toStand
        let possibilities = Possibilities(request, evaluation)
        let rules = request.rules
        let now = request.history.last ?? Situation()
        var targets = rules.diagnostics.indices.map { Levers.Target.diagnostic(ID($0)) }
        targets += rules.packages.indices.map { .inForce(ID($0)) }
        targets += rules.concepts.indices.filter { rules.concepts[$0].collection == nil }
            .map { .concept(ID($0), nil) }
        for member in now.allMembers {
            targets += rules.attributes.indices
                .filter { rules.attributes[$0].collection == member.collection }
                .map { .attribute(ID($0), member) }
            targets += rules.concepts.indices.filter { rules.concepts[$0].collection == member.collection }
                .map { .concept(ID($0), member) }
        }
        options = targets.map { (ReadingPlace($0), possibilities.options(of: $0)) }
    }

    /// Whether the goal is reached with some readings otherwise.
    func isSo(_ values: [ReadingPlace: ValueSet]) -> Bool {
        var otherwise = request.history.last ?? Situation()
        for (place, value) in values { otherwise.tell(Reading(possible: value), at: place) }
        let tried = evaluation.replacingLastStage(with: otherwise)
        let packages = request.rules.packages.indices.map { ID<Package>($0) }
        let status = Statuses(tried, StatusFacts(tried, packages: packages))[package]
        return (status.status.holds && !status.objected.holds) == toStand
    }

    /// That it does it with any of the values it names, and not without one of its parts.
    func breach(of repair: Repair) -> String? {
        var chosen: [ReadingPlace: ValueSet] = [:]
        for part in repair.parts {
            guard
                let values = options.first(where: { $0.place == part.place })?.values.filter({
                    $0.isSubset(of: part.values)
                }),
                let value = values.last
            else { return "\(part.place) cannot be \(part.values)" }
            chosen[part.place] = value
        }
        if !isSo(chosen) { return "\(chosen) does not do it" }
        for part in repair.parts {
            var without = chosen
            without[part.place] = nil
            if isSo(without) { return "\(part.place) can be left out of \(chosen)" }
        }
        return nil
    }

    func breach(of answer: RepairAnswer) -> String? {
        for repair in answer.repairs {
            if let breach = breach(of: repair) { return breach }
        }
        var single: [ReadingPlace: [ValueSet]] = [:]
        for (place, values) in options {
            for value in values where isSo([place: value]) {
                single[place, default: []].append(value)
                if !answer.covers([place: value]) { return "\(place) at \(value) is passed over" }
            }
        }
        for (number, one) in options.enumerated() {
            for other in options[(number + 1)...] {
                for first in one.values where single[one.place]?.contains(first) != true {
                    for second in other.values where single[other.place]?.contains(second) != true {
                        let both = [one.place: first, other.place: second]
                        if isSo(both), !answer.covers(both) { return "\(both) is passed over" }
                    }
                }
            }
        }
        return nil
    }
}

extension RepairAnswer {
    fileprivate func covers(_ values: [ReadingPlace: ValueSet]) -> Bool {
        repairs.contains { repair in
            repair.parts.count == values.count
                && repair.parts.allSatisfy { part in
                    values[part.place].map { $0.isSubset(of: part.values) } ?? false
                }
        }
    }
}
