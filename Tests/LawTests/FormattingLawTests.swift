import Generation
import Notation
import RuleModel
import Testing

/// Whatever blanks, line ends and comments an author leaves, formatting keeps the words.
@Suite struct FormattingLawTests {
    @Test func `formatting what is formatted changes nothing`() {
        hold(sample: 60) { file, text in
            guard let again = formatted(parse(fileName: "again.rules", source: text)) else {
                return "it is not formatted again"
            }
            if again == text { return nil }
            return difference(
                String(decoding: text, as: UTF8.self), String(decoding: again, as: UTF8.self))
        }
    }

    @Test func `formatted rules and cases mean the same`() {
        hold(sample: 60) { file, text in
            let before = build([file])
            let after = build([parse(fileName: "printed.rules", source: text)])
            if print(before.rules) != print(after.rules) {
                return difference(print(before.rules), print(after.rules))
            }
            let cases = [before, after].map { built in built.cases.map { print($0, in: built.rules) } }
            return cases[0] == cases[1] ? nil : "the cases differ"
        }
    }

    @Test func `all comments are kept in order`() {
        hold(sample: 60) { file, text in
            let before = Disarrangement.comments(of: file.tree)
            let after = Disarrangement.comments(of: parse(fileName: "printed.rules", source: text).tree)
            return before == after ? nil : "\(before) became \(after)"
        }
    }

    @Test func `no line ends with a blank`() {
        hold(sample: 60) { _, text in
            let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            return lines.contains { $0.last == UInt8(ascii: " ") } ? "a line ends with a blank" : nil
        }
    }

    @Test func `broken text is left alone or keeps its words`() {
        for seed in LawRun.seeds(sample: 80) {
            var random = SeededGenerator(seed: seed)
            guard let shipped = random.pick(ShippedFiles.all) else { return }
            let bytes = TextMutation.mutated(shipped.bytes, &random)
            let file = parse(fileName: shipped.name, source: bytes)
            let text = formatted(file)
            if file.findings.contains(where: { $0.severity == .error }) {
                #expect(text == nil, "seed \(seed): \(shipped.name)")
            } else if let text {
                let read = parse(fileName: shipped.name, source: text)
                #expect(read.tree.nodes == file.tree.nodes, "seed \(seed): \(shipped.name)")
            }
        }
    }

    @Test func `every shipped file can be formatted`() {
        for file in ShippedFiles.all {
            let parsed = parse(fileName: file.name, source: file.bytes)
            #expect(formatted(parsed) != nil, "\(file.name)")
        }
    }

    /// Tries a law on made-up and shipped files in disarray; what is wrong, if anything, is reported.
    private func hold(
        sample: Int, sourceLocation: SourceLocation = #_sourceLocation,
        _ breach: (ParsedFile, [UInt8]) -> String?
    ) {
        for seed in LawRun.seeds(sample: sample) {
            var random = SeededGenerator(seed: seed)
            for bytes in texts(seed, &random) {
                let source = Disarrangement.of(bytes, &random)
                let file = parse(fileName: "made-up.rules", source: source)
                // Where a line ends can matter: a name that is also a word of the language.
                if file.findings.contains(where: { $0.severity == .error }) { continue }
                let fault = formatted(file).map { breach(file, $0) } ?? "it is left alone"
                guard let fault else { continue }
                Issue.record(
                    "seed \(seed): \(fault)\n\(String(decoding: source, as: UTF8.self))",
                    sourceLocation: sourceLocation)
                return
            }
        }
    }

    private func texts(_ seed: UInt64, _ random: inout SeededGenerator) -> [[UInt8]] {
        let scenario = Scenario(seed: seed, size: LawRun.size(of: seed))
        let shipped = random.pick(ShippedFiles.all).map { [$0.bytes] } ?? []
        return [Array(Printed(scenario).text.utf8)] + shipped
    }
}

/// The same tokens with other blanks, line ends and comments between them.
enum Disarrangement {
    static func of(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        let tree = parse(fileName: "any.rules", source: bytes).tree
        // Few changes keep a file readable, many try the odd places.
        let oneIn = random.pick([2, 5, 20, 100]) ?? 5
        var result: [UInt8] = []
        for token in tree.tokens {
            let gap = bytes[Int(token.triviaStart)..<Int(token.start)]
            if gap.isEmpty || random.below(oneIn) > 0 {
                result += gap
            } else {
                result += filling(gap, &random)
            }
            result += bytes[Int(token.start)..<Int(token.end)]
        }
        return result
    }

    private static func filling(_ gap: ArraySlice<UInt8>, _ random: inout SeededGenerator) -> [UInt8] {
        let comments = gap.contains(UInt8(ascii: "#")) ? Array(gap) : []
        let number = random.below(1_000)
        let choices = [
            " ", "  ", "\t", "\n", "\n\n\n", "\r\n  ", " # comment \(number)\n", "\n# line \(number)  \n",
            "\n\n  # a \(number)\n# b\n\n", "\n        ",
        ]
        return comments + Array((random.pick(choices) ?? " ").utf8)
    }

    /// The comments of a file in order, without the blanks at their ends.
    static func comments(of tree: SyntaxTree) -> [String] {
        tree.tokens.flatMap { token in
            String(decoding: tree.source[Int(token.triviaStart)..<Int(token.start)], as: UTF8.self)
                .split(whereSeparator: \.isNewline)
                .compactMap { line -> String? in
                    guard let begin = line.firstIndex(of: "#") else { return nil }
                    var text = line[begin...]
                    while text.last == " " || text.last == "\t" { text.removeLast() }
                    return String(text)
                }
        }
    }
}
