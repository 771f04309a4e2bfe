import Notation
import RuleModel
import Testing

@Suite struct PrintingTests {
    private static let rules = """
        rule one "One" { for each channel C where own-design of C, package P where side is supply
          when (share above 70% or trust is little..some) and not (no channel D where own-design of D)
          unless producers at most 5 judgement "few" presume "rare"
          caution P  conclude C captive  because "so \\"it\\" is"  from C1, C2  age 2 }
        rule two { when kind was old and is new and sum of weight of channels where captive at least 70%
          recommend orders firmly through state with joint-duty  because "so"  from C2 }
        table kind { columns trust, aim  row old high, -  row new -, jobs or growth  because "so" }
        report held "Held" = count of { ready; open-market }  from C1
        test "a try" { trust is high  channel x { own-design  visit v { length = 2 days } }  expect { recommend orders as yes  not ready } }
        """

    @Test func `printed rules build the same rules`() {
        let built = Sample.build(Self.rules)
        #expect(built.rules.rules.count == 4)
        let again = build([parse(fileName: "printed.rules", source: Array(RuleModel.print(built.rules).utf8))]
        )
        #expect(again.rules == built.rules)
    }

    @Test func `a printed case builds the same case`() throws {
        let built = Sample.build(
            """
            case c "C" { country "X"
              stage a "A" from early 1990s { trust disputed { high at DOC "1"  some at DOC "2" }  producers = 4..6 presumably 5 at DOC "1" "about" }
              stage b "B" after a to 1994-05 { not in force loans  all channels listed  failure is latent  kind is old or new presumably new
                done "it" by state as loans at DOC "1"  expect { open loans at DOC "1"  contested kind from C1 } }
            }
            """)
        let cluster = try #require(built.cases.first)
        #expect(built.findings.filter { $0.severity == .error && !$0.isAboutUse }.isEmpty)
        let file = parse(fileName: "c.case", source: Array(RuleModel.print(cluster, in: built.rules).utf8))
        #expect(buildCases([file], against: built.rules).cases == [cluster])
    }

    @Test func `a condition is described in the language's words`() {
        let rules = Sample.build("").rules
        let condition = Sample.condition(
            "(share above 70% or ready) and some channel C where (captive of C and not own-design of C)")
        #expect(
            condition.map { describe($0, in: rules) }
                == "(share at least 70.0001% or ready) and some channel A where (captive of A and not own-design of A)"
                || condition.map { describe($0, in: rules) }
                    == "((share at least 70.0001%) or ready) and some channel A where (captive of A and not own-design of A)"
        )
    }

    @Test func `files in any order build the same`() {
        let one = parse(fileName: "a.rules", source: Array(Sample.vocabulary.utf8))
        let two = parse(
            fileName: "b.rules",
            source: Array(("language 1\n" + Self.rules + "\nconcept ready \"again\"").utf8))
        let forth = build([one, two]), back = build([two, one])
        #expect(forth.rules == back.rules)
        #expect(forth.findings == back.findings)
        #expect(!forth.findings.isEmpty)
    }
}

@Suite struct BegunRuleBaseTests {
    private static let files = [
        parse(fileName: "vocabulary.rules", source: Array(Sample.vocabulary.utf8)),
        parse(
            fileName: "test.rules",
            source: Array(
                "language 1\nrule r { when trust is high  conclude ready  because \"so\"  from C1 }\ntest \"t\" { nothing }"
                    .utf8)),
    ]

    @Test func `rules begun with are all rules but their tests, and finishing adds these`() {
        let begun = BegunRuleBase(Self.files), whole = build(Self.files)
        #expect(begun.rules.tests.isEmpty)
        #expect(whole.rules.tests.count == 1)
        var rules = whole.rules
        rules.tests = []
        #expect(begun.rules == rules)
        #expect(begun.finished().rules == whole.rules)
    }

    @Test func `a mistake in a test is found by finishing`() {
        let begun = BegunRuleBase(Self.files)
        #expect(!begun.hasErrors)
        #expect(begun.finished().findings.contains { $0.severity == .error })
    }
}

@Suite struct DigestTests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            String(repeating: "a", count: 1_000),
            "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
        ),
    ])
    func `the published vectors come out`(message: String, expected: String) {
        #expect(Digest(message.utf8).description == expected)
    }

    @Test func `layout, comments and order leave the digest alone`() {
        let plain = Sample.build("concept a \"A\"\nconcept b \"B\"").rules
        let laidOut = Sample.build("# a note\nconcept b\n  \"B\"\n\nconcept a \"A\"  # done").rules
        #expect(digest(of: plain) == digest(of: laidOut))
        #expect(digest(of: plain) != digest(of: Sample.build("concept a \"A\"").rules))
        #expect(digest(of: plain).short.count == 12)
    }
}
