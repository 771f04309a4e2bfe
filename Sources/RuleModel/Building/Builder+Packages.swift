import Notation

// Packages: what they are, who does what, in which phases, when to stop.

extension Builder {
    mutating func buildPackages() {
        rules.measures = declarations[.measure].compactMap { declared in
            guard let owner = declared.owner, let package = names[.package, owner] else { return nil }
            return Measure(
                name: declared.name, text: declared.node.string, package: ID(package.index),
                claims: claims(declared.node), origin: origin(declared.token))
        }
        rules.packages = built(of: declarations[.package]) { $0.package($1) }
    }

    private mutating func package(_ declared: Declared) -> Package {
        var package = Package(
            name: declared.name, title: declared.node.string, origin: origin(declared.token))
        for item in declared.node.children {
            switch item.kind {
            case .aboutClause: package.about = item.string
            case .attributeClause: attribute(item, of: &package)
            case .roleClause:
                let role = resolve(item.token(1), .role, as: Role.self)
                let actor = resolve(item.token(2), .actor, as: Actor.self)
                let claims = claims(item)
                if let role, let actor {
                    package.roles.append(.init(role: role, actor: actor, claims: claims))
                }
            case .paysClause: if let payment = payment(item) { package.payments.append(payment) }
            case .measureClause:
                guard let name = item.name, let entry = names[.measure, name] else { continue }
                if let declared = entry.token, declared.isSame(as: name) {
                    package.measures.append(ID(entry.index))
                }
            case .stopClause: stop(item, of: &package)
            case .monitorClause: monitor(item, of: &package)
            case .failureClause:
                package.failures.append(.init(text: item.string, claims: claims(item)))
            default: break
            }
        }
        package.phases = phases(declared.node.all(.phaseClause))
        package.lensValues.sort { $0.lens < $1.lens }
        package.attributes.sort { $0.attribute < $1.attribute }
        package.criteria.sort { $0.criterion < $1.criterion }
        return package
    }

    // MARK: Attributes, lenses, criteria

    private mutating func attribute(_ node: SyntaxNode, of package: inout Package) {
        guard let token = node.token(0) else { return }
        let grounds = grounds(node)
        let kinds: [NameKind] = [.packageAttribute, .lens, .criterion]
        guard let (kind, index) = resolve(token, kinds) else { return }
        let isTwice =
            switch kind {
            case .lens: package.lensValues.contains { $0.lens.index == index }
            case .criterion: package.criteria.contains { $0.criterion.index == index }
            default: package.attributes.contains { $0.attribute.index == index }
            }
        if isTwice {
            report(
                "duplicate-name", "`\(token.text)` is said twice of `\(package.name)`", at: token.place,
                label: "said again", help: ["leave one of the two out"])
            return
        }
        switch kind {
        case .lens:
            if let value = lensValue(node, ID(index), grounds) { package.lensValues.append(value) }
        case .criterion:
            guard node.first(.valueSet) == nil else {
                report(
                    "wrong-kind", "`\(token.text)` is a criterion: say how the package meets it",
                    at: token.place,
                    label: "a text belongs behind it", help: ["write `\(token.text) \"how\" from CLAIM`"])
                return
            }
            package.criteria.append(.init(criterion: ID(index), how: node.string, claims: grounds.claims))
        default:
            guard !untyped.contains(.packageAttribute(index)) else { return }
            var context = context(rules.packageAttributes[index].measurement.type, .token(token))
            if context.type == .text, let text = node.first(where: { $0.kind == .string }) {
                package.attributes.append(
                    .init(attribute: ID(index), value: .texts([text.stringValue]), grounds: grounds))
                return
            }
            context.isWithinDomain = true
            let value: ValueSet? =
                node.first(.valueSet).flatMap { values($0, context) } ?? yesAlone(node, context)
            if let value {
                package.attributes.append(.init(attribute: ID(index), value: value, grounds: grounds))
            }
        }
    }

    /// A yes/no attribute may be said by its name alone.
    private func yesAlone(_ node: SyntaxNode, _ context: ValueContext) -> ValueSet? {
        context.type == .yesNo && node.first(.valueSet) == nil && !isBroken(node) ? .yes : nil
    }

    mutating func lensValue(_ node: SyntaxNode, _ lens: ID<Lens>, _ grounds: Grounds) -> Package.LensValue? {
        let tokens = node.first(.valueSet)?.children.first { $0.kind == .value }
        let place = valuePlace(tokens?.token(0), rules[lens].values, of: .words(rules[lens].name))
        return place.map { Package.LensValue(lens: lens, value: $0, grounds: grounds) }
    }

    // MARK: Phases and payments

