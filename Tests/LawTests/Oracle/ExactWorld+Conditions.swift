import Generation
import Inference
import RuleModel

extension ExactWorld {
    /// What stands for "undefined" in this world.
    private var chance: Bool { coin & 1 == 1 }

    func holds(_ condition: Condition, _ assignment: Assignment, _ stage: Int) -> Bool {
        switch condition {
        case .holds(let expression):
            return value(expression, assignment, stage).map { $0 == .yes } ?? chance
        case .lies(let expression, let values, _):
            return value(expression, assignment, stage).map { lies($0, in: values) } ?? chance
        case .compares(let left, let comparison, let right):
            return compares(value(left, assignment, stage), comparison, value(right, assignment, stage))
        case .concept(let concept, let bearer):
            guard isThere(bearer, assignment) else { return chance }
            return isTrue(.concept(concept, member: member(bearer, assignment)), at: stage)
        case .classification(let classification, let value, let bearer):
            guard isThere(bearer, assignment) else { return chance }
            let value = ClassificationValue(classification, value)
            return isTrue(.classification(value, member: member(bearer, assignment)), at: stage)
        case .criterion(let criterion, let reference):
            return rules[package(reference, assignment)].criteria.contains { $0.criterion == criterion }
        case .lens(let lens, let values, let reference):
            return rules[package(reference, assignment)].lensValues
                .contains { $0.lens == lens && values >> UInt64($0.value) & 1 == 1 }
        case .recommended(let reference):
            return isTrue(.recommended(package(reference, assignment)), at: stage)
        case .inForce(let reference):
            return scenario.history[stage].inForce[package(reference, assignment)]?.possible == .yes
        case .not(let part): return !holds(part, assignment, stage)
        case .all(let parts): return parts.allSatisfy { holds($0, assignment, stage) }
        case .any(let parts): return parts.contains { holds($0, assignment, stage) }
        case .listed(let comparison, let number, let parts):
            return compares(count(parts, assignment, stage), comparison, .ticks(Int64(number), Int64(number)))
        case .some(let members, let body):
            return each(members, assignment, stage).contains { member in
                body.map { holds($0, member, stage) } ?? true
            }
        case .every(let members, let filter, let body):
            return each(members, assignment, stage).allSatisfy { member in
                !(filter.map { holds($0, member, stage) } ?? true) || holds(body, member, stage)
            }
        case .rising(let expression): return moved(expression, .above, assignment, stage)
        case .falling(let expression): return moved(expression, .below, assignment, stage)
        case .previously(let part):
            return stage > 0 ? holds(part, moved(assignment, from: stage, to: stage - 1), stage - 1) : chance
        case .earlier(let part):
            return chance
                || (0..<stage).contains { holds(part, moved(assignment, from: stage, to: $0), $0) }
        }
    }

    private func isThere(_ bearer: Bearer, _ assignment: Assignment) -> Bool {
        bearer == .cluster || member(bearer, assignment) != nil
    }

    private func moved(
        _ expression: Expression, _ comparison: Comparison, _ assignment: Assignment, _ stage: Int
    ) -> Bool {
        guard stage > 0 else { return chance }
        let before = moved(assignment, from: stage, to: stage - 1)
        return compares(
            value(expression, assignment, stage), comparison, value(expression, before, stage - 1))
    }

    /// The same members at another stage, found by name; whoever is not there is left out.
    private func moved(_ assignment: Assignment, from stage: Int, to other: Int) -> Assignment {
        var moved = assignment
        for (variable, member) in assignment.members {
            moved.members[variable] = find(member, from: stage, to: other)
        }
        return moved
    }

    private func find(_ member: MemberID, from stage: Int, to other: Int) -> MemberID? {
        guard let told = scenario.history[stage][member] else { return nil }
        var parent: MemberID?
        if let outer = told.parent {
            guard let found = find(outer, from: stage, to: other) else { return nil }
            parent = found
        }
        let there = scenario.history[other].members[member.collection] ?? []
        return there.firstIndex { $0.name == told.name && $0.parent == parent }
            .map { MemberID(collection: member.collection, index: $0) }
    }

    /// The assignment once for each member ranged over.
    func each(_ members: Members, _ assignment: Assignment, _ stage: Int) -> [Assignment] {
        let list = scenario.history[stage].members[members.collection] ?? []
        let parent = members.parent.flatMap { assignment.members[$0] }
        return list.indices.filter { members.parent == nil || list[$0].parent == parent }.map { place in
            var inner = assignment
            inner.members[members.variable] = MemberID(collection: members.collection, index: place)
            return inner
        }
    }

    private func lies(_ value: ValueSet, in values: ValueSet) -> Bool {
        if value.isSubset(of: values) { return true }
        if !value.isDisjoint(with: values) { isDoubtful = true }
        return false
    }

