import Notation

extension Checks {
    /// `not X at least V` where `X below V` says the same and is read without turning it round.
    static func deniedBounds(_ ground: CheckGround) -> [Finding] {
        ground.nodes(.notCondition).compactMap { denial in
            guard let inner = denial.children.first(where: { _ in true }), inner.kind == .comparison,
                let bound = inner.first(.boundTest), !denial.text.contains("#"),
                let words = bound.boundWords, let turned = turned(words.text)
            else { return nil }
            let tree = denial.tree
            let before = String(
                decoding: tree.source[inner.range.lowerBound..<words.range.lowerBound], as: UTF8.self)
            let behind = String(
                decoding: tree.source[words.range.upperBound..<inner.range.upperBound], as: UTF8.self)
            let said = before + turned + behind
            return Finding(
                code: "denied-bound", severity: .hint,
                message: "`not` before `\(words.text)` can be said straight on",
                place: denial.place, label: "says the same as `\(said)`",
                suggestion: Finding.Suggestion(place: denial.place, replacement: said))
        }
    }

    private static func turned(_ words: String) -> String? {
        switch words {
        case "at least": "below"
        case "at most": "above"
        case "above": "at most"
        case "below": "at least"
        default: nil
        }
    }
}

extension SyntaxNode {
    /// `at least`, `above`: the words of a bound before its value.
    fileprivate var boundWords: (text: String, range: Range<Int>)? {
        let words = directTokens.prefix { ["at", "least", "most", "above", "below"].contains($0.text) }
        guard let first = words.first, let last = words.last else { return nil }
        return (
            words.map(\.text).joined(separator: " "), first.range.lowerBound..<last.range.upperBound
        )
    }
}
