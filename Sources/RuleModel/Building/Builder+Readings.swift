import Notation

// What a case says: readings, statements, members.

extension Builder {
    /// The statements in a node, of the cluster or of a member of a collection; each subject once, and in
    /// their fixed order.
    mutating func statements(in node: SyntaxNode, about owner: ID<Collection>?) -> [Statement] {
        let most = node.childCount(where: \.isStatement)
        guard most > 0 else { return [] }
        var told: [Statement] = []
        told.reserveCapacity(most)
        // By the index of the node.
        var places: [Int] = []
        places.reserveCapacity(most)
        for item in node.children where item.kind.isStatement {
            guard let statement = statement(item, about: owner) else { continue }
            told.append(statement)
            places.append(item.index)
        }
        for (place, former, first) in told.putOutermostInOrder() {
            told.remove(at: place)
            reportRepeated(
                SyntaxNode(tree: node.tree, index: places[former]),
                SyntaxNode(tree: node.tree, index: places[first]))
        }
        return told
    }

    private mutating func reportRepeated(_ item: SyntaxNode, _ earlier: SyntaxNode) {
        report(
            "duplicate-reading", "`\(saidName(item))` is told twice in one place", at: item.place,
            label: "told again",
            notes: [Finding.Note(place: earlier.place, label: "first here")],
            help: [
                item.kind == .reading
                    ? "if documents disagree, write `\(saidName(item)) disputed { … }`"
                    : "leave one of the two out, or put into one what both say"
            ])
    }

    private func saidName(_ node: SyntaxNode) -> String {
        switch node.kind {
        case .member: node.token(1)?.text ?? ""
        case .reading: node.token(node.token(0)?.spells("not") == true ? 1 : 0)?.text ?? ""
        default: node.wording
        }
    }

    private mutating func statement(_ node: SyntaxNode, about owner: ID<Collection>?) -> Statement? {
        switch node.kind {
        case .reading: return reading(node, about: owner)
        case .member: return member(node, in: owner)
        case .allListed:
            let isNot = node.token(0, spells: "not")
            guard let collection = collection(node.token(isNot ? 2 : 1), in: owner) else { return nil }
            return isNot ? .notAllListed(collection) : .allListed(collection)
        case .inForce:
            let isNot = node.token(0, spells: "not")
            guard let package = resolve(node.token(isNot ? 3 : 2), .package, as: Package.self) else {
                return nil
            }
            var reading = Reading(possible: isNot ? .no : .yes, origin: origin(node))
            finish(
                &reading, node, ValueContext(type: .yesNo, subject: .plain("being in force")),
                domain: .yesOrNo)
            return .inForce(package, reading)
        default: return nil
        }
    }

    // MARK: Members

    /// A collection whose members stand in the cluster, or in a member of the owner.
    private mutating func collection(_ token: SyntaxToken?, in owner: ID<Collection>?) -> ID<Collection>? {
        guard let token, let collection = resolve(token, .collection, as: Collection.self) else { return nil }
        let parent = rules[collection].parent
        guard parent == owner else {
            let place = parent.map { "inside of \(withArticle(rules[$0].name))" } ?? "directly in the case"
            report(
                "wrong-kind", "\(withArticle(rules[collection].name)) is not told of here", at: token.place,
                label: "it belongs \(place)")
            return nil
        }
        return collection
    }

    private mutating func member(_ node: SyntaxNode, in owner: ID<Collection>?) -> Statement? {
        guard let collection = collection(node.token(0), in: owner), let name = node.token(1) else {
            return nil
        }
        if node.has("gone", from: 2) { checkTold(name, of: collection) }
        if node.has("gone", from: 2) { return .memberGone(collection, name: name.text, origin(node)) }
        return .member(
            collection, name: name.text, title: node.string,
            statements(in: node, about: collection), origin(node))
    }

    // MARK: Readings

    private enum Told {
        case figure(Measured, ValueType)
        case concept(Int)
        case classification(Int)
    }

