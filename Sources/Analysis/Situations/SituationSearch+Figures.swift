import RuleModel

// Figures worked out from members, values compared with each other, and values that moved.

extension SituationSearch {
    typealias Way = (wishes: [Wish], draft: SituationDraft)

    /// The ways to make up members so that a figure of them comes out in a set, or outside of it.
    func figures(
        _ expression: Expression, _ set: ValueSet, _ wish: Wish, _ draft: SituationDraft
    ) -> [Way] {
        guard wish.outcome != .open else { return [([], draft)] }
        let isWanted = { (value: Int64) in
            set.isDisjoint(with: .ticks(value, value)) == (wish.outcome == .no)
        }
        switch expression {
        case .count(let members, where: let filter):
            return (0...12).filter { isWanted(Int64($0)) }.compactMap { count in
                made(count, of: count, members, filter, wish, draft)
            }
        case .countOf(let parts):
            return (0...parts.count).filter { isWanted(Int64($0)) }.map { count in
                (
                    parts.enumerated().map { wish.with($0.element, $0.offset < count ? .yes : .no) }, draft
                )
            }
        case .proportion(let members, where: let filter):
            return (1...10).flatMap { all in (0...all).map { ($0, all) } }
                .filter { isWanted(Int64($0.0) * 1_000_000 / Int64($0.1)) }
                .compactMap { made($0.0, of: $0.1, members, filter, wish, draft) }
        case .fold(_, let attribute, let members, where: let filter):
            // Of a single member every fold is its own value.
            guard var way = made(1, of: 1, members, filter, wish, draft) else { return [] }
            let subject = SituationDraft.Subject.attribute(attribute, of: way.draft.members.count - 1)
            let values = wish.outcome == .yes ? set : way.draft.domain(of: subject).subtracting(set)
            return way.draft.tell(subject, back: wish.back, in: values) ? [way] : []
        case .timeSince(let date):
            guard let subject = subject(date, wish), case .runs(let runs) = set else { return [] }
            let spans = wish.outcome == .yes ? set : ValueSet.runs([.fromZero]).subtracting(.runs(runs))
            guard case .runs(let left) = spans, let span = left.first else { return [] }
            var next = draft
            // Any day will do to count from.
            let today = draft.from ?? 10_957
            next.from = today
            let days = (span.lower > 0 ? span.lower + 9_999 : min(span.upper, span.lower)) / 10_000
            let day = today - days
            return next.tell(subject, back: wish.back, in: .ticks(day, day)) ? [([], next)] : []
        default: return []
        }
    }

    /// A listed collection of which some members pass the filter.
    private func made(
        _ count: Int, of all: Int, _ members: Members, _ filter: Condition?, _ wish: Wish,
        _ draft: SituationDraft
    ) -> Way? {
        var parent: Int?
        if let variable = members.parent {
            guard let known = wish.scope.members[variable] else { return nil }
            parent = known
        }
        let kind = SituationDraft.Member(collection: members.collection, parent: parent)
        // Members made up for something else would be counted too.
        guard !draft.members.contains(kind), filter != nil || count == all else { return nil }
        var next = draft
        next.list(kind)
        var wishes: [Wish] = []
        for place in 0..<all {
            let number = next.add(kind)
            if let filter {
                wishes.append(bound(wish.with(filter, place < count ? .yes : .no), members.variable, number))
            }
        }
        return (wishes, next)
    }

    // MARK: Two values

    /// The drafts in which one value compares with another as wished.
    func pairs(
        _ left: Expression, _ comparison: Comparison, _ right: Expression, _ wish: Wish,
        _ draft: SituationDraft
    ) -> [SituationDraft] {
        if wish.outcome == .open { return [draft] }
        guard let one = subject(left, wish), let other = subject(right, wish) else { return [] }
        var found: [SituationDraft] = []
        for (low, high) in [(2, 2), (3, 2), (2, 3)] {
            let holds =
                switch comparison {
                case .atLeast: low >= high
                case .atMost: low <= high
                case .above: low > high
                case .below: low < high
                case .exactly: low == high
                }
            guard holds == (wish.outcome == .yes) else { continue }
            var next = draft
            if next.tell(one, back: wish.back, in: value(low, of: one, draft)),
                next.tell(other, back: wish.back, in: value(high, of: other, draft))
            {
                found.append(next)
            }
        }
        return found
    }

    /// The drafts in which a value has moved since the stage before, or has not.
    func moved(
        _ expression: Expression, up: Bool, _ wish: Wish, _ draft: SituationDraft
    ) -> [SituationDraft] {
        guard wish.outcome != .open, let subject = subject(expression, wish) else { return [] }
        return [(2, 3), (3, 2), (2, 2)].compactMap { before, now in
            guard (up ? now > before : now < before) == (wish.outcome == .yes) else { return nil }
            var next = draft
            return next.tell(subject, back: wish.back + 1, in: value(before, of: subject, draft))
                && next.tell(subject, back: wish.back, in: value(now, of: subject, draft)) ? next : nil
        }
    }

    /// The so-manieth of a few values that differ.
    private func value(_ number: Int, of subject: SituationDraft.Subject, _ draft: SituationDraft) -> ValueSet
    {
        guard case .members(let mask) = draft.domain(of: subject) else {
            return .ticks(Int64(number) * 100_000, Int64(number) * 100_000)
        }
        let places = (0..<64).filter { mask >> UInt64($0) & 1 == 1 }
        return .members(1 << UInt64(places[min(number - 1, places.count - 1)]))
    }
}
