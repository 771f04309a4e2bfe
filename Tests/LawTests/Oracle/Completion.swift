import Generation
import RuleModel

extension Scenario {
    /// One cluster that the history could be about: every reading settled, everything silent decided, nobody missing.
    ///
    /// Open collections get up to two members nobody mentioned, behind the
    /// others, so that the places of known members stay. What packages leave
    /// unstated is stated.
    func completed(_ random: inout SeededGenerator) -> Scenario {
        var complete = self
        complete.completePackages(&random)
        for place in history.indices {
            complete.history[place] = completed(history[place], &random)
        }
        return complete
    }

    private mutating func completePackages(_ random: inout SeededGenerator) {
        for place in rules.packages.indices {
            for attribute in rules.packageAttributes.indices.map({ ID<PackageAttribute>($0) }) {
                let stated = rules.packages[place].attributes.first { $0.attribute == attribute }
                rules.packages[place].attributes.removeAll { $0.attribute == attribute }
                let value = one(of: stated?.value, rules[attribute].measurement.type, &random)
                rules.packages[place].attributes.append(
                    Package.AttributeValue(attribute: attribute, value: value))
            }
            for lens in rules.lenses.indices.map({ ID<Lens>($0) })
            where !rules.packages[place].lensValues.contains(where: { $0.lens == lens }) {
                rules.packages[place].lensValues.append(
                    Package.LensValue(lens: lens, value: random.below(rules[lens].values.count)))
            }
        }
    }

    private func completed(_ stage: Situation, _ random: inout SeededGenerator) -> Situation {
        var stage = stage
        if let from = stage.from {
            let day = from.lower + Int64(random.below(Int(from.upper - from.lower) + 1))
            stage.from = TickRange(day, day)
        }
        for place in rules.diagnostics.indices {
            let id = ID<Diagnostic>(place)
            stage.readings[id] = settled(stage.readings[id], rules[id].measurement.type, &random)
        }
        for place in rules.packages.indices {
            stage.inForce[ID(place)] = settled(stage.inForce[ID(place)], .yesNo, &random)
        }
        settle(&stage.statements, &random)
        addUnmentioned(to: &stage, &random)
        for id in stage.allMembers {
            var member = stage.members[id.collection, default: []][id.index]
            for place in rules.attributes.indices where rules.attributes[place].collection == id.collection {
                member.attributes[ID(place)] = settled(
                    member.attributes[ID(place)], rules.attributes[place].measurement.type, &random)
            }
            settle(&member.statements, &random)
            stage.members[id.collection]?[id.index] = member
        }
        return stage
    }

    private func addUnmentioned(to stage: inout Situation, _ random: inout SeededGenerator) {
        for collection in rules.collections.indices.map({ ID<Collection>($0) }) {
            if let outer = rules[collection].parent {
                for parent in stage.members[outer, default: []].indices
                where !stage.members[outer, default: []][parent].closed.contains(collection) {
                    for number in 0..<random.below(2) {
                        let name = "\(Self.unmentioned)\(parent)-\(number)"
                        stage.members[collection, default: []].append(
                            Member(name: name, parent: MemberID(collection: outer, index: parent)))
                    }
                }
            } else if !stage.closed.contains(collection) {
                for number in 0..<random.below(3) {
                    stage.members[collection, default: []].append(
                        Member(name: "\(Self.unmentioned)\(number)"))
                }
            }
        }
    }

    /// How the names of members begin that the case does not mention.
    static let unmentioned = "unmentioned-"

    private func settle(_ statements: inout Statements, _ random: inout SeededGenerator) {
        for id in statements.concepts.keys.sorted() {
            statements.concepts[id] = settled(statements.concepts[id], .yesNo, &random)
        }
        for id in statements.classifications.keys.sorted() {
            statements.classifications[id] = settled(statements.classifications[id], .yesNo, &random)
        }
        for id in statements.classificationValues.keys.sorted() {
            statements.classificationValues[id] = settled(
                statements.classificationValues[id], .yesNo, &random)
        }
    }

    private func settled(_ reading: Reading?, _ type: ValueType, _ random: inout SeededGenerator) -> Reading {
        Reading(possible: one(of: reading?.possible, type, &random))
    }

    /// One of the values, as a set of its own; ends of runs more often than what lies between.
    private func one(of values: ValueSet?, _ type: ValueType, _ random: inout SeededGenerator) -> ValueSet {
        switch values ?? rules.domain(of: type) {
        case .members(let mask):
            let place = random.pick((0..<64).filter { mask >> UInt64($0) & 1 == 1 }) ?? 0
            return .members(1 << UInt64(place))
        case .runs(let runs):
            let run = random.pick(runs) ?? .fromZero
            // Far enough to lie beyond every threshold, near enough for sums to stay exact.
            let lower = max(run.lower, -1_000_000_000_000),
                upper = max(lower, min(run.upper, 1_000_000_000_000))
            let between = lower + Int64(random.below(Int(min(upper - lower, 200_000_000)) + 1))
            let tick = random.pick(of: lower, upper, between, between)
            return .ticks(tick, tick)
        case .texts(let texts):
            return .texts([random.pick(texts ?? ["alpha", "beta", "a text no rule names"]) ?? ""])
        }
    }
}
