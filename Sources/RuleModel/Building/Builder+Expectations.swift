import Notation

// What cases and tests expect of the answer.

extension Builder {
    mutating func expectations(_ node: SyntaxNode, _ needsEvidence: Bool) -> [Expectation] {
        let sharedClaims = expectedClaims(node), sharedCitations = citations(node)
        let hasShared = node.first(.fromClause) != nil || node.first(.atClause) != nil
        let bare = node.all(.expectation).filter {
            $0.first(.fromClause) == nil && $0.first(.atClause) == nil
        }
        if needsEvidence, !hasShared, !isBroken(node), let first = bare.first {
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
        return node.all(.expectation).compactMap { item in
            let claims = expectedClaims(item) + sharedClaims
            let citations = citations(item) + sharedCitations
            guard let (manner, expected) = expected(item), !isBroken(item) else { return nil }
            return Expectation(
                manner: manner, expected, claims: claims, citations: citations, origin: origin(item))
        }
    }

    /// Claims that an expectation names; an expectation does not put them to use.
    private mutating func expectedClaims(_ node: SyntaxNode) -> [ID<Claim>] {
        node.all(.fromClause).flatMap { $0.names() }.compactMap { resolve($0, .claim, as: Claim.self) }
    }

    private mutating func expected(_ node: SyntaxNode) -> (Expectation.Manner, Expected)? {
        var tokens = node.ownTokens.filter { !$0.isMissing }
        guard let first = tokens.first else { return nil }
        var manner = Expectation.Manner.holds
        if tokens.count > 1, first.spells("not") || first.spells("open") {
            manner = first.spells("not") ? .fails : .isOpen
            tokens.removeFirst()
        }
        if tokens.count > 2, tokens[tokens.count - 2].spells("as"),
            let verdict = verdict(tokens[tokens.count - 1])
        {
            manner = .exactly(verdict)
            tokens.removeLast(2)
        }
        if tokens.count > 2, tokens[tokens.count - 2].spells("as"), tokens.first?.spells("advise") != true {
            reportWord(
                tokens[tokens.count - 1], ["no", "presumably-no", "open", "presumably-yes", "yes"],
                "a verdict")
            return nil
        }
        let phrase = Phrase(tokens)
        // `open P` with a package: its recommendation is open.
        if tokens.count == 1, manner == .isOpen, let package = names[.package, tokens[0].text] {
            return (.isOpen, .recommend(ID(package.index), through: nil, targeting: []))
        }
        return claimed(phrase, node).map { (manner, $0) }
    }

    private func verdict(_ token: SyntaxToken) -> Int? {
        switch token.text {
        case "no": -2
        case "presumably-no": -1
        case "open": 0
        case "presumably-yes": 1
        case "yes": 2
        default: nil
        }
    }

    private mutating func claimed(_ phrase: Phrase, _ node: SyntaxNode) -> Expected? {
        switch phrase.word(0) {
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
        default: return stated(phrase)
        }
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
        return package.map {
            .recommend($0, through: through, targeting: phrase.names(after: "targeting").map(\.text))
        }
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
            let values = rules.classifications[found.index].values.map(\.name)
            return valuePlace(value, values, "`\(name.text)`").map {
                .caution(.classification(ID(found.index), value: $0))
            }
        }
    }

    private mutating func reported(_ token: SyntaxToken?, _ node: SyntaxNode) -> Expected? {
        // A report that makes no sense is left out of the table, so the place is looked up there.
        guard resolve(token, [.report]) != nil, let token,
            let report = rules.reports.firstIndex(where: { $0.name == token.text }).map({ ID<Report>($0) }),
            let test = node.children.first(where: \.kind.isTest)
        else { return nil }
        let type = rules.type(of: rules[report].expression)
        var context = context(type, "`\(token.text)`")
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
        if phrase[1]?.spells("of") == true { return ofMember(phrase) }
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
            let values = rules.classifications[found.index].values.map(\.name)
            guard let value else {
                reportNoValue(name, values)
                return nil
            }
            return valuePlace(value, values, "`\(name.text)`").map {
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
        guard let values = rules.values(of: type) else {
            report(
                "unit-mismatch", "`\(value.text)` is not \(rules.wording(of: type))", at: value.place,
                label: "`\(name.text)` is \(rules.wording(of: type))")
            return nil
        }
        return valuePlace(value, values, "`\(name.text)`").map {
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
        let values = rules.classifications[found.index].values.map(\.name)
        guard let value = phrase.after("is") else {
            reportNoValue(name, values)
            return nil
        }
        return valuePlace(value, values, "`\(name.text)`").map {
            .memberClassification(collection, member.text, ClassificationValue(ID(found.index), $0))
        }
    }
}

/// Some tokens, asked by place and by keyword.
private struct Phrase {
    let tokens: [SyntaxToken]
    init(_ tokens: [SyntaxToken]) { self.tokens = tokens }

    var count: Int { tokens.count }
    subscript(place: Int) -> SyntaxToken? { tokens.indices.contains(place) ? tokens[place] : nil }
    func word(_ place: Int) -> String? { self[place]?.text }
    func place(of word: StaticString) -> Int? { tokens.firstIndex { $0.spells(word) } }
    func after(_ word: StaticString) -> SyntaxToken? { place(of: word).flatMap { self[$0 + 1] } }
    func names(after word: StaticString) -> [SyntaxToken] {
        guard let place = place(of: word) else { return [] }
        return tokens[(place + 1)...].filter { $0.kind == .word }
    }
}
