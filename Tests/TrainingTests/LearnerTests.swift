import Inference
import RuleModel
import Testing
import Training
import Workspace

/// Scripted learners get the marks, hints and reasons that they should.
@Suite struct LearnerTests {
    @Test(arguments: Shipped.names)
    func `who sees all that the rules see is right in everything`(name: String) {
        for moment in Shipped.moments(of: name) {
            let marks = moment.marks(for: moment.learner(moment.everythingRight))
            #expect(marks.packages.allSatisfy { $0.kind == .found }, "\(name) \(moment.stage)")
            #expect(marks.packages.count == moment.answer.entries.count)
            #expect(marks.diagnoses.allSatisfy { $0.kind == .right })
            #expect(marks.packages.allSatisfy { $0.unseen.allSatisfy { $0.topic == nil } })
        }
    }

    @Test(arguments: Shipped.names)
    func `who proposes all that is wrong is told so, each time by a rule`(name: String) {
        for moment in Shipped.moments(of: name) {
            let wrong = moment.wrongPackages
            let marks = moment.marks(for: moment.learner(wrong.map { .propose($0) }))
            #expect(marks.packages([.wrong]).map(\.package) == wrong)
            #expect(marks.missing == moment.answer.entries.count)
        }
    }

    @Test(arguments: Shipped.names)
    func `who names nothing is right by luck, where the advice rests on something`(name: String) {
        for moment in Shipped.moments(of: name) {
            let marks = moment.marks(
                for: moment.learner(moment.answer.entries.map { .propose($0.package) }))
            for mark in marks.packages {
                #expect((mark.kind == .byLuck) == !moment.grounds(of: mark.package).isEmpty)
                #expect(mark.seen.isEmpty)
            }
        }
    }

    @Test(arguments: Shipped.names)
    func `help leads to each missing package, more and more plainly, and ends`(name: String) {
        for moment in Shipped.moments(of: name) {
            var learner = LearnerAnswer()
            var led: [ID<Package>] = []
            for _ in 0...moment.answer.entries.count * Hint.levels {
                guard let hint = moment.nextHint(for: learner) else { break }
                #expect(hint.level == learner.helped[hint.package, default: 0] + 1 || hint.level == 3)
                #expect(!moment.rules[hint.rule].claims.isEmpty, "\(moment.rules[hint.rule].name)")
                #expect(!moment.rules[hint.rule].because.isEmpty)
                if hint.level == Hint.levels { led.append(hint.package) }
                learner.take(.hint, at: moment)
            }
            #expect(led == moment.answer.entries.map(\.package), "\(name) \(moment.stage)")
            #expect(moment.nextHint(for: learner) == nil)
            for package in led { learner.take(.propose(package), at: moment) }
            #expect(
                moment.marks(for: learner).packages.allSatisfy { $0.kind == .afterHints(Hint.levels) })
        }
    }

    @Test(arguments: Shipped.names)
    func `whatever is proposed or diagnosed, a rule with claims answers`(name: String) {
        for moment in Shipped.moments(of: name) {
            for package in moment.rules.packages.indices {
                let judgement = moment.judgement(of: ID(package))
                #expect(
                    !judgement.feedback.isEmpty
                        && judgement.feedback.allSatisfy { !moment.rules[$0.rule].claims.isEmpty },
                    "\(name) \(moment.stage) \(moment.rules.packages[package].name)")
            }
            let concepts = moment.rules.concepts.indices.filter {
                moment.rules.concepts[$0].collection == nil
            }
            let marks = moment.marks(
                for: moment.learner(concepts.map { .holds(.concept(ID($0), member: nil)) }))
            for mark in marks.diagnoses {
                #expect(!mark.feedback.isEmpty, "\(name) \(moment.stage) \(mark.fact)")
            }
        }
    }

    @Test func `a random learner is marked once for each package, right or wrong as the rules have it`() {
        var seed: UInt64 = 7
        func next(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        for name in Shipped.names {
            for moment in Shipped.moments(of: name) {
                let proposed = (0..<6).map { _ in ID<Package>(next(moment.rules.packages.count)) }
                let learner = moment.learner(proposed.map { .propose($0) } + (next(2) == 0 ? [.hint] : []))
                let marks = moment.marks(for: learner)
                let advised = Set(moment.answer.entries.map(\.package))
                #expect(Set(marks.packages.map(\.package)) == advised.union(proposed))
                #expect(marks.packages.count == advised.union(proposed).count)
                for mark in marks.packages {
                    switch mark.kind {
                    case .missed: #expect(advised.contains(mark.package) && !proposed.contains(mark.package))
                    case .found, .byLuck, .afterHints:
                        #expect(advised.contains(mark.package) && proposed.contains(mark.package))
                    case .wrong, .wrongAndDropped, .unsettled: #expect(!advised.contains(mark.package))
                    }
                }
            }
        }
    }

    @Test func `a wrong proposal taken back after it was judged still counts`() throws {
        let moment = try #require(Shipped.moments(of: "sialkot").first)
        let wrong = try #require(moment.wrongPackages.first)
        let early = moment.learner([.propose(wrong), .dropPackage(wrong)])
        #expect(moment.marks(for: early).packages([.wrongAndDropped]).isEmpty)
        let late = moment.learner([.propose(wrong), .check, .dropPackage(wrong)])
        #expect(moment.marks(for: late).packages([.wrongAndDropped]).map(\.package) == [wrong])
    }

    @Test func `nothing said after the answer counts`() throws {
        let moment = try #require(Shipped.moments(of: "sialkot").last)
        let learner = moment.learner([.reveal] + moment.everythingRight)
        #expect(learner.proposed.isEmpty && learner.topics.isEmpty)
    }
}
