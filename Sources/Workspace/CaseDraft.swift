import Notation
import RuleModel

/// The text of a case file that is written on statement by statement, as an interview does.
///
/// What the author wrote stays as it is, comments and all, but for the statement that is told anew.
/// The text is laid out as `fmt` lays it out, and never one that does not read as a case.
public struct CaseDraft: Sendable {
    public private(set) var text: SourceText
    private let caseName: String
    /// The stage written on; `nil` where the case has no stages.
    private let stageName: String?

    /// - Parameters:
    ///   - text: A file that holds the case.
    ///   - stage: Place in `cluster.stages` of the stage to write on.
    public init(_ text: SourceText, of cluster: ClusterCase, stage: Int) {
        self.text = text
        caseName = cluster.name
        let tree = parse(fileName: text.name, source: text.bytes).tree
        let hasStages = CaseDraft.block(of: cluster.name, in: tree)?.first(.stageDeclaration) != nil
        stageName =
            hasStages && cluster.stages.indices.contains(stage) ? cluster.stages[stage].name : nil
    }

    /// Puts statements in the place of what the stage says of the same things, or at its end.
    ///
    /// - Returns: Whether it could be done; if not, the text stays as it was.
    public mutating func tell(_ statements: [Statement], in rules: RuleBase) -> Bool {
        var bytes = text.bytes
        for statement in statements {
            guard let told = CaseDraft.text(bytes, telling: statement, in: self, rules) else { return false }
            bytes = told
        }
        text.bytes = bytes
        return true
    }

    /// The case as the text tells it; `nil` where it does not read as one without a mistake.
    public func cluster(in rules: RuleBase) -> ClusterCase? {
        let file = parse(fileName: text.name, source: text.bytes)
        let built = buildCases([file], against: rules)
        guard !(file.findings + built.findings).contains(where: { $0.severity == .error }) else { return nil }
        return built.cases.first { $0.name == caseName }
    }

    /// The same in another file.
    public func moved(to file: String) -> CaseDraft {
        var moved = self
        moved.text.name = file
        return moved
    }

    /// Goes back to an earlier text.
    public mutating func restore(_ bytes: [UInt8]) { text.bytes = bytes }

    private static func text(
        _ bytes: [UInt8], telling statement: Statement, in draft: CaseDraft, _ rules: RuleBase
    ) -> [UInt8]? {
        let file = parse(fileName: draft.text.name, source: bytes)
        guard var node = block(of: draft.caseName, in: file.tree) else { return nil }
        if let stage = draft.stageName {
            guard let found = node.all(.stageDeclaration).first(where: { $0.name == stage }) else {
                return nil
            }
            node = found
        }
        let (range, words) = change(statement, inside: node, rules)
        var changed = bytes
        changed.replaceSubrange(range, with: Array(words.utf8))
        return formatted(parse(fileName: draft.text.name, source: changed))
    }

    /// Where the text changes, and to what.
    private static func change(
        _ statement: Statement, inside node: SyntaxNode, _ rules: RuleBase
    ) -> (range: Range<Int>, words: String) {
        let told = node.children.first { $0.tells(statement, rules) }
        if let told, case .member(_, _, _, let inner, _) = statement, let first = inner.first,
            inner.count == 1
        {
            return change(first, inside: told, rules)
        }
        let words = RuleModel.print(statement, in: rules)
        if let told { return (told.range, words) }
        // A block that is not closed is told about when the text is read again.
        let end = node.ownTokens.last { $0.kind == .rightBrace }?.range.lowerBound ?? node.range.upperBound
        // Expectations and what was done stand behind what is known.
        let rest = node.children.first {
            [.stageDeclaration, .questionClause, .doneClause, .outcomeClause, .expectClause].contains($0.kind)
        }
        let place = rest?.range.lowerBound ?? end
        return (place..<place, "\(words)\n")
    }

    private static func block(of name: String, in tree: SyntaxTree) -> SyntaxNode? {
        tree.root.all(.caseDeclaration).first { $0.name == name }
    }
}

extension SyntaxNode {
    /// The name behind the keyword that opens a case, a stage or a member.
    fileprivate var name: String? { ownTokens.dropFirst().first { $0.kind == .word }?.text }

    private var words: [String] { ownTokens.filter { $0.kind == .word }.map(\.text) }

    /// Whether it says something of the same thing.
    fileprivate func tells(_ statement: Statement, _ rules: RuleBase) -> Bool {
        switch statement {
        case .diagnostic(let id, _): isReading(of: rules[id].name)
        case .attribute(let id, _): isReading(of: rules[id].name)
        case .concept(let id, _): isReading(of: rules[id].name)
        case .classification(let id, _): isReading(of: rules[id].name)
        case .classificationValue(let value, _):
            isReading(of: rules[value.classification].name)
                && text.split(separator: " ").contains(
                    Substring(rules[value.classification].values[value.value].name))
        case .inForce(let id, _): kind == .inForce && words.last == rules[id].name
        case .member(let id, let name, _, _, _), .memberGone(let id, let name, _):
            kind == .member && words.prefix(2) == [rules[id].name, name]
        case .allListed(let id), .notAllListed(let id): kind == .allListed && words.contains(rules[id].plural)
        }
    }

    private func isReading(of name: String) -> Bool {
        kind == .reading && words.first { $0 != "not" } == name
    }
}
