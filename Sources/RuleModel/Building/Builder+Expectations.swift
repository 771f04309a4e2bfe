import Notation

// What cases and tests expect of the answer.

extension Builder {
    mutating func expectations(_ node: SyntaxNode, _ needsEvidence: Bool) -> [Expectation] {
        // Expectations do not put claims to use.
        let sharedClaims = namedClaims(node), sharedCitations = citations(node)
        let hasShared = node.first(.fromClause) != nil || node.first(.atClause) != nil
        if needsEvidence, !hasShared { checkEvidence(node) }
        var expectations: [Expectation] = []
        expectations.reserveCapacity(node.childCount { $0 == .expectation })
        for item in node.each(.expectation) {
            let claims = namedClaims(item) + sharedClaims
            let citations = citations(item) + sharedCitations
            guard let (manner, expected) = expected(item), !isBroken(item) else { continue }
            expectations.append(
                Expectation(
                    manner: manner, expected, claims: claims, citations: citations, origin: origin(item)))
        }
        return expectations
    }

    /// Reports expectations that say neither themselves nor in common where they come from.
    private mutating func checkEvidence(_ node: SyntaxNode) {
        let bare = node.all(.expectation).filter {
            $0.first(.fromClause) == nil && $0.first(.atClause) == nil
        }
        if !isBroken(node), let first = bare.first {
            // One block without evidence is one mistake.
            let isWhole = bare.count > 1 && bare.count == node.all(.expectation).count
            report(
                "expectation-without-location",
                isWhole
                    ? "these expectations do not say where in the documents they come from"
                    : "this expectation does not say where in the documents it comes from",
                at: isWhole ? node.token(0)?.place ?? first.place : first.place,
                label: "no `at` and no `from`",
                notes: isWhole
                    ? []
                    : bare.dropFirst().prefix(3).map {
                        Finding.Note(place: $0.place, label: "nor does this")
                    },
                help: ["write `at SOURCE \"place\"` or `from CLAIM` behind it, or behind the whole block"])
        }
    }

    private mutating func expected(_ node: SyntaxNode) -> (Expectation.Manner, Expected)? {
        var phrase = Phrase(node)
        guard phrase.count > 0 else { return nil }
        var manner = Expectation.Manner.holds
        if phrase.count > 1, phrase.spells(0, "not") || phrase.spells(0, "open") {
            manner = phrase.spells(0, "not") ? .fails : .isOpen
            phrase.removeFirst()
        }
        let last = phrase.count - 1
        if last > 1, phrase.spells(last - 1, "as"), let verdict = phrase.word(last).flatMap(Builder.verdict) {
            manner = .exactly(verdict)
            phrase.removeLast(2)
        } else if last > 1, phrase.spells(last - 1, "as"), !phrase.spells(0, "advise"),
            let word = phrase[last]
        {
            reportWord(word, ["no", "presumably-no", "open", "presumably-yes", "yes"], "a verdict")
            return nil
        }
        // `open P` with a package: its recommendation is open.
        if phrase.count == 1, manner == .isOpen, let package = phrase[0].flatMap({ names[.package, $0] }) {
            return (.isOpen, .recommend(ID(package.index), through: nil, targeting: []))
        }
        return claimed(phrase, node).map { (manner, $0) }
    }

    private static func verdict(_ word: String) -> Int? {
        switch word {
        case "no": -2
        case "presumably-no": -1
        case "open": 0
        case "presumably-yes": 1
        case "yes": 2
        default: nil
        }
    }

    private mutating func claimed(_ phrase: Phrase, _ node: SyntaxNode) -> Expected? {
        // Most names are longer than all of these words.
        guard let first = phrase[0], first.range.count <= 9 else { return stated(phrase) }
        switch first.text {
        case "recommend" where phrase.count > 1: return recommended(phrase)
        case "advise":
            guard let package = knownPackage(phrase[2]) else { return nil }
            guard let word = phrase.after("as") else { return .adviseAgainst(package, nil) }
            return objection(word).map { .adviseAgainst(package, $0) }
        case "caution": return cautioned(phrase)
        case "require":
            let required = prerequisite(phrase[1], Scope())
            guard let package = knownPackage(phrase.after("before")), let required else { return nil }
            return .require(required, before: package)
        case "sequence":
            let first = knownPackage(phrase[1])
            guard let second = knownPackage(phrase.after("before")), let first else { return nil }
            return .sequence(first, before: second)
        case "prefer":
            let first = knownPackage(phrase[1])
            guard let second = knownPackage(phrase.after("over")), let first else { return nil }
            return .prefer(first, over: second)
        case "withdraw": return knownPackage(phrase[1]).map { .withdraw($0) }
        case "choose": return knownPackage(phrase[1]).map { .choose($0) }
        case "contested": return contested(phrase[1])
        case "first" where phrase.count == 2: return knownPackage(phrase[1]).map { .first($0) }
        case "assign":
            let role = resolve(phrase[1], .role, as: Role.self)
            let package = knownPackage(phrase.after("of"))
            guard let actor = resolve(phrase.after("to"), .actor, as: Actor.self), let role, let package
            else { return nil }
            return .assign(role, of: package, to: actor)
        case "report" where phrase.count > 1: return reported(phrase[1], node)
        case "rule" where phrase.count > 1 && !phrase.spells(1, "is"): return applied(phrase[1])
        default: return stated(phrase)
        }
    }

