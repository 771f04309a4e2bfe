import Notation

// What rules conclude.

extension Builder {
    mutating func conclusion(_ node: SyntaxNode, _ scope: Scope) -> Conclusion? {
        switch node.kind {
        case .concludeClause: return conclude(node, scope)
        case .recommendClause: return recommend(node, scope)
        case .adviseAgainstClause:
            let package = package(node.token(2), scope)
            let objection = objection(node.token(after: "as"))
            // A known harm is in the rules for being warned of.
            if let package { noteAdvised(package) }
            guard let package, let objection else { return nil }
            return .adviseAgainst(package, objection)
        case .cautionClause: return cautionSubject(node, 1, scope).map { .caution($0) }
        case .requireClause:
            let required = prerequisite(node.token(1), scope)
            guard let package = package(node.token(3), scope), let required else { return nil }
            return .require(required, before: package)
        case .sequenceClause: return pair(node, scope).map { .sequence($0.0, before: $0.1) }
        case .preferClause: return pair(node, scope).map { .prefer($0.0, over: $0.1) }
        case .chooseClause: return choose(node, scope)
        case .withdrawClause:
            let package = package(node.token(1), scope)
            let partners = node.names(from: 4).map { self.package($0, scope) }
            guard let package, !partners.contains(where: { $0 == nil }) else { return nil }
            return .withdraw(package, jointlyWith: partners.compactMap { $0 })
        default:
            let role = resolve(node.token(1), .role, as: Role.self)
            let package = package(node.token(3), scope)
            let actor = resolve(node.token(5), .actor, as: Actor.self)
            guard let role, let package, let actor else { return nil }
            return .assign(role, of: package, to: actor)
        }
    }

    // MARK: Packages

    /// A package by name, or a variable that stands for one.
    mutating func package(_ token: SyntaxToken?, _ scope: Scope) -> PackageReference? {
        guard let token = token?.ifTyped else { return nil }
        if let bound = scope.letter(token) {
            if bound.range == .packages { return .variable(bound.variable) }
            report(
                "wrong-kind", "`\(token.text)` is a member, and a package belongs here", at: token.place,
                label: "not a package", help: choice(among: [("package", names.all(.package))]))
            return nil
        }
        if token.isCapitalized, names.kinds(of: token.text).isEmpty,
            names[.package, token.text.lowercased()] == nil
        {
            reportFree(token, scope)
            return nil
        }
        return resolve(token, .package, as: Package.self).map { .package($0) }
    }

    private mutating func pair(_ node: SyntaxNode, _ scope: Scope) -> (PackageReference, PackageReference)? {
        let first = package(node.token(1), scope), second = package(node.token(3), scope)
        guard let first, let second else { return nil }
        guard first != second else {
            let words = node.ownTokens.dropFirst().map(\.text)
            report(
                "package-before-itself", "`\(words[0])` stands on both sides of `\(words[1])`",
                at: node.place,
                label: "the same package twice", help: ["name the package that was meant on one of the sides"]
            )
            return nil
        }
        return (first, second)
    }

    private mutating func noteAdvised(_ package: PackageReference) {
        switch package {
        case .package(let id): usage.packages.insert(id.index)
        case .variable: usage.advisesAnyPackage = true
        }
    }

    mutating func objection(_ token: SyntaxToken?) -> Objection? {
        guard let token = token?.ifTyped else { return nil }
        switch token.text {
        case "not-needed": return .notNeeded
        case "harmful": return .harmful
        case "disputed": return .disputed
        default:
            reportWord(token, ["not-needed", "harmful", "disputed"], "a reason to advise against a package")
            return nil
        }
    }

