import RuleModel

/// Writes the history of a cluster from a seed: one to several stages, every form of reading.
///
/// What is once said is said at every later stage, though perhaps differently
/// or as unknown, and a collection once closed stays closed: the notation has
/// no way to unsay, and so every history can be told as a case.
public struct SituationGenerator {
    private var random: SeededGenerator
    private let size: GenerationSize
    private let rules: RuleBase
    /// How many members joined later: their names number on.
    private var latecomers = 0
    private var draw: ValueGenerator { ValueGenerator(rules: rules) }

    public init(seed: UInt64, size: GenerationSize, rules: RuleBase) {
        // Another stream than the rules': one seed names the pair.
        random = SeededGenerator(seed: seed ^ 0x5C0F_FEE5_0DA5_7A9E)
        self.size = size
        self.rules = rules
    }

    /// The stages in order of time; at least one.
    public consuming func generate() -> [Situation] {
        var writer = self
        var history: [Situation] = []
        var next = writer.firstStage()
        for number in 0..<writer.random.number(in: 1...max(1, writer.size.stages)) {
            if number > 0 { next = writer.stage(after: next) }
            next.stageName = "stage-\(number)"
            history.append(next)
        }
        return history
    }

    private mutating func firstStage() -> Situation {
        var stage = Situation(caseName: "case-a")
        if random.chance(60) { stage.from = startOfStage(after: 8_000) }
        for id in ids(rules.diagnostics) where random.chance(75) {
            stage.readings[id] = draw.reading(rules[id].measurement.type, &random)
        }
        for id in ids(rules.collections) where rules[id].parent == nil {
            addMembers(of: id, parent: nil, to: &stage)
            if random.chance(40) { stage.closed.insert(id) }
        }
        addNested(to: &stage)
        stage.statements = statements(bearer: nil)
        for id in ids(rules.packages) where random.chance(35) {
            stage.inForce[id] = draw.plainReading(&random)
        }
        return stage
    }

    /// A day, or a whole calendar year: periods that the notation can spell.
    private mutating func startOfStage(after day: Int64) -> TickRange {
        let first = day + Int64(random.below(400))
        if random.chance(50) { return TickRange(first, first) }
        // Right from 1970 to 2099, which is further than a few stages reach.
        func start(of year: Int64) -> Int64 { 365 * (year - 1970) + (year - 1969) / 4 }
        let year = 1971 + (first - 1) / 365
        return TickRange(start(of: year), start(of: year + 1) - 1)
    }

    private mutating func addMembers(of id: ID<Collection>, parent: MemberID?, to stage: inout Situation) {
        for number in 0..<random.number(in: 0...size.members) {
            var member = Member(
                name: "m\(number)", title: random.chance(50) ? "Member \(number)" : "", parent: parent)
            for attribute in attributes(of: id) where random.chance(75) {
                member.attributes[attribute] = draw.reading(rules[attribute].measurement.type, &random)
            }
            member.statements = statements(bearer: id)
            stage.members[id, default: []].append(member)
        }
    }

    private mutating func addNested(to stage: inout Situation) {
        for id in ids(rules.collections) {
            guard let outer = rules[id].parent else { continue }
            for place in (stage.members[outer] ?? []).indices {
                addMembers(of: id, parent: MemberID(collection: outer, index: place), to: &stage)
                if random.chance(40) { stage.members[outer]?[place].closed.insert(id) }
            }
        }
    }

    private mutating func statements(bearer: ID<Collection>?) -> Statements {
        var statements = Statements()
        for id in ids(rules.concepts) where rules[id].collection == bearer && random.chance(12) {
            statements.concepts[id] = draw.reading(.yesNo, &random)
        }
        for id in ids(rules.classifications) where rules[id].collection == bearer && random.chance(15) {
            if rules[id].isSeveral {
                let value = ClassificationValue(id, random.below(rules[id].values.count))
                statements.classificationValues[value] = draw.plainReading(&random)
            } else {
                statements.classifications[id] = classified(id)
            }
        }
        return statements
    }

    private mutating func classified(_ id: ID<Classification>) -> Reading {
        let domain = RuleBase.mask(count: rules[id].values.count)
        let told = random.next() & domain
        if random.chance(30), told != 0 {
            return Reading(possible: .members(domain), presumed: .members(told), basis: .assumed)
        }
        return Reading(possible: .members(told == 0 ? 1 : told))
    }

    /// The stage before with some of it told anew, some members gone, others come.
    private mutating func stage(after earlier: Situation) -> Situation {
        var stage = earlier
        if earlier.from != nil, random.chance(70) {
            stage.from = startOfStage(after: (earlier.from?.upper ?? 8_000) + 1)
        } else {
            stage.from = nil
        }
        for id in ids(rules.diagnostics) where random.chance(35) {
            stage.readings[id] = draw.reading(rules[id].measurement.type, &random)
        }
        for id in ids(rules.packages) where random.chance(25) {
            stage.inForce[id] = draw.plainReading(&random)
        }
        for id in ids(rules.concepts) where random.chance(10) && rules[id].collection == nil {
            stage.statements.concepts[id] = draw.reading(.yesNo, &random)
        }
        for id in ids(rules.collections) {
            for place in (stage.members[id] ?? []).indices {
                for attribute in attributes(of: id) where random.chance(30) {
                    stage.members[id]?[place].attributes[attribute] = draw.reading(
                        rules[attribute].measurement.type, &random)
                }
            }
        }
        if random.chance(30), let gone = random.pick(stage.allMembers) { stage.remove(gone) }
        if random.chance(30) { addLatecomer(to: &stage) }
        return stage
    }

    private mutating func addLatecomer(to stage: inout Situation) {
        let outermost = ids(rules.collections).filter { rules[$0].parent == nil }
        guard let id = random.pick(outermost) else { return }
        var member = Member(name: "n\(latecomers)")
        latecomers += 1
        for attribute in attributes(of: id) where random.chance(75) {
            member.attributes[attribute] = draw.reading(rules[attribute].measurement.type, &random)
        }
        // Behind the others by name too, so that no place shifts.
        stage.members[id, default: []].append(member)
    }

    private func attributes(of id: ID<Collection>) -> [ID<Attribute>] {
        ids(rules.attributes).filter { rules[$0].collection == id }
    }

    private func ids<Declared>(_ table: [Declared]) -> [ID<Declared>] { table.indices.map { ID($0) } }
}
