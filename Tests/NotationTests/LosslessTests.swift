import Notation
import Testing

@Suite struct LosslessTests {
    private func expectLossless(_ source: [UInt8], _ note: @autoclosure () -> String) {
        let file = parse(fileName: "x", source: source)
        #expect(file.tree.printed == source, "\(note())")
        #expect(file.tree.nodes[0].endToken == UInt32(file.tree.tokens.count), "\(note())")
        #expect(file.tree.nodes[0].endNode == UInt32(file.tree.nodes.count), "\(note())")
        #expect(file.tree.lines == LineIndex(source), "\(note())")
        #expect(file.findings.allSatisfy { ($0.place?.end ?? 0) <= source.count }, "\(note())")
    }

    @Test func `a text cut at any byte prints as it was`() {
        let source = Array(Samples.all.utf8)
        for length in 0...source.count { expectLossless(Array(source[..<length]), "cut at \(length)") }
    }

    @Test func `a cell left empty before a number without its comma is read to its end`() {
        expectLossless(Array("table kind { columns a, b row x - 5 }".utf8), "a dash and a number")
    }

    @Test func `a text with any token deleted or doubled prints as it was`() {
        let tree = parsed(Samples.all).tree
        for token in tree.tokens {
            let piece = Int(token.start)..<Int(token.end)
            var without = tree.source
            without.removeSubrange(piece)
            expectLossless(without, "without \(piece)")
            var doubled = tree.source
            doubled.insert(contentsOf: tree.source[piece], at: piece.upperBound)
            expectLossless(doubled, "with \(piece) doubled")
        }
    }

    @Test func `a text with neighbouring tokens swapped prints as it was`() {
        let tree = parsed(Samples.all).tree
        for (first, second) in zip(tree.tokens, tree.tokens.dropFirst()) {
            let source = tree.source
            let swapped =
                source[..<Int(first.start)] + source[Int(second.start)..<Int(second.end)]
                + source[Int(first.end)..<Int(second.start)] + source[Int(first.start)..<Int(first.end)]
                + source[Int(second.end)...]
            expectLossless(Array(swapped), "swapped at \(first.start)")
        }
    }

    @Test func `bytes strewn at random print as they were`() {
        var generator = SeededGenerator(state: 7)
        let signs = Array("{}()\"\\#:;,=<|../%-\n\r\t \u{0}é“”…".utf8) + [0xFF, 0xC3, 0xE2, 0x80]
        for round in 0..<300 {
            var source = Array(Samples.all.utf8)
            for _ in 0..<Int.random(in: 1...40, using: &generator) {
                let place = Int.random(in: 0..<source.count, using: &generator)
                source[place] = signs.randomElement(using: &generator) ?? 0
            }
            expectLossless(source, "round \(round)")
        }
    }

    @Test func `noise prints as it was`() {
        var generator = SeededGenerator(state: 11)
        for round in 0..<200 {
            let source = (0..<400).map { _ in UInt8.random(in: 0...255, using: &generator) }
            expectLossless(source, "round \(round)")
        }
    }

    @Test(arguments: [
        "\u{FEFF}language 1\nrole a \"b\"", "language 1\r\nrole a\r\n\t\"b\r\nc\"\r\n",
        "language 1\rrole a \"b\"", "language 1\nrole a\u{A0}\"b\"",
    ])
    func `byte order marks, all line ends and odd blanks are no fault`(text: String) {
        #expect(parsed(text).findings.map(\.code) == [])
        expectLossless(Array(text.utf8), text)
    }

    @Test func `conditions nest a hundred deep with ease and two hundred not at all`() {
        func nested(_ depth: Int) -> String {
            "rule r { when " + String(repeating: "(", count: depth) + "a"
                + String(repeating: ")", count: depth)
                + "\n conclude b }"
        }
        #expect(codes(nested(190)) == [])
        #expect(codes(nested(210)) == ["too-deep"])
    }

    @Test func `nothing nests so deep that the parser gives up`() {
        let count = 100_000
        let texts = [
            "rule r { when " + String(repeating: "(", count: count),
            "rule r { when " + String(repeating: "not ", count: count) + "a }",
            "rule r { when " + String(repeating: "at least 1 of { ", count: count),
            "case c \"C\" { " + String(repeating: "firm a { ", count: count),
            "collection a \"A\" { " + String(repeating: "collection a \"A\" { ", count: count),
            "rule r { when " + String(repeating: "a and b or ", count: count) + "c }",
            String(repeating: "“", count: count), String(repeating: "\"\n\n", count: count),
            String(repeating: "}", count: count), String(repeating: "{", count: count),
            String(repeating: "rule ", count: count), String(repeating: "@\n", count: count),
        ]
        for text in texts {
            let file = parsed("language 1\n" + text)
            #expect(file.tree.printed == file.tree.source)
            #expect(
                (1...3).contains(file.findings.count) || file.findings.count == 100,
                "\(text.prefix(40)): \(file.findings.count)")
        }
    }
}
