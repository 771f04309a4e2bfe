import Notation

// What a comparison compares: names in their scope, and figures worked out from readings.

extension Builder {
    /// What an operand's node means; `nil` with a finding, or silently where a declaration was faulty.
    mutating func operand(_ node: SyntaxNode, _ scope: Scope) -> Operand? {
        switch node.kind {
        case .aggregate: return aggregate(node, scope)
        case .timeSince: return timeSince(node, scope)
        default: return path(node, scope)
        }
    }

    // MARK: Paths

    private mutating func path(_ node: SyntaxNode, _ scope: Scope) -> Operand? {
        guard let name = node.token(0) else { return nil }
        if !node.hasOneToken {
            guard let holder = node.token(2) else { return nil }
            return path(name, of: holder, scope)
        }
        return bareName(name, scope)
    }

    /// `share of C`, `side of P`, `cost of some-package`.
    private mutating func path(_ name: SyntaxToken, of holder: SyntaxToken, _ scope: Scope) -> Operand? {
        let known = names.known(name)
        if let bound = scope.find(holder) {
            switch bound.range {
            case .members(let collection):
                if let found = memberOperand(known, bound.variable, collection) { return found.operand }
                reportNotOfMember(name, collection)
            case .packages:
                if let found = packageOperand(known, .variable(bound.variable)) { return found.operand }
                reportNotOfPackage(name)
            }
            return nil
        }
        if let package = names[.package, holder] {
            if let found = packageOperand(known, .package(ID(package.index))) { return found.operand }
            reportNotOfPackage(name)
            return nil
        }
        reportFree(holder, scope, saidOfIt: name.text)
        return nil
    }

    /// - Parameter saidOfIt: what is asked of it, which tells what it may stand for.
    mutating func reportFree(_ token: SyntaxToken, _ scope: Scope, saidOfIt: String? = nil) {
        let inSight = scope.bound.map { $0.letter ?? $0.words.first ?? "" }
        guard token.isCapitalized || names[.collection, token] != nil else {
            return reportUnknown(
                token, wanted: [.package, .collection],
                near: [("package", names.all(.package)), ("variable", inSight)])
        }
        guard toldFree.insert(token.text).inserted else { return }
        let owners = rules.collections.indices.filter { index in
            saidOfIt.map { sayable(of: ID(index)).contains($0) } ?? false
        }
        let kind = owners.isEmpty ? "package" : rules.collections[owners[0]].name
        report(
            "free-variable", "`\(token.text)` stands for nothing here", at: token.place,
            label: inSight.isEmpty
                ? "nothing was said before of what it stands for"
                : "only \(list(inSight.map { "`\($0)`" }, "and")) \(inSight.count == 1 ? "stands" : "stand") for something in this rule",
            help: [
                "say first what it stands for: `for each \(kind) \(token.text)`, or `some COLLECTION \(token.text) where …`"
            ],
            suggestion: inSight.count == 1
                ? Finding.Suggestion(place: token.place, replacement: inSight[0]) : nil)
    }

    /// A name alone: of the innermost member that has it, then of the cluster, then of the package in sight.
    private mutating func bareName(_ token: SyntaxToken, _ scope: Scope) -> Operand? {
        if let bound = scope.letter(token) {
            if bound.range == .packages { return .package(.variable(bound.variable)) }
            report(
                "wrong-kind", "`\(token.text)` is a member, and a condition belongs here", at: token.place,
                label: "not a condition", help: ["say what holds of it: `ATTRIBUTE of \(token.text)`"])
            return nil
        }
        let name = names.known(token)
        if let subject = scope.subject, let found = packageOperand(name, .variable(subject)) {
            return found.operand
        }
        for member in scope.members {
            if let found = memberOperand(name, member.variable, member.collection) { return found.operand }
        }
        if let found = clusterOperand(name) { return found.operand }
        if let package = scope.package, let found = packageOperand(name, .variable(package)) {
            return found.operand
        }
        if let package = names[.package, name] { return .package(.package(ID(package.index))) }
        reportUnknownOperand(token, scope)
        return nil
    }

    /// A name that was found; its operand is `nil` where the declaration was faulty.
    private struct Found { var operand: Operand? }

    private mutating func clusterOperand(_ name: Names.Known?) -> Found? {
        if let index = names.index(.diagnostic, name) {
            usage.diagnostics.insert(index)
            if untyped.contains(.diagnostic(index)) { return Found(operand: nil) }
            let type = rules.diagnostics[index].measurement.type
            return Found(operand: figure(.diagnostic(ID(index)), type))
        }
        if let index = names.index(.concept, name), rules.concepts[index].collection == nil {
            return Found(operand: .concept(ID(index), of: .cluster))
        }
        if let index = names.index(.classification, name), rules.classifications[index].collection == nil {
            return Found(operand: .classification(ID(index), of: .cluster))
        }
        return nil
    }

