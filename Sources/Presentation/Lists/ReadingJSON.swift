import Notation

/// One reading of a case's notation, as its JSON has it.
struct ReadingJSON {
    private let node: SyntaxNode
    private let own: [SyntaxToken]
    private let isNo: Bool

    init(_ node: SyntaxNode) {
        self.node = node
        own = node.ownTokens
        isNo = own.first?.spells("not") == true && own.count > 1
    }

    /// The name, and what is said of it.
    var named: (String, JSON) {
        let rest = own.dropFirst(isNo ? 1 : 0)
        let name = rest.first?.text ?? ""
        let signs = rest.dropFirst().prefix { $0.kind != .string }
        if signs.contains(where: { $0.spells("unknown") }) {
            return (name, .object(["unknown": .bool(true)].merging(note) { $1 }))
        }
        let sides = node.all(.disputedValue)
        if !sides.isEmpty {
            return (name, .object(["disputed": .array(sides.map(side))]))
        }
        guard let set = node.first(.valueSet) else { return (name, whole(["value": .bool(!isNo)])) }
        // `not X is V` and `X is not V` say the same, and both together take it back.
        let isDenied = signs.contains { $0.spells("not") } != isNo
        if isDenied { return (name, whole(["not": .string(set.text)])) }
        return (name, whole(value(set)))
    }

    /// The package, and whether it is in force.
    var holding: (String, JSON) {
        let words = own.filter { $0.kind == .word }
        return (words.last?.text ?? "", whole(["value": .bool(!isNo)]))
    }

    /// The value alone where nothing stands beside it.
    private func whole(_ value: [String: JSON]) -> JSON {
        var members = value.merging(note) { $1 }
        members["at"] = ReadingJSON.citations(of: node)
        if let presumed = node.first(.presumablyClause)?.first(.valueSet) {
            let value = self.value(presumed)
            members["presumably"] = value["value"] ?? .object(value)
        }
        if node.first(.assumedFlag) != nil { members["assumed"] = .bool(true) }
        if members.count == 1, let only = members["value"] { return only }
        return .object(members)
    }

    private var note: [String: JSON] {
        let tokens = own + (node.first(.assumedFlag)?.ownTokens ?? [])
        return tokens.last { $0.kind == .string }.map { ["note": .string($0.stringValue)] } ?? [:]
    }

    private func side(_ side: SyntaxNode) -> JSON {
        var members = side.first(.valueSet).map(value) ?? [:]
        members["at"] = ReadingJSON.citations(of: side)
        if let note = side.ownTokens.last(where: { $0.kind == .string }) {
            members["note"] = .string(note.stringValue)
        }
        return .object(members)
    }

    /// Plain numbers as numbers, strings as `text`, everything else as the notation writes it.
    private func value(_ set: SyntaxNode) -> [String: JSON] {
        let alternatives = Array(set.children)
        let tokens = alternatives.map(\.ownTokens)
        if tokens.count == 1, set.ownTokens.isEmpty, let only = tokens[0].first, tokens[0].count == 1,
            only.kind == .number, !only.text.contains(where: { !$0.isASCII || $0 == " " })
        {
            return ["value": .decimal(only.text)]
        }
        if tokens.allSatisfy({ $0.count == 1 && $0[0].kind == .string }), !tokens.isEmpty {
            let texts = tokens.map { $0[0].stringValue }
            return ["text": texts.count == 1 ? .string(texts[0]) : .strings(texts)]
        }
        return ["value": .string(set.text)]
    }

    static func citations(of node: SyntaxNode) -> JSON? {
        let clauses = node.all(.atClause)
        guard !clauses.isEmpty else { return nil }
        return .array(
            clauses.map { clause in
                let words = clause.ownTokens.filter { $0.kind == .word }
                let location = clause.ownTokens.first { $0.kind == .string }?.stringValue ?? ""
                return .object([
                    "source": .string(words.last?.text ?? ""), "location": .string(location),
                ])
            })
    }
}
