import RuleModel

/// Looks for a small cluster in which conditions come out as wished.
///
///     let search = SituationSearch(rules, patience: 20_000)
///     search.first([Wish(condition: old, outcome: .yes), Wish(condition: new, outcome: .no)]) { draft in … }
///
/// It narrows what may be told wish by wish and goes back where nothing is left. What it finds is a
/// proposal: other rules may have a say in what the wishes ask about, so that whoever uses it tries it
/// on the rules. That it finds nothing proves nothing.
final class SituationSearch {
    let rules: RuleBase
    private var patience: Int

    init(_ rules: RuleBase, patience: Int) {
        self.rules = rules
        self.patience = patience
    }

    var isExhausted: Bool { patience <= 0 }

    func first<Found>(
        _ wishes: [Wish], from draft: SituationDraft? = nil, accept: (SituationDraft) -> Found?
    ) -> Found? {
        solve(ordered(wishes, before: []), draft ?? SituationDraft(rules), accept)
    }

    /// The last wish is met first; those with several ways wait at the front.
    private func ordered(_ more: [Wish], before rest: [Wish]) -> [Wish] {
        more.filter(\.branches).reversed() + rest + more.filter { !$0.branches }.reversed()
    }

    private func solve<Found>(
        _ wishes: [Wish], _ draft: SituationDraft, _ accept: (SituationDraft) -> Found?
    ) -> Found? {
        patience -= 1
        guard patience > 0 else { return nil }
        guard let wish = wishes.last else { return accept(draft) }
        let rest = Array(wishes.dropLast())
        func go(_ more: [Wish], _ draft: SituationDraft) -> Found? {
            solve(ordered(more, before: rest), draft, accept)
        }
        func told(_ subject: SituationDraft.Subject, _ set: ValueSet, but other: ValueSet) -> Found? {
            var next = draft
            switch wish.outcome {
            case .yes: return next.tell(subject, back: wish.back, in: set) ? go([], next) : nil
            case .no: return next.tell(subject, back: wish.back, in: other) ? go([], next) : nil
            case .open: return next.leaveUntold(subject, back: wish.back) ? go([], next) : nil
            }
        }
        switch wish.condition {
        case .holds(let expression):
            if let subject = subject(expression, wish) { return told(subject, .yes, but: .no) }
            return declared(expression, .yes, wish) == (wish.outcome == .yes) ? go([], draft) : nil
        case .lies(let expression, in: let set, _):
            if let subject = subject(expression, wish) {
                return told(subject, set, but: draft.domain(of: subject).subtracting(set))
            }
            if let isIn = declared(expression, set, wish) {
                return wish.outcome != .open && isIn == (wish.outcome == .yes) ? go([], draft) : nil
            }
            return figures(expression, set, wish, draft).firstResult { go($0.wishes, $0.draft) }
        case .compares(let left, let comparison, let right):
            return pairs(left, comparison, right, wish, draft).firstResult { go([], $0) }
        case .concept(let concept, of: let bearer):
            guard let member = member(bearer, wish) else { return nil }
            return told(.concept(concept, of: member.number), .yes, but: .no)
        case .classification(let id, value: let value, of: let bearer):
            guard let member = member(bearer, wish) else { return nil }
            if rules[id].isSeveral {
                let value = ClassificationValue(id, value)
                return told(.classificationValue(value, of: member.number), .yes, but: .no)
            }
            let one: UInt64 = 1 << UInt64(value)
            return told(
                .classification(id, of: member.number), .members(one),
                but: .members(RuleBase.mask(count: rules[id].values.count) & ~one))
        case .criterion(let criterion, of: let reference):
            guard let package = wish.scope.package(reference) else { return nil }
            let isMet = rules[package].criteria.contains { $0.criterion == criterion }
            return wish.outcome != .open && isMet == (wish.outcome == .yes) ? go([], draft) : nil
        case .lens(let lens, values: let values, of: let reference):
            guard let package = wish.scope.package(reference) else { return nil }
            let stated = rules[package].lensValues.first { $0.lens == lens }
            let outcome: Wish.Outcome =
                stated.map { values >> UInt64($0.value) & 1 == 1 ? .yes : .no } ?? .open
            return outcome == wish.outcome ? go([], draft) : nil
        case .inForce(let reference):
            return wish.scope.package(reference).flatMap { told(.inForce($0), .yes, but: .no) }
        case .recommended(let reference):
            guard let package = wish.scope.package(reference), wish.depth < 3, wish.outcome != .open else {
                return nil
            }
            return ways(to: package, wish).firstResult { go($0, draft) }
        case .not(let part): return go([wish.with(part, wish.outcome.mirrored)], draft)
        case .all(let parts):
            switch wish.outcome {
            case .yes: return go(parts.map { wish.with($0, .yes) }, draft)
            case .no: return parts.firstResult { go([wish.with($0, .no)], draft) }
            case .open: return oneOpen(parts, others: .yes, wish).firstResult { go($0, draft) }
            }
        case .any(let parts):
            switch wish.outcome {
            case .yes: return parts.firstResult { go([wish.with($0, .yes)], draft) }
            case .no: return go(parts.map { wish.with($0, .no) }, draft)
            case .open: return oneOpen(parts, others: .no, wish).firstResult { go($0, draft) }
            }
        case .listed(let comparison, let number, of: let parts):
            return counts(comparison, number, parts.count, wish.outcome).flatMap { count in
                self.choices(count, of: parts, wish)
            }.firstResult { go($0, draft) }
        case .some(let members, let body):
            return some(members, body, wish, draft).firstResult { go($0.wishes, $0.draft) }
        case .every(let members, filter: let filter, let body):
            let lacking = Condition.all([filter, .not(body)].compactMap(\.self))
            return go([wish.with(.some(members, lacking), wish.outcome.mirrored)], draft)
        case .rising(let expression):
            return moved(expression, up: true, wish, draft).firstResult { go([], $0) }
        case .falling(let expression):
            return moved(expression, up: false, wish, draft).firstResult { go([], $0) }
        case .previously(let part), .earlier(let part):
            // Nobody says that the first stage told was the first there was.
            if case .earlier = wish.condition, wish.outcome == .no { return nil }
            if wish.outcome == .open { return go([], draft) }
            var before = wish.with(part, wish.outcome)
            before.back += 1
            return go([before], draft)
        }
    }

