import Notation

// Comparisons: an operand and its test, units checked.

extension Builder {
    mutating func comparison(_ node: SyntaxNode, _ scope: Scope) -> Condition? {
        guard let subject = node.firstChild(where: \.isOperand),
            let operand = operand(subject, scope)
        else {
            return nil
        }
        let test = node.firstChild(where: \.isTest)
        let judgement = judgement(node)
        switch operand {
        case .figure(let expression, let type, let domain, let isAggregate):
            var context = ValueContext(type: type, subject: .node(subject), domain: domain)
            context.isWithinDomain = !isAggregate
            return figureTest(expression, context, test, judgement, subject, scope)
        case .concept(let concept, of: let bearer):
            guard let test else { return .concept(concept, of: bearer) }
            reportNoValues(subject, "a concept", test)
        case .criterion(let criterion, of: let package):
            guard let test else { return .criterion(criterion, of: package) }
            reportNoValues(subject, "a criterion", test)
        case .classification(let classification, of: let bearer):
            return named(rules[classification].values, subject, test) { mask in
                let values = (0..<64).filter { mask >> UInt64($0) & 1 == 1 }
                    .map { Condition.classification(classification, value: $0, of: bearer) }
                return values.count == 1 ? values[0] : .any(values)
            }
        case .lens(let lens, of: let package):
            return named(rules[lens].values, subject, test) {
                .lens(lens, values: $0, of: package)
            }
        case .package(let package): return packageTest(package, subject, test)
        }
        return nil
    }

    private mutating func reportNoValues(_ subject: SyntaxNode, _ what: String, _ test: SyntaxNode) {
        let isTrue = ["is true", "is yes"].contains(test.wording)
        let isFalse = ["is false", "is no"].contains(test.wording)
        let whole = Place(file: test.place.file, start: subject.place.start, end: test.place.end)
        let meant = isTrue ? subject.wording : isFalse ? "not \(subject.wording)" : nil
        report(
            "wrong-kind", "`\(subject.wording)` is \(what): it holds or it does not, and has no values",
            at: test.place, label: "nothing to compare here",
            help: ["write `\(subject.wording)` alone, or `not \(subject.wording)`"],
            suggestion: meant.map { Finding.Suggestion(place: whole, replacement: $0) })
    }

    /// - Parameter values: The words that could stand behind `is`.
    private mutating func reportNoTest(
        _ subject: SyntaxNode, _ what: String, _ example: String, values: [String] = []
    ) {
        let next = SyntaxToken(tree: subject.tree, index: Int(subject.tree.nodes[subject.index].endToken))
        if values.contains(next.text) {
            // `trust little`: the value follows right away.
            let end = Place(file: subject.place.file, start: subject.place.end, end: subject.place.end)
            report(
                "missing-word", "`is` is missing between `\(subject.wording)` and `\(next.text)`", at: end,
                label: "write `is \(next.text)`",
                suggestion: Finding.Suggestion(place: end, replacement: " is"))
            return
        }
        report(
            "missing-test", "`\(subject.wording)` is \(what), and what it should be is not said",
            at: subject.place,
            label: "no condition by itself", help: ["write `\(subject.wording) \(example)`"])
    }

    // MARK: Packages

    private mutating func packageTest(_ package: PackageReference, _ subject: SyntaxNode, _ test: SyntaxNode?)
        -> Condition?
    {
        switch test?.kind {
        case .recommendedTest: return negated(.recommended(package), test)
        case .inForceTest: return negated(.inForce(package), test)
        case nil: reportNoTest(subject, "a package", "is recommended` or `\(subject.wording) is in force")
        default:
            report(
                "wrong-kind", "`\(subject.wording)` is a package, and has no values of its own",
                at: test?.place ?? subject.place, label: "not something a package can be",
                help: ["ask whether it `is recommended` or `is in force`, or name one of its attributes"])
        }
        return nil
    }

    private func negated(_ condition: Condition, _ test: SyntaxNode?) -> Condition {
        test?.has("not") == true ? .not(condition) : condition
    }

    // MARK: Classifications and lenses

    private mutating func named(
        _ values: [NamedValue], _ subject: SyntaxNode, _ test: SyntaxNode?, _ make: (UInt64) -> Condition
    ) -> Condition? {
        let example = values.first?.name ?? "…"
        switch test?.kind {
        case .isTest:
            return test?.first(.valueSet).flatMap { places($0, values, of: .node(subject)) }.map(make)
                .map { negated($0, test) }
        case .wasTest:
            let sets = test?.all(.valueSet).map { places($0, values, of: .node(subject)) } ?? []
            guard sets.count == 2, let was = sets[0], let now = sets[1] else { return nil }
            return .all([.previously(make(was)), make(now)])
        case nil:
            reportNoTest(subject, "a classification", "is \(example)", values: values.map(\.name))
        default:
            report(
                "not-ordered", "the values of `\(subject.wording)` have no order",
                at: test?.place ?? subject.place,
                label: "nothing is more or less here", help: ["write `is \(example)`"])
        }
        return nil
    }

