import Notation
import Testing

private func tokens(_ text: String) -> [SyntaxToken] {
    let tree = parsed(text).tree
    return tree.tokens.indices.map { SyntaxToken(tree: tree, index: $0) }.filter {
        !$0.isMissing && $0.kind != .endOfFile
    }
}

@Suite struct TokenTests {
    @Test(arguments: [
        ("300", ["number:300"]), ("1 500 000", ["number:1 500 000"]), ("0.5", ["number:0.5"]),
        ("1\u{A0}500", ["number:1\u{A0}500"]), ("1994 100", ["number:1994", "number:100"]),
        ("15 1000", ["number:15", "number:1000"]),
        ("1994-05", ["date:1994-05"]), ("1994-05-17", ["date:1994-05-17"]), ("1990s", ["decade:1990s"]),
        ("1..3", ["number:1", "range:..", "number:3"]),
        ("none..high", ["word:none", "range:..", "word:high"]),
        ("joint-warranty", ["word:joint-warranty"]), ("HS-130", ["word:HS-130"]),
        ("a-", ["word:a", "dash:-"]),
        ("café", ["word:café"]), ("40%", ["number:40", "percent:%"]),
        ("yes/no", ["word:yes", "slash:/", "word:no"]),
        ("a<b|c", ["word:a", "lessThan:<", "word:b", "bar:|", "word:c"]),
    ])
    func `text is cut into tokens`(text: String, expected: [String]) {
        #expect(tokens(text).map { "\($0.kind):\($0.text)" } == expected)
    }

    @Test(arguments: [
        (#""a  b""#, "a b"), ("\"a\n   b\"", "a b"), (#""say \"x\" \\ y""#, #"say "x" \ y"#),
        (#"" a ""#, "a"), (#""""#, ""),
        ("“smart”", "smart"), ("\"open", "open"), (#""a\n""#, #"a\n"#), (#""end\\""#, #"end\"#),
    ])
    func `a string means its text with white space folded`(text: String, expected: String) {
        #expect(tokens(text).first?.stringValue == expected)
    }

    @Test func `numbers are read exactly`() {
        func decimal(_ text: String) -> String {
            tokens(text).first?.decimal.map { "\($0.mantissa) \($0.fractionDigits)" } ?? "none"
        }
        #expect(decimal("1 500.25") == "150025 2")
        #expect(decimal("0.50") == "50 2")
        #expect(decimal("007") == "7 0")
        #expect(decimal("999999999999999999") == "999999999999999999 0")
        #expect(decimal("1000000000000000000") == "none")
        #expect(decimal("word") == "none")
        #expect(tokens("1 500").first?.integer == 1500)
        #expect(tokens("1.5").first?.integer == nil)
    }

    @Test func `dates are read as periods`() {
        #expect(tokens("1994-05").first?.calendarDate?.month == 5)
        #expect(tokens("1996-02-29").first?.calendarDate?.day == 29)
        #expect(tokens("1900-02-29").first?.calendarDate == nil)
        #expect(tokens("1990s").first?.decadeStart == 1990)
    }

    @Test func `a string on one line may hold anything`() {
        #expect(codes("role a \"x { y } z\"") == [])
    }

    @Test func `a forgotten quote costs its own line only`() {
        let tree = parsed("language 1\nrole a \"one\nrole b \"two\"").tree
        #expect(nodes(.roleDeclaration, in: tree).count == 2)
    }
}

@Suite struct LineIndexTests {
    @Test func `columns count characters`() {
        let lines = LineIndex(Array("\u{FEFF}é\tx\r\nsecond\rthird\n".utf8))
        #expect(lines.lineCount == 4)
        #expect("\(lines.position(of: 6).line):\(lines.position(of: 6).column)" == "1:3")
        #expect(lines.text(ofLine: 1) == "é\tx")
        #expect(lines.text(ofLine: 2) == "second")
        #expect(lines.text(ofLine: 3) == "third")
        #expect(lines.text(ofLine: 9) == "")
        #expect(lines.position(of: 10_000).line == 4)
        #expect(lines.position(of: -5).line == 1)
    }
}
