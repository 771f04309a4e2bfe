import Inference
import RuleModel

/// A cluster in as few words as an answer took: what is told of it, and nothing else.
public struct ClusterSketch: Hashable, Sendable {
    /// What is said in one place.
    public struct Told: Hashable, Sendable {
        public var input: RuleCircuit.Input
        /// The cells that stay possible; none for that all members are listed.
        public var cells: [InputCells.Cell]
        /// It is said that nobody knows.
        public var isEverything: Bool
    }

    public let members: [ID<Collection>: [Member]]
    public var hasStageBefore = false
    public internal(set) var told: [Told] = []

    /// Of a cluster with some members, nothing.
    public init(members: [ID<Collection>: [Member]]) { self.members = members }

    /// Says one thing more: that a reading lies in one of some cells, or that members are all listed.
    public mutating func tell(
        _ input: RuleCircuit.Input, cells: [InputCells.Cell], isEverything: Bool = false
    ) {
        told.append(Told(input: input, cells: cells, isEverything: isEverything))
    }

    /// The same cluster in the numbers of another rule base, as far as that has words for it.
    func numbered(_ numbers: WordNumbers) -> ClusterSketch {
        var other = ClusterSketch(members: numbers.members(members))
        other.hasStageBefore = hasStageBefore
        other.told = told.compactMap { told in
            guard let place = numbers.place(told.input.place) else { return nil }
            var told = told
            told.input.place = place
            return told
        }
        return other
    }

    /// What the last stage says, or both do.
    public func situations(in rules: RuleBase) -> [Situation] {
        let stages = stages(in: rules)
        return rules.situations(of: stages, caseName: "", upTo: stages.count - 1)
    }

    /// The cluster as a case tells it, with the stage before where there is one.
    public func stages(in rules: RuleBase) -> [Stage] {
        let isDated = hasStageBefore || told.contains { $0.isOfDate(in: rules) }
        func day(_ tick: Int64) -> TickRange? { isDated ? TickRange(tick, tick) : nil }
        let before = hasStageBefore ? told.filter(\.input.isOfStageBefore) : []
        let now = told.filter { !$0.input.isOfStageBefore }
        var statements = statements(now, rules, namesMembers: !hasStageBefore)
        guard hasStageBefore else {
            return [Stage(name: "now", from: day(RuleCircuit.lastStageBegins), statements: statements)]
        }
        // What was told and is told no longer would be inherited.
        let toldNow = Set(now.map(\.input.place))
        let forgotten = before.filter { !toldNow.contains($0.input.place) }.compactMap { told -> Told? in
            if case .allListed = told.input.place { return nil }
            return Told(input: told.input, cells: told.cells, isEverything: true)
        }
        statements += self.statements(forgotten, rules, namesMembers: false)
        return [
            Stage(
                name: "before", from: day(RuleCircuit.stageBeforeBegins),
                statements: self.statements(before, rules, namesMembers: true)),
            Stage(
                name: "now", previous: 0, from: day(RuleCircuit.lastStageBegins), statements: statements),
        ]
    }

    private func statements(_ told: [Told], _ rules: RuleBase, namesMembers: Bool) -> [Statement] {
        var ofCluster: [Statement] = []
        var ofMembers: [MemberID: [Statement]] = [:]
        for one in told {
            guard let (member, statement) = one.statement(in: rules) else { continue }
            if let member {
                ofMembers[member, default: []].append(statement)
            } else {
                ofCluster.append(statement)
            }
        }
        return ofCluster
            + blocks(of: nil, ofMembers, rules, namesMembers: namesMembers, patience: rules.collections.count)
    }

    /// The members of the cluster or of a member, each with what is told of it.
    private func blocks(
        of parent: MemberID?, _ told: [MemberID: [Statement]], _ rules: RuleBase, namesMembers: Bool,
        patience: Int
    ) -> [Statement] {
        guard patience >= 0 else { return [] }
        return members.keys.sorted().flatMap { collection in
            (members[collection] ?? []).enumerated().compactMap { index, member -> Statement? in
                guard member.parent == parent else { return nil }
                let id = MemberID(collection: collection, index: index)
                let inside =
                    (told[id] ?? [])
                    + blocks(of: id, told, rules, namesMembers: namesMembers, patience: patience - 1)
                if inside.isEmpty, !namesMembers { return nil }
                return .member(collection, name: member.name, title: "", inside, .none)
            }
        }
    }
}

extension ClusterSketch.Told {
    fileprivate func isOfDate(in rules: RuleBase) -> Bool {
        switch input.place {
        case .diagnostic(let id): rules[id].measurement.type == .date
        case .attribute(let id, _): rules[id].measurement.type == .date
        default: false
        }
    }

    /// The values that stay possible: a single one is shown as a good example of its cell.
    public var values: ValueSet {
        if isEverything { return input.domain }
        let told = cells.filter { !$0.isEnd }
        guard cells.count > 1, let first = told.first else { return told.first?.sample ?? input.domain }
        var values = told.dropFirst().reduce(first.values) { $0.union($1.values) }
        for end in cells where end.isEnd {
            guard case .runs(let runs) = values, let low = runs.first, let high = runs.last,
                case .runs(let ends) = end.values
            else { continue }
            values =
                ends[0].lower == .min
                ? values.union(.ticks(.min, low.upper)) : values.union(.ticks(high.lower, .max))
        }
        return values
    }

    var reading: Reading {
        Reading(possible: values, basis: isEverything ? .unknown : .stated)
    }

    /// The statement, and of whom it is.
    fileprivate func statement(in rules: RuleBase) -> (MemberID?, Statement)? {
        switch input.place {
        case .diagnostic(let id): (nil, .diagnostic(id, reading))
        case .attribute(let id, let member): (member, .attribute(id, reading))
        case .inForce(let id): (nil, .inForce(id, reading))
        case .concept(let id, let member): (member, .concept(id, reading))
        case .classification(let id, value: nil, let member): (member, .classification(id, reading))
        case .classification(let id, value: let value?, let member):
            (member, .classificationValue(ClassificationValue(id, value), reading))
        case .allListed(let id, of: let member): (member, .allListed(id))
        }
    }
}