    /// The places of named values among those of a classification or lens.
    mutating func places(_ node: SyntaxNode, _ values: [NamedValue], of subject: Mention) -> UInt64? {
        var mask: UInt64 = 0
        for child in node.children {
            guard child.kind == .value else {
                if child.kind == .unexpected { continue }
                report(
                    "not-ordered", "the values of \(subject.text) have no order", at: child.place,
                    label: "nothing is more or less here")
                return nil
            }
            guard let place = valuePlace(child.token(0), values, of: subject) else { return nil }
            mask |= 1 << UInt64(place)
        }
        return mask == 0 ? nil : mask
    }

    mutating func valuePlace(_ token: SyntaxToken?, _ values: [NamedValue], of subject: Mention) -> Int? {
        guard let token = token?.ifTyped else { return nil }
        let spelling = token.text
        if let place = values.firstIndex(where: { $0.name == spelling }) { return min(place, 63) }
        let offer = NearNames.offer(for: spelling, at: token.place, among: values.map(\.name))
        report(
            "unknown-value", "`\(spelling)` is not a value of \(subject.text)", at: token.place,
            label: offer?.label ?? "not one of its values",
            help: conditionHelp(spelling) + ["its values are \(list(values.map { "`\($0.name)`" }, "and"))"],
            suggestion: offer?.suggestion)
        return nil
    }

    /// For a word that is no value but a condition by itself: `a is x or b`, where `b` was to be asked too.
    func conditionHelp(_ name: String) -> [String] {
        let asked: [NameKind] = [.diagnostic, .concept, .classification]
        guard let kind = names.kinds(of: name).first(where: asked.contains) else { return [] }
        return ["`\(name)` is \(kind.nounWithArticle): put the conditions in parentheses: `(…) or (\(name))`"]
    }

    // MARK: Figures

    private mutating func figureTest(
        _ expression: Expression, _ context: ValueContext, _ test: SyntaxNode?, _ judgement: String?,
        _ subject: SyntaxNode, _ scope: Scope
    ) -> Condition? {
        guard let test else {
            if context.type == .yesNo { return .holds(expression) }
            let first = rules.values(of: context.type)?.first ?? "…"
            reportNoTest(
                subject, rules.wording(of: context.type),
                context.type.isQuantity ? "at least …" : "is \(first)",
                values: rules.values(of: context.type) ?? [])
            return nil
        }
        let threshold = Threshold(wording: test.wording, judgement: judgement)
        switch test.kind {
        case .isTest:
            guard let set = values(test.first(.valueSet), context) else { return nil }
            checkGrounds(test, context, judgement)
            return negated(.lies(expression, in: set, threshold), test)
        case .boundTest: return boundTest(expression, context, test, threshold, scope)
        case .wasTest:
            let sets = test.all(.valueSet).map { values($0, context) }
            guard sets.count == 2, let was = sets[0], let now = sets[1] else { return nil }
            checkGrounds(test, context, judgement)
            return .all([
                .previously(.lies(expression, in: was, threshold)), .lies(expression, in: now, threshold),
            ])
        case .trendTest:
            guard context.type.isOrdered else {
                report(
                    "not-ordered", "the values of \(context.subject.text) have no order", at: test.place,
                    label: "it cannot rise or fall", help: ["write `was … and is …`"])
                return nil
            }
            return test.token(0, spells: "rising") ? .rising(expression) : .falling(expression)
        default:
            report(
                "wrong-kind", "`\(subject.wording)` is \(rules.wording(of: context.type)), not a package",
                at: test.place, label: "asked of packages only")
            return nil
        }
    }

    private mutating func boundTest(
        _ expression: Expression, _ context: ValueContext, _ test: SyntaxNode, _ threshold: Threshold,
        _ scope: Scope
    ) -> Condition? {
        guard let bound = Bound(test),
            let limit = test.firstChild(where: { $0 == .value || $0.isOperand })
        else { return nil }
        if limit.kind == .value, !namesFigure(limit, context, scope) {
            guard let set = bounded(bound, limit, context) else { return nil }
            checkGrounds(test, context, threshold.judgement)
            return .lies(expression, in: set, threshold)
        }
        // A word behind a bound is a value's node, which begins as a path would.
        guard let other = operand(limit, scope) else {
            return nil
        }
        guard case .figure(let right, let type, _, _) = other, comparable(context.type, type) else {
            reportUnlike(context, limit, other)
            return nil
        }
        guard context.type.isOrdered else {
            report(
                "not-ordered", "the values of \(context.subject.text) have no order", at: test.place,
                label: "nothing is more or less here")
            return nil
        }
        return .compares(expression, bound.comparison, right)
    }