    // MARK: Parts

    private func oneOpen(_ parts: [Condition], others: Wish.Outcome, _ wish: Wish) -> [[Wish]] {
        parts.indices.map { open in
            parts.indices.map { wish.with(parts[$0], $0 == open ? .open : others) }
        }
    }

    /// How many of the listed ones may hold.
    private func counts(
        _ comparison: Comparison, _ number: Int, _ all: Int, _ outcome: Wish.Outcome
    ) -> [Int] {
        guard outcome != .open else { return [] }
        return (0...all).filter { count in
            let holds =
                switch comparison {
                case .atLeast: count >= number
                case .atMost: count <= number
                case .above: count > number
                case .below: count < number
                case .exactly: count == number
                }
            return holds == (outcome == .yes)
        }.sorted { (abs($0 - number), $0) < (abs($1 - number), $1) }
    }

    /// So many of them hold and the others do not, in each of the ways that begin at another one.
    private func choices(_ count: Int, of parts: [Condition], _ wish: Wish) -> [[Wish]] {
        let starts = count == 0 || count == parts.count ? 1 : parts.count
        return (0..<starts).map { start in
            parts.indices.map { place in
                let isChosen = (place - start + parts.count) % parts.count < count
                return wish.with(parts[place], isChosen ? .yes : .no)
            }
        }
    }

