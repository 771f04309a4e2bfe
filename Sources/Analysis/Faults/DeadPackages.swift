import Inference
import RuleModel

// Packages that rules recommend and that nevertheless can never stand.

extension RuleAnalysis {
    func findDeadPackages(_ report: inout FaultReport, _ life: Life) {
        for package in recommendable where isAsked(package) {
            report.ask(.deadPackages)
            let recommended = Fact.recommended(package)
            switch search.ask(.presumed, search.holds(recommended)) {
            case .undecided(let doubt): report.doubt(.deadPackages, [.package(package)], doubt)
            case .none(let scope):
                // That nothing brings it about any cluster shows; the plainest is one of which nothing is told.
                report.find(
                    .deadPackages, .deadPackage(package), [.package(package)],
                    maker.witness(ClusterSketch(members: [:]), facts: [recommended]) {
                        !$0.verdict(of: recommended).holds
                    }, scope)
            case .found(let sketch): findAlwaysContested(package, sketch, &report)
            }
        }
    }

    private func findAlwaysContested(
        _ package: ID<Package>, _ sketch: ClusterSketch, _ report: inout FaultReport
    ) {
        let recommended = Fact.recommended(package)
        let objections = Objection.allCases.map { Fact.advisedAgainst(package, $0) }
        let answer = search.ask(.presumed) { solver, circuit in
            guard let wire = circuit.wire(of: recommended) else { return nil }
            let opposing = objections.compactMap { circuit.wire(of: $0) }
            return [solver.literal(wire, .high)] + opposing.map { !solver.literal($0, .high) }
        }
        switch answer {
        case .found: return
        case .undecided(let doubt): report.doubt(.deadPackages, [.package(package)], doubt)
        case .none(let scope):
            report.find(
                .deadPackages, .alwaysContested(package), [.package(package)],
                maker.witness(sketch, facts: [recommended] + objections) { evaluation in
                    evaluation.verdict(of: recommended).holds
                        && objections.contains { evaluation.verdict(of: $0).holds }
                }, scope)
        }
    }

    /// The packages that some rule recommends, by name or whichever they are.
    var recommendable: [ID<Package>] {
        let facts = Set(search.grounds.flatMap(\.circuit.facts))
        let circuits = search.grounds.map(\.circuit)
        return rules.packages.indices.map { ID<Package>($0) }.filter { package in
            facts.contains(.recommended(package))
                && circuits.contains { !$0.factsNoRuleDraws.contains(.recommended(package)) }
        }
    }
}