    /// Whether a word behind a bound is a reading to compare with, and not a value.
    private func namesFigure(_ node: SyntaxNode, _ context: ValueContext, _ scope: Scope) -> Bool {
        guard let token = node.token(0), token.kind == .word, node.hasOneToken else { return false }
        let spelling = token.text
        if let values = rules.namedValues(of: context.type), values.contains(where: { $0.name == spelling }) {
            return false
        }
        let name = names.known(token)
        if names[.diagnostic, name] != nil { return true }
        if scope.members.contains(where: { names.attribute(name, of: $0.collection) != nil }) { return true }
        if scope.package != nil, names[.packageAttribute, name] != nil { return true }
        return context.type.isQuantity
    }

    /// Whether two types measure the same: like wholes, like units, like prices.
    func comparable(_ left: ValueType, _ right: ValueType) -> Bool {
        switch (left, right) {
        case (.count, .count): true
        case (.number(let mine), .number(let theirs)): mine == nil || theirs == nil || mine == theirs
        default: left == right
        }
    }

    private mutating func reportUnlike(_ context: ValueContext, _ limit: SyntaxNode, _ other: Operand) {
        var what = "no figure"
        if case .figure(_, let type, _, _) = other { what = rules.wording(of: type) }
        report(
            "unit-mismatch", "\(context.subject.text) and `\(limit.wording)` do not measure the same",
            at: limit.place,
            label: "this is \(what)", help: ["\(context.subject.text) is \(rules.wording(of: context.type))"])
    }

    // MARK: Grounds of thresholds

    /// - Parameter node: Where the number stands: a cell of a table has no room for a judgement.
    private func groundsHelp(_ node: SyntaxNode, _ loose: Figure) -> String {
        let around = (claimsForThresholds ?? []).first { claim in
            let ends: [Figure] = figures[claim.index].filter { $0.dimension == loose.dimension }
            let isAbove = ends.contains { $0.run.lower < loose.run.lower }
            return isAbove && ends.contains { $0.run.lower > loose.run.lower }
        }
        if let around, let stated = rules.claims[around.index].figure?.text, node.kind.isTest {
            return
                "`\(rules.claims[around.index].name)` says `\(stated)`: write `judgement \"why\"` behind it, and why this number of those"
        }
        let stated = (claimsForThresholds ?? []).compactMap { rules.claims[$0.index].figure?.text }
        let ground = stated.isEmpty ? "" : "; those cited say \(list(stated.map { "`\($0)`" }, "and"))"
        guard node.kind.isTest else {
            return "cite the claim whose figure it is\(ground); a judgement can stand in a rule only"
        }
        return "write `judgement \"why\"` behind it, or cite the claim whose figure it is\(ground)"
    }

    /// A number must be one that a cited claim states, or say why it was chosen.
    mutating func checkGrounds(_ test: SyntaxNode, _ context: ValueContext, _ judgement: String?) {
        guard let claimsForThresholds, judgement == nil, context.type.isQuantity else { return }
        let stated = claimsForThresholds.flatMap { figures[$0.index] }
        for node in [test] + test.all(.valueSet) {
            let typed = self.figures(node)
            let loose = typed.first { figure in
                !figure.isLogical
                    && !stated.contains {
                        $0.dimension == figure.dimension && $0.run.lower <= figure.run.upper
                            && figure.run.lower <= $0.run.upper
                    }
            }
            guard let loose else { continue }
            if noteFraction(loose, of: claimsForThresholds) { return }
            report(
                "threshold-without-judgement", "`\(test.wording)` rests on no figure of a cited claim",
                at: test.place,
                .warning, label: "why this number?",
                help: [groundsHelp(test, loose)])
            return
        }
    }

    /// Whether a claim states a percentage as a fraction, `0.4` for `40%`: told at the claim.
    private mutating func noteFraction(_ loose: Figure, of claims: [ID<Claim>]) -> Bool {
        guard loose.dimension == .percent else { return false }
        let claim = claims.first { claim in
            figures[claim.index].contains {
                $0.dimension == .plain && $0.run.lower < 10_000 && $0.run.lower * 100 == loose.run.lower
            }
        }
        guard let claim else { return false }
        claimsToldAsFractions[claim.index] = claimsToldAsFractions[claim.index] ?? loose.run.lower
        return true
    }

    /// Tells once of each claim that states a percentage as a fraction, when all that cites it is read.
    mutating func reportFractions() {
        for (claim, percent) in claimsToldAsFractions.sorted(by: { $0.key < $1.key }) {
            guard let node = declarations[.claim][claim].node.first(.figureClause)?.first(.valueSet),
                !findings.contains(where: { $0.place == node.place })
            else { continue }
            let meant = "\(percent / 10_000)%"
            report(
                "unit-mismatch",
                "`\(node.wording)` is a plain number, and rules cite it for a percentage",
                at: node.place, .warning, label: "write `\(meant)`",
                suggestion: Finding.Suggestion(place: node.place, replacement: meant))
        }
    }
}

extension SyntaxKind {
    var isOperand: Bool { self == .path || self == .aggregate || self == .timeSince }
    var isTest: Bool {
        switch self {
        case .isTest, .boundTest, .trendTest, .wasTest, .recommendedTest, .inForceTest: true
        default: false
        }
    }
}
