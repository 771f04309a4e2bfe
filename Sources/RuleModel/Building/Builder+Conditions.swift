import Notation

// Conditions: joints, quantifiers, lists. Comparisons have a file of their own.

extension Builder {
    /// What a condition's node means; `nil` if some part of it makes no sense. All parts are checked.
    mutating func condition(_ node: SyntaxNode, _ scope: Scope) -> Condition? {
        switch node.kind {
        case .andCondition: return parts(node, scope).map { .all($0) }
        case .orCondition: return parts(node, scope).map { .any($0) }
        case .notCondition: return only(node, scope).map { .not($0) }
        case .groupCondition: return only(node, scope)
        case .earlierCondition: return only(node, scope).map { .earlier($0) }
        case .someCondition: return some(node, scope)
        case .everyCondition: return every(node, scope)
        case .countCondition: return counted(node, scope)
        case .listCondition: return listed(node, scope)
        case .comparison: return comparison(node, scope)
        default: return nil
        }
    }

    /// A condition with nothing bound around it, such as a stop test.
    mutating func freshCondition(_ node: SyntaxNode) -> Condition? {
        nextVariable = 0
        return condition(node, Scope())
    }

    private mutating func only(_ node: SyntaxNode, _ scope: Scope) -> Condition? {
        node.firstCondition.flatMap { condition($0, scope) }
    }

    private mutating func parts(_ node: SyntaxNode, _ scope: Scope) -> [Condition]? {
        var sound: [Condition] = []
        sound.reserveCapacity(node.childCount(where: \.isCondition))
        var isSound = true
        for child in node.children where child.kind.isCondition {
            if let part = condition(child, scope) { sound.append(part) } else { isSound = false }
        }
        return isSound ? sound : nil
    }

    private mutating func some(_ node: SyntaxNode, _ scope: Scope) -> Condition? {
        if node.token(0, spells: "no"), reportNoForNot(node) { return nil }
        guard let phrase = node.first(.memberPhrase), let (members, inner) = members(phrase, scope) else {
            return nil
        }
        var asked: Condition?
        if let child = node.firstCondition {
            asked = condition(child, inner)
            if asked == nil { return nil }
        }
        let some = Condition.some(members, asked)
        return node.token(0, spells: "no") ? .not(some) : some
    }

    /// `no X` for something that is no collection, so that `not` was meant.
    private mutating func reportNoForNot(_ node: SyntaxNode) -> Bool {
        guard let name = node.first(.memberPhrase)?.token(0), let no = node.token(0),
            names[.collection, name] == nil,
            [.diagnostic, .concept, .classification].contains(where: { names[$0, name] != nil })
        else { return false }
        report(
            "other-words", "the language says `not \(name.text)` for `no \(name.text)`", at: no.place,
            label: "write `not \(name.text)`",
            help: ["`no` goes with the members of a collection: `no buyer where …`"],
            suggestion: Finding.Suggestion(place: no.place, replacement: "not"))
        return true
    }

    private mutating func every(_ node: SyntaxNode, _ scope: Scope) -> Condition? {
        guard let phrase = node.first(.memberPhrase), let (members, inner) = members(phrase, scope) else {
            return nil
        }
        let children = node.conditions
        var filter: Condition?
        if children.count > 1 {
            filter = condition(children[0], inner)
            if filter == nil {
                _ = condition(children[1], inner)
                return nil
            }
        }
        return children.last.flatMap { condition($0, inner) }.map { .every(members, filter: filter, $0) }
    }

    /// `at least 2 channels where …`: a count compared with a number.
    private mutating func counted(_ node: SyntaxNode, _ scope: Scope) -> Condition? {
        let (comparison, number) = wanted(node)
        guard let phrase = node.first(.memberPhrase), let (members, inner) = members(phrase, scope) else {
            return nil
        }
        var filter: Condition?
        if let child = node.firstCondition {
            filter = condition(child, inner)
            if filter == nil { return nil }
        }
        guard let number else { return nil }
        let count = Int64(number)
        let set: ValueSet =
            switch comparison {
            case .atMost: .ticks(0, count)
            case .exactly: .ticks(count, count)
            default: .ticks(count, .max)
            }
        let words = node.directTokens.prefix { $0.kind != .number }.map(\.text) + [String(number)]
        return .lies(
            .count(members, where: filter), in: set, Threshold(wording: words.joined(separator: " ")))
    }

    private mutating func listed(_ node: SyntaxNode, _ scope: Scope) -> Condition? {
        let (comparison, number) = wanted(node)
        guard let parts = parts(node, scope), let number else { return nil }
        return .listed(comparison, number, of: parts)
    }

    /// `at least N`, `at most N`, `exactly N` or a bare N among a node's own words.
    mutating func wanted(_ node: SyntaxNode) -> (Comparison, Int?) {
        let comparison: Comparison = node.has("least") ? .atLeast : node.has("most") ? .atMost : .exactly
        guard let token = node.first(where: { $0.kind == .number && !$0.isMissing }) else {
            return (comparison, nil)
        }
        guard let number = token.integer, number <= 1_000_000 else {
            report(
                "out-of-domain", "`\(token.text)` is not a number of things to count", at: token.place,
                label: "a whole number belongs here")
            return (comparison, nil)
        }
        return (comparison, number)
    }
}
