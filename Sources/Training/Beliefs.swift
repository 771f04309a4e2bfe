import Advice
import Inference
import RuleModel

/// What somebody who holds a misconception would say at a moment.
public struct Believed: Hashable, Sendable {
    public var misconception: ID<Misconception>
    /// Packages that the belief would have and the rules do not advise, in order of name.
    public var proposes: [ID<Package>]
    /// Packages that the rules advise and the belief is against, in order of name.
    public var rejects: [ID<Package>]

    /// Whether the belief shows here at all.
    public var shows: Bool { !proposes.isEmpty || !rejects.isEmpty }
}

extension Moment {
    /// What each misconception would have one say here, in order of name.
    ///
    /// - Parameter believing: the evaluator of the rules with the misconceptions among them.
    public func beliefs(_ believing: Evaluator) -> [Believed] {
        guard !rules.misconceptions.isEmpty else { return [] }
        let evaluation = believing(history, [])
        let advised = Set(answer.entries.map(\.package))
        return rules.misconceptions.indices.map { place in
            let id = ID<Misconception>(place)
            var proposes: Set<ID<Package>> = []
            var rejects: Set<ID<Package>> = []
            for application in evaluation.applications(of: rules.rule(of: id)) where application.verdict.holds
            {
                for conclusion in rules[id].rule.conclusions {
                    switch conclusion {
                    case .recommend(let package, _):
                        package.package(in: application.assignment).map { _ = proposes.insert($0) }
                    case .adviseAgainst(let package, _):
                        package.package(in: application.assignment).map { _ = rejects.insert($0) }
                    default: break
                    }
                }
            }
            return Believed(
                misconception: id, proposes: proposes.subtracting(advised).sorted(),
                rejects: rejects.intersection(advised).sorted())
        }
    }
}

extension PackageReference {
    fileprivate func package(in assignment: Assignment) -> ID<Package>? {
        switch self {
        case .package(let id): id
        case .variable(let variable): assignment.packages[variable]
        }
    }
}

/// A stage with what was said at it, as far as beliefs show in it.
public struct BeliefEvidence: Sendable {
    /// Everything proposed there, right or wrong.
    public var proposed: Set<ID<Package>>
    /// What the rules advise.
    public var advised: Set<ID<Package>>
    public var beliefs: [Believed]

    public init(proposed: Set<ID<Package>>, advised: Set<ID<Package>>, beliefs: [Believed]) {
        self.proposed = proposed
        self.advised = advised
        self.beliefs = beliefs
    }

    public init(_ walked: WalkedStage, _ believing: Evaluator) {
        self.init(
            proposed: Set(walked.learner.everProposed),
            advised: Set(walked.moment.answer.entries.map(\.package)),
            beliefs: walked.moment.beliefs(believing))
    }
}

/// How well a belief explains what somebody proposed.
public struct BeliefMatch: Hashable, Sendable {
    public var misconception: ID<Misconception>
    /// Stages at which it would have one propose something that the rules do not advise.
    public var shows: Int
    /// Those at which something of that was proposed.
    public var acted: Int
    /// Proposals that the rules do not advise and the belief would have.
    public var explained: [ID<Package>]
    /// Packages advised that were left out as the belief has it.
    public var rejected: Int
    /// How many times likelier the answers are for somebody with the belief than for somebody without any.
    public var ratio: Odds

    /// Whether it is worth naming: it was acted on more than once, and explains the answers far better.
    public var isNamed: Bool { acted >= BeliefMatch.leastActed && ratio >= Odds(BeliefMatch.leastRatio) }

    public static let leastRatio = 10.0
    public static let leastActed = 2
}

/// The beliefs that could stand behind somebody's answers, the one that explains them best first.
///
/// A believer is taken to act on a belief at three stages in four where it shows, with any of the packages
/// that it would have; somebody without it comes upon those as upon any other package. A narrow belief
/// therefore explains an answer better than a wide one, and a belief that was often passed by explains little.
///
/// - Parameter packages: how many packages there are to choose from.
public func beliefMatches(_ evidence: [BeliefEvidence], packages: Int) -> [BeliefMatch] {
    var matches: [ID<Misconception>: BeliefMatch] = [:]
    for stage in evidence {
        for belief in stage.beliefs where belief.shows {
            matches[
                belief.misconception,
                default: BeliefMatch(
                    misconception: belief.misconception, shows: 0, acted: 0, explained: [], rejected: 0,
                    ratio: Odds(1))
            ].weigh(belief, stage, packages: packages)
        }
    }
    return matches.values.sorted { one, other in
        if one.isNamed != other.isNamed { return one.isNamed }
        return one.ratio == other.ratio
            ? one.misconception < other.misconception : one.ratio > other.ratio
    }
}

extension BeliefMatch {
    fileprivate mutating func weigh(_ belief: Believed, _ stage: BeliefEvidence, packages: Int) {
        if !belief.proposes.isEmpty {
            shows += 1
            let wrong = stage.proposed.subtracting(stage.advised)
            let hits = belief.proposes.filter(wrong.contains)
            if hits.isEmpty {
                ratio *= BeliefMatch.passedBy
            } else {
                acted += 1
                explained += hits.filter { !explained.contains($0) }
                let weight = belief.hitWeight(advised: stage.advised.count, packages: packages)
                for _ in hits { ratio *= weight }
            }
        }
        if !belief.rejects.isEmpty {
            let kept = belief.rejects.filter(stage.proposed.contains)
            rejected += belief.rejects.count - kept.count
            ratio *= kept.isEmpty ? BeliefMatch.leftOut : BeliefMatch.takenIn
        }
    }

    /// A believer does nothing of what the belief would have at one stage in four.
    public static let passedBy = 0.25
    /// Packages are left out by those who do not see them too, so that it says little.
    public static let leftOut = 1.25
    public static let takenIn = 0.4
}

extension Believed {
    /// How much likelier a believer than anybody else comes upon one of the packages that the belief would have.
    ///
    /// - Parameters:
    ///   - advised: how many packages the rules advise.
    ///   - packages: how many there are to choose from.
    public func hitWeight(advised: Int, packages: Int) -> Double {
        guard !proposes.isEmpty else { return 1 }
        // One in four of the learner's picks may be a slip, whatever is believed.
        let slip = 0.25
        return slip + (1 - slip) * Double(max(packages - advised, 1)) / Double(proposes.count)
    }
}
