import Inference
import RuleModel

// Kinds of cluster for which nothing is ever advised, of one school or at all.

extension RuleAnalysis {
    /// One piece for each classification of the cluster.
    var gapPieces: [@Sendable (inout FaultReport, Life) -> Void] {
        guard rule == nil, package == nil else { return [] }
        // A package that is never advised to anybody is told of by itself.
        let packages = Deferred {
            recommendable.filter { package in
                if case .none = search.ask(.presumed, search.holds(.recommended(package))) {
                    false
                } else {
                    true
                }
            }
        }
        return rules.classifications.indices.filter { rules.classifications[$0].collection == nil }.map {
            place in
            { report, _ in findGaps(ID(place), packages.value, &report) }
        }
    }

    private func findGaps(_ id: ID<Classification>, _ packages: [ID<Package>], _ report: inout FaultReport) {
        let kinds = rules[id].values.indices.map { ClassificationValue(id, $0) }.filter { kind in
            search.grounds[0].circuit.wire(of: .classification(kind, member: nil)) != nil
        }
        // Where nothing at all is advised, nothing of any school is.
        let empty = find(kinds, nil, 0, packages, &report)
        let rest = kinds.filter { !empty.contains($0) }
        for lens in rules.lenses.indices.map({ ID<Lens>($0) }) {
            for school in rules[lens].values.indices {
                let mine = packages.filter { package in
                    rules[package].lensValues.contains { $0.lens == lens && $0.value == school }
                }
                if !mine.isEmpty { find(rest, lens, school, mine, &report) }
            }
        }
    }

    /// - Returns: The kinds of which it was shown that they are gaps.
    @discardableResult
    private func find(
        _ kinds: [ClassificationValue], _ lens: ID<Lens>?, _ school: Int, _ packages: [ID<Package>],
        _ report: inout FaultReport
    ) -> Set<ClassificationValue> {
        var gaps: Set<ClassificationValue> = []
        let answers = search.ask(.presumed, kinds) { solver, circuit in
            let advised = packages.compactMap { circuit.wire(of: .recommended($0)) }
            let any = solver.any(advised.map { solver.literal($0, .high) })
            return kinds.map { kind in
                circuit.wire(of: .classification(kind, member: nil)).map { [solver.literal($0, .high), any] }
            }
        }
        for (kind, answer) in zip(kinds, answers) {
            let fact = Fact.classification(kind, member: nil)
            report.ask(.gaps)
            switch answer {
            case .found: continue
            case .undecided(let doubt): report.doubt(.gaps, [.classification(kind.classification)], doubt)
            case .none(let scope):
                // A kind that no cluster can be of is told of as a rule that cannot fire.
                guard case .found(let sketch) = search.ask(.presumed, search.holds(fact)) else { continue }
                gaps.insert(kind)
                report.find(
                    .gaps, .gap(kind, lens: lens, value: school), [.classification(kind.classification)],
                    maker.witness(sketch, facts: [fact]) { evaluation in
                        evaluation.verdict(of: fact).holds
                            && packages.allSatisfy { !evaluation.verdict(of: .recommended($0)).holds }
                    }, scope)
            }
        }
        return gaps
    }
}
