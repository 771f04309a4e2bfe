import RuleModel
import Testing

@Suite struct SituationTests {
    private func situations(_ text: String) -> (rules: RuleBase, all: [Situation]) {
        let built = Sample.build("case c \"C\" { \(text) }")
        let stages = built.cases.first?.stages ?? []
        return (built.rules, built.rules.situations(of: stages, caseName: "c", upTo: stages.count - 1))
    }

    private func reading(_ name: String, _ told: (rules: RuleBase, all: [Situation])) -> Reading? {
        told.rules.diagnostics.firstIndex { $0.name == name }.flatMap { told.all.last?.readings[ID($0)] }
    }

    @Test func `a reading is inherited as it is`() {
        let told = situations("stage a \"A\" { share = 70% }  stage b \"B\" { }")
        #expect(reading("share", told) == Reading(possible: .ticks(700_000, 700_000)))
    }

    @Test func `what changes is inherited as a guess`() {
        let told = situations("stage a \"A\" { producers = 4 }  stage b \"B\" { }")
        #expect(reading("producers", told)?.possible == .ticks(0, .max))
        #expect(reading("producers", told)?.presumed == .ticks(4, 4))
        #expect(reading("producers", told)?.basis == .carriedOver)
    }

    @Test func `a later stage overrides`() {
        let told = situations("stage a \"A\" { share = 70% }  stage b \"B\" { share = 80% }")
        #expect(reading("share", told)?.possible == .ticks(800_000, 800_000))
    }

    @Test func `unknown forgets what was told`() {
        let told = situations("stage a \"A\" { share = 70% }  stage b \"B\" { share unknown }")
        #expect(reading("share", told)?.possible == .ticks(0, 1_000_000))
        #expect(reading("share", told)?.basis == .unknown)
    }

    @Test(arguments: [
        ("not trust is some", "trust is none or little or medium or high"),
        ("not trust is none or little", "trust is some or more"),
        ("not trust is not high", "trust is high"), ("not share = at least 30%", "share = below 30%"),
        ("not aim is jobs", "aim is growth"), ("not open-market", "open-market is no"),
    ])
    func `a denied value leaves all the others`(denied: String, plain: String) {
        let (one, other) = (situations("\(denied)"), situations("\(plain)"))
        #expect(one.all.last?.readings == other.all.last?.readings)
        #expect(one.all.last?.readings.isEmpty == false)
    }

    @Test func `a denied class leaves all the others`() {
        let (rules, all) = situations("not kind is old")
        let kind = rules.classifications.firstIndex { $0.name == "kind" }
        let told = all.last?.statements
        #expect(kind.flatMap { told?.classifications[ID($0)] }?.possible == .members(0b10))
        #expect(told == situations("kind is new").all.last?.statements)
        let several = situations("not failure is public").all.last?.statements
        #expect(several == situations("failure is not public").all.last?.statements)
    }

    @Test func `what nobody knows cannot be denied`() {
        #expect(
            Sample.complaints("case c \"C\" { not aim unknown }") == [
                "wrong-kind: `not` stands before a value, and `unknown` is none"
            ])
    }

    @Test func `what stands outside of the stages is told at each`() {
        let told = situations("producers = 4  stage a \"A\" { }  stage b \"B\" { }")
        #expect(told.all.count == 2)
        #expect(reading("producers", told)?.basis == .stated)
    }

    @Test func `a stage's own word lasts longer than the case's`() {
        let told = situations("share = 10%  stage a \"A\" { share = 70% }  stage b \"B\" { }")
        #expect(reading("share", told)?.possible == .ticks(700_000, 700_000))
    }

    @Test func `members match by name and are ordered by it`() {
        let told = situations(
            "stage a \"A\" { channel zeta { own-design }  channel alpha { } }  stage b \"B\" { channel zeta { weight = 5% } }"
        )
        let members = told.all.last?.members[ID(0)] ?? []
        #expect(members.map(\.name) == ["alpha", "zeta"])
        #expect(members.last?.attributes.count == 2)
        #expect(members.last?.attributes.values.contains { $0.basis == .carriedOver } == true)
    }

    @Test func `a member leaves by gone`() {
        let told = situations("stage a \"A\" { channel x { } }  stage b \"B\" { channel x gone }")
        #expect(told.all.first?.members[ID(0)]?.count == 1)
        #expect(told.all.last?.members[ID(0)] == nil)
    }

    @Test func `nested members know their parent`() {
        let told = situations("channel b { visit v { } }  channel a { visit w { } }")
        let visits = told.all.last?.members[ID(1)] ?? []
        #expect(visits.map(\.name) == ["w", "v"])
        #expect(visits.map { $0.parent?.index } == [0, 1])
    }

    @Test func `a stage may follow another than the one before it in the file`() {
        let told = situations(
            "stage a \"A\" { share = 1% }  stage b \"B\" { share = 2% }  stage c \"C\" after a { }")
        #expect(told.all.map(\.stageName) == ["a", "c"])
        #expect(reading("share", told)?.possible == .ticks(10_000, 10_000))
    }
}
