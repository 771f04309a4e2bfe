import Testing
import Training
import Workspace

/// A session's text, and the words of a learner.
@Suite struct JournalTests {
    @Test func `a journal is read as it was written`() throws {
        var journal = Journal()
        journal.say("propose a-store", at: "before", of: "valley")
        journal.say("reveal", at: "before", of: "valley")
        journal.say("hint", at: "now", of: "hills")
        #expect(try Journal(journal.text) == journal)
    }

    @Test func `what was said last is taken back, and the stage with it when it was the first`() {
        var journal = Journal()
        journal.say("reveal", at: "before", of: "valley")
        journal.say("hint", at: "now", of: "valley")
        #expect(journal.takeBack(of: "valley")?.text == "hint")
        #expect(journal.takeBack(of: "valley")?.stage == "before")
        #expect(journal.takeBack(of: "valley") == nil)
        #expect(journal.walks.isEmpty)
    }

    @Test(arguments: [
        ("", 1), ("case valley\n", 1), ("walk 1\nhint\n", 2), ("walk 1\ncase valley\nhint\n", 3),
        ("walk 1\ncase\n", 2), ("walk 2\n", 1),
    ])
    func `what is no journal is refused with its line`(text: String, line: Int) {
        #expect(performing: { try Journal(text) }, throws: { ($0 as? Journal.Fault)?.line == line })
    }

    @Test(arguments: Shipped.names)
    func `all that can be said is understood again from its own words`(name: String) throws {
        for moment in Shipped.moments(of: name) {
            let words = LearnerWords(rules: moment.rules, now: moment.now)
            var learner = LearnerAnswer()
            let said: [Saying] = moment.everythingRight + [.hint, .check]
            for saying in said {
                guard case .said(let again) = words.understand(words.text(saying), of: learner) else {
                    Issue.record("\(name): \(words.text(saying))")
                    continue
                }
                #expect(again == [saying], "\(name): \(words.text(saying))")
                learner.take(saying, at: moment)
            }
        }
    }

    @Test func `packages are found by title, by words no other has, and several at a time`() throws {
        let moment = try #require(Shipped.moments(of: "sialkot").first)
        let words = LearnerWords(rules: moment.rules, now: moment.now)
        let typed = [
            "regulator-negotiation", "Negotiation with the regulator", "regulator", "regulator negotiation",
        ]
        for text in typed {
            #expect(words.package(text).map { moment.rules[$0].name } == "regulator-negotiation", "\(text)")
        }
        guard case .said(let sayings) = words.understand("matters trust, skills", of: LearnerAnswer()) else {
            Issue.record("not understood")
            return
        }
        #expect(sayings.count == 2)
        guard case .unknown("sckills", let near) = words.understand("matters sckills", of: LearnerAnswer())
        else {
            Issue.record("understood")
            return
        }
        #expect(near == ["skills"])
    }
}
