import Notation

// Rules: what they range over, when they apply, why.

extension Builder {
    mutating func buildRules() {
        var built = built(of: declarations[.rule]) { $0.rule($1) }
        built += buildTables()
        built.putInOrder { $0.name }
        rules.rules = built
        rules.reports = self.built(of: declarations[.report]) { $0.report($1) }
        reportFractions()
    }

    /// A rule; `nil` if a part of it makes no sense. All of it is checked.
    mutating func rule(_ declared: Declared) -> Rule? {
        let node = declared.node
        let claims = claims(node)
        claimsForThresholds = allKnown(claims, in: node)
        defer { claimsForThresholds = nil }
        var isSound = !isBroken(node)
        var rule = Rule(
            name: declared.name, title: node.string, conclusions: [],
            because: node.first(.becauseClause)?.string ?? "",
            claims: claims, origin: origin(declared.token))
        var scope = Scope()
        let told = findings.count
        let isBound = bind(node.all(.forEachClause).flatMap { $0.all(.binding) }, of: &rule, &scope)
        isSound = isSound && isBound
        // Without the member that was to be bound, what is said of it cannot but fail.
        defer { if !isBound { findings.removeAll(from: told) { $0.restsOnBinding } } }
        for clause in node.children {
            switch clause.kind {
            case .whenClause:
                guard let condition = clause.firstCondition.flatMap({ self.condition($0, scope) }) else {
                    isSound = false
                    continue
                }
                rule.condition = rule.condition.map { .all([$0, condition]) } ?? condition
            case .unlessClause:
                guard let exception = exception(clause, scope) else {
                    isSound = false
                    continue
                }
                rule.exceptions.append(exception)
            case .attributeClause: addLensValue(clause, to: &rule)
            case _ where clause.kind.isConclusion:
                if let conclusion = conclusion(clause, scope) {
                    rule.conclusions.append(conclusion)
                } else {
                    isSound = false
                }
            default: break
            }
        }
        checkParts(rule, declared)
        if isSound { checkSense(of: rule, node) }
        return isSound && !rule.conclusions.isEmpty ? rule : nil
    }

    private mutating func checkParts(_ rule: Rule, _ declared: Declared) {
        guard !isBroken(declared.node) else { return }
        let noun = declared.node.kind == .ruleDeclaration ? "rule" : "misconception"
        let place = declared.token.place
        if declared.node.firstChild(where: { _ in true }) == nil {
            report(
                "rule-without-conclusion", "the \(noun) `\(rule.name)` is empty", at: place,
                label: "nothing in it",
                help: [
                    "write `when` with what must hold, a conclusion (`conclude`, `recommend`), `because` and `from`"
                ])
            return
        }
        if !declared.node.children.contains(where: \.kind.isConclusion) {
            report(
                "rule-without-conclusion", "the \(noun) `\(rule.name)` concludes nothing", at: place,
                label: "no conclusion", help: ["end it with `conclude`, `recommend`, `caution` or the like"])
        }
        if declared.node.first(.fromClause) == nil {
            report(
                "rule-without-claim", "the \(noun) `\(rule.name)` names no claim that it stands on",
                at: place,
                label: "no `from`",
                help: ["write `from CLAIM`, with the claims of the literature that say so"])
        }
        if let second = declared.node.all(.becauseClause).dropFirst().first {
            report(
                "second-text", "the \(noun) `\(rule.name)` gives two reasons", at: second.place,
                label: "the first would be lost",
                help: ["write one `because` with all of the reason"])
        }
        if declared.node.first(.becauseClause) == nil {
            report(
                "rule-without-because", "the \(noun) `\(rule.name)` gives no reason", at: place, .warning,
                label: "no `because`", help: ["write `because \"why this follows\"` in words for the reader"])
        }
    }

    private mutating func exception(_ node: SyntaxNode, _ scope: Scope) -> Rule.Exception? {
        let condition = node.firstCondition.flatMap { self.condition($0, scope) }
        let text = node.token(after: "presume")?.stringValue ?? ""
        if node.token(after: "presume") == nil, !isBroken(node) {
            report(
                "unless-without-presume", "it is not said why this exception may be presumed absent",
                at: node.place,
                label: "no `presume`",
                help: [
                    "where a case does not tell, the rule goes on as if it were absent: write `presume \"why it is rare or easily found out\"` behind it"
                ])
        }
        return condition.map { Rule.Exception(condition: $0, presumption: text) }
    }

