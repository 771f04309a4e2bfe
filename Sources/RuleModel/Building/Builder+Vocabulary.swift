import Notation

// What can be said about a cluster: scales, diagnostics, collections, concepts, classifications.

extension Builder {
    mutating func buildVocabulary() {
        rules.scales = declarations[.scale].map { declared in
            Scale(name: declared.name, values: valueNames(declared), origin: origin(declared.token))
        }
        rules.choices = declarations[.choice].map { declared in
            Choice(name: declared.name, values: valueNames(declared), origin: origin(declared.token))
        }
        rules.sections = declarations[.section].map { declared in
            Section(name: declared.name, title: declared.node.string, origin: origin(declared.token))
        }
        rules.actors = declarations[.actor].map { declared in
            Actor(name: declared.name, title: declared.node.string, origin: origin(declared.token))
        }
        rules.roles = declarations[.role].map { declared in
            Role(name: declared.name, title: declared.node.string, origin: origin(declared.token))
        }
        buildMeasured()
        buildNotions()
        buildDisputes()
    }

    private mutating func buildMeasured() {
        rules.collections = declarations[.collection].map { declared in
            Collection(
                name: declared.name, plural: declared.plural, title: declared.node.string,
                section: section(declared),
                parent: declared.owner.flatMap { names[.collection, $0] }.map { ID($0.index) },
                origin: origin(declared.token))
        }
        rules.diagnostics = declarations[.diagnostic].enumerated().map { index, declared in
            Diagnostic(
                name: declared.name, section: section(declared),
                measurement: measurement(declared, .diagnostic(index), inlineName: nil),
                origin: origin(declared.token))
        }
        rules.attributes = declarations.attributes.enumerated().compactMap { index, declared in
            guard let owner = declared.owner, let collection = names[.collection, owner] else { return nil }
            let inline = "\(owner) \(declared.name)"
            return Attribute(
                name: declared.name, collection: ID(collection.index),
                measurement: measurement(declared, .attribute(index), inlineName: inline),
                origin: origin(declared.token))
        }
        rules.packageAttributes = declarations[.packageAttribute].enumerated().map { index, declared in
            PackageAttribute(
                name: declared.name,
                measurement: measurement(
                    declared, .packageAttribute(index), inlineName: "package \(declared.name)"),
                origin: origin(declared.token))
        }
    }

    private mutating func buildNotions() {
        rules.concepts = declarations[.concept].map { declared in
            let node = declared.node
            return Concept(
                name: declared.name, title: node.string, collection: collection(declared),
                isBySigns: node.has("signs", from: 2), isChanging: node.has("changing", from: 2),
                section: section(declared), claims: claims(node), origin: origin(declared.token))
        }
        rules.classifications = declarations[.classification].map { declared in
            Classification(
                name: declared.name, title: declared.node.string, collection: collection(declared),
                isSeveral: declared.node.has("several", from: 2), values: valueNames(declared),
                section: section(declared), claims: claims(declared.node),
                origin: origin(declared.token))
        }
        rules.criteria = declarations[.criterion].map { declared in
            Criterion(
                name: declared.name, title: declared.node.string, claims: claims(declared.node),
                origin: origin(declared.token))
        }
        rules.lenses = declarations[.lens].map { declared in
            Lens(
                name: declared.name, title: declared.node.string, values: valueNames(declared),
                claims: claims(declared.node), origin: origin(declared.token))
        }
        rules.indicators = declarations[.indicator].map { declared in
            Indicator(
                name: declared.name, title: declared.node.string, claims: claims(declared.node),
                origin: origin(declared.token))
        }
    }

    private func section(_ declared: Declared) -> ID<Section>? {
        declared.section.flatMap { names[.section, $0] }.map { ID($0.index) }
    }

    /// `of COLLECTION` behind the name of a concept or classification.
    private mutating func collection(_ declared: Declared) -> ID<Collection>? {
        let tokens = declared.node.ownTokens
        guard tokens.count > 3, tokens[2].spells("of") || tokens[2].spells("for")
        else { return nil }
        return resolve(tokens[3], .collection, as: Collection.self)
    }

