import RuleModel
import Testing
import Training
import Workspace

/// A learner who acts on one misconception and on nothing else gets the marks and the diagnosis that fit.
@Suite struct BelieverTests {
    private static let rules = Shipped.checked.advising
    private static let beliefs = rules.misconceptions.map(\.name)

    private struct Stage {
        var moment: Moment
        var believed: Believed
        var learner: LearnerAnswer
    }

    /// Every stage of the cases that would unsettle the belief, answered by its believer.
    private static func stages(_ belief: String) -> [Stage] {
        guard let place = beliefs.firstIndex(of: belief) else { return [] }
        return rules.misconceptions[place].unsettledBy.flatMap(Shipped.moments).compactMap { moment in
            guard
                let believed = moment.beliefs(Shipped.checked.believing).first(where: {
                    $0.misconception.index == place
                })
            else { return nil }
            return Stage(
                moment: moment, believed: believed,
                learner: moment.learner(believed.proposes.map { .propose($0) }))
        }
    }

    @Test(arguments: beliefs)
    func `what a believer proposes is never right, and what it leaves out is missed`(belief: String) {
        let stages = Self.stages(belief)
        #expect(!stages.isEmpty)
        for stage in stages {
            let marks = stage.moment.marks(for: stage.learner)
            let proposed = Set(stage.believed.proposes)
            for mark in marks.packages where proposed.contains(mark.package) {
                #expect(mark.kind == (mark.judgement.isUnsettled ? .unsettled : .wrong), "\(belief)")
                #expect(!mark.judgement.feedback.isEmpty)
            }
            #expect(marks.packages.count == stage.moment.answer.entries.count + proposed.count)
            #expect(marks.missing == stage.moment.answer.entries.count)
            for package in stage.believed.rejects {
                #expect(marks.packages([.missed]).contains { $0.package == package })
            }
        }
    }

    @Test(arguments: beliefs)
    func `help leads a believer to what the rules advise first`(belief: String) {
        for stage in Self.stages(belief) {
            let hint = stage.moment.nextHint(for: stage.learner)
            #expect(hint?.package == stage.moment.answer.entries.first?.package, "\(belief)")
            if let hint { #expect(!stage.moment.rules[hint.rule].claims.isEmpty) }
        }
    }

    @Test(arguments: beliefs)
    func `the belief is named first once it was acted on twice, and no other is named before it`(
        belief: String
    ) throws {
        // At twenty stages it shows often enough, and not so often that beliefs are beyond comparing;
        // in all else the believer is right.
        let place = try #require(Self.beliefs.firstIndex(of: belief))
        let names = Shipped.names.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        let evidence = names.flatMap(Shipped.moments).prefix(20).map { moment in
            let beliefs = moment.beliefs(Shipped.checked.believing)
            let advised = Set(moment.answer.entries.map(\.package))
            let believed = beliefs.first { $0.misconception.index == place }
            return BeliefEvidence(
                proposed: advised.subtracting(believed?.rejects ?? []).union(believed?.proposes ?? []),
                advised: advised, beliefs: beliefs)
        }
        let matches = beliefMatches(evidence, packages: Self.rules.packages.count)
        let first = try #require(matches.first)
        #expect(
            first.misconception.index == place && first.isNamed && first.acted >= 2,
            "\(matches.prefix(2))")
    }

    @Test func `who is right in everything, and who says nothing, has no belief named`() {
        for name in Shipped.names {
            let right = Shipped.moments(of: name).map { moment in
                WalkedStage(moment, moment.learner(moment.everythingRight))
            }
            for walked in [right, right.map { WalkedStage($0.moment, LearnerAnswer()) }] {
                let evidence = walked.map { BeliefEvidence($0, Shipped.checked.believing) }
                let matches = beliefMatches(evidence, packages: Self.rules.packages.count)
                #expect(matches.allSatisfy { !$0.isNamed }, "\(name)")
            }
        }
    }
}
