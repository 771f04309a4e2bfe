import Notation
import RuleModel

/// A word in a file that may mean the thing that is to be renamed.
struct Mention: Hashable {
    /// The file's place among the files.
    var file: Int
    /// Where the word stands, in bytes.
    var range: Range<Int>
    /// It is the plural that is made of a collection's name.
    var isPlural: Bool
}

extension NamedThing {
    /// The words of all files that are spelled like the thing and could mean it: no texts, no comments, no
    /// names that a file gives to members, stages and phases of its own, and no declarations of others.
    func mentions(in files: [ParsedFile], _ names: DeclaredNames) -> [Mention] {
        let others = Set(NamedThing.all(name, in: names).map(\.place)).subtracting([place])
        return files.indices.flatMap { file -> [Mention] in
            let tree = files[file].tree
            let spelled = tree.tokens.indices.filter { tree.tokens[$0].kind == .word }.compactMap {
                index -> (Int, Mention)? in
                let token = SyntaxToken(tree: tree, index: index)
                guard !token.isMissing, token.range.count <= name.utf8.count + 1 else { return nil }
                let text = token.text
                guard text == name || text == plural, !others.contains(token.place) else { return nil }
                return (index, Mention(file: file, range: token.range, isPlural: text != name))
            }
            guard !spelled.isEmpty else { return [] }
            let own = OwnNames(tree)
            return spelled.filter { !own.holds($0.0, renaming: self) }.map(\.1)
        }
    }
}

/// The words with which a file names things of its own.
private struct OwnNames {
    private let tree: SyntaxTree
    /// By token, the innermost node that it stands in.
    private var nodes: [Int]

    init(_ tree: SyntaxTree) {
        self.tree = tree
        nodes = Array(repeating: 0, count: tree.tokens.count)
        // Nodes stand in preorder, so that the innermost is the last to say so.
        for (index, node) in tree.nodes.enumerated() {
            for token in Int(node.firstToken)..<Int(node.endToken) where token < nodes.count {
                nodes[token] = index
            }
        }
    }

    func holds(_ token: Int, renaming thing: NamedThing) -> Bool {
        let node = SyntaxNode(tree: tree, index: nodes[token])
        let before = token > 0 ? SyntaxToken(tree: tree, index: token - 1).text : ""
        let isSecond = node.directTokens.dropFirst().first { _ in true }?.index == token
        switch node.kind {
        case .member, .stageDeclaration, .phaseClause: return isSecond || before == "after"
        case .fromCaseClause, .unsettledByClause, .lessonCase:
            return thing.kind != .declared(.clusterCase)
        case .lessonStage: return true
        case .unsettlesClause: return thing.kind != .declared(.misconception)
        case .courseLesson: return thing.kind != .declared(.lesson)
        case .doneClause where before == "by":
            return thing.kind != .declared(.actor) || tellsOfMember(thing.name, around: token)
        default: return false
        }
    }

    private func tellsOfMember(_ name: String, around token: Int) -> Bool {
        tree.nodes.indices.contains { index in
            guard tree.nodes[index].kind == .member else { return false }
            return SyntaxNode(tree: tree, index: index).directTokens.dropFirst().first { _ in true }?.text
                == name
        }
    }
}
