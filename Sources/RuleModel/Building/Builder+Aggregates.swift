import Notation

// Figures worked out from readings, and the members they range over.

extension Builder {
    mutating func timeSince(_ node: SyntaxNode, _ scope: Scope) -> Operand? {
        guard let path = node.first(.path), let operand = operand(path, scope) else { return nil }
        guard case .figure(let expression, .date, _, _) = operand else {
            report(
                "unit-mismatch", "`time since` asks for a date, and `\(path.wording)` is none",
                at: path.place,
                label: "not a date")
            return nil
        }
        return .figure(.timeSince(expression), .duration, domain: .fromZero, isAggregate: true)
    }

    mutating func aggregate(_ node: SyntaxNode, _ scope: Scope) -> Operand? {
        guard let word = node.token(0)?.text else { return nil }
        guard let phrase = node.first(.memberPhrase) else {
            let parts = node.conditions.map { condition($0, scope) }
            guard !parts.contains(where: { $0 == nil }) else { return nil }
            return .figure(
                .countOf(parts.compactMap { $0 }), .count(of: nil), domain: .fromZero, isAggregate: true)
        }
        guard let (members, inner) = members(phrase, scope) else { return nil }
        let filterNode = node.conditions.last
        let filter = filterNode.flatMap { condition($0, inner) }
        if filterNode != nil, filter == nil { return nil }
        switch word {
        case "count":
            return .figure(
                .count(members, where: filter), .count(of: nil), domain: .fromZero, isAggregate: true)
        case "proportion":
            guard let filter else { return nil }
            let whole = rules[members.collection].plural
            return .figure(
                .proportion(members, where: filter), .percent(of: whole), domain: TickRange(0, 1_000_000),
                isAggregate: false)
        default: return fold(word, node, members, filter)
        }
    }

    private mutating func fold(_ word: String, _ node: SyntaxNode, _ members: Members, _ filter: Condition?)
        -> Operand?
    {
        let folds: [String: Expression.Fold] = [
            "sum": .sum, "mean": .mean, "largest": .largest, "smallest": .smallest,
        ]
        guard let fold = folds[word], let name = node.token(2) else { return nil }
        guard let entry = names.attribute(names.known(name), of: members.collection) else {
            reportNotOfMember(name, members.collection)
            return nil
        }
        guard !untyped.contains(.attribute(entry.index)) else { return nil }
        let type = rules.attributes[entry.index].measurement.type
        let isAddable = type.isQuantity && (type != .date || fold == .largest || fold == .smallest)
        guard isAddable else {
            report(
                "unit-mismatch", "`\(name.text)` is \(rules.wording(of: type)), and has no \(word)",
                at: name.place,
                label: "not a quantity that can be worked out so")
            return nil
        }
        let range = type.run
        if fold == .sum { usage.summed.insert(entry.index) }
        // A sum of shares may well be more than 100 %.
        let domain = fold == .sum ? TickRange(range.lower, .max) : range
        return .figure(
            .fold(fold, ID(entry.index), members, where: filter), type, domain: domain,
            isAggregate: fold == .sum)
    }

    // MARK: Members

    /// What a quantifier ranges over, and the scope inside of it.
    mutating func members(_ node: SyntaxNode, _ scope: Scope) -> (Members, Scope)? {
        guard let collection = resolve(node.token(0), .collection, as: Collection.self) else { return nil }
        let letter = node.token(1).flatMap { $0.spells("of") ? nil : $0 }
        if let letter, !checkLetter(letter, scope) { return nil }
        var parent: Variable?
        if let holder = node.token(after: "of") {
            guard let found = self.parent(holder, of: collection, scope) else { return nil }
            parent = found
        } else {
            parent = scope.member(of: rules[collection].parent)
        }
        let variable = takeVariable()
        let item = bound(variable, letter?.text, collection)
        return (Members(collection: collection, variable: variable, parent: parent), scope.adding(item))
    }

    func bound(_ variable: Variable, _ letter: String?, _ collection: ID<Collection>) -> Scope.Bound {
        Scope.Bound(
            variable: variable, letter: letter, range: .members(collection),
            words: [rules[collection].name, rules[collection].plural])
    }

    mutating func takeVariable() -> Variable {
        defer { nextVariable += 1 }
        return Variable(nextVariable)
    }

    mutating func checkLetter(_ token: SyntaxToken, _ scope: Scope) -> Bool {
        guard scope.letter(token) != nil else { return true }
        report(
            "duplicate-name", "`\(token.text)` already stands for something here", at: token.place,
            label: "bound again", help: ["choose another letter"])
        return false
    }

    mutating func parent(_ token: SyntaxToken, of collection: ID<Collection>, _ scope: Scope) -> Variable? {
        guard let found = scope.find(token) else {
            reportFree(token, scope)
            return nil
        }
        if case .members(let holder) = found.range, rules[collection].parent == holder {
            return found.variable
        }
        report(
            "wrong-kind", "`\(token.text)` has no \(rules[collection].plural)", at: token.place,
            label: "not something that \(rules[collection].plural) are part of")
        return nil
    }
}