    private mutating func applied(_ token: SyntaxToken?) -> Expected? {
        guard let token = token?.ifTyped else { return nil }
        // A row of a table is a rule that nobody declared, and a declared one that makes no sense is left out.
        if let place = rulePlaces.value[token] { return .rule(ID(place)) }
        _ = resolve(token, [.rule])
        return nil
    }

    private mutating func knownPackage(_ token: SyntaxToken?) -> ID<Package>? {
        resolve(token, .package, as: Package.self)
    }

    /// A package recommended and advised against at once, or a classification of which two values hold.
    private mutating func contested(_ token: SyntaxToken?) -> Expected? {
        guard let found = resolve(token, [.package, .classification]) else { return nil }
        guard found.kind == .classification else { return .contested(ID(found.index)) }
        let values = rules.classifications[found.index].values.indices.map {
            Condition.classification(ID(found.index), value: $0, of: .cluster)
        }
        return .condition(.listed(.atLeast, 2, of: values))
    }

    private mutating func recommended(_ phrase: Phrase) -> Expected? {
        let package = knownPackage(phrase[1])
        var through: ID<Actor>?
        if let token = phrase.after("through") {
            through = resolve(token, .actor, as: Actor.self)
            if through == nil { return nil }
        }
        let members = phrase.names(after: "targeting").map(\.text)
        guard let package else { return nil }
        guard let strength = phrase.word(2).flatMap({ Strength(word: $0) }) else {
            return .recommend(package, through: through, targeting: members)
        }
        return .recommendAs(strength, package, through: through, targeting: members)
    }

    private mutating func cautioned(_ phrase: Phrase) -> Expected? {
        guard let name = phrase[1],
            let found = resolve(name, [.package, .measure, .concept, .classification])
        else { return nil }
        switch found.kind {
        case .package: return .caution(.package(.package(ID(found.index))))
        case .measure: return .caution(.measure(ID(found.index)))
        case .concept: return .caution(.concept(ID(found.index)))
        default:
            guard let value = phrase.after("is") else {
                return .caution(.classification(ID(found.index), value: nil))
            }
            return valuePlace(value, rules.classifications[found.index].values, of: .token(name)).map {
                .caution(.classification(ID(found.index), value: $0))
            }
        }
    }

    private mutating func reported(_ token: SyntaxToken?, _ node: SyntaxNode) -> Expected? {
        // A report that makes no sense is left out of the table, so the place is looked up there.
        guard resolve(token, [.report]) != nil, let token,
            let report = rules.reports.firstIndex(where: { $0.name == token.text }).map({ ID<Report>($0) }),
            let test = node.firstChild(where: \.isTest)
        else { return nil }
        let type = rules.type(of: rules[report].expression)
        var context = context(type, .token(token))
        context.isWithinDomain = false
        context.domain = TickRange(context.domain.lower, .max)
        if let bound = Bound(test), test.kind == .boundTest, let value = test.first(.value) {
            let exact = ValueContext(
                type: context.type, subject: context.subject, domain: context.domain, isWithinDomain: false)
            return bounded(bound, value, exact).map { .report(report, bound.comparison, $0) }
        }
        return test.first(.valueSet).flatMap { values($0, context) }.map { .report(report, .exactly, $0) }
    }

    /// A concept, a classification's value, a diagnostic, or something of a member: `captive of us-importers`.
    private mutating func stated(_ phrase: Phrase) -> Expected? {
        if phrase.spells(1, "of") { return ofMember(phrase) }
        guard let name = phrase[0] else { return nil }
        guard let found = resolve(name, [.concept, .classification, .diagnostic]) else { return nil }
        let value = phrase.after("is")
        switch found.kind {
        case .concept:
            if let owner = rules.concepts[found.index].collection {
                reportOfWhichMember(name, owner)
                return nil
            }
            return .condition(.concept(ID(found.index), of: .cluster))
        case .classification:
            if let owner = rules.classifications[found.index].collection {
                reportOfWhichMember(name, owner)
                return nil
            }
            let values = rules.classifications[found.index].values
            guard let value else {
                reportNoValue(name, values)
                return nil
            }
            return valuePlace(value, values, of: .token(name)).map {
                .condition(.classification(ID(found.index), value: $0, of: .cluster))
            }
        default: return diagnosed(name, ID(found.index), value)
        }
    }

