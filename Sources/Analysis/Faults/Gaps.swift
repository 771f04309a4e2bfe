import Inference
import RuleModel

// Kinds of cluster for which nothing is ever advised, of one school or at all.

extension RuleAnalysis {
    func findGaps(_ report: inout FaultReport, _ life: Life) {
        guard rule == nil, package == nil else { return }
        // A package that is never advised to anybody is told of by itself.
        let packages = recommendable.filter { package in
            if case .none = search.ask(.presumed, search.holds(.recommended(package))) { false } else { true }
        }
        for place in rules.classifications.indices where rules.classifications[place].collection == nil {
            for value in rules.classifications[place].values.indices {
                let kind = ClassificationValue(ID(place), value)
                guard search.grounds[0].circuit.wire(of: .classification(kind, member: nil)) != nil
                else { continue }
                let isGap = find(kind, nil, 0, packages, &report)
                // Where nothing at all is advised, nothing of any school is.
                if isGap { continue }
                for lens in rules.lenses.indices.map({ ID<Lens>($0) }) {
                    for school in rules[lens].values.indices {
                        let mine = packages.filter { package in
                            rules[package].lensValues.contains { $0.lens == lens && $0.value == school }
                        }
                        if mine.isEmpty { continue }
                        find(kind, lens, school, mine, &report)
                    }
                }
            }
        }
    }

    /// - Returns: Whether it was shown that there is one.
    @discardableResult
    private func find(
        _ kind: ClassificationValue, _ lens: ID<Lens>?, _ school: Int, _ packages: [ID<Package>],
        _ report: inout FaultReport
    ) -> Bool {
        let fact = Fact.classification(kind, member: nil)
        report.ask(.gaps)
        let answer = search.ask(.presumed) { solver, circuit in
            guard let wire = circuit.wire(of: fact) else { return nil }
            let advised = packages.compactMap { circuit.wire(of: .recommended($0)) }
            let any = solver.any(advised.map { solver.literal($0, .high) })
            return [solver.literal(wire, .high), any]
        }
        switch answer {
        case .found: return false
        case .undecided(let doubt):
            report.doubt(.gaps, [.classification(kind.classification)], doubt)
            return false
        case .none(let scope):
            // A kind that no cluster can be of is told of as a rule that cannot fire.
            guard case .found(let sketch) = search.ask(.presumed, search.holds(fact)) else { return false }
            report.find(
                .gaps, .gap(kind, lens: lens, value: school), [.classification(kind.classification)],
                maker.witness(sketch, facts: [fact]) { evaluation in
                    evaluation.verdict(of: fact).holds
                        && packages.allSatisfy { !evaluation.verdict(of: .recommended($0)).holds }
                }, scope)
            return true
        }
    }
}
