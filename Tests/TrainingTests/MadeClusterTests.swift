import Notation
import RuleModel
import Testing
import Training
import Workspace

/// Clusters made from numbers are sound, unlike history, and worth walking.
@Suite struct MadeClusterTests {
    private static let seeds = 0..<200
    private static let maker = Shipped.checked.clusterMaker
    /// Each made once for all tests.
    private static let made: [Result<(cluster: ClusterCase, text: SourceText), SourceError>] = seeds.map {
        seed in Result { () throws(SourceError) in try Shipped.checked.made(seed, by: maker) }
    }
    private static let clusters = made.compactMap { try? $0.get() }

    @Test func `a cluster comes of every number`() {
        let failed = zip(Self.seeds, Self.made).filter { (try? $0.1.get()) == nil }.map(\.0)
        #expect(failed.isEmpty, "\(failed)")
    }

    @Test func `the same number gives the same bytes, and another another cluster`() throws {
        for seed in Self.seeds.prefix(5) {
            #expect(try Shipped.checked.made(seed).text == Self.clusters[seed].text)
        }
        let told = Self.clusters.map(\.cluster.stages[0].statements)
        #expect(Set(told).count == told.count)
    }

    @Test func `nothing is to be complained of in any of them`() throws {
        let sources = try SourceFinder(workingFolder: Shipped.root.path).sources()
        let texts = Self.clusters.map(\.text)
        let set = SourceSet(
            basis: sources.basis, texts: sources.texts + texts, named: texts.map(\.name))
        let findings = CheckedRules(set).findingsAskedFor.filter { $0.severity != .hint }
        #expect(findings.isEmpty, "\(findings.prefix(5).map { "\($0.place?.file ?? ""): \($0.message)" })")
    }

    @Test func `none is like a stage of history`() {
        for made in Self.clusters {
            #expect(Self.maker.likeness(made.cluster) <= 70, "\(made.cluster.name)")
        }
    }

    @Test func `each has packages to find and packages to leave, all with reasons that cite`() {
        for made in Self.clusters {
            let moment = Shipped.checked.moment(of: made.cluster, stage: 0)
            let refused = moment.answer.notAdvised.filter { $0.kind != .doesNotApply }
            #expect(moment.answer.entries.count >= 2 && !refused.isEmpty, "\(made.cluster.name)")
            #expect(moment.answer.contested.isEmpty, "\(made.cluster.name)")
            for package in moment.answer.entries.map(\.package) + refused.map(\.package) {
                let feedback = moment.judgement(of: package).feedback
                #expect(!feedback.isEmpty && feedback.allSatisfy { !moment.rules[$0.rule].claims.isEmpty })
            }
        }
    }

    @Test func `what its file expects is what the rules answer`() throws {
        for made in Self.clusters {
            let moment = Shipped.checked.moment(of: made.cluster, stage: 0)
            let advised = Set(moment.answer.entries.map(\.package))
            var expected: Set<ID<Package>> = []
            for expectation in made.cluster.stages[0].expectations {
                #expect(!expectation.claims.isEmpty)
                switch expectation.claim {
                case .recommend(let package, _, _): expected.insert(package)
                case .adviseAgainst(let package, _): #expect(!advised.contains(package))
                default: Issue.record("\(made.cluster.name) expects something else")
                }
            }
            #expect(expected == advised, "\(made.cluster.name)")
        }
    }

    @Test func `each is walked to its end by who sees everything, and by who needs every hint`() {
        for made in Self.clusters {
            let moment = Shipped.checked.moment(of: made.cluster, stage: 0)
            let right = moment.marks(for: moment.learner(moment.everythingRight + [.reveal]))
            #expect(right.packages.allSatisfy { $0.kind == .found }, "\(made.cluster.name)")
            var learner = LearnerAnswer()
            for _ in 0...moment.answer.entries.count * Hint.levels {
                guard let hint = moment.nextHint(for: learner) else { break }
                learner.take(.hint, at: moment)
                if hint.level == Hint.levels { learner.take(.propose(hint.package), at: moment) }
            }
            #expect(moment.marks(for: learner).missing == 0, "\(made.cluster.name)")
            let summary = summary(of: [WalkedStage(moment, learner)], in: moment.rules)
            #expect(summary.counts.advised == moment.answer.entries.count)
        }
    }
}