    private mutating func told(_ token: SyntaxToken, _ owner: ID<Collection>?) -> Told? {
        let name = names.known(token)
        if let owner {
            if let index = names.attributeIndex(name, of: owner) {
                let isKnown = !untyped.contains(.attribute(index))
                return isKnown ? .figure(.attribute(index), rules.attributes[index].measurement.type) : nil
            }
        } else if let index = names.index(.diagnostic, name) {
            let isKnown = !untyped.contains(.diagnostic(index))
            return isKnown ? .figure(.diagnostic(index), rules.diagnostics[index].measurement.type) : nil
        }
        if let index = names.index(.concept, name), rules.concepts[index].collection == owner {
            return .concept(index)
        }
        if let index = names.index(.classification, name), rules.classifications[index].collection == owner {
            return .classification(index)
        }
        reportUntellable(token, owner)
        return nil
    }

    private mutating func reportUntellable(_ token: SyntaxToken, _ owner: ID<Collection>?) {
        if let owner {
            if names[.diagnostic, token] != nil {
                report(
                    "wrong-kind", "`\(token.text)` is said of the cluster, and not of its members",
                    at: token.place, label: "not said of \(withArticle(rules[owner].name))",
                    help: ["tell it outside of the braces"])
                return
            }
            reportMissing(
                token, "\(withArticle(rules[owner].name)) has no reading called `\(token.text)`",
                near: [("reading", sayable(of: owner))])
            return
        }
        let kinds: [NameKind] = [.diagnostic, .concept, .classification]
        if kinds.contains(where: { names[$0, token] != nil }) {
            report(
                "unbound-member", "`\(token.text)` is said of members, and not of the cluster",
                at: token.place,
                label: "of which member?", help: ["write it inside of the member's braces"])
            return
        }
        reportUnknown(token, wanted: kinds, near: kinds.map { ($0.noun, names.all($0)) })
    }

    private mutating func reading(_ node: SyntaxNode, about owner: ID<Collection>?) -> Statement? {
        let isNot = node.token(0, spells: "not")
        guard let name = node.token(isNot ? 1 : 0),
            valuesWithoutIs.isEmpty || !valuesWithoutIs.contains(name.place),
            let told = told(name, owner), !reportIgnorance(node, name, told)
        else { return nil }
        switch told {
        case .figure(let measured, let type):
            guard let reading = reading(node, name, type, isNot, rules.domain(of: type)) else { return nil }
            if case .attribute(let index) = measured { return .attribute(ID(index), reading) }
            if case .diagnostic(let index) = measured { return .diagnostic(ID(index), reading) }
            return nil
        case .concept(let index):
            return reading(node, name, .yesNo, isNot, .yesOrNo).map { .concept(ID(index), $0) }
        case .classification(let index): return classified(node, name, ID(index), isNot)
        }
    }

    /// Whether a value says that it is not known, which the language says without `is` and `=`.
    private mutating func reportIgnorance(_ node: SyntaxNode, _ name: SyntaxToken, _ told: Told) -> Bool {
        guard !isBroken(node), let set = node.first(.valueSet), let value = set.first(.value),
            value.hasOneToken,
            let word = value.token(0), word.kind == .word
        else { return false }
        let values: [NamedValue]? =
            switch told {
            case .figure(_, let type): rules.namedValues(of: type)
            case .classification(let index): rules.classifications[index].values
            case .concept: nil
            }
        // In sound text it is one of the values, and not looked up.
        let spelling = word.text
        guard values?.contains(where: { $0.name == spelling }) != true, tellsIgnorance(spelling) else {
            return false
        }
        let meant = "\(name.text) unknown"
        let place = Place(file: name.place.file, start: name.place.start, end: set.place.end)
        report(
            "other-words",
            "the language says `\(meant)` for `\(name.text) \(node.has("is", from: 1) ? "is" : "=") \(word.text)`",
            at: place, label: "write `\(meant)`",
            help: ["what nobody knows may have its reason behind it: `\(meant) \"nobody counted\"`"],
            suggestion: Finding.Suggestion(place: place, replacement: meant))
        return true
    }

