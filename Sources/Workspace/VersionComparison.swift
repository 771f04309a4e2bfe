import Advice
import Analysis
import Inference
import RuleModel

/// Two versions of the rules with their cases, and what becomes of every case between them.
public struct VersionComparison: Sendable {
    public let rules: RulesRevision
    /// One for each stage of a case that both versions tell, in order of case and stage.
    public let stages: [AdviceRevision]
    /// Cases that only the new version has, or only the old one.
    public let added: [String]
    public let removed: [String]
    /// Cases that are told otherwise.
    public let edited: [String]

    /// The advice on any cluster there can be, package by package.
    public let advice: AdviceDifference

    /// Whether some case has another programme.
    public var changesProgrammes: Bool { stages.contains(where: \.changesProgramme) }

    /// Evaluates each stage under both versions, on all cores, and asks both about all clusters.
    public init(from old: CheckedRules, to new: CheckedRules) {
        let rules = RulesRevision(from: old.advising, to: new.advising)
        let edited = rules.editedRules
        let (before, after) = (old.casesByName, new.casesByName)
        let names = Set(before.keys).union(after.keys).sorted()
        added = names.filter { before[$0] == nil }
        removed = names.filter { after[$0] == nil }
        let pairs = names.compactMap { name -> (ClusterCase, ClusterCase)? in
            guard let was = before[name], let isNow = after[name] else { return nil }
            return (was, isNow)
        }
        self.edited = pairs.filter { was, isNow in
            RuleModel.print(was, in: old.advising) != RuleModel.print(isNow, in: new.advising)
        }.map(\.1.name)
        let places = pairs.flatMap { was, isNow in
            isNow.stages.indices.compactMap { place -> StagePair? in
                let name = isNow.stages[place].name
                guard let earlier = was.stages.firstIndex(where: { $0.name == name }) else { return nil }
                return StagePair(old: (was, earlier), new: (isNow, place))
            }
        }
        stages = places.concurrentMap { pair in
            revision(from: old.side(pair.old), to: new.side(pair.new), edited: edited)
        }
        self.rules = rules
        advice = AdviceDifference(from: old.compiled, to: new.compiled, sharing: AllCores())
    }

    private struct StagePair: Sendable {
        var old: (cluster: ClusterCase, stage: Int)
        var new: (cluster: ClusterCase, stage: Int)
    }
}

extension CheckedRules {
    fileprivate var casesByName: [String: ClusterCase] {
        Dictionary(cases.map { ($0.name, $0) }) { first, _ in first }
    }

    /// What the rules alone say of a stage; what an adviser decided in the case is left aside.
    fileprivate func side(_ place: (cluster: ClusterCase, stage: Int)) -> RevisedSide {
        var request = request(place.cluster, stage: place.stage)
        request.asksQuestions = false
        request.overrides = []
        return RevisedSide(request, evaluator(request.history, request.excludedRules))
    }
}
