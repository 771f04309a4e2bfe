import Notation

/// Tells of names that were written with blanks: `market access` for `market-access`.
///
/// Each of the words means nothing, or something else, and several complaints follow. That the words make a
/// name which is declared is no accident: it is offered without a trial, and what is said behind it on its line
/// is left out. The cost is that of one set of names, and of a few words for each finding.
struct BlanksInNames {
    private let trees: [String: SyntaxTree]
    private let declared: Set<String>

    private static let mostWords = 5
    private static let codes: Set = [
        "unknown-name", "wrong-kind", "unexpected-text", "missing-test", "unknown-value", "missing-word",
        "unbound-member",
    ]

    init(_ files: [ParsedFile], _ rules: RuleBase) {
        trees = Dictionary(files.map { ($0.tree.fileName, $0.tree) }) { first, _ in first }
        var names: [String] = rules.diagnostics.map(\.name) + rules.packages.map(\.name)
        names += rules.concepts.map(\.name) + rules.classifications.map(\.name) + rules.attributes.map(\.name)
        names += rules.measures.map(\.name) + rules.actors.map(\.name) + rules.collections.map(\.name)
        names +=
            rules.scales.flatMap { $0.values.map(\.name) } + rules.choices.flatMap { $0.values.map(\.name) }
        names += rules.classifications.flatMap { $0.values.map(\.name) }
        declared = Set(names.filter { $0.contains("-") })
    }

    /// - Parameter findings: In order of place.
    func joined(_ findings: [Finding]) -> [Finding] {
        var kept: [Finding] = []
        for finding in findings {
            if let last = kept.last, last.code == "blank-in-name", follows(finding, last) { continue }
            kept.append(mended(finding) ?? finding)
        }
        return kept
    }

    private func follows(_ finding: Finding, _ last: Finding) -> Bool {
        guard let place = finding.place, let before = last.place, place.file == before.file,
            let lines = trees[place.file]?.lines
        else { return false }
        return lines.line(of: place.start) == lines.line(of: before.start)
    }

    private func mended(_ finding: Finding) -> Finding? {
        guard finding.severity == .error, Self.codes.contains(finding.code), let place = finding.place,
            let tree = trees[place.file], let first = token(at: place.start, in: tree)
        else { return nil }
        // The word complained about may be the first of the name, or one behind it.
        for begin in stride(from: first, through: max(0, first - 2), by: -1) {
            guard let start = word(begin, in: tree) else { return nil }
            let line = tree.lines.line(of: start.range.lowerBound)
            var name = start.text
            for end in (begin + 1)..<(begin + Self.mostWords) {
                guard let next = word(end, in: tree), tree.lines.line(of: next.range.lowerBound) == line
                else {
                    break
                }
                name += "-" + next.text
                guard end >= first, declared.contains(name) else { continue }
                let whole = Place(file: place.file, start: start.range.lowerBound, end: next.range.upperBound)
                return Finding(
                    code: "blank-in-name", message: "a name has no blanks", place: whole,
                    label: "write `\(name)`", suggestion: Finding.Suggestion(place: whole, replacement: name))
            }
        }
        return nil
    }

    /// The first token that begins at a place or behind it.
    private func token(at place: Int, in tree: SyntaxTree) -> Int? {
        var low = 0, high = tree.tokens.count
        while low < high {
            let middle = (low + high) / 2
            if tree.tokens[middle].start < place { low = middle + 1 } else { high = middle }
        }
        while low < tree.tokens.count, tree.tokens[low].isMissing { low += 1 }
        return low < tree.tokens.count ? low : nil
    }

    private func word(_ place: Int, in tree: SyntaxTree) -> SyntaxToken? {
        guard tree.tokens.indices.contains(place), tree.tokens[place].kind == .word,
            !tree.tokens[place].isMissing
        else { return nil }
        return SyntaxToken(tree: tree, index: place)
    }
}