    /// A reading of a type from its node.
    private mutating func reading(
        _ node: SyntaxNode, _ name: SyntaxToken, _ type: ValueType, _ isNot: Bool, _ domain: ValueSet
    ) -> Reading? {
        let context = context(type, .token(name))
        if isNot, refuseDenial(of: name, node) { return nil }
        if let special = unknownOrDisputed(node, domain, { builder, set in builder.values(set, context) }) {
            return special.reading
        }
        var possible: ValueSet
        if let values = node.first(.valueSet) {
            checkSign(node, name, values, type)
            guard let set = self.values(values, context) else { return nil }
            possible = set
            // `not X is V` and `X is not V` say the same, and both together take it back.
            if isDenied(node) != isNot, let rest = complement(set, in: domain) { possible = rest }
        } else {
            guard type == .yesNo else {
                if !isBroken(node), !reportValueWithoutIs(node, name, type) {
                    report(
                        "missing-value",
                        "`\(name.text)` is \(rules.wording(of: type)), and its value is not said",
                        at: name.place, label: "no value",
                        help: ["\(type.example), or write `\(name.text) unknown`"])
                }
                return nil
            }
            possible = isNot ? .no : .yes
        }
        guard !possible.isEmpty else {
            report(
                "out-of-domain", "`\(name.text)` is left no value at all", at: node.place,
                label: "nothing is possible")
            return nil
        }
        var reading = Reading(possible: possible, origin: origin(node))
        finish(&reading, node, context, domain: domain)
        return reading
    }

    /// `not X unknown` and `not X disputed { … }` say nothing that a reading could hold.
    mutating func refuseDenial(of name: SyntaxToken, _ node: SyntaxNode) -> Bool {
        let words: [StaticString] = ["unknown", "disputed"]
        guard let word = words.first(where: { node.has($0, from: 2) }) else { return false }
        report(
            "wrong-kind", "`not` stands before a value, and `\(word)` is none",
            at: node.token(0)?.place ?? name.place,
            label: "denies nothing",
            help: ["leave out the `not`, or write `not \(name.text) is …` with the value that is ruled out"])
        return true
    }

    /// `trust high`: whether the value follows right behind the name, on its line.
    private mutating func reportValueWithoutIs(_ node: SyntaxNode, _ name: SyntaxToken, _ type: ValueType)
        -> Bool
    {
        let next = SyntaxToken(tree: node.tree, index: name.index + 1)
        let lines = node.tree.lines
        guard node.tree.tokens.indices.contains(name.index + 1),
            lines.line(of: next.range.lowerBound) == lines.line(of: name.range.lowerBound),
            rules.values(of: type)?.contains(next.text) == true
        else { return false }
        valuesWithoutIs.insert(next.place)
        let end = Place(file: name.place.file, start: name.place.start, end: name.place.end)
        report(
            "missing-word", "`is` is missing between `\(name.text)` and `\(next.text)`", at: end,
            label: "write `\(name.text) is`",
            suggestion: Finding.Suggestion(place: end, replacement: "\(name.text) is"))
        return true
    }

    /// `is not V`, with the `not` behind the `is`.
    func isDenied(_ node: SyntaxNode) -> Bool {
        node.token(after: "is", spells: "not")
    }

    private func complement(_ set: ValueSet, in domain: ValueSet) -> ValueSet? {
        switch (set, domain) {
        case (.members(let mask), .members(let all)): return .members(all & ~mask)
        case (.runs(let runs), .runs(let all)):
            guard let whole = all.first else { return nil }
            var next = whole.lower
            var rest: [TickRange] = []
            for run in runs {
                if run.lower > next { rest.append(TickRange(next, run.lower - 1)) }
                guard run.upper < whole.upper else { return .ticks(rest) }
                next = run.upper + 1
            }
            return .ticks(rest + [TickRange(next, whole.upper)])
        default: return nil
        }
    }

