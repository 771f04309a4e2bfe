import RuleModel
import Testing
import Training
import Workspace

/// Wrong beliefs are found behind answers, and are told from slips.
@Suite struct BeliefTests {
    private static let trial = Shipped.checked.beliefTrial
    private static let rules = Shipped.checked.advising

    @Test func `a planted belief is named first in nine of ten learners within eight cases`() {
        let rows = Self.trial.run(learners: 500, cases: 8, seed: 1)
        let learners = rows.map(\.learners).reduce(0, +)
        let named = rows.compactMap(\.namedFirst.last).reduce(0, +)
        #expect(learners == 500)
        #expect(named * 10 >= learners * 9, "\(named) of \(learners)")
    }

    @Test func `odds are told apart however many answers there are`() {
        var once = Odds(1), twice = Odds(1)
        for _ in 0..<5_000 {
            once *= 0.25
            twice *= 0.25
        }
        twice *= 0.25
        #expect(twice < once && once < Odds(1e-300))
        for _ in 0..<5_001 { twice *= 4 }
        #expect(twice == Odds(1))
        for _ in 0..<5_000 { once *= 37.5 }
        #expect(once > Odds(1e300))
    }

    @Test func `who holds no such belief seldom has one named`() {
        #expect(Self.trial.namedWithoutBelief(learners: 200, cases: 8, seed: 1) <= 20)
    }

    @Test func `every belief shows in a case, and in one that would unsettle it`() throws {
        for place in Self.rules.misconceptions.indices {
            let belief = Self.rules.misconceptions[place]
            let story = try #require(Shipped.checked.unsettling(ID(place), walked: []), "\(belief.name)")
            let shows = Shipped.moments(of: story.name).flatMap { $0.beliefs(Shipped.checked.believing) }
                .contains { $0.misconception.index == place && $0.shows }
            #expect(shows, "\(belief.name) does not show in \(story.name)")
        }
    }

    @Test func `every case that would unsettle a belief is there`() {
        for belief in Self.rules.misconceptions {
            #expect(!belief.unsettledBy.isEmpty, "\(belief.name)")
            for name in belief.unsettledBy { #expect(Shipped.cluster(name) != nil, "\(name)") }
        }
    }

    @Test func `a belief changes no advice`() {
        var without = Self.rules
        without.misconceptions = []
        for name in Shipped.names.prefix(12) {
            for moment in Shipped.moments(of: name) {
                let bare = Moment(
                    of: moment.cluster, stage: moment.stage, rules: without,
                    evaluate: Shipped.checked.evaluator)
                #expect(bare.answer.entries == moment.answer.entries)
                #expect(bare.answer.notAdvised == moment.answer.notAdvised)
            }
        }
    }

    @Test func `with the answers of a believer the belief is named, with the case to walk`() throws {
        let stages = Shipped.names.prefix(8).flatMap { Shipped.moments(of: $0) }
            .map { BeliefEvidence(WalkedStage($0, LearnerAnswer()), Shipped.checked.believing) }
        for place in Self.rules.misconceptions.indices {
            // Acts on the belief wherever it shows, and finds nothing else.
            let evidence = stages.map { stage in
                let believed = stage.beliefs.first { $0.misconception.index == place }
                return BeliefEvidence(
                    proposed: Set(believed?.proposes ?? []), advised: stage.advised, beliefs: stage.beliefs)
            }
            let first = try #require(
                beliefMatches(evidence, packages: Self.rules.packages.count).first,
                "\(Self.rules.misconceptions[place].name)")
            #expect(first.misconception.index == place && first.isNamed)
        }
    }

    @Test func `the case next to walk is one that has not been walked`() throws {
        let place = try #require(Self.rules.misconceptions.firstIndex { $0.unsettledBy.count > 1 })
        let cases = Self.rules.misconceptions[place].unsettledBy
        let next = Shipped.checked.unsettling(ID(place), walked: [cases[0]])
        #expect(next?.name == cases[1])
    }
}
