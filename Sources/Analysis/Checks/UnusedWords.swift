import Notation
import RuleModel

extension Checks {
    /// Documents, actors, roles, scales and the like that are declared and mentioned nowhere else.
    static func unusedWords(_ ground: CheckGround) -> [Finding] {
        let kinds: [NameKind] = [
            .source, .scale, .choice, .criterion, .actor, .role, .indicator, .packageAttribute,
        ]
        let candidates = kinds.flatMap { ground.declared[$0] }
        let counts = mentions(of: Set(candidates.map(\.name)), in: ground.files)
        return candidates.compactMap { declaration in
            guard counts[declaration.name] == 1 else { return nil }
            let noun = declaration.kind.noun
            return Finding(
                code: "unused-word", severity: .warning,
                message: "the \(noun) `\(declaration.name)` is declared and used nowhere",
                place: declaration.place, label: "never used",
                help: ["use it where it belongs, or take it out"])
        }
    }

    /// How often names stand in files, wherever a word can stand.
    private static func mentions(of names: Set<String>, in files: [ParsedFile]) -> [String: Int] {
        var counts: [String: Int] = [:]
        for file in files {
            let tree = file.tree
            for index in tree.tokens.indices where tree.tokens[index].kind == .word {
                let word = SyntaxToken(tree: tree, index: index).text
                if names.contains(word) { counts[word, default: 0] += 1 }
            }
        }
        return counts
    }
}