    private func some(
        _ members: Members, _ body: Condition?, _ wish: Wish, _ draft: SituationDraft
    ) -> [(wishes: [Wish], draft: SituationDraft)] {
        var parent: Int?
        if let variable = members.parent {
            guard let known = wish.scope.members[variable] else { return [] }
            parent = known
        }
        let kind = SituationDraft.Member(collection: members.collection, parent: parent)
        var next = draft
        switch wish.outcome {
        case .open: return draft.listed.contains(kind) ? [] : [([], draft)]
        case .yes:
            var found: [(wishes: [Wish], draft: SituationDraft)] = []
            // One more member, then one that is there already.
            let number = next.add(kind)
            var wishes = body.map { [bound(wish.with($0, .yes), members.variable, number)] } ?? []
            for universal in draft.universals where universal.of == kind {
                wishes.append(bound(universal.wish, universal.variable, number))
            }
            for known in draft.members.indices where draft.members[known] == kind {
                found.append(
                    (body.map { [bound(wish.with($0, .yes), members.variable, known)] } ?? [], draft))
            }
            return [(wishes, next)] + found
        case .no:
            next.list(kind)
            let lacking = wish.with(body ?? .all([]), .no)
            next.demand(lacking, ofEvery: kind, as: members.variable)
            let known = draft.members.indices.filter { draft.members[$0] == kind }
            return [(known.map { bound(lacking, members.variable, $0) }, next)]
        }
    }

    func bound(_ wish: Wish, _ variable: Variable, _ member: Int) -> Wish {
        var wish = wish
        wish.scope.members[variable] = member
        return wish
    }

    // MARK: What can be told

    func subject(_ expression: Expression, _ wish: Wish) -> SituationDraft.Subject? {
        switch expression {
        case .diagnostic(let id): .diagnostic(id)
        case .attribute(let id, of: let variable): wish.scope.members[variable].map { .attribute(id, of: $0) }
        default: nil
        }
    }

    private func member(_ bearer: Bearer, _ wish: Wish) -> (number: Int?, Void)? {
        guard case .member(let variable) = bearer else { return (nil, ()) }
        return wish.scope.members[variable].map { ($0, ()) }
    }

    /// Whether what a package declares lies in a set; `nil` for what it does not say, and anything else.
    private func declared(_ expression: Expression, _ set: ValueSet, _ wish: Wish) -> Bool? {
        guard case .packageAttribute(let attribute, of: let reference) = expression,
            let package = wish.scope.package(reference),
            let stated = rules[package].attributes.first(where: { $0.attribute == attribute })
        else { return nil }
        return stated.value.isSubset(of: set) ? true : stated.value.isDisjoint(with: set) ? false : nil
    }

    // MARK: Recommendations

    /// The wishes under which a package is recommended, rule by rule, or not at all.
    private func ways(to package: ID<Package>, _ wish: Wish) -> [[Wish]] {
        let rules = self.rules.rules.filter { $0.recommends(package) }
        let firings = rules.map { rule in
            var next = Wish(condition: rule.firing(), outcome: wish.outcome, back: wish.back)
            next.depth = wish.depth + 1
            return next
        }
        return wish.outcome == .yes ? firings.map { [$0] } : [firings]
    }
}

extension Rule {
    fileprivate func recommends(_ package: ID<Package>) -> Bool {
        conclusions.contains { conclusion in
            switch conclusion {
            case .recommend(let reference, _): reference == .package(package)
            case .choose(_, _, of: let options): options.contains(.package(package))
            default: false
            }
        }
    }
}

extension ValueSet {
    /// The values of this set that are not in another.
    func subtracting(_ other: ValueSet) -> ValueSet {
        switch (self, other) {
        case (.members(let mine), .members(let theirs)): return .members(mine & ~theirs)
        case (.runs(let mine), .runs(let theirs)):
            var left = mine
            for their in theirs {
                left = left.flatMap { run -> [TickRange] in
                    guard run.lower <= their.upper, their.lower <= run.upper else { return [run] }
                    var rest: [TickRange] = []
                    if run.lower < their.lower { rest.append(TickRange(run.lower, their.lower - 1)) }
                    if run.upper > their.upper { rest.append(TickRange(their.upper + 1, run.upper)) }
                    return rest
                }
            }
            return .ticks(left)
        default: return .members(0)
        }
    }
}

extension Sequence {
    /// What comes of the first element of which anything comes; no element is tried twice.
    func firstResult<Result>(_ attempt: (Element) -> Result?) -> Result? {
        for element in self {
            if let result = attempt(element) { return result }
        }
        return nil
    }
}
