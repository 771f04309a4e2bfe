import Notation
import Testing

@Suite struct FindingTests {
    /// Texts with one mistake each, and the one finding it deserves.
    static let mistakes: [(String, String)] = [
        ("rule r { when a\n conclude b\n", "missing-brace"),
        ("rule r { when a\n conclude b\nrule s { when a conclude b }", "missing-brace"),
        ("rule r when a\n conclude b }\nrule s { when a conclude b }", "missing-brace"),
        ("section s \"S\" {\n  diagnostic a: yes/no\n\ndiagnostic b: yes/no", "missing-brace"),
        ("case c \"C\" {\n  stage a \"A\" {\n  x\n\n  stage b \"B\" {\n  y\n  }\n}", "missing-brace"),
        ("rule r { when a conclude b } }\nrule s { when a conclude b }", "extra-brace"),
        ("rule r { when a or b and c or d\n conclude e }", "mixed-and-or"),
        ("rule r { when (a or b\n conclude e }", "missing-parenthesis"),
        ("rule r { when a or b)\n conclude e }", "extra-parenthesis"),
        ("rule r { when\n conclude e }", "missing-condition"),
        ("rule r { when a and\n conclude e }", "missing-condition"),
        ("rule r { when a is\n conclude e }", "missing-value"),
        ("rule r { when a = b\n conclude e }", "equals-for-is"),
        ("rule r { when a >= 40%\n conclude e }", "sign-for-words"),
        ("rule r { when a at least 0,5 million\n conclude e }", "comma-decimal"),
        ("rule r { when a at least 1,500\n conclude e }", "comma-decimal"),
        ("rule r { when a is rising\n conclude e }", "is-before-trend"),
        ("rule r { when a after mid-1990s\n conclude e }", "hyphen-in-period"),
        ("rule r { when a && b\n conclude e }", "sign-for-words"),
        ("rule r { whn a\n conclude e }", "misspelt-keyword"),
        ("rule r { when a\n recomend p firmly }", "misspelt-keyword"),
        ("rule r { when a\n conclude e\n form HS-1 }", "misspelt-keyword"),
        ("rul r { when a conclude b }", "misspelt-keyword"),
        ("rule r { when a\n conclude e\n because \"it is so\n from HS-1 }\nrole a \"b\"", "unclosed-string"),
        ("rule r { when a\n conclude e\n because “it is so” from HS-1 }", "smart-quotes"),
        ("rule r { when a\n conclude e\n from HS-1 HS-2 }", "missing-comma"),
        ("rule r { when a\n conclude\n because \"b\" }", "missing-name"),
        ("rule r { when at least 2 of { a, b, c }\n conclude d }", "wrong-separator"),
        ("rule r { choose 1 of { a, b, c } }", "wrong-separator"),
        ("rule { when a conclude b }", "missing-name"),
        ("rule r { when joint_warranty conclude b }", "underscore-in-name"),
        ("scale s: a | b | c", "wrong-separator"),
        ("diagnostic a: percent\ndiagnostic b: yes/no", "missing-string"),
        ("diagnostic a yes/no\ndiagnostic b: yes/no", "missing-sign"),
        ("role a\nrole b \"b\"", "missing-string"),
        ("claim HS-1 at D \"1\"\nclaim HS-2 at D \"1\" \"text\"", "missing-string"),
        ("some prose that is none of ours\nrule r { when a conclude b }", "unexpected-text"),
        ("case c \"C\" { producers 300 at D \"1\" }", "missing-equals"),
        ("case c \"C\" { share at least 40% at D \"1\" }", "missing-equals"),
        ("scale s = a < b", "wrong-sign"),
        ("concept c: \"x\"", "extra-sign"),
        ("package p \"P\" {\n generation: 2\n level meso }", "extra-sign"),
        ("test captive { a expect { b } }", "missing-string"),
        ("rule r { when a\n recommend p thruogh q\n because \"x\" }", "misspelt-keyword"),
        ("case c \"C\" { kind is a, b at D \"1\" }", "wrong-separator"),
        ("case c \"C\" { kind: network at D \"1\"\n b }", "equals-for-is"),
        ("case c \"C\" { producers: 300 at D \"1\"\n b }", "wrong-sign"),
        ("rule r { when a=b conclude c }", "equals-for-is"),
        ("rule r { when a>=40% conclude c }", "sign-for-words"),
        ("case c \"C\" { gain = -5 }", "negative-number"),
        ("case c \"C\" { share = 40 … 60% }", "ellipsis-for-range"),
        ("case c \"C\" { opened = 1994-5 }", "short-date"),
        ("case c \"C\" { opened = 1994-13 }", "impossible-date"),
        ("case c \"C\" { opened = 1992-1993 }", "dash-for-range"),
        ("case c \"C\" { a = 3 @ b c\n d = 4 }", "unknown-character"),
        ("package p \"P\" { generation 2\n mesure m \"M\" }", "misspelt-keyword"),
        ("language 1", "misplaced-language-version"),
    ]