    private func memberOperand(_ name: Names.Known?, _ variable: Variable, _ collection: ID<Collection>)
        -> Found?
    {
        if let index = names.attributeIndex(name, of: collection) {
            if untyped.contains(.attribute(index)) { return Found(operand: nil) }
            let type = rules.attributes[index].measurement.type
            return Found(operand: figure(.attribute(ID(index), of: variable), type))
        }
        if let index = names.index(.concept, name), rules.concepts[index].collection == collection {
            return Found(operand: .concept(ID(index), of: .member(variable)))
        }
        if let index = names.index(.classification, name),
            rules.classifications[index].collection == collection
        {
            return Found(operand: .classification(ID(index), of: .member(variable)))
        }
        return nil
    }

    private func packageOperand(_ name: Names.Known?, _ package: PackageReference) -> Found? {
        if let index = names.index(.packageAttribute, name) {
            if untyped.contains(.packageAttribute(index)) { return Found(operand: nil) }
            let type = rules.packageAttributes[index].measurement.type
            return Found(operand: figure(.packageAttribute(ID(index), of: package), type))
        }
        if let index = names.index(.lens, name) { return Found(operand: .lens(ID(index), of: package)) }
        if let index = names.index(.criterion, name) {
            return Found(operand: .criterion(ID(index), of: package))
        }
        return nil
    }

    private func figure(_ expression: Expression, _ type: ValueType) -> Operand {
        .figure(expression, type, domain: type.run, isAggregate: false)
    }

    // MARK: Complaints about names

    mutating func reportNotOfMember(_ token: SyntaxToken, _ collection: ID<Collection>) {
        reportMissing(
            token, "\(withArticle(rules[collection].name)) has no reading called `\(token.text)`",
            near: [("reading", sayable(of: collection))])
    }

    /// All that can be said of a member of a collection.
    func sayable(of collection: ID<Collection>) -> [String] {
        names.attributes(of: collection)
            + rules.concepts.filter { $0.collection == collection }.map(\.name)
            + rules.classifications.filter { $0.collection == collection }.map(\.name)
    }

    private mutating func reportNotOfPackage(_ token: SyntaxToken) {
        let kinds: [NameKind] = [.packageAttribute, .lens, .criterion]
        if names.kinds(of: token.text).isEmpty {
            reportMissing(
                token, "a package has no attribute called `\(token.text)`",
                near: kinds.map { ($0.noun, names.all($0)) })
        } else {
            reportUnknown(token, wanted: kinds, near: [])
        }
    }

    private mutating func reportUnknownOperand(_ token: SyntaxToken, _ scope: Scope) {
        let name = token.text
        if let collection = owner(of: name) {
            report(
                "unbound-member",
                "`\(name)` is said of \(withArticle(rules[collection].name)), and none is meant here",
                at: token.place, label: "of which \(rules[collection].name)?",
                help: [
                    "write `some \(rules[collection].name) where \(name)`, or begin the rule with `for each \(rules[collection].name)`"
                ])
            return
        }
        let ofPackages: [NameKind] = [.packageAttribute, .lens, .criterion]
        if ofPackages.contains(where: { names[$0, name] != nil }) {
            report(
                "unbound-member", "`\(name)` is said of a package, and none is meant here", at: token.place,
                label: "of which package?",
                help: ["write `\(name) of P`, with `P` bound by `for each package P`"])
            return
        }
        if token.isCapitalized { return reportFree(token, scope) }
        let inScope = scope.members.flatMap { sayable(of: $0.collection) }
        var near = [("reading", inScope)]
        for kind in [NameKind.diagnostic, .concept, .classification] {
            near.append((kind.noun, names.all(kind)))
        }
        if scope.package != nil { near += ofPackages.map { ($0.noun, names.all($0)) } }
        if let member = scope.members.first, names.kinds(of: name).isEmpty {
            return reportMissing(
                token,
                "neither \(withArticle(rules[member.collection].name)) nor the cluster has a reading called `\(name)`",
                near: near)
        }
        reportUnknown(token, wanted: [.diagnostic, .concept, .classification], near: near)
    }

    /// The collection of whose members something of that name is said.
    private func owner(of name: String) -> ID<Collection>? {
        if let entry = names[.concept, name] { return rules.concepts[entry.index].collection }
        if let entry = names[.classification, name] { return rules.classifications[entry.index].collection }
        guard names.kinds(of: name).isEmpty else { return nil }
        return rules.attributes.first { $0.name == name }?.collection
    }
}
