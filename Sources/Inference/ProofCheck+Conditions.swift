import RuleModel

extension ProofCheck {
    /// Checks the form of a condition's grounds, then that its verdict follows from them.
    mutating func check(_ step: ConditionStep, at index: Int) {
        guard checker.history.indices.contains(step.stage) else { return fault(index, .wrongGrounds) }
        let before = faults.count
        checkGrounds(of: step, at: index)
        guard faults.count == before else { return }
        let expected = verdict(of: step) { proof.steps[$0].verdict }
        if proof.steps[index].verdict != expected { fault(index, .wrongVerdict(expected: expected)) }
    }

    private mutating func checkGrounds(of step: ConditionStep, at index: Int) {
        let place = ProofPlace(stage: step.stage, assignment: step.assignment)
        switch (step.condition, step.grounds) {
        case (.holds(let expression), .figures(let figures)),
            (.lies(let expression, in: _, _), .figures(let figures)):
            check(figures, [(expression, place)], at: index)
        case (.compares(let left, _, let right), .figures(let figures)):
            check(figures, [(left, place), (right, place)], at: index)
        case (.rising(let expression), .figures(let figures)),
            (.falling(let expression), .figures(let figures)):
            let earlier = place.stage > 0 ? [(expression, checker.moved(place, to: place.stage - 1))] : []
            check(figures, [(expression, place)] + earlier, at: index)
        case (.concept, _), (.classification, _), (.recommended, _):
            checkFactAsked(step, place, at: index)
        case (.criterion, .declaration), (.lens, .declaration): break
        case (.inForce(let reference), .inForce(let reading)):
            let said = place.package(reference).flatMap { checker.history[place.stage].inForce[$0] }
            if said != reading { fault(index, .wrongReading) }
        case (.not(let part), .parts(let parts)): expectParts([part], parts, place, at: index)
        case (.all(let due), .parts(let parts)), (.any(let due), .parts(let parts)),
            (.listed(_, _, of: let due), .parts(let parts)):
            expectParts(due, parts, place, at: index)
        case (.previously(let part), .parts(let parts)):
            let stages = place.stage > 0 ? [place.stage - 1] : []
            expect(part, at: stages, parts, place, index)
        case (.earlier(let part), .parts(let parts)):
            expect(part, at: (0..<place.stage).reversed(), parts, place, index)
        case (.some(let range, let body), .members(let members, isOpenEnded: let isOpenEnded)):
            check(members, isOpenEnded, range, filter: nil, body: body, place, at: index)
        case (
            .every(let range, filter: let filter, let body),
            .members(let members, isOpenEnded: let isOpenEnded)
        ):
            check(members, isOpenEnded, range, filter: filter, body: body, place, at: index)
        default: fault(index, .wrongGrounds)
        }
    }

    private mutating func checkFactAsked(_ step: ConditionStep, _ place: ProofPlace, at index: Int) {
        switch (factAsked(by: step.condition, place), step.grounds) {
        case (let fact?, .fact(let part)): expect(fact, stage: place.stage, at: part, from: index)
        // A member that the stage does not have: nothing is known of it.
        case (nil, .parts(let parts)) where parts.isEmpty: break
        default: fault(index, .wrongGrounds)
        }
    }

    private func factAsked(by condition: Condition, _ place: ProofPlace) -> Fact? {
        func borne(by bearer: Bearer, _ fact: (MemberID?) -> Fact) -> Fact? {
            guard case .member(let variable) = bearer else { return fact(nil) }
            return place.assignment.members[variable].map(fact)
        }
        switch condition {
        case .concept(let concept, of: let bearer): return borne(by: bearer) { .concept(concept, member: $0) }
        case .classification(let classification, value: let value, of: let bearer):
            return borne(by: bearer) {
                .classification(ClassificationValue(classification, value), member: $0)
            }
        case .recommended(let reference): return place.package(reference).map { .recommended($0) }
        default: return nil
        }
    }

    mutating func expectParts(_ due: [Condition], _ parts: [Int], _ place: ProofPlace, at index: Int) {
        guard due.count == parts.count else { return fault(index, .wrongGrounds) }
        for (condition, part) in zip(due, parts) { expect(condition, place, at: part, from: index) }
    }

    private mutating func expect(
        _ condition: Condition, at stages: [Int], _ parts: [Int], _ place: ProofPlace, _ index: Int
    ) {
        guard stages.count == parts.count else { return fault(index, .wrongGrounds) }
        for (stage, part) in zip(stages, parts) {
            expect(condition, checker.moved(place, to: stage), at: part, from: index)
        }
    }

    /// All members are there in order, each with the parts that are asked of it.
    mutating func check(
        _ members: [MemberStep], _ isOpenEnded: Bool, _ range: Members, filter: Condition?, body: Condition?,
        _ place: ProofPlace, at index: Int
    ) {
        let due = checker.range(range, place)
        guard members.map(\.member) == due.members, isOpenEnded == due.isOpenEnded else {
            return fault(index, .wrongMembers)
        }
        for member in members {
            let inner = place.with(range.variable, member.member)
            for (condition, part) in [(filter, member.filter), (body, member.body)] {
                switch (condition, part) {
                case (let condition?, let part?): expect(condition, inner, at: part, from: index)
                case (nil, nil): break
                default: fault(index, .wrongGrounds)
                }
            }
        }
    }

    // MARK: Verdicts

    /// The verdict that follows from a step's grounds, given those of its parts.
    func verdict(of step: ConditionStep, given: (Int) -> Verdict) -> Verdict {
        switch step.grounds {
        case .figures(let figures): return verdict(of: step.condition, figures, given)
        case .fact(let fact): return given(fact)
        case .inForce(let reading): return reading.map { SetCheck($0).verdict(in: .members(0b10)) } ?? .open
        case .declaration: return checker.rules.verdict(declared: step.condition, step.assignment)
        case .parts(let parts): return verdict(of: step.condition, parts.map(given))
        case .members(let members, isOpenEnded: let isOpenEnded):
            if case .every = step.condition {
                let each = members.map {
                    max($0.filter.map { given($0).negated } ?? .no, $0.body.map(given) ?? .yes)
                }
                return min(each.min() ?? .yes, isOpenEnded ? .open : .yes)
            }
            let each = members.map { $0.body.map(given) ?? .yes }
            return max(each.max() ?? .no, isOpenEnded ? .open : .no)
        }
    }

    private func verdict(of condition: Condition, _ parts: [Verdict]) -> Verdict {
        switch condition {
        case .not: parts.first?.negated ?? .open
        case .all: parts.min() ?? .yes
        case .any: parts.max() ?? .no
        case .listed(.atLeast, let number, of: _): atLeast(number, parts)
        case .listed(.above, let number, of: _): atLeast(next(number), parts)
        case .listed(.atMost, let number, of: _): atLeast(next(number), parts).negated
        case .listed(.below, let number, of: _): atLeast(number, parts).negated
        case .listed(.exactly, let number, of: _):
            min(atLeast(number, parts), atLeast(next(number), parts).negated)
        case .earlier: max(parts.max() ?? .open, .open)
        default: parts.first ?? .open
        }
    }

    private func next(_ number: Int) -> Int { number == .max ? number : number + 1 }

    /// The N-th greatest.
    private func atLeast(_ number: Int, _ parts: [Verdict]) -> Verdict {
        if number <= 0 { return .yes }
        return number > parts.count ? .no : parts.sorted(by: >)[number - 1]
    }
}
