import Notation
import Testing

@Suite struct GrammarTests {
    @Test func `the samples are without fault`() {
        #expect(parsed(Samples.all).findings.map { "\($0.code) \($0.place?.start ?? 0) \($0.message)" } == [])
    }

    @Test func `the samples use every kind of node but the unexpected`() {
        let used = Set(parsed(Samples.all).tree.nodes.map(\.kind))
        #expect(SyntaxKind.allCases.filter { !used.contains($0) } == [.unexpected])
    }

    @Test func `a tree dumps with positions`() {
        let tree = parsed("language 1\nrole fund \"pays\"\n").tree
        #expect(
            tree.dump == """
                (sourceFile 1:1-3:1
                  (languageVersion 1:1-1:11 word:language number:1)
                  (roleDeclaration 2:1-2:17 word:role word:fund string:"pays") endOfFile)
                """)
    }

    @Test func `every node lies inside of its parent and behind its elder sibling`() {
        let tree = parsed(Samples.all).tree
        for (index, node) in tree.nodes.enumerated() {
            var token = node.firstToken
            for child in SyntaxNode(tree: tree, index: index).children {
                let record = tree.nodes[child.index]
                #expect(record.firstToken >= token && record.endToken <= node.endToken)
                token = record.endToken
            }
        }
    }
}

@Suite struct ConditionTests {
    @Test func `a bare name is a comparison without a test`() {
        #expect(condition("public-purchaser") == "(comparison (path public-purchaser))")
    }

    @Test func `a chain of and is one node`() {
        #expect(
            condition("a and b and c")
                == "(andCondition (comparison (path a)) and (comparison (path b)) and (comparison (path c)))")
    }

    @Test func `or goes on listing values while bare names follow`() {
        #expect(
            condition("g is a or b or c")
                == "(comparison (path g) (isTest is (valueSet (value a) or (value b) or (value c))))")
    }

    @Test(arguments: [
        "b is c", "b of C", "not b", "(b)", "some b where c", "b at least 2", "count of b above 1",
        "b rising", "in an earlier stage b", "at least 2 channels where b", "no firm where b",
        "time since b above 2 years",
    ])
    func `or begins the next condition`(text: String) {
        #expect(
            condition("g is a or \(text)").hasPrefix(
                "(orCondition (comparison (path g) (isTest is (valueSet (value a)))) or "))
    }

    @Test(arguments: [
        "b", "no", "some", "40%", "at least 3", "before 1990", "early 1990s", "USD 100 million (1993)",
        "b..c", "\"text\"",
    ])
    func `or adds one more value`(text: String) {
        #expect(
            condition("g is a or \(text)").hasPrefix(
                "(comparison (path g) (isTest is (valueSet (value a) or "))
    }

    @Test func `or more ends the values`() {
        #expect(
            condition("g is some or more and a")
                == "(andCondition (comparison (path g) (isTest is (valueSet (value some) or more))) and (comparison (path a)))"
        )
    }

    @Test func `the filter of a sum takes no bound`() {
        #expect(
            condition("sum of share of channels where captive at least 40%")
                == "(comparison (aggregate sum of share of (memberPhrase channels) where (comparison (path captive))) (boundTest at least (value 40 %)))"
        )
    }

    @Test func `the filter of a count takes an is and parentheses`() {
        #expect(
            condition("count of channels C of F where not (share above 2% and a) below 3")
                == "(comparison (aggregate count of (memberPhrase channels C of F) where (notCondition not (groupCondition ( (andCondition (comparison (path share) (boundTest above (value 2 %))) and (comparison (path a))) )))) (boundTest below (value 3)))"
        )
    }

    @Test func `a filter of some is one condition and leaves the and outside`() {
        #expect(
            condition("some channel where captive and idle")
                == "(andCondition (someCondition some (memberPhrase channel) where (comparison (path captive))) and (comparison (path idle)))"
        )
    }

    @Test func `judgement belongs to the comparison before it`() {
        #expect(
            condition("a at least 50% judgement \"most\"")
                == "(comparison (path a) (boundTest at least (value 50 %)) (judgementClause judgement \"most\"))"
        )
    }

    @Test func `was takes values on both sides`() {
        #expect(
            condition("g was a or b and is c and d")
                == "(andCondition (comparison (path g) (wasTest was (valueSet (value a) or (value b)) and is (valueSet (value c)))) and (comparison (path d)))"
        )
    }

    @Test func `a bound compares with a value, a path or an aggregate`() {
        #expect(condition("a above b") == "(comparison (path a) (boundTest above (value b)))")
        #expect(condition("a above b of C") == "(comparison (path a) (boundTest above (path b of C)))")
        #expect(
            condition("a above count of b")
                == "(comparison (path a) (boundTest above (aggregate count of (memberPhrase b))))")
    }
}