    private mutating func diagnosed(_ name: SyntaxToken, _ id: ID<Diagnostic>, _ value: SyntaxToken?)
        -> Expected?
    {
        guard !untyped.contains(.diagnostic(id.index)) else { return nil }
        let type = rules[id].measurement.type
        guard let value else {
            if type == .yesNo { return .condition(.holds(.diagnostic(id))) }
            report(
                "missing-value", "`\(name.text)` is \(rules.wording(of: type)), and its value is not said",
                at: name.place,
                label: "no value")
            return nil
        }
        guard let values = rules.namedValues(of: type) else {
            report(
                "unit-mismatch", "`\(value.text)` is not \(rules.wording(of: type))", at: value.place,
                label: "`\(name.text)` is \(rules.wording(of: type))")
            return nil
        }
        return valuePlace(value, values, of: .token(name)).map {
            .condition(
                .lies(.diagnostic(id), in: .members(1 << UInt64($0)), Threshold(wording: "is \(value.text)")))
        }
    }

    private mutating func reportOfWhichMember(_ name: SyntaxToken, _ owner: ID<Collection>) {
        report(
            "unbound-member",
            "`\(name.text)` is said of \(withArticle(rules[owner].name)), and of which one is not said",
            at: name.place, label: "of which \(rules[owner].name)?",
            help: ["write `\(name.text) of NAME`, with the name of the \(rules[owner].name)"])
    }

    private mutating func ofMember(_ phrase: Phrase) -> Expected? {
        guard let name = phrase[0], let member = phrase[2] else { return nil }
        guard let found = resolve(name, [.concept, .classification]) else { return nil }
        let owner =
            found.kind == .concept
            ? rules.concepts[found.index].collection : rules.classifications[found.index].collection
        guard let collection = owner else {
            report(
                "wrong-kind", "`\(name.text)` is said of the cluster, and not of one of its members",
                at: name.place, label: "said of the cluster",
                help: ["leave out `of \(member.text)`"])
            return nil
        }
        checkTold(member, of: collection)
        if found.kind == .concept { return .memberConcept(collection, member.text, ID(found.index)) }
        let values = rules.classifications[found.index].values
        guard let value = phrase.after("is") else {
            reportNoValue(name, values)
            return nil
        }
        return valuePlace(value, values, of: .token(name)).map {
            .memberClassification(collection, member.text, ClassificationValue(ID(found.index), $0))
        }
    }
}

/// The own tokens of a node as far as they were typed, asked by number and by keyword.
///
/// They are counted off each time, which for the few there are costs less than a list of them.
private struct Phrase {
    private let node: SyntaxNode
    /// How many of the node's tokens stand before the phrase.
    private var skipped = 0
    private(set) var count = 0

    init(_ node: SyntaxNode) {
        self.node = node
        var count = 0
        _ = node.firstDirectToken { place in
            if !node.tree.tokens[place].isMissing { count += 1 }
            return false
        }
        self.count = count
    }

    mutating func removeFirst() {
        skipped += 1
        count -= 1
    }

    mutating func removeLast(_ number: Int) { count -= number }

    subscript(number: Int) -> SyntaxToken? {
        place(number).map { SyntaxToken(tree: node.tree, index: $0) }
    }

    func spells(_ number: Int, _ word: StaticString) -> Bool {
        place(number).map { node.tree.token($0, spells: word) } ?? false
    }

    func word(_ number: Int) -> String? { self[number]?.text }

    func after(_ word: StaticString) -> SyntaxToken? { number(of: word).flatMap { self[$0 + 1] } }

    func names(after word: StaticString) -> [SyntaxToken] {
        guard let number = number(of: word) else { return [] }
        return (number + 1..<count).compactMap { self[$0] }.filter { $0.kind == .word }
    }

    private func number(of word: StaticString) -> Int? { (0..<count).first { spells($0, word) } }

    private func place(_ number: Int) -> Int? {
        guard number >= 0, number < count else { return nil }
        var left = skipped + number
        return node.firstDirectToken { place in
            if node.tree.tokens[place].isMissing { return false }
            left -= 1
            return left < 0
        }
    }
}
