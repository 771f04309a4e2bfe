import Notation
import RuleModel

/// What checks look at: rules and cases as they are meant, and as they are written.
public struct CheckGround: Sendable {
    public let rules: RuleBase
    public let cases: [ClusterCase]
    public let files: [ParsedFile]
    let declared: DeclaredNames

    public init(rules: RuleBase, cases: [ClusterCase], files: [ParsedFile]) {
        self.rules = rules
        self.cases = cases
        self.files = files
        declared = DeclaredNames(files)
    }

    /// Where something is declared.
    func place(_ kind: NameKind, _ name: String) -> Place? { declared.first(kind, name)?.place }

    /// Where a rule stands: its name, or the value of its row in a table.
    func place(of rule: Rule) -> Place? { place(.rule, rule.name) ?? place(of: rule.origin) }

    /// The word or text that stands where something began.
    func place(of origin: Origin) -> Place? {
        guard let tree = files.first(where: { $0.tree.fileName == origin.file })?.tree else { return nil }
        let before = tree.lines.text(ofLine: origin.line).prefix(max(0, origin.column - 1)).utf8.count
        let start = tree.lines.range(ofLine: origin.line).lowerBound + before
        let token = tree.tokens.first { Int($0.start) <= start && start < Int($0.end) }
        return Place(file: origin.file, start: start, end: token.map { Int($0.end) } ?? start)
    }

    /// All nodes of a kind, file by file.
    func nodes(_ kind: SyntaxKind) -> [SyntaxNode] {
        files.flatMap { file in
            file.tree.nodes.indices.filter { file.tree.nodes[$0].kind == kind }
                .map { SyntaxNode(tree: file.tree, index: $0) }
        }
    }
}

extension SyntaxNode {
    /// The nodes of a kind anywhere below this one.
    func below(_ kind: SyntaxKind) -> [SyntaxNode] {
        (index + 1..<Int(tree.nodes[index].endNode)).filter { tree.nodes[$0].kind == kind }
            .map { SyntaxNode(tree: tree, index: $0) }
    }

    /// The words and signs of it with one blank between them, whatever the layout.
    var dense: String {
        let record = tree.nodes[index]
        return (Int(record.firstToken)..<Int(record.endToken))
            .map { SyntaxToken(tree: tree, index: $0).text }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// What the first text among its own tokens says, and where it stands.
    var ownText: (text: String, place: Place)? {
        directTokens.first { $0.kind == .string }.map { ($0.stringValue, $0.place) }
    }
}
