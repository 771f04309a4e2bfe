import Advice
import Inference
import RuleModel

/// What a learner has said at one stage, all in the order it was said.
public struct LearnerAnswer: Hashable, Sendable {
    public private(set) var diagnosed: [Fact] = []
    public private(set) var topics: [Topic] = []
    public private(set) var proposed: [ID<Package>] = []
    /// Wrong proposals that were taken back only after the learner had been told.
    public private(set) var dropped: [ID<Package>] = []
    /// How far the learner has been helped towards a package: 1, a reading to look at … 4, the package.
    public private(set) var helped: [ID<Package>: Int] = [:]
    public private(set) var isRevealed = false
    /// What was proposed when the learner last asked how it stands.
    private var told: Set<ID<Package>> = []

    public init() {}

    /// Every package that was ever proposed and stands to the learner's account.
    public var everProposed: [ID<Package>] { proposed + dropped }

    /// Takes a saying in; nothing counts once the answer has been seen.
    public mutating func take(_ saying: Saying, at moment: Moment) {
        guard !isRevealed else { return }
        switch saying {
        case .holds(let fact): if !diagnosed.contains(fact) { diagnosed.append(fact) }
        case .matters(let topic): if !topics.contains(topic) { topics.append(topic) }
        case .propose(let package):
            dropped.removeAll { $0 == package }
            if !proposed.contains(package) { proposed.append(package) }
        case .dropDiagnosis(let fact): diagnosed.removeAll { $0 == fact }
        case .dropTopic(let topic): topics.removeAll { $0 == topic }
        case .dropPackage(let package):
            guard proposed.contains(package) else { return }
            proposed.removeAll { $0 == package }
            if told.contains(package) { dropped.append(package) }
        case .ask: break
        case .hint:
            guard let hint = moment.nextHint(for: self) else { return }
            helped[hint.package] = hint.level
        case .check: told.formUnion(proposed)
        case .reveal: isRevealed = true
        }
    }

    /// Whether a condition, or anything it hangs on, was named or diagnosed.
    public func touches(_ ground: Ground) -> Bool {
        ground.facts.contains { fact in
            diagnosed.contains(fact) || Topic(fact).map(topics.contains) == true
        } || ground.places.contains { topics.contains(Topic($0)) }
    }
}
