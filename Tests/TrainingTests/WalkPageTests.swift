import Foundation
import Presentation
import RuleModel
import Testing
import Training
import Workspace

/// What stands in a page's data is what the terminal's walk says, whoever walks.
@Suite struct WalkPageTests {
    @Test(arguments: Shipped.names)
    func `marks looked up in a page are those of the terminal, for learners of every kind`(name: String)
        throws
    {
        let tables = try #require(WalkPage.tables[name])
        let page = try WalkPage(name)
        for (place, table) in tables.enumerated() {
            let moment = table.moment
            for sayings in Self.learners(table) {
                let learner = moment.learner(sayings)
                let marks = moment.marks(for: learner)
                let read = page.stage(place).marks(for: sayings, of: moment)
                #expect(
                    read.packages == marks.packages.map { Self.words($0, moment.rules) },
                    "\(name) \(place) \(sayings)")
                #expect(
                    read.diagnoses
                        == marks.diagnoses.map { Self.words($0, moment) }, "\(name) \(place) \(sayings)")
            }
        }
    }

    @Test(arguments: Shipped.names)
    func `all that a page offers to say is understood on the terminal`(name: String) throws {
        let tables = try #require(WalkPage.tables[name])
        let page = try WalkPage(name)
        for (place, table) in tables.enumerated() {
            let words = LearnerWords(rules: table.moment.rules, now: table.moment.now)
            for (diagnosis, mark) in zip(page.stage(place).diagnoses, table.diagnoses) {
                guard
                    case .said(let sayings) = words.understand("holds \(diagnosis)", of: LearnerAnswer())
                else {
                    Issue.record("\(name): holds \(diagnosis)")
                    continue
                }
                #expect(sayings == [.holds(mark.fact)], "\(name): \(diagnosis)")
            }
        }
    }

    @Test func `every topic that is offered is understood on the terminal as itself`() throws {
        let page = try WalkPage("sialkot")
        let words = LearnerWords(rules: Shipped.checked.advising, now: Situation())
        let offered = page.topics
        #expect(offered.count > 300)
        for topic in offered {
            let understood = words.topic(topic)
            #expect(understood.map(words.name) == topic, "\(topic)")
        }
    }

    @Test(arguments: Shipped.names)
    func `every answer on a page cites a rule and a claim`(name: String) throws {
        let tables = try #require(WalkPage.tables[name])
        let page = try WalkPage(name)
        for place in tables.indices {
            for (package, answer) in page.stage(place).answers {
                #expect(
                    answer.contains("rule ") && answer.contains("<cite>"), "\(name) \(place) \(package)")
            }
        }
    }

    // MARK: Learners

    private static func learners(_ table: StageTable) -> [[Saying]] {
        let moment = table.moment
        let programme = moment.answer.entries.map { Saying.propose($0.package) }
        let wrong = moment.wrongPackages.prefix(4).map { Saying.propose($0) }
        let taken = moment.wrongPackages.prefix(2).map { Saying.dropPackage($0) }
        var state = UInt64(moment.stage + moment.cluster.name.utf8.count)
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let facts = table.diagnoses.map(\.fact)
        let random = (0..<40).map { _ -> Saying in
            switch next(6) {
            case 0: .holds(facts[next(facts.count)])
            case 1: .matters(.diagnostic(ID(next(moment.rules.diagnostics.count))))
            case 2: .hint
            case 3: .check
            case 4: .dropPackage(ID(next(moment.rules.packages.count)))
            default: .propose(ID(next(moment.rules.packages.count)))
            }
        }
        return [
            [], moment.everythingRight, programme, wrong + [.check] + taken,
            Array(repeating: .hint, count: 7) + programme, random,
        ]
    }

    // MARK: Marks in words

    private static func words(_ mark: PackageMark, _ rules: RuleBase) -> String {
        let kind =
            switch mark.kind {
            case .found: "found"
            case .byLuck: "byLuck"
            case .afterHints(let level): "afterHints \(level)"
            case .missed: "missed"
            case .unsettled: "unsettled"
            case .wrong: "wrong"
            case .wrongAndDropped: "wrong, dropped"
            }
        return "\(rules[mark.package].name) \(kind) \(mark.seen.count) \(mark.unseen.count)"
    }

    private static func words(_ mark: DiagnosisMark, _ moment: Moment) -> String {
        let kind =
            switch mark.kind {
            case .right: "right"
            case .missed: "missed"
            case .unsettled: "unsettled"
            case .wrong: "wrong"
            }
        return SayingWords(rules: moment.rules, now: moment.now).name(mark.fact) + " " + kind
    }
}
