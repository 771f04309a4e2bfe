import Inference
import RuleModel

/// Makes a witness of what a solver found: smaller, plainer, and tried on the reference evaluator.
struct WitnessMaker: Sendable {
    let compiled: CompiledRules
    private var rules: RuleBase { compiled.rules }

    /// - Parameters:
    ///   - facts: What to look at in the cluster.
    ///   - shows: Whether the fault is to be seen in an evaluation.
    /// - Returns: A cluster from which no reading can be taken away, or `nil` where the evaluator does not
    ///   confirm the fault.
    func witness(_ sketch: ClusterSketch, facts: [Fact], shows: (any Evaluation) -> Bool) -> FaultWitness? {
        func isShown(_ sketch: ClusterSketch) -> Bool {
            shows(CompiledEvaluation(compiled, history: sketch.situations(in: rules)))
        }
        guard let smallest = sketch.smallest(showing: isShown) else { return nil }
        let stages = smallest.stages(in: rules)
        let history = rules.situations(of: stages, caseName: "", upTo: stages.count - 1)
        guard shows(ReferenceEvaluation(rules: rules, history: history)) else { return nil }
        return FaultWitness(stages: stages, facts: facts, readingCount: smallest.told.count)
    }
}

extension ClusterSketch {
    /// A cluster of which no less can be told that still shows something; `nil` if this one does not.
    func smallest(showing isShown: (ClusterSketch) -> Bool) -> ClusterSketch? {
        guard isShown(self) else { return nil }
        var smallest = self
        if smallest.hasStageBefore {
            var alone = smallest
            alone.forgetStageBefore()
            if isShown(alone) { smallest = alone }
        }
        for place in smallest.told.indices.reversed() {
            let fewer = smallest.without(place)
            if isShown(fewer) { smallest = fewer }
        }
        // Members of whom nothing is told are there because the circuit has them, mostly for nothing.
        let silent = smallest.silentCollections
        for collections in [silent] + silent.map({ [$0] }) {
            let fewer = smallest.withoutMembers(of: collections)
            guard fewer != smallest, isShown(fewer) else { continue }
            smallest = fewer
            break
        }
        // One value is plainer than several.
        for place in smallest.told.indices where smallest.told[place].cells.count > 1 {
            for cell in smallest.told[place].cells where !cell.isEnd {
                let plainer = smallest.telling([cell], at: place)
                guard isShown(plainer) else { continue }
                smallest = plainer
                break
            }
        }
        return smallest
    }

    func without(_ place: Int) -> ClusterSketch {
        var fewer = self
        fewer.told.remove(at: place)
        return fewer
    }

    func telling(_ cells: [InputCells.Cell], at place: Int) -> ClusterSketch {
        var other = self
        other.told[place].cells = cells
        other.told[place].isEverything = false
        return other
    }

    /// The collections with members of whom nothing is told.
    var silentCollections: [ID<Collection>] {
        var told: Set<ID<Collection>> = []
        for one in self.told {
            guard var member = one.input.place.member else { continue }
            told.insert(member.collection)
            while let parent = members[member.collection]?[member.index].parent {
                told.insert(parent.collection)
                member = parent
            }
        }
        return members.keys.filter { !told.contains($0) }.sorted()
    }

    func withoutMembers(of collections: [ID<Collection>]) -> ClusterSketch {
        var fewer = ClusterSketch(members: members.filter { !collections.contains($0.key) })
        fewer.hasStageBefore = hasStageBefore
        // Members of members that are gone are gone as well.
        let isWhole = fewer.members.values.joined().allSatisfy { member in
            member.parent.map { fewer.members[$0.collection] != nil } ?? true
        }
        guard isWhole else { return self }
        for one in told { fewer.tell(one.input, cells: one.cells, isEverything: one.isEverything) }
        return fewer
    }

    mutating func forgetStageBefore() {
        hasStageBefore = false
        told.removeAll { $0.input.isOfStageBefore }
    }
}

extension ReadingPlace {
    /// Whom it is about, where that is a member.
    fileprivate var member: MemberID? {
        switch self {
        case .attribute(_, let member): member
        case .concept(_, let member), .classification(_, value: _, let member), .allListed(_, of: let member):
            member
        case .diagnostic, .inForce: nil
        }
    }
}

extension Evaluation {
    /// The best any application of a rule comes to.
    func verdict(of rule: ID<Rule>) -> Verdict {
        applications(of: rule).map(\.verdict).max() ?? .no
    }

    /// What a rule would come to without its exceptions is not among an evaluation's answers; whether all
    /// conditions hold is, where nothing in them stands for a member or package.
    func holds(_ conditions: [Condition]) -> Bool { conditions.allSatisfy { verdict(of: $0).holds } }
}
