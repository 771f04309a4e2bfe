import RuleModel

/// A stage of a historic case, with the rules that carry what the rules would advise there.
public struct HistoricStage: Hashable, Sendable {
    public var cluster: ClusterCase
    /// Place in `cluster.stages`.
    public var stage: Int
    public var reasons: Set<ID<Rule>>

    public init(cluster: ClusterCase, stage: Int, reasons: Set<ID<Rule>>) {
        self.cluster = cluster
        self.stage = stage
        self.reasons = reasons
    }
}

/// A historic case that is alike in what mattered to the advice.
public struct SimilarCase: Hashable, Sendable {
    public var cluster: ClusterCase
    /// Place in `cluster.stages` of the stage that is most alike.
    public var stage: Int
    /// The reasons both rest on, the rarest first.
    public var shared: [SharedReason]
    /// What the shared reasons weigh, and what the reasons of both together weigh.
    public var weight: Int
    public var outOf: Int
    /// What was done and what came of it, from that stage on, stage by stage.
    public var story: [StageStory]

    /// How alike, in hundredths: 100 when both rest on the same reasons.
    public var likeness: Int { outOf == 0 ? 0 : (200 * weight + outOf) / (2 * outOf) }
}

/// A reason that two cases share.
public struct SharedReason: Hashable, Sendable {
    public var rule: ID<Rule>
    /// How many of the cases compared rest on it: the fewer, the more it says.
    public var cases: Int
}

/// What a case tells of one stage.
public struct StageStory: Hashable, Sendable {
    /// Place in `ClusterCase.stages`.
    public var stage: Int
    public var deeds: [Stage.Deed]
    public var outcomes: [Stage.Outcome]
}

/// The cases most alike, not by their raw readings but by what mattered to the advice.
///
/// A reason is a rule that carries advice in both. It weighs as much as there are cases that do not rest
/// on it, so that what holds nearly everywhere says next to nothing. Two cases are alike by the weight
/// of the reasons they share, out of the weight of all the reasons of either. Each case stands for its
/// most similar stage.
///
/// - Parameters:
///   - reasons: the rules that carry the advice at hand.
///   - name: of the case at hand, which is not compared with itself.
/// - Returns: those that share a reason of any weight, the most alike first.
public func similarHistory(
    to reasons: Set<ID<Rule>>, of name: String, among history: [HistoricStage]
) -> [SimilarCase] {
    let others = history.filter { $0.cluster.name != name }
    let names = Set(others.map(\.cluster.name))
    var bearers: [ID<Rule>: Set<String>] = [:]
    for stage in others {
        for rule in stage.reasons { bearers[rule, default: []].insert(stage.cluster.name) }
    }
    func cases(_ rule: ID<Rule>) -> Int { bearers[rule]?.count ?? 0 }
    // The case at hand is one of those compared, so that a reason of all others still weighs something.
    func weight(_ rules: Set<ID<Rule>>) -> Int { rules.reduce(0) { $0 + names.count + 1 - cases($1) } }

    var best: [String: SimilarCase] = [:]
    for stage in others {
        let shared = reasons.intersection(stage.reasons)
        guard !shared.isEmpty else { continue }
        let similar = SimilarCase(
            cluster: stage.cluster, stage: stage.stage,
            shared: shared.map { SharedReason(rule: $0, cases: cases($0)) }
                .sorted { ($0.cases, $0.rule) < ($1.cases, $1.rule) },
            weight: weight(shared), outOf: weight(reasons.union(stage.reasons)),
            story: stage.cluster.story(from: stage.stage))
        // Of stages equally alike the later one stands for the case: more is told of it.
        if let known = best[stage.cluster.name], known.isMoreAlike(than: similar) { continue }
        best[stage.cluster.name] = similar
    }
    return best.values.sorted { one, other in
        if one.isMoreAlike(than: other) { return true }
        if other.isMoreAlike(than: one) { return false }
        return one.cluster.name < other.cluster.name
    }
}

extension SimilarCase {
    /// Compared as fractions, without rounding.
    fileprivate func isMoreAlike(than other: SimilarCase) -> Bool {
        weight * other.outOf > other.weight * outOf
    }
}

extension ClusterCase {
    /// What was done and what came of it from a stage on; stages that tell neither are left out.
    func story(from first: Int) -> [StageStory] {
        stages.indices.dropFirst(first).compactMap { stage in
            let told = StageStory(
                stage: stage, deeds: stages[stage].deeds, outcomes: stages[stage].outcomes)
            return told.deeds.isEmpty && told.outcomes.isEmpty ? nil : told
        }
    }
}