    private func compares(_ left: ValueSet?, _ comparison: Comparison, _ right: ValueSet?) -> Bool {
        guard let left = left.flatMap(bounds), let right = right.flatMap(bounds) else { return chance }
        func judge(_ left: Int64, _ right: Int64) -> Bool {
            switch comparison {
            case .atLeast: left >= right
            case .atMost: left <= right
            case .above: left > right
            case .below: left < right
            case .exactly: left == right
            }
        }
        let judgements = Set([judge(left.lower, right.upper), judge(left.upper, right.lower)])
        if judgements.count > 1 { isDoubtful = true }
        return judgements.contains(true)
    }

    /// A figure as ticks, or the place of a value in its list.
    private func bounds(_ values: ValueSet) -> TickRange? {
        switch values {
        case .runs(let runs): runs.first
        case .members(let mask): TickRange(Int64(mask.trailingZeroBitCount), Int64(mask.trailingZeroBitCount))
        case .texts: nil
        }
    }

    private func count(_ parts: [Condition], _ assignment: Assignment, _ stage: Int) -> ValueSet {
        let count = Int64(parts.count { holds($0, assignment, stage) })
        return .ticks(count, count)
    }

    /// The value of an expression, as a set of one; two neighbours stand for a fraction between them.
    func value(_ expression: Expression, _ assignment: Assignment, _ stage: Int) -> ValueSet? {
        let situation = scenario.history[stage]
        switch expression {
        case .diagnostic(let id): return situation.readings[id]?.possible
        case .attribute(let id, let variable):
            return assignment.members[variable].flatMap { situation[$0]?.attributes[id]?.possible }
                ?? undefined(rules[id].measurement.type)
        case .packageAttribute(let id, let reference):
            return rules[package(reference, assignment)].attributes.first { $0.attribute == id }?.value
        case .literal(let typed): return typed.value
        case .count(let members, let filter):
            let count = Int64(passing(members, filter, assignment, stage).count)
            return .ticks(count, count)
        case .countOf(let parts): return count(parts, assignment, stage)
        case .proportion(let members, let filter):
            let all = Int64(each(members, assignment, stage).count)
            let some = Int64(passing(members, filter, assignment, stage).count)
            return all == 0 ? undefined(.percent(of: "")) : quotient(some * 1_000_000, all)
        case .fold(let fold, let attribute, let members, let filter):
            let ticks = passing(members, filter, assignment, stage).compactMap { inner in
                value(.attribute(attribute, of: members.variable), inner, stage).flatMap(bounds)?.lower
            }
            let nothing = undefined(rules[attribute].measurement.type)
            switch fold {
            case .sum: return .ticks(ticks.reduce(0, +), ticks.reduce(0, +))
            case .mean: return ticks.isEmpty ? nothing : quotient(ticks.reduce(0, +), Int64(ticks.count))
            case .largest: return ticks.max().map { .ticks($0, $0) } ?? nothing
            case .smallest: return ticks.min().map { .ticks($0, $0) } ?? nothing
            }
        case .timeSince(let date):
            guard let day = value(date, assignment, stage).flatMap(bounds)?.lower,
                let from = situation.from?.lower
            else { return undefined(.duration) }
            let elapsed = max(0, (from - day) * 10_000)  // a duration; nothing lies before its start
            return .ticks(elapsed, elapsed)
        }
    }

    /// A figure that nothing settles (the mean of nothing, an attribute of somebody not there): any value of its
    /// type, the same throughout the world.
    private func undefined(_ type: ValueType) -> ValueSet {
        switch rules.domain(of: type) {
        case .members(let mask):
            let places = (0..<64).filter { mask >> UInt64($0) & 1 == 1 }
            return .members(1 << UInt64(places[Int(coin >> 1) % max(1, places.count)]))
        case .runs(let runs):
            let run = runs.first ?? .fromZero
            let ends = [max(run.lower, -1_000_000_000_000), 100_000, min(run.upper, 1_000_000_000_000)]
            let tick = ends[Int(coin >> 1) % ends.count]
            return .ticks(tick, tick)
        case .texts: return .texts([coin & 2 == 0 ? "alpha" : "a text no rule names"])
        }
    }

    private func passing(
        _ members: Members, _ filter: Condition?, _ assignment: Assignment, _ stage: Int
    ) -> [Assignment] {
        each(members, assignment, stage).filter { inner in filter.map { holds($0, inner, stage) } ?? true }
    }

    private func quotient(_ sum: Int64, _ count: Int64) -> ValueSet {
        let (floor, rest) = sum.quotientAndRemainder(dividingBy: count)
        let lower = rest < 0 ? floor - 1 : floor
        return .ticks(lower, rest == 0 ? lower : lower + 1)
    }
}
