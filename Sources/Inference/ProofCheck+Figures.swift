import RuleModel

extension ProofCheck {
    /// Figures must be about the expressions due, from the right readings, and rightly worked out.
    mutating func check(_ figures: [Figure], _ due: [(Expression, ProofPlace)], at index: Int) {
        guard figures.map(\.expression) == due.map(\.0) else { return fault(index, .wrongGrounds) }
        for (figure, (_, place)) in zip(figures, due) {
            let before = faults.count
            checkBasis(of: figure, place, at: index)
            guard faults.count == before else { continue }
            let worked = worked(figure, place) { proof.steps[$0].verdict }
            if worked.possible != figure.possible || worked.presumed != figure.presumed {
                fault(index, .wrongFigure)
            }
        }
    }

    private mutating func checkBasis(of figure: Figure, _ place: ProofPlace, at index: Int) {
        switch (figure.expression, figure.basis) {
        case (.diagnostic, .reading(let reading)), (.attribute, .reading(let reading)):
            if reading != self.reading(of: figure.expression, place) { fault(index, .wrongReading) }
        case (.packageAttribute, .declaration), (.literal, .declaration): break
        case (
            .count(let range, where: let filter),
            .members(let members, readings: _, isOpenEnded: let isOpenEnded)
        ):
            check(members, isOpenEnded, range, filter: filter, body: nil, place, at: index)
        case (
            .proportion(let range, where: let filter),
            .members(let members, readings: _, isOpenEnded: let isOpenEnded)
        ):
            check(members, isOpenEnded, range, filter: filter, body: nil, place, at: index)
        case (
            .fold(_, let attribute, let range, where: let filter),
            .members(let members, let readings, isOpenEnded: let isOpenEnded)
        ):
            check(members, isOpenEnded, range, filter: filter, body: nil, place, at: index)
            let due = members.map { checker.history[place.stage][$0.member]?.attributes[attribute] }
            if readings != due { fault(index, .wrongReading) }
        case (.countOf(let due), .conditions(let parts)): expectParts(due, parts, place, at: index)
        case (.timeSince(let date), .date(let reading, stageFrom: let from)):
            let start = checker.history[place.stage].from
            if reading != self.reading(of: date, place) || from != start { fault(index, .wrongReading) }
        default: fault(index, .wrongGrounds)
        }
    }

    private func reading(of expression: Expression, _ place: ProofPlace) -> Reading? {
        let situation = checker.history[place.stage]
        switch expression {
        case .diagnostic(let diagnostic): return situation.readings[diagnostic]
        case .attribute(let attribute, of: let variable):
            return place.assignment.members[variable].flatMap { situation[$0]?.attributes[attribute] }
        default: return nil
        }
    }

    /// The values that follow from a figure's basis, given the verdicts of its parts.
    func worked(_ figure: Figure, _ place: ProofPlace?, _ given: (Int) -> Verdict) -> SetCheck {
        switch (figure.expression, figure.basis) {
        case (.diagnostic(let diagnostic), .reading(let reading)):
            return reading.map { SetCheck($0) } ?? SetCheck(checker.domain(of: diagnostic))
        case (.attribute(let attribute, of: _), .reading(let reading)):
            return reading.map { SetCheck($0) } ?? SetCheck(checker.domain(of: attribute))
        case (.packageAttribute(let attribute, of: let reference), _):
            let package = place?.package(reference).flatMap { checker.entry(checker.rules.packages, $0) }
            let stated = package?.attributes.first { $0.attribute == attribute }?.value
            let declared = checker.entry(checker.rules.packageAttributes, attribute)
            return SetCheck(stated ?? checker.domain(of: declared?.measurement))
        case (.literal(let literal), _): return SetCheck(literal.value)
        case (.countOf, .conditions(let parts)):
            return Tally.both { Tally(parts.map(given), presuming: $0, isOpenEnded: false).count }
        case (_, .members(let members, let readings, isOpenEnded: let isOpenEnded)):
            let verdicts = members.map { $0.filter.map(given) ?? .yes }
            return Tally.both { presuming in
                let tally = Tally(verdicts, presuming: presuming, isOpenEnded: isOpenEnded)
                switch figure.expression {
                case .proportion: return tally.proportion
                case .fold(let fold, let attribute, _, where: _):
                    let sets = readings.map { presuming ? $0?.presumed : $0?.possible }
                    return tally.folded(fold, sets, domain: checker.domain(of: attribute))
                default: return tally.count
                }
            }
        case (.timeSince(let date), .date(let reading, stageFrom: let start)):
            let domain: ValueSet =
                switch date {
                case .diagnostic(let diagnostic): checker.domain(of: diagnostic)
                case .attribute(let attribute, of: _): checker.domain(of: attribute)
                default: .runs([.unbounded])
                }
            return Tally.both { presuming in
                Tally.time(from: reading.map { presuming ? $0.presumed : $0.possible } ?? domain, to: start)
            }
        default: return SetCheck(figure.possible)
        }
    }

