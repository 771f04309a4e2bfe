import Inference
import RuleModel

// What one rule recommends and another advises against, and claims cited on both sides of it.

extension RuleAnalysis {
    func findContradictions(
        _ package: ID<Package>, _ report: inout FaultReport, _ life: Life, isTold: Set<FaultQuestion>
    ) {
        var recommending: [ID<Rule>] = []
        var opposing: [(rule: ID<Rule>, objection: Objection)] = []
        for place in rules.rules.indices where !life.dead.contains(ID(place)) {
            for conclusion in rules.rules[place].conclusions {
                if case .adviseAgainst(.package(package), let objection) = conclusion {
                    opposing.append((ID(place), objection))
                }
            }
            if rules.rules[place].conclusions.contains(where: { $0.recommended.contains(package) }) {
                recommending.append(ID(place))
            }
        }
        if recommending.isEmpty || opposing.isEmpty { return }
        for one in recommending {
            for (other, objection) in opposing where isAsked(one) || isAsked(other) {
                find(
                    package, one, other, objection, &report, isTold: isTold,
                    isMeant: meant.value.isMeant(package, one, other, rules))
            }
        }
    }

    private func find(
        _ package: ID<Package>, _ one: ID<Rule>, _ other: ID<Rule>, _ objection: Objection,
        _ report: inout FaultReport, isTold: Set<FaultQuestion>, isMeant: Bool
    ) {
        let subjects: [FaultSubject] = [.rule(one), .rule(other)]
        let shared = rules[one].claims.filter { rules[other].claims.contains($0) }
        report.ask(.contradictions)
        if !shared.isEmpty { report.ask(.opposedClaims) }
        let both = search.ask(.presumed) { solver, circuit in
            guard let first = search.fires(one)(&solver, circuit),
                let second = search.fires(other)(&solver, circuit)
            else { return nil }
            return first + second
        }
        switch both {
        case .none: return
        case .undecided(let doubt): report.doubt(.contradictions, subjects, doubt)
        case .found(let sketch):
            let facts: [Fact] = [.recommended(package), .advisedAgainst(package, objection)]
            let witness = maker.witness(sketch, facts: facts) {
                $0.verdict(of: one).holds && $0.verdict(of: other).holds
            }
            let alone = search.ask(.presumed) { solver, circuit in
                guard let first = search.fires(one)(&solver, circuit),
                    let second = search.fires(other)(&solver, circuit)
                else { return nil }
                return first + second.map { !$0 }
            }
            var isAlways = false
            var scope = SearchScope()
            if case .none(let found) = alone { (isAlways, scope) = (true, found) }
            if isTold.contains(.contradictions) {
                report.find(
                    .contradictions,
                    .contradiction(package, recommending: one, opposing: other, always: isAlways), subjects,
                    witness, scope, isKnown: isMeant && !isAlways)
            }
            guard isTold.contains(.opposedClaims) else { return }
            for claim in shared {
                report.find(
                    .opposedClaims, .opposedClaim(claim, package, recommending: one, opposing: other),
                    subjects, witness, isKnown: isMeant)
            }
        }
    }

    // MARK: Kinds

    func findContestedKinds(_ report: inout FaultReport, _ life: Life) {
        for place in rules.classifications.indices where !rules.classifications[place].isSeveral {
            let id = ID<Classification>(place)
            let drawing = rules.rules.indices.map { ID<Rule>($0) }.filter { rule in
                !life.dead.contains(rule) && rules[rule].conclusions.contains { $0.isOf(id) }
            }
            guard rule.map({ drawing.contains($0) }) ?? (package == nil) else { continue }
            let count = rules[id].values.count
            for one in 0..<count {
                for other in one + 1..<max(count, one + 1) {
                    report.ask(.contestedKinds)
                    find(id, one, other, drawing, &report, isMeant: meant.value.isMeant(id, one, other))
                }
            }
        }
    }

    private func find(
        _ id: ID<Classification>, _ one: Int, _ other: Int, _ drawing: [ID<Rule>],
        _ report: inout FaultReport, isMeant: Bool
    ) {
        let isOfMembers = rules[id].collection != nil
        let member = rules[id].collection.map { MemberID(collection: $0, index: 0) }
        let facts: [Fact] = [
            .classification(ClassificationValue(id, one), member: member),
            .classification(ClassificationValue(id, other), member: member),
        ]
        let answer = search.ask(.presumed) { solver, circuit in
            let wires = facts.compactMap { circuit.wire(of: $0) }
            guard wires.count == 2 else { return nil }
            return wires.map { solver.literal($0, .high) }
        }
        switch answer {
        case .none: return
        case .undecided(let doubt): report.doubt(.contestedKinds, [.classification(id)], doubt)
        case .found(let sketch):
            guard !isOfMembers || !sketch.members.isEmpty else { return }
            let witness = maker.witness(sketch, facts: facts) { evaluation in
                facts.allSatisfy { evaluation.verdict(of: $0).holds }
            }
            let rules = drawing.filter { rule in
                self.rules[rule].conclusions.contains {
                    if case .classification(id, value: let value, of: _) = $0 {
                        value == one || value == other
                    } else {
                        false
                    }
                }
            }
            report.find(
                .contestedKinds, .contestedKind(id, one, other, rules: rules), [.classification(id)],
                witness, isKnown: isMeant)
        }
    }
}

extension Conclusion {
    func isOf(_ classification: ID<Classification>) -> Bool {
        if case .classification(classification, value: _, of: _) = self { true } else { false }
    }
}