    /// `=` stands before quantities, `is` before words and texts.
    private mutating func checkSign(
        _ node: SyntaxNode, _ name: SyntaxToken, _ values: SyntaxNode, _ type: ValueType
    ) {
        guard !isBroken(node) else { return }
        if !type.isQuantity, let sign = node.first(where: { $0.kind == .equals }) {
            let whole = Place(file: name.place.file, start: name.place.start, end: values.place.end)
            let alone = type == .yesNo ? ["yes": name.text, "no": "not \(name.text)"][values.wording] : nil
            report(
                "equals-for-is",
                "`\(name.text)` is \(rules.wording(of: type)), and is told \(alone == nil ? "with `is`" : "by its name alone")",
                at: sign.place, label: alone.map { "write `\($0)`" } ?? "write `is`",
                suggestion: Finding.Suggestion(
                    place: alone == nil ? sign.place : whole, replacement: alone ?? "is"))
        }
        if type.isQuantity, let word = node.first(spelt: "is"), !isDenied(node) {
            report(
                "is-for-equals", "`\(name.text)` is \(rules.wording(of: type)), and is told with `=`",
                at: word.place,
                label: "write `=`", suggestion: Finding.Suggestion(place: word.place, replacement: "="))
        }
    }

    struct Special { var reading: Reading? }

    /// `unknown`, or `disputed { … }`; `nil` for other readings.
    mutating func unknownOrDisputed(
        _ node: SyntaxNode, _ domain: ValueSet, _ read: (inout Builder, SyntaxNode) -> ValueSet?
    ) -> Special? {
        if node.has("unknown", from: 1) {
            return Special(
                reading: Reading(possible: domain, basis: .unknown, note: node.string, origin: origin(node)))
        }
        guard node.has("disputed", from: 1) else { return nil }
        var sides: [Reading.Side] = []
        for side in node.all(.disputedValue) {
            guard let set = side.first(.valueSet), let values = read(&self, set) else { continue }
            sides.append(Reading.Side(value: values, citations: citations(side), note: side.string))
        }
        guard let first = sides.first else { return Special(reading: nil) }
        let possible = sides.dropFirst().reduce(first.value) { $0.union($1.value) }
        return Special(
            reading: Reading(possible: possible, basis: .disputed, sides: sides, origin: origin(node)))
    }

    /// The texts behind a reading, its own and those that say why something is assumed.
    private func note(_ node: SyntaxNode) -> String {
        var text = ""
        func add(_ part: String) {
            if !text.isEmpty, !part.isEmpty { text += " " }
            text = text.isEmpty ? part : text + part
        }
        for token in node.directTokens where token.kind == .string { add(token.stringValue) }
        for flag in node.each(.assumedFlag) { add(flag.string) }
        return text
    }

    /// Adds citations, notes, and what is assumed or presumed.
    mutating func finish(
        _ reading: inout Reading, _ node: SyntaxNode, _ context: ValueContext?, domain: ValueSet
    ) {
        // Most readings are a name and a value, and are not searched for more.
        if node.isBare { return }
        reading.citations = citations(node)
        reading.note = note(node)
        if node.first(.assumedFlag) != nil {
            reading.presumed = reading.possible
            reading.possible = domain
            reading.basis = .assumed
        }
        if let context, let clause = node.first(.presumablyClause), let set = clause.first(.valueSet),
            let presumed = values(set, context)
        {
            let inside = presumed.intersection(reading.possible)
            if inside.isEmpty || inside != presumed {
                report(
                    "presumed-impossible", "what is presumed is not among what is possible", at: clause.place,
                    label: "outside of the value before it",
                    help: ["widen the value, or narrow what is presumed"])
            }
            if !inside.isEmpty { reading.presumed = inside }
        }
    }
}

extension SyntaxNode {
    /// Whether a reading has neither clauses nor notes.
    fileprivate var isBare: Bool {
        let end = Int(tree.nodes[index].endNode)
        var child = index + 1
        while child < end {
            guard tree.nodes[child].kind == .valueSet else { return false }
            child = Int(tree.nodes[child].endNode)
        }
        return firstDirectToken { tree.tokens[$0].kind == .string } == nil
    }
}

extension SyntaxKind {
    /// Tells something of a cluster or member.
    fileprivate var isStatement: Bool {
        switch self {
        case .reading, .member, .allListed, .inForce: true
        default: false
        }
    }
}