    func verdict(of condition: Condition, _ figures: [Figure], _ given: (Int) -> Verdict) -> Verdict {
        // Readings and declarations were confirmed already; what is counted depends on the parts' verdicts.
        let values = figures.map { figure in
            switch figure.basis {
            case .members, .conditions: worked(figure, nil, given)
            default: SetCheck(possible: figure.possible, presumed: figure.presumed)
            }
        }
        guard let first = values.first else { return .open }
        switch condition {
        case .holds: return first.verdict(in: .members(0b10))
        case .lies(_, in: let accepted, _): return first.verdict(in: accepted)
        case .compares(_, let comparison, _) where values.count == 2:
            return first.verdict(comparison, values[1])
        case .rising where values.count == 2: return first.verdict(.above, values[1])
        case .falling where values.count == 2: return first.verdict(.below, values[1])
        default: return .open
        }
    }
}

/// The possible and presumed values of something, and how tests read them.
struct SetCheck {
    var possible: ValueSet
    var presumed: ValueSet

    init(possible: ValueSet, presumed: ValueSet) {
        self.possible = possible
        self.presumed = presumed
    }
    init(_ set: ValueSet) { self.init(possible: set, presumed: set) }
    init(_ reading: Reading) { self.init(possible: reading.possible, presumed: reading.presumed) }

    func verdict(in accepted: ValueSet) -> Verdict {
        if possible.isSubset(of: accepted) { return .yes }
        if possible.isDisjoint(with: accepted) { return .no }
        if presumed.isSubset(of: accepted) { return .presumablyYes }
        return presumed.isDisjoint(with: accepted) ? .presumablyNo : .open
    }

    func verdict(_ comparison: Comparison, _ other: SetCheck) -> Verdict {
        if let firm = Self.compare(possible, comparison, other.possible) { return firm ? .yes : .no }
        guard let likely = Self.compare(presumed, comparison, other.presumed) else { return .open }
        return likely ? .presumablyYes : .presumablyNo
    }

    /// What holds of every pair; `nil` where pairs differ or have no order.
    private static func compare(_ one: ValueSet, _ comparison: Comparison, _ other: ValueSet) -> Bool? {
        if comparison == .exactly {
            if one.isDisjoint(with: other) { return false }
            return one == other && isOne(one) ? true : nil
        }
        guard let mine = Tally.ends(one), let theirs = Tally.ends(other) else { return nil }
        let isAlways: Bool
        let isNever: Bool
        switch comparison {
        case .atLeast: (isAlways, isNever) = (mine.lower >= theirs.upper, mine.upper < theirs.lower)
        case .above: (isAlways, isNever) = (mine.lower > theirs.upper, mine.upper <= theirs.lower)
        case .atMost: (isAlways, isNever) = (mine.upper <= theirs.lower, mine.lower > theirs.upper)
        case .below, .exactly: (isAlways, isNever) = (mine.upper < theirs.lower, mine.lower >= theirs.upper)
        }
        return isAlways ? true : isNever ? false : nil
    }

    private static func isOne(_ set: ValueSet) -> Bool {
        if case .texts(let texts) = set { return texts?.count == 1 }
        return Tally.ends(set).map { $0.lower == $0.upper } ?? false
    }
}
