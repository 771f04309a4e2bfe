import Generation
import Notation
import Testing

/// Any bytes make a tree that prints them back, and every complaint points into them.
@Suite struct TreeLawTests {
    @Test func `random bytes come back from the tree`() {
        hold(sample: 200) { random in
            (0..<random.below(200)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        }
    }

    @Test func `random words and signs come back from the tree`() {
        hold(sample: 200) { random in Scraps.text(of: random.below(120), &random) }
    }

    @Test func `shipped files with a token lost, doubled, moved or cut short come back from the tree`() {
        hold(sample: 80) { random in
            guard let file = random.pick(ShippedFiles.all) else { return [] }
            var bytes = file.bytes
            for _ in 0..<random.number(in: 1...3) { bytes = TextMutation.mutated(bytes, &random) }
            return bytes
        }
    }

    @Test func `every shipped file comes back from the tree`() {
        #expect(!ShippedFiles.all.isEmpty)
        for file in ShippedFiles.all { #expect(breach(file.bytes) == nil, "\(file.name)") }
    }

    @Test(arguments: [
        "(", "not ", "{ ", "rule r { when (", "rule r { when not ", "rule r { when some c where ",
        "when some c where (",
        "collection c { ", "count of { ", "at least 1 of { ", "in an earlier stage ", "case c { member m { ",
        "a or (",
        "every c satisfies ", "rule r { when count of { ", "case c \"\" { stage s \"\" { group g { ",
    ])
    func `depth is no danger`(opening: String) {
        let bytes = Array(String(repeating: opening, count: 2_000).utf8)
        #expect(breach(bytes) == nil)
        #expect(breach(Array("rule r { when ".utf8) + bytes) == nil)
        #expect(breach(Array("case c \"C\" { ".utf8) + bytes) == nil)
    }

    @Test func `a tree kept as numbers is the tree, and numbers that are none are refused`() {
        for seed in LawRun.seeds(sample: 60) {
            var random = SeededGenerator(seed: seed)
            guard let file = random.pick(ShippedFiles.all) else { return }
            let bytes = seed % 2 == 0 ? file.bytes : TextMutation.mutated(file.bytes, &random)
            let tree = parse(fileName: "a", source: bytes).tree
            var numbers = tree.numbers
            let kept = numbers.withUnsafeBufferPointer {
                SyntaxTree(fileName: "a", source: bytes, numbers: $0)
            }
            #expect(kept?.tokens == tree.tokens && kept?.nodes == tree.nodes && kept?.lines == tree.lines)
            for length in [0, 2, numbers.count / 2, numbers.count - 1] {
                numbers[..<length].withUnsafeBufferPointer {
                    #expect(SyntaxTree(fileName: "a", source: bytes, numbers: $0) == nil)
                }
            }
            // Whatever is changed, it is refused or can be walked.
            numbers[random.below(numbers.count)] ^= 1 << UInt32(random.below(32))
            let changed = numbers.withUnsafeBufferPointer {
                SyntaxTree(fileName: "a", source: bytes, numbers: $0)
            }
            _ = changed?.printed
        }
    }

    private func hold(sample: Int, _ draw: (inout SeededGenerator) -> [UInt8]) {
        for seed in LawRun.seeds(sample: sample) {
            var random = SeededGenerator(seed: seed)
            let bytes = draw(&random)
            guard breach(bytes) != nil else { continue }
            let smallest = shrunk(Text(bytes: bytes)) { breach($0.bytes) != nil }.bytes
            Issue.record(
                """
                seed \(seed): \(breach(smallest) ?? "")
                \(String(decoding: smallest, as: UTF8.self).debugDescription)
                """)
            return
        }
    }

    /// What is wrong with the tree of some bytes; `nil` if nothing is.
    private func breach(_ bytes: [UInt8]) -> String? {
        let file = parse(fileName: "any.rules", source: bytes)
        if file.tree.printed != bytes { return "the tree prints other bytes" }
        if let breach = disorder(of: file.tree) { return breach }
        for finding in file.findings {
            let places =
                [finding.place, finding.suggestion?.place].compactMap { $0 } + finding.notes.map(\.place)
            for place in places
            where place.file != "any.rules" || place.start < 0 || place.end < place.start
                || place.end > bytes.count
            {
                return "`\(finding.code)` points to \(place)"
            }
            if finding.message.isEmpty { return "`\(finding.code)` says nothing" }
        }
        return nil
    }

    /// Tokens follow each other without gap, and nodes nest.
    private func disorder(of tree: SyntaxTree) -> String? {
        var end: UInt32 = 0
        for token in tree.tokens {
            if token.triviaStart != end || token.start < token.triviaStart || token.end < token.start {
                return "a token does not follow the one before"
            }
            end = token.end
        }
        guard tree.tokens.last?.kind == .endOfFile else { return "no end of the file" }
        var open: [NodeRecord] = []
        for (place, node) in tree.nodes.enumerated() {
            while let outer = open.last, Int(outer.endNode) <= place { open.removeLast() }
            if node.endNode <= place || node.endToken < node.firstToken {
                return "node \(place) ends before it starts"
            }
            if let outer = open.last {
                if node.endNode > outer.endNode || node.firstToken < outer.firstToken
                    || node.endToken > outer.endToken
                {
                    return "node \(place) sticks out of the one around it"
                }
            } else if place > 0 {
                return "node \(place) lies outside the file"
            }
            open.append(node)
        }
        return nil
    }
}

/// Bytes that get shorter.
private struct Text: Shrinkable {
    var bytes: [UInt8]
    func simplifications() -> [Text] {
        var shorter: [Text] = []
        var length = bytes.count
        while length >= 1 {
            for start in stride(from: 0, to: bytes.count, by: length) {
                shorter.append(
                    Text(bytes: Array(bytes[..<start] + bytes[min(bytes.count, start + length)...])))
            }
            length /= 2
        }
        return shorter
    }
}