    private mutating func recommend(_ node: SyntaxNode, _ scope: Scope) -> Conclusion? {
        let package = package(node.token(1), scope)
        if let package { noteAdvised(package) }
        var recommendation = Recommendation()
        var isSound = package != nil
        var part = ""
        for token in node.directTokens.dropFirst(2) where token.kind == .word && !token.isMissing {
            switch token.text {
            case "firmly" where part.isEmpty: recommendation.strength = .firmly
            case "plainly" where part.isEmpty: recommendation.strength = .plainly
            case "tentatively" where part.isEmpty: recommendation.strength = .tentatively
            case "through", "targeting", "with": part = token.text
            default:
                switch part {
                case "through":
                    recommendation.through = resolve(token, .actor, as: Actor.self)
                    isSound = isSound && recommendation.through != nil
                    part = ""
                case "targeting":
                    recommendation.targeting = memberVariable(token, scope)
                    isSound = isSound && recommendation.targeting != nil
                    part = ""
                default:
                    // Several measures, then perhaps `firmly` behind them.
                    if let strength = Strength(word: token.text) {
                        recommendation.strength = strength
                    } else if let measure = resolve(token, .measure, as: Measure.self) {
                        recommendation.with.append(measure)
                    } else {
                        isSound = false
                    }
                }
            }
        }
        guard isSound, let package else { return nil }
        return .recommend(package, recommendation)
    }

    /// A variable, or the word of a collection bound without one, that stands for a member.
    private mutating func memberVariable(_ token: SyntaxToken, _ scope: Scope) -> Variable? {
        guard let bound = scope.find(token) else {
            reportFree(token, scope)
            return nil
        }
        if case .members = bound.range { return bound.variable }
        report(
            "wrong-kind", "`\(token.text)` is a package, and a member belongs here", at: token.place,
            label: "not a member of a collection")
        return nil
    }

    private mutating func choose(_ node: SyntaxNode, _ scope: Scope) -> Conclusion? {
        let (comparison, number) = wanted(node)
        let tokens = node.ownTokens
        guard let brace = tokens.firstIndex(where: { $0.kind == .leftBrace }) else { return nil }
        let options = tokens[brace...].filter { $0.kind == .word && !$0.isMissing }.map { package($0, scope) }
        for option in options { if let option { noteAdvised(option) } }
        guard let number, !options.isEmpty, !options.contains(where: { $0 == nil }) else { return nil }
        return .choose(comparison, number, of: options.compactMap { $0 })
    }

    // MARK: Concepts and classifications

    private mutating func conclude(_ node: SyntaxNode, _ scope: Scope) -> Conclusion? {
        let tokens = node.ownTokens
        let isPlace = tokens.firstIndex { $0.spells("is") } ?? tokens.count
        let value = isPlace + 1 < tokens.count ? tokens[isPlace + 1].ifTyped : nil
        let hasSubject = isPlace == 3
        guard let name = node.token(hasSubject ? 2 : 1) else { return nil }
        let subject = hasSubject ? node.token(1).map { memberVariable($0, scope) } : .some(nil)
        if hasSubject, subject == .some(nil) { return nil }
        if !hasSubject, let value, names[.collection, name.text] != nil, names[.concept, value.text] != nil {
            let meant = "\(name.text) \(value.text)"
            report(
                "wrong-kind", "`\(value.text)` is a concept, which a \(name.text) has or has not",
                at: tokens[isPlace].place,
                label: "write `\(meant)`",
                suggestion: Finding.Suggestion(
                    place: Place(file: name.place.file, start: name.place.start, end: value.place.end),
                    replacement: meant))
            return nil
        }
        guard let found = resolve(name, [.concept, .classification]) else { return nil }
        let owner =
            found.kind == .concept
            ? rules.concepts[found.index].collection : rules.classifications[found.index].collection
        guard let bearer = bearer(name, owner, subject ?? nil, scope) else { return nil }
        if found.kind == .concept {
            guard value == nil else {
                report(
                    "wrong-kind", "`\(name.text)` is a concept: it holds or it does not, and has no values",
                    at: value?.place ?? name.place, label: "no value belongs here")
                return nil
            }
            return .concept(ID(found.index), of: bearer)
        }
        let values = rules.classifications[found.index].values
        guard let value else {
            if !isBroken(node) { reportNoValue(name, values) }
            return nil
        }
        return valuePlace(value, values, of: .token(name)).map {
            .classification(ID(found.index), value: $0, of: bearer)
        }
    }

    mutating func reportNoValue(_ name: SyntaxToken, _ values: [NamedValue]) {
        report(
            "missing-test", "`\(name.text)` is a classification, and which of its values is not said",
            at: name.place,
            label: "no value", help: ["write `\(name.text) is \(values.first?.name ?? "…")`"])
    }

