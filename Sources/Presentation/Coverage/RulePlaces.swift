import Notation
import RuleModel

/// On which lines of its file a rule is written: its head, each of its conditions, each conclusion.
///
/// Rules do not keep where their conditions stand, which means nothing to a verdict. They are looked for
/// in the text once more, in the order in which they are written.
struct RulePlaces {
    struct Place {
        var file: String
        /// The line of the rule's name, or of a row of a table.
        var head: Int
        /// Of each of `Rule.askedConditions`.
        var conditions: [Int]
        var conclusions: [Int]
    }

    /// By rule; `nil` for one that no text holds.
    let places: [Place?]

    init(_ rules: RuleBase, texts: [(name: String, bytes: [UInt8])]) {
        var nodes: [FileLine: SyntaxNode] = [:]
        for text in texts {
            let tree = parse(fileName: text.name, source: text.bytes).tree
            for node in tree.root.children {
                switch node.kind {
                case .ruleDeclaration: note(node)
                case .tableDeclaration: for row in node.each(.rowClause) { note(row) }
                default: break
                }
            }
            func note(_ node: SyntaxNode) {
                let names = node.directTokens.dropFirst()
                guard let name = names.first(where: { _ in true }) else { return }
                nodes[FileLine(file: text.name, line: tree.lines.line(of: name.range.lowerBound))] = node
            }
        }
        places = rules.rules.map { rule in
            nodes[FileLine(file: rule.origin.file, line: rule.origin.line)].map { node in
                RulePlaces.place(of: rule, node, rules)
            }
        }
    }

    private struct FileLine: Hashable {
        var file: String
        var line: Int
    }

    private static func place(of rule: Rule, _ node: SyntaxNode, _ rules: RuleBase) -> Place {
        let asked = rule.askedConditions
        let head = rule.origin.line
        guard node.kind == .ruleDeclaration else {
            // What a row asks stands under its columns, in one line with it.
            return Place(
                file: rule.origin.file, head: head, conditions: asked.map { _ in head }, conclusions: [])
        }
        let kinds: [SyntaxKind] = [.forEachClause, .whenClause, .unlessClause]
        var search = WordSearch(kinds.flatMap { node.all($0) }, start: head)
        return Place(
            file: rule.origin.file, head: head,
            conditions: asked.map { search.line(of: $0, in: rules) },
            conclusions: node.children.filter { conclusionKinds.contains($0.kind) }.map {
                node.tree.lines.line(of: $0.range.lowerBound)
            })
    }

    private static let conclusionKinds: Set<SyntaxKind> = [
        .concludeClause, .recommendClause, .adviseAgainstClause, .cautionClause, .requireClause,
        .sequenceClause, .preferClause, .chooseClause, .withdrawClause, .assignClause,
    ]
}

/// Finds the names that conditions ask about, one after the other.
private struct WordSearch {
    private var words: [(text: String, line: Int)] = []
    private var next = 0
    private var last: Int

    init(_ clauses: [SyntaxNode], start: Int) {
        last = start
        for clause in clauses {
            let record = clause.tree.nodes[clause.index]
            for place in Int(record.firstToken)..<Int(record.endToken)
            where clause.tree.tokens[place].kind == .word {
                let token = SyntaxToken(tree: clause.tree, index: place)
                words.append((token.text, clause.tree.lines.line(of: token.range.lowerBound)))
            }
        }
    }

    /// The line of the first name that a condition asks about; where it cannot be found, that of the last.
    mutating func line(of condition: Condition, in rules: RuleBase) -> Int {
        let start = next
        var first: Int?
        for names in condition.wordsToFind(in: rules) {
            guard let found = words[next...].firstIndex(where: { names.contains($0.text) }) else { continue }
            if first == nil { first = words[found].line }
            next = found + 1
        }
        // What is asked of each thing counted is looked for in its own turn.
        if condition.hasParts { next = start }
        last = first ?? last
        return last
    }
}

extension Condition {
    /// The names that stand where it is written, one after the other, each as it may be spelt.
    func wordsToFind(in rules: RuleBase) -> [[String]] {
        let names = asked.map { $0.names(in: rules) }
        guard names.isEmpty else { return names }
        // Of a package that a letter stands for there is no name.
        return switch self {
        case .recommended: [["recommended"]]
        case .inForce: [["force"]]
        default: []
        }
    }

    /// Whether the conditions inside are conditions asked themselves.
    fileprivate var hasParts: Bool {
        switch self {
        case .listed, .some, .every: true
        default: false
        }
    }
}

extension Asked {
    /// How conditions may call it.
    func names(in rules: RuleBase) -> [String] {
        switch self {
        case .diagnostic(let id): [rules[id].name]
        case .attribute(let id): [rules[id].name]
        case .collection(let id): [rules[id].name, rules[id].plural]
        case .concept(let id): [rules[id].name]
        case .classification(let id): [rules[id].name]
        case .recommended(let id), .inForce(let id): [rules[id].name]
        case .packageAttribute(let id): [rules[id].name]
        case .criterion(let id): [rules[id].name]
        case .lens(let id): [rules[id].name]
        }
    }
}