@Suite struct CaseTests {
    @Test func `names that follow each other are readings`() {
        #expect(
            caseItems("public-purchaser purchaser-captive") == [
                "(reading public-purchaser)", "(reading purchaser-captive)",
            ])
    }

    @Test func `two names before a brace, a text or gone are a member`() {
        #expect(
            caseItems("institution sima { kind is association active }") == [
                "(member institution sima { (reading kind is (valueSet (value association))) (reading active) })"
            ])
        #expect(
            caseItems("firm bata gone firm a \"A\" { }") == [
                "(member firm bata gone)", "(member firm a \"A\" { })",
            ])
    }

    @Test func `a text behind a reading is its note`() {
        #expect(
            caseItems("a = 3 \"note\" b \"other\"") == [
                "(reading a = (valueSet (value 3)) \"note\")", "(reading b \"other\")",
            ])
    }

    @Test func `disputed is no member`() {
        #expect(
            caseItems("a disputed { b at D \"1\" }") == [
                "(reading a disputed { (disputedValue (valueSet (value b)) (atClause at D \"1\")) })"
            ])
    }

    @Test func `fields are fields only before a text`() {
        #expect(
            caseItems("sector \"shoes\" sector is shoes") == [
                "(caseField sector \"shoes\")", "(reading sector is (valueSet (value shoes)))",
            ])
    }

    @Test func `a stage may be called before`() {
        #expect(
            codes(
                "case c \"C\" { stage before \"B\" { a } stage then \"T\" after before from 1990 to mid 1990s { b } }"
            ) == [])
    }

    @Test func `three names on a line are expected of a member`() {
        #expect(
            caseItems("expect { captive of us is high a b c }") == [
                "(expectClause expect { (expectation captive of us is high) (expectation a) (expectation b) (expectation c) })"
            ])
    }
}

@Suite struct DeclarationTests {
    @Test func `conclude tells a member from what is concluded`() {
        func conclusion(_ text: String) -> String {
            shape(nodes(.ruleDeclaration, in: parsed("rule r { \(text) }").tree)[0])
        }
        #expect(
            conclusion("conclude captive generation 2")
                == "(ruleDeclaration rule r { (concludeClause conclude captive) (attributeClause generation (valueSet (value 2))) })"
        )
        #expect(
            conclusion("conclude channel captive generation 2")
                == "(ruleDeclaration rule r { (concludeClause conclude channel captive) (attributeClause generation (valueSet (value 2))) })"
        )
        #expect(
            conclusion("conclude C kind is x")
                == "(ruleDeclaration rule r { (concludeClause conclude C kind is x) })")
    }

    @Test func `an attribute may be called as a clause of another block is, on a line of its own`() {
        let file = parsed("language 1\npackage p \"P\" {\n  level meso\n  side supply\n}")
        #expect(nodes(.attributeClause, in: file.tree).count == 2)
        #expect(file.findings.isEmpty)
    }

    @Test func `a cell may be empty`() {
        let tree = parsed("table t { columns a, b, c row x low,, - row y ,1 500,\n}").tree
        #expect(
            nodes(.cell, in: tree).map(shape) == [
                "(cell (valueSet (value low)))", "(cell)", "(cell -)", "(cell)",
                "(cell (valueSet (value 1 500)))", "(cell)",
            ])
    }

    @Test func `an attribute may be called like a keyword`() {
        #expect(codes("collection a \"A\" { changing: yes/no ask: text ask \"?\" measure: duration }") == [])
    }
}
