import Generation
import Inference
import RuleModel
import Testing

@testable import Advice

/// Why-not is complete: nothing stands in the way of a package that it does not name.
@Suite struct WhyNotLawTests {
    @Test func `in shipped cases no package needs a reading that its why-not does not name`() {
        let cases = ShippedCases().consultations
        for seed in LawRun.seeds(sample: 3) {
            let (request, evaluation) = cases[Int(seed * 11 % UInt64(cases.count))]
            for package in request.rules.packages.indices.map({ ID<Package>($0) }) {
                let found = missed(by: request, evaluation, package)
                #expect(found == nil, "\(request.cluster.name): \(found ?? "")")
            }
        }
    }

    @Test func `in made-up cases no package needs a reading that its why-not does not name`() {
        LawRun.hold(sample: 60) { scenario in
            let evaluation = CompiledEvaluation(CompiledRules(scenario.rules), history: scenario.history)
            for package in scenario.rules.packages.indices.map({ ID<Package>($0) }) {
                if let breach = missed(by: scenario.request, evaluation, package) { return breach }
            }
            return nil
        }
    }

    /// Repairs of one or two readings that touch nothing which the proofs speak of.
    private func missed(
        by request: AdviceRequest, _ evaluation: CompiledEvaluation, _ package: ID<Package>
    ) -> String? {
        let answer = repair(
            request, evaluation, package, toStand: true, limits: RepairLimits(size: 2, evaluations: 1_000))
        if answer.isSo || answer.repairs.isEmpty { return nil }
        let named = readingsNamed(evaluation, package)
        for repair in answer.repairs where !repair.parts.allSatisfy({ named.contains($0.place) }) {
            return
                "\(package) is repaired by \(repair.parts.map(\.place)), which its why-not does not all name"
        }
        return nil
    }

    /// Every reading that a proof of why the package is not advised looks at.
    private func readingsNamed(
        _ evaluation: CompiledEvaluation, _ package: ID<Package>
    ) -> Set<ReadingPlace> {
        let goal = AdvisedGoal(package, in: evaluation)
        var named: Set<ReadingPlace> = []
        for subject in goal.subjects {
            switch subject {
            case .diagnostic(let diagnostic): named.insert(.diagnostic(diagnostic))
            case .fact(let fact):
                for step in evaluation.proof(of: fact).steps { named.formUnion(step.places) }
            }
        }
        return named
    }
}

extension ProofStep {
    fileprivate var places: [ReadingPlace] {
        switch content {
        case .fact(let step):
            if case .concept(let concept, let member) = step.fact { return [.concept(concept, member)] }
            return []
        case .condition(let step):
            switch step.grounds {
            case .figures(let figures): return figures.flatMap { $0.places(step.assignment) }
            case .inForce:
                guard case .inForce(let reference) = step.condition,
                    let package = reference.package(under: step.assignment)
                else { return [] }
                return [.inForce(package)]
            case .fact, .parts, .members, .declaration: return []
            }
        }
    }
}

extension Figure {
    fileprivate func places(_ assignment: Assignment) -> [ReadingPlace] {
        switch expression {
        case .diagnostic(let diagnostic): return [.diagnostic(diagnostic)]
        case .timeSince(.diagnostic(let diagnostic)): return [.diagnostic(diagnostic)]
        case .attribute(let attribute, of: let variable),
            .timeSince(.attribute(let attribute, of: let variable)):
            return assignment.members[variable].map { [.attribute(attribute, $0)] } ?? []
        case .fold(_, let attribute, _, _):
            guard case .members(let members, _, _) = basis else { return [] }
            return members.map { .attribute(attribute, $0.member) }
        default: return []
        }
    }
}