    /// Whose concept is concluded: the subject's, or the one member's that could be meant.
    private mutating func bearer(
        _ name: SyntaxToken, _ owner: ID<Collection>?, _ subject: Variable?, _ scope: Scope
    ) -> Bearer? {
        guard let owner else {
            guard subject == nil else {
                report(
                    "wrong-kind", "`\(name.text)` is said of the cluster, and not of its members",
                    at: name.place,
                    label: "has no member", help: ["write `conclude \(name.text)`"])
                return nil
            }
            return .cluster
        }
        let candidates = scope.members.filter { $0.collection == owner }
        let holder = rules[owner].name
        if let subject {
            if candidates.contains(where: { $0.variable == subject }) { return .member(subject) }
            report(
                "wrong-kind", "`\(name.text)` is said of \(withArticle(holder)), and of nothing else",
                at: name.place,
                label: "not of this member")
            return nil
        }
        if candidates.count == 1 { return .member(candidates[0].variable) }
        report(
            "member-concept-without-for-each",
            "`\(name.text)` is said of \(withArticle(holder)), and of which one is not said",
            at: name.place, label: candidates.isEmpty ? "no \(holder) is bound" : "several are bound",
            help: ["begin the rule with `for each \(holder)` and write `conclude \(holder) \(name.text)`"])
        return nil
    }

    /// What a caution is about: the token at a place, and the value behind `is`.
    mutating func cautionSubject(_ node: SyntaxNode, _ place: Int, _ scope: Scope) -> CautionSubject? {
        guard let name = node.token(place) else { return nil }
        if scope.letter(name) != nil {
            return package(name, scope).map { .package($0) }
        }
        let tokens = node.ownTokens
        let value =
            place + 2 < tokens.count && tokens[place + 1].spells("is") ? tokens[place + 2].ifTyped : nil
        guard let found = resolve(name, [.package, .measure, .concept, .classification]) else { return nil }
        if let value, found.kind != .classification {
            report(
                "wrong-kind", "`\(name.text)` is \(found.kind.nounWithArticle), and has no values",
                at: value.place,
                label: "no value belongs here")
            return nil
        }
        switch found.kind {
        case .package: return .package(.package(ID(found.index)))
        case .measure: return .measure(ID(found.index))
        case .concept: return .concept(ID(found.index))
        default:
            guard let value else { return .classification(ID(found.index), value: nil) }
            return valuePlace(value, rules.classifications[found.index].values, of: .token(name)).map {
                .classification(ID(found.index), value: $0)
            }
        }
    }

    /// What must be there before a package.
    mutating func prerequisite(_ token: SyntaxToken?, _ scope: Scope) -> Prerequisite? {
        guard let token = token?.ifTyped else { return nil }
        if scope.letter(token) != nil {
            return package(token, scope).map { .package($0) }
        }
        guard let found = resolve(token, [.package, .concept, .diagnostic]) else { return nil }
        switch found.kind {
        case .package: return .package(.package(ID(found.index)))
        case .concept:
            guard let owner = rules.concepts[found.index].collection else { return .concept(ID(found.index)) }
            report(
                "wrong-kind",
                "`\(token.text)` is said of \(withArticle(rules[owner].name)), and not of the cluster",
                at: token.place,
                label: "cannot be required as such")
            return nil
        default:
            usage.diagnostics.insert(found.index)
            guard
                rules.diagnostics[found.index].measurement.type == .yesNo
                    || untyped.contains(.diagnostic(found.index))
            else {
                report(
                    "wrong-kind",
                    "`\(token.text)` is not a yes/no diagnostic, so it cannot be required by itself",
                    at: token.place, label: "neither holds nor fails",
                    help: ["declare a concept for what must hold, with a rule that concludes it"])
                return nil
            }
            return .diagnostic(ID(found.index))
        }
    }
}

extension Strength {
    init?(word: String) {
        switch word {
        case "tentatively": self = .tentatively
        case "plainly": self = .plainly
        case "firmly": self = .firmly
        default: return nil
        }
    }
}