    private mutating func phases(_ nodes: [SyntaxNode]) -> [Package.Phase] {
        var kept: [(node: SyntaxNode, name: SyntaxToken)] = []
        for node in nodes {
            guard let name = node.name else { continue }
            if let earlier = kept.first(where: { $0.name.text == name.text }) {
                report(
                    "duplicate-name", "the phase `\(name.text)` is described twice", at: name.place,
                    label: "described again",
                    notes: [Finding.Note(place: earlier.name.place, label: "first here")],
                    help: ["give one of the two another name"])
            } else {
                kept.append((node, name))
            }
        }
        let order = kept.map(\.name.text)
        var phases = kept.map { phase($0.node, $0.name, order) }
        reportUnreachable(&phases, kept.map(\.name))
        return phases
    }

    private mutating func phase(_ node: SyntaxNode, _ name: SyntaxToken, _ order: [String]) -> Package.Phase {
        var phase = Package.Phase(name: name.text, text: node.string, origin: origin(name))
        phase.claims = claims(node)
        if let before = node.token(after: "after") {
            phase.after = order.firstIndex(of: before.text)
            phase.afterSuccess = node.has("succeeded", from: 2)
            if phase.after == nil {
                reportMissing(
                    before, "the package has no phase called `\(before.text)`", near: [("phase", order)])
            }
        }
        if let takes = node.first(.valueSet) {
            phase.takes = values(takes, context(.duration, .plain("the length of the phase")))
            phase.takesGrounds = Grounds(judgement: judgement(node))
        }
        phase.payments = node.all(.paysClause).compactMap { payment($0) }
        return phase
    }

    /// Phases that come after each other in a circle never begin.
    private mutating func reportUnreachable(_ phases: inout [Package.Phase], _ names: [SyntaxToken]) {
        for place in phases.indices {
            var next = phases[place].after
            var steps = 0
            while let before = next, steps <= phases.count {
                next = phases[before].after
                steps += 1
            }
            guard steps > phases.count else { continue }
            report(
                "unreachable-phase", "the phase `\(names[place].text)` can never begin",
                at: names[place].place,
                label: "it comes after itself", help: ["begin one phase without `after`"])
            phases[place].after = nil
        }
    }

    private mutating func payment(_ node: SyntaxNode) -> Package.Payment? {
        let actor = resolve(node.token(1), .actor, as: Actor.self)
        var amount: TypedValue?
        var payment = Package.Payment(actor: ID(0), amount: TypedValue(type: .duration, value: .runs([])))
        var word = ""
        for element in node.elements {
            switch element {
            case .token(let token):
                if token.kind == .string {
                    if word == "of" { payment.of = token.stringValue }
                    if word == "until" { payment.until = token.stringValue }
                } else {
                    word = token.text
                    if word == "advance" { payment.inAdvance = true }
                }
            case .node(let child) where child.kind == .valueSet:
                switch word {
                case "for": payment.lasting = values(child, context(.duration, .plain("how long it is paid")))
                case "at": payment.cap = shown(child, .plain("the cap"))
                default: amount = amount ?? shown(child, .plain("the payment"))
                }
            default: break
            }
        }
        payment.claims = claims(node)
        guard let actor, let amount else { return nil }
        payment.actor = actor
        payment.amount = amount
        return payment
    }

    /// An amount whose type is read off the amount.
    private mutating func shown(_ node: SyntaxNode, _ subject: Mention) -> TypedValue? {
        let type = typeShown(node)
        guard type.isQuantity, type != .date else {
            report(
                "unit-mismatch", "`\(node.wording)` is no amount", at: node.place,
                label: "money or a percentage belongs here",
                help: ["write it as `50%` or as `USD 20 thousand (1993)`"])
            return nil
        }
        return values(node, context(type, subject)).map { TypedValue(type: type, value: $0) }
    }

    // MARK: Stopping and watching

    private mutating func stop(_ node: SyntaxNode, of package: inout Package) {
        let claims = claims(node)
        claimsForThresholds = allKnown(claims, in: node)
        defer { claimsForThresholds = nil }
        guard let condition = node.firstCondition.flatMap({ freshCondition($0) }), !isBroken(node) else {
            return
        }
        package.stops.append(.init(condition: condition, claims: claims))
    }

    private mutating func monitor(_ node: SyntaxNode, of package: inout Package) {
        let claims = claims(node)
        for token in node.names() {
            guard let (kind, index) = resolve(token, [.diagnostic, .indicator]) else { continue }
            if kind == .diagnostic { usage.diagnostics.insert(index) }
            package.monitors.append(
                .init(
                    watched: kind == .diagnostic ? .diagnostic(ID(index)) : .indicator(ID(index)),
                    claims: claims))
        }
    }
}
