import Testing
import Training
import Workspace

/// A session's text, and the words of a learner.
@Suite struct JournalTests {
    @Test func `a journal is read as it was written`() throws {
        var journal = Journal()
        journal.say("propose a-store", at: Journal.Stop("before", of: "valley"))
        journal.say("reveal", at: Journal.Stop("before", of: "valley"))
        journal.say("hint", at: Journal.Stop("now", of: "hills"))
        journal.say("check", at: Journal.Stop("now", of: "hills", in: "who-pays"))
        #expect(try Journal(journal.text) == journal)
        #expect(journal.walks.map(\.lesson) == [nil, nil, "who-pays"])
    }

    @Test func `what was said last is taken back, and the stage with it when it was the first`() {
        var journal = Journal()
        let stops = [Journal.Stop("before", of: "valley"), Journal.Stop("now", of: "valley")]
        journal.say("reveal", at: stops[0])
        journal.say("hint", at: stops[1])
        #expect(journal.takeBack(from: stops)?.text == "hint")
        #expect(journal.takeBack(from: stops)?.stop == 0)
        #expect(journal.takeBack(from: stops) == nil)
        #expect(journal.walks.isEmpty)
    }

    @Test func `a lesson that comes back to a case takes back what was walked last, and no other walk`() {
        var journal = Journal()
        let stops = [("before", "valley"), ("now", "hills"), ("now", "valley")].map {
            Journal.Stop($0.0, of: $0.1, in: "who-pays")
        }
        journal.say("mine", at: Journal.Stop("now", of: "valley"))
        for stop in stops { journal.say("reveal", at: stop) }
        #expect(journal.takeBack(from: stops)?.stop == 2)
        #expect(journal.takeBack(from: stops)?.stop == 1)
        journal.forget(stops)
        #expect(journal.walks.map(\.lesson) == [nil])
    }

    @Test(arguments: [
        ("", 1), ("case valley\n", 1), ("walk 1\nhint\n", 2), ("walk 1\ncase valley\nhint\n", 3),
        ("walk 1\ncase\n", 2), ("walk 2\n", 1), ("walk 1\ncase valley by me\n", 2),
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