    // MARK: Lists of values

    /// The values of a scale, choice, classification or lens: at most 64, each once.
    private mutating func valueNames(_ declared: Declared) -> [NamedValue] {
        var values: [NamedValue] = []
        for (token, title) in valueTokens(declared.node) {
            if values.contains(where: { $0.name == token.text }) {
                report(
                    "duplicate-name", "`\(declared.token.text)` has the value `\(token.text)` twice",
                    at: token.place,
                    label: "named again", help: ["leave one of the two out"])
            } else if values.count == 64 {
                report(
                    "too-many-values", "`\(declared.token.text)` has more than 64 values", at: token.place,
                    label: "not read from here on",
                    help: ["measure a number instead, or divide the list in two"])
                break
            } else {
                values.append(NamedValue(name: token.text, title: title))
            }
        }
        return values
    }

    private func valueTokens(_ node: SyntaxNode) -> [(SyntaxToken, String)] {
        if node.kind == .type {
            return node.ownTokens.filter { $0.kind == .word && !$0.isMissing }.map { ($0, "") }
        }
        let values = node.all(.valueDeclaration).compactMap { value in
            value.token(0).map { ($0, value.string) }
        }
        // `high > low` was complained about, and its order is clear.
        return node.ownTokens.contains { $0.text == ">" } ? values.reversed() : values
    }

    // MARK: Measurements

    private mutating func measurement(_ declared: Declared, _ measured: Measured, inlineName: String?)
        -> Measurement
    {
        let node = declared.node
        var measurement = Measurement(type: .text, claims: claims(node), citations: citations(node))
        if let type = node.first(.type).flatMap({ type($0, inlineName: inlineName) }) {
            measurement.type = type
        } else {
            untyped.insert(measured)
        }
        measurement.isChanging = node.first(.changingFlag) != nil
        measurement.changedBy = node.all(.changedByClause).flatMap { $0.names() }
            .compactMap { resolve($0, .actor, as: Actor.self) }
        measurement.question = node.first(.askClause)?.string ?? ""
        measurement.method = node.first(.measureHint)?.string ?? ""
        measurement.meaning = node.first(.meansClause)?.string ?? ""
        return measurement
    }

    private mutating func type(_ node: SyntaxNode, inlineName: String?) -> ValueType? {
        let tokens = node.ownTokens
        guard let first = node.token(0) else { return nil }
        if tokens.contains(where: { $0.kind == .bar }) {
            if let inlineName { return names[.choice, inlineName].map { .choice(ID($0.index)) } }
            report(
                "inline-choice", "a diagnostic's values are declared as a `choice` or `scale` of their own",
                at: node.place, label: "only attributes may list their values here",
                help: ["write `choice NAME: \(node.wording)` and use its name"])
            return nil
        }
        let text = tokens.first { $0.kind == .string }?.stringValue
        switch first.text {
        case "yes" where tokens.count > 1: return .yesNo
        case "count": return .count(of: text)
        case "number": return .number(of: text)
        case "percent": return text.map { .percent(of: $0) }
        case "money": return money(node)
        case "duration": return .duration
        case "date": return .date
        case "text": return .text
        default: return namedType(first)
        }
    }

    private func money(_ node: SyntaxNode) -> ValueType? {
        guard let currency = node.token(after: "in")?.text,
            let year = node.ownTokens.first(where: { $0.kind == .number })?.integer
        else { return nil }
        return .money(currency: currency, year: year)
    }

    private mutating func namedType(_ token: SyntaxToken) -> ValueType? {
        if let scale = names[.scale, token.text] { return .scale(ID(scale.index)) }
        if let choice = names[.choice, token.text] { return .choice(ID(choice.index)) }
        let plain = ["yes/no", "count", "number", "percent", "money", "duration", "date", "text"]
        reportUnknown(
            token, wanted: [.scale, .choice],
            near: [("scale", names.all(.scale)), ("choice", names.all(.choice)), ("kind of reading", plain)])
        return nil
    }
}
