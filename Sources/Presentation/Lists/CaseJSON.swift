import Notation
import RuleModel

/// A case as JSON (`distretto/case/1`), from which the same case can be read.
///
/// It is made from the case's notation, so that the two say the same by construction.
public struct CaseJSON: Sendable {
    private let notation: ParsedFile

    public init(_ cluster: ClusterCase, in rules: RuleBase) {
        notation = parse(fileName: cluster.name, source: Array(print(cluster, in: rules).utf8))
    }

    public var json: JSON {
        guard let node = notation.tree.root.first(.caseDeclaration) else { return .null }
        let own = node.ownTokens
        var members: [String: JSON] = [
            "format": .string("distretto/case/1"), "name": .string(own.word(1)),
            "title": .string(own.firstString ?? ""),
        ]
        let fields = node.all(.caseField).map { field -> JSON in
            let own = field.ownTokens
            return .object(["name": .string(own.word(0)), "text": .string(own.firstString ?? "")])
        }
        if !fields.isEmpty { members["fields"] = .array(fields) }
        let stages = node.all(.stageDeclaration).map(stage)
        // A case without stages is one stage called `now`.
        members["stages"] = .array(
            stages.isEmpty ? [.object(items(of: node).merging(["name": .string("now")]) { $1 })] : stages)
        return .object(members)
    }

    private func stage(_ node: SyntaxNode) -> JSON {
        let own = node.ownTokens
        var members = items(of: node)
        members["name"] = .string(own.word(1))
        if let title = own.firstString, !title.isEmpty { members["title"] = .string(title) }
        if let after = own.firstIndex(where: { $0.spells("after") && $0.index > own[1].index }) {
            members["after"] = .string(own.word(after + 1))
        }
        for period in node.all(.periodClause) {
            members[period.ownTokens.word(0)] = .string(period.first(.value)?.text ?? "")
        }
        return .object(members)
    }

    /// What stands between the braces of a stage, a member, or a case without stages.
    private func items(of node: SyntaxNode) -> [String: JSON] {
        var readings: [(String, JSON)] = []
        var holdings: [(String, JSON)] = []
        var lists: [String: [JSON]] = [:]
        for child in node.children {
            switch child.kind {
            case .reading: readings.append(ReadingJSON(child).named)
            case .inForce: holdings.append(ReadingJSON(child).holding)
            case .member: lists["members", default: []].append(member(child))
            case .allListed:
                let isNot = child.ownTokens.word(0) == "not"
                lists[isNot ? "notListed" : "listed", default: []].append(
                    .string(child.ownTokens.word(isNot ? 2 : 1)))
            case .questionClause:
                lists["questions", default: []].append(.string(child.ownTokens.firstString ?? ""))
            case .doneClause: lists["deeds", default: []].append(event(child))
            case .outcomeClause: lists["outcomes", default: []].append(event(child))
            case .overrideClause: lists["overrides", default: []].append(override(child))
            case .expectClause: lists["expect", default: []] += child.all(.expectation).map(expectation)
            default: break
            }
        }
        var members = lists.mapValues(JSON.array)
        if !readings.isEmpty { members["readings"] = grouped(readings) }
        if !holdings.isEmpty { members["inForce"] = grouped(holdings) }
        return members
    }

    /// Of a classification with several values, more than one thing can be said.
    private func grouped(_ entries: [(String, JSON)]) -> JSON {
        .object(
            Dictionary(grouping: entries, by: \.0).mapValues { same in
                same.count == 1 ? same[0].1 : .array(same.map(\.1))
            })
    }

    private func member(_ node: SyntaxNode) -> JSON {
        let own = node.ownTokens
        var members = items(of: node)
        members["collection"] = .string(own.word(0))
        members["name"] = .string(own.word(1))
        if let title = own.firstString { members["title"] = .string(title) }
        if own.count == 3, own[2].spells("gone") { members["gone"] = .bool(true) }
        return .object(members)
    }

    private func event(_ node: SyntaxNode) -> JSON {
        let own = node.ownTokens
        var members: [String: JSON] = ["text": .string(own.firstString ?? "")]
        for (place, token) in own.enumerated() where place > 0 && token.kind == .word {
            if token.spells("by") || token.spells("as") { members[token.text] = .string(own.word(place + 1)) }
        }
        members["at"] = ReadingJSON.citations(of: node)
        return .object(members)
    }

    private func override(_ node: SyntaxNode) -> JSON {
        let own = node.ownTokens
        let strings = own.filter { $0.kind == .string }.map(\.stringValue)
        return .object([
            own.word(1): .string(own.word(2)), "reason": .string(strings.first ?? ""),
            "by": .string(strings.dropFirst().first ?? ""),
        ])
    }

    private func expectation(_ node: SyntaxNode) -> JSON {
        // What is expected ends where its grounds begin.
        let grounds = node.children.first { $0.kind == .fromClause || $0.kind == .atClause }
        let end = grounds?.range.lowerBound ?? node.range.upperBound
        let that = String(decoding: node.tree.source[node.range.lowerBound..<end], as: UTF8.self)
        var members: [String: JSON] = ["that": .string(that.trimmed)]
        if let from = node.first(.fromClause) {
            members["from"] = .strings(from.ownTokens.dropFirst().filter { $0.kind == .word }.map(\.text))
        }
        members["at"] = ReadingJSON.citations(of: node)
        return .object(members)
    }
}

extension [SyntaxToken] {
    /// The text of a token, or nothing where the notation ends.
    fileprivate func word(_ place: Int) -> String { indices.contains(place) ? self[place].text : "" }
    fileprivate var firstString: String? { first { $0.kind == .string }?.stringValue }
}
