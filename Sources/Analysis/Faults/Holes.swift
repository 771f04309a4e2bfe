import Inference
import RuleModel

// Values that lie between the thresholds of rules which divide a diagnostic into kinds.

extension RuleAnalysis {
    func findHoles(_ report: inout FaultReport, _ life: Life) {
        guard package == nil else { return }
        for place in rules.classifications.indices where rules.classifications[place].collection == nil {
            let id = ID<Classification>(place)
            let drawing = rules.rules.filter { rule in rule.conclusions.contains { $0.isOf(id) } }
            guard drawing.count > 1, rule.map({ rules[$0].conclusions.contains { $0.isOf(id) } }) ?? true
            else { continue }
            for diagnostic in dividing(drawing) { find(id, diagnostic, drawing, &report) }
        }
    }

    /// The ordered diagnostics that each of some rules asks about by itself.
    private func dividing(_ drawing: [Rule]) -> [ID<Diagnostic>] {
        let asked = drawing.map { rule in Set(rule.conjuncts.compactMap(\.bound?.diagnostic)) }
        let shared = asked.dropFirst().reduce(asked.first ?? []) { $0.intersection($1) }
        return shared.sorted().filter { rules[$0].measurement.type.isOrdered }
    }

    private func find(
        _ id: ID<Classification>, _ diagnostic: ID<Diagnostic>, _ drawing: [Rule],
        _ report: inout FaultReport
    ) {
        report.ask(.holes)
        var taken: [ValueSet] = []
        for rule in drawing {
            // Several bounds on one diagnostic meet in what all of them accept.
            let bounds = rule.conjuncts.compactMap(\.bound).filter { $0.diagnostic == diagnostic }
            guard let first = bounds.first else { continue }
            taken.append(bounds.dropFirst().reduce(first.accepted) { $0.intersection($1.accepted) })
        }
        guard let first = taken.first else { return }
        let all = taken.dropFirst().reduce(first) { $0.union($1) }
        guard let hole = all.firstHole else { return }
        let input = RuleCircuit.Input(
            place: .diagnostic(diagnostic), isOfStageBefore: false,
            domain: rules.domain(of: rules[diagnostic].measurement.type))
        var sketch = ClusterSketch(members: [:])
        let example = ValueSet.firstOf(hole)
        sketch.tell(input, cells: [InputCells.Cell(values: example, sample: example)])
        let facts = rules[id].values.indices.map {
            Fact.classification(ClassificationValue(id, $0), member: nil)
        }
        report.find(
            .holes, .hole(id, diagnostic, hole), [.classification(id)],
            maker.witness(sketch, facts: facts) { evaluation in
                facts.allSatisfy { evaluation.verdict(of: $0) == .no }
            })
    }
}

extension Condition {
    /// A bound on a diagnostic of the cluster.
    fileprivate var bound: (diagnostic: ID<Diagnostic>, accepted: ValueSet)? {
        if case .lies(.diagnostic(let diagnostic), in: let accepted, _) = self {
            (diagnostic, accepted)
        } else {
            nil
        }
    }
}

extension ValueType {
    fileprivate var isOrdered: Bool { if case .scale = self { true } else { isQuantity } }
}

extension ValueSet {
    /// The first stretch between two of its own that it leaves out.
    fileprivate var firstHole: ValueSet? {
        switch self {
        case .runs(let runs):
            guard runs.count > 1 else { return nil }
            return .ticks(runs[0].upper + 1, runs[1].lower - 1)
        case .members(let mask):
            guard mask != 0 else { return nil }
            let last = 63 - mask.leadingZeroBitCount
            let holes = (mask.trailingZeroBitCount...last).filter { mask >> UInt64($0) & 1 == 0 }
            guard let first = holes.first else { return nil }
            let run = holes.enumerated().prefix { $0.element == first + $0.offset }.map(\.element)
            return .members(run.reduce(0) { $0 | 1 << UInt64($1) })
        case .texts: return nil
        }
    }

    /// Its first value.
    fileprivate static func firstOf(_ values: ValueSet) -> ValueSet {
        switch values {
        case .runs(let runs): runs.first.map { .ticks($0.lower, $0.lower) } ?? values
        case .members(let mask): .members(mask & (~mask &+ 1))
        case .texts: values
        }
    }
}