    private mutating func addLensValue(_ node: SyntaxNode, to rule: inout Rule) {
        let grounds = grounds(node)
        guard let name = node.token(0) else { return }
        guard
            names.index(.lens, names.known(name)) != nil
                || NearNames.closest(to: name.text, among: names.all(.lens)) != nil
        else {
            report(
                "unexpected-text", "`\(name.text)` begins no clause of a rule", at: name.place,
                label: "not understood",
                help: [
                    "a rule says `when`, `unless`, a conclusion such as `conclude` or `recommend`, `because` and `from`"
                ])
            return
        }
        guard let lens = resolve(name, .lens, as: Lens.self) else { return }
        if let value = lensValue(node, lens, grounds) { rule.lensValues.append(value) }
        rule.lensValues.sort { $0.lens < $1.lens }
    }

    // MARK: Bindings

    /// Binds the variables, each filter seeing those bound up to its own. `false` if one makes no sense.
    private mutating func bind(_ nodes: [SyntaxNode], of rule: inout Rule, _ scope: inout Scope) -> Bool {
        var isSound = true
        var filters: [(node: SyntaxNode, place: Int, scope: Scope)] = []
        for node in nodes {
            guard let item = binding(node, scope) else {
                isSound = false
                continue
            }
            scope = scope.adding(item.bound)
            if let filter = node.firstCondition { filters.append((filter, rule.bindings.count, scope)) }
            rule.bindings.append(item.binding)
        }
        // Read last, so that the variables of the rule have the first numbers.
        for (node, place, seen) in filters {
            var inner = seen
            if rule.bindings[place].range == .packages { inner.subject = rule.bindings[place].variable }
            rule.bindings[place].filter = condition(node, inner)
            if rule.bindings[place].filter == nil { isSound = false }
        }
        return isSound
    }

    private mutating func binding(_ node: SyntaxNode, _ scope: Scope) -> (
        binding: Rule.Binding, bound: Scope.Bound
    )? {
        guard let first = node.token(0) else { return nil }
        if first.spells("package") {
            guard let letter = node.token(1), checkLetter(letter, scope) else { return nil }
            let variable = takeVariable()
            return (
                Rule.Binding(variable: variable, range: .packages),
                Scope.Bound(variable: variable, letter: letter.text, range: .packages)
            )
        }
        guard let collection = resolve(first, .collection, as: Collection.self) else { return nil }
        let second = node.token(1)
        let letter = second.flatMap { $0.kind == .word && !$0.spells("of") && !$0.spells("where") ? $0 : nil }
        if let letter, !checkLetter(letter, scope) { return nil }
        var parent = scope.member(of: rules[collection].parent)
        if let holder = node.token(after: "of") {
            guard let found = self.parent(holder, of: collection, scope) else { return nil }
            parent = found
        }
        let variable = takeVariable()
        return (
            Rule.Binding(variable: variable, range: .members(collection, parent: parent)),
            bound(variable, letter?.text, collection)
        )
    }

    // MARK: Reports

    private mutating func report(_ declared: Declared) -> Report? {
        let claims = claims(declared.node)
        guard let node = declared.node.children.first(where: \.kind.isOperand),
            let operand = operand(node, Scope()), !isBroken(declared.node)
        else { return nil }
        guard case .figure(let expression, _, _, _) = operand else {
            report(
                "wrong-kind", "`\(node.wording)` is no figure to report", at: node.place,
                label: "has no value",
                help: ["report a diagnostic, a count, a sum, a mean or a proportion"])
            return nil
        }
        return Report(
            name: declared.name, title: declared.node.string, expression: expression, claims: claims,
            origin: origin(declared.token))
    }
}

extension SyntaxKind {
    var isConclusion: Bool {
        switch self {
        case .concludeClause, .recommendClause, .adviseAgainstClause, .cautionClause, .requireClause,
            .sequenceClause,
            .preferClause, .chooseClause, .withdrawClause, .assignClause:
            true
        default: false
        }
    }
}
