import Generation
import Inference
import RuleModel
import Testing

@testable import Advice

@Suite struct OutlineLawTests {
    @Test func `an outline says of every package what the whole answer says`() {
        LawRun.hold(sample: 100) { scenario in
            let request = scenario.request
            let evaluation = CompiledEvaluation(CompiledRules(scenario.rules), history: scenario.history)
            return Outlining(request).outline(of: evaluation).difference(from: advise(request, evaluation))
        }
    }

    @Test func `the outlines of shipped cases are those of their answers`() {
        let shipped = ShippedCases()
        for (request, evaluation) in shipped.consultations {
            let outline = Outlining(request).outline(of: evaluation)
            let difference = outline.difference(from: advise(request, evaluation))
            #expect(difference == nil, "\(request.cluster.name): \(difference ?? "")")
        }
    }
}

extension Outline {
    /// The first package of which an answer says something else.
    fileprivate func difference(from answer: Answer) -> String? {
        let phases = answer.programme.map {
            $0.entries.map { Entry(package: $0.package, standing: $0.standing) }
        }
        if programme != phases { return "the programme is another one" }
        for entry in answer.entries where strengths[entry.package] != entry.strength {
            return "\(entry.package) is advised otherwise"
        }
        var told: [ID<Package>: Outside] = [:]
        for package in answer.waiting { told[package.package] = .open }
        for package in answer.withheld { told[package.package] = .notAdvised }
        for package in answer.contested where !package.isTakenIn { told[package.package] = .contested }
        for package in answer.leftOut { told[package.package] = .givenUp }
        for package in answer.notAdvised {
            told[package.package] =
                switch package.kind {
                case .doesNotApply: .notAdvised
                case .notNeeded: .advisedAgainst(.notNeeded)
                case .harmful: .advisedAgainst(.harmful)
                case .disputed: .advisedAgainst(.disputed)
                }
        }
        return outside == told ? nil : "what is outside stands otherwise: \(outside) and not \(told)"
    }
}