    @Test(arguments: mistakes)
    func `one mistake is one finding`(text: String, code: String) {
        #expect(codes(text) == [code], "\(text)")
    }

    @Test(arguments: mistakes)
    func `a suggestion cures what it promises`(text: String, code: String) throws {
        let file = parsed("language 1\n" + text)
        guard let suggestion = file.findings.first?.suggestion else { return }
        var bytes = file.tree.source
        bytes.replaceSubrange(
            suggestion.place.start..<suggestion.place.end, with: Array(suggestion.replacement.utf8))
        let remaining = parse(fileName: "sample.rules", source: bytes).findings.map(\.code)
        // A list with a wrong separator has one in every gap; the first complaint speaks for all.
        #expect(
            remaining == [] || remaining == [code] && code == "wrong-separator",
            "\(String(decoding: bytes, as: UTF8.self))")
    }

    @Test func `one slip rarely makes an echo`() {
        let tree = parsed(Samples.all).tree
        var echoes = 0
        for token in tree.tokens {
            var source = tree.source
            source.removeSubrange(Int(token.start)..<Int(token.end))
            if parse(fileName: "x", source: source).findings.count > 2 { echoes += 1 }
        }
        #expect(echoes * 50 < tree.tokens.count, "\(echoes) of \(tree.tokens.count)")
    }

    @Test func `two mistakes are two findings`() {
        #expect(
            codes("rule r { when a = b\n conclude e }\nrule s { when\n conclude f }") == [
                "equals-for-is", "missing-condition",
            ])
    }

    @Test func `what follows a broken declaration is read`() {
        let file = parsed("language 1\nrule r { when ((a and\n\nrule s { when b conclude c }")
        #expect(nodes(.ruleDeclaration, in: file.tree).count == 2)
        #expect(
            shape(nodes(.ruleDeclaration, in: file.tree)[1])
                == "(ruleDeclaration rule s { (whenClause when (comparison (path b))) (concludeClause conclude c) })"
        )
    }

    @Test func `a lost brace is looked for where the margin says`() {
        let file = parsed("language 1\ncase c \"C\" {\n  stage a \"A\" {\n    x\n\n  y\n}\n")
        #expect(file.findings.map(\.message) == ["the stage is never closed"])
    }

    @Test func `a file without the version is read with a warning`() {
        let file = parsed("role a \"b\"")
        #expect(file.findings.map(\.code) == ["missing-language-version"])
        #expect(file.findings.first?.severity == .warning)
    }

    @Test func `a newer version is the only thing complained about`() {
        #expect(parsed("language 2\nnew things {").findings.map(\.code) == ["unsupported-language-version"])
    }

    @Test func `an empty file is worth a warning, and a file of remarks none`() {
        #expect(parsed("").findings.map(\.code) == ["empty-file"])
        #expect(parsed("# nothing yet\n").findings.isEmpty)
    }

    @Test func `other encodings are named once`() {
        #expect(
            parse(fileName: "x", source: Array("language 1\nrole a \"caf".utf8) + [0xE9, 0x22]).findings.map(
                \.code) == ["not-utf-8"])
        #expect(
            parse(fileName: "x", source: [0xFF, 0xFE, 0x6C, 0, 0x61, 0]).findings.map(\.code) == ["not-utf-8"]
        )
    }

    @Test func `a broken file is not listed to its last word`() {
        #expect(codes(String(repeating: "rule {}\n", count: 500)).count == 100)
    }
}
