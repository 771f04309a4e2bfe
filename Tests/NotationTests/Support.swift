import Notation

func parsed(_ text: String) -> ParsedFile { parse(fileName: "sample.rules", source: Array(text.utf8)) }

/// Parses a text behind the version line and gives the codes of what was found.
func codes(_ text: String) -> [String] { parsed("language 1\n" + text).findings.map(\.code) }

/// The kinds of a node and what it holds, in one line: `(comparison (path a) (isTest is (valueSet (value b))))`.
func shape(_ node: SyntaxNode) -> String {
    var parts = ["\(node.kind)"]
    for element in node.elements {
        switch element {
        case .node(let child): parts.append(shape(child))
        case .token(let token): parts.append(token.isMissing ? "MISSING" : token.text)
        }
    }
    return "(" + parts.joined(separator: " ") + ")"
}

/// All nodes of a kind, in the order of the text.
func nodes(_ kind: SyntaxKind, in tree: SyntaxTree) -> [SyntaxNode] {
    tree.nodes.indices.map { SyntaxNode(tree: tree, index: $0) }.filter { $0.kind == kind }
}

/// The shape of a condition, read behind `when`.
func condition(_ text: String) -> String {
    let tree = parsed("language 1\nrule r { when \(text)\n conclude x }").tree
    guard let node = nodes(.whenClause, in: tree).first?.children.first(where: { _ in true }) else {
        return "none"
    }
    return shape(node)
}

/// The shapes of the items of a case.
func caseItems(_ text: String) -> [String] {
    let tree = parsed("language 1\ncase c \"C\" {\n\(text)\n}").tree
    return nodes(.caseDeclaration, in: tree).first.map { $0.children.map(shape) } ?? []
}

/// Numbers that look random and are the same on every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
