import Notation
import RuleModel

extension Checks {
    /// A condition that stands twice between `and` or `or`, and an exception that the rule itself asks for.
    static func conditionsSaidTwice(_ ground: CheckGround) -> [Finding] {
        let joined = [SyntaxKind.andCondition, .orCondition, .listCondition].flatMap(ground.nodes)
        return joined.flatMap(repeated)
            + ground.nodes(.ruleDeclaration).flatMap { defeated($0) }
    }

    private static func repeated(in node: SyntaxNode) -> [Finding] {
        var first: [String: SyntaxNode] = [:]
        var before: SyntaxNode?
        var found: [Finding] = []
        for condition in node.children {
            defer { before = condition }
            guard let earlier = first[condition.dense] else {
                first[condition.dense] = condition
                continue
            }
            let file = node.tree.fileName
            let start = before?.range.upperBound ?? condition.range.lowerBound
            let between = node.tree.source[start..<condition.range.lowerBound]
            // What stands in a comment between the two is the author's.
            let isFree = node.kind != .listCondition && !between.contains(UInt8(ascii: "#"))
            found.append(
                Finding(
                    code: "condition-twice", severity: .warning,
                    message: "a condition stands twice, and asks nothing more the second time",
                    place: condition.place, label: "said again",
                    notes: [Finding.Note(place: earlier.place, label: "first here")],
                    help: ["leave one of the two out, or change what was to be different"],
                    suggestion: isFree
                        ? Finding.Suggestion(
                            place: Place(file: file, start: start, end: condition.range.upperBound),
                            replacement: "") : nil))
        }
        return found
    }

    /// An exception that is one of the rule's own conditions: where it applies, it is defeated.
    private static func defeated(_ rule: SyntaxNode) -> [Finding] {
        let asked = rule.all(.whenClause).flatMap { clause in
            clause.children.flatMap { $0.kind == .andCondition ? Array($0.children) : [$0] }
        }
        let conditions = Dictionary(asked.map { ($0.dense, $0) }) { first, _ in first }
        return rule.all(.unlessClause).compactMap { clause in
            guard let exception = clause.children.first(where: { _ in true }),
                let same = conditions[exception.dense]
            else { return nil }
            return Finding(
                code: "condition-twice", severity: .warning,
                message: "the rule asks for its own exception, so that it never applies",
                place: exception.place, label: "an exception where this holds",
                notes: [Finding.Note(place: same.place, label: "and it must hold")],
                help: ["leave one of the two out, or write what tells them apart"])
        }
    }
}
