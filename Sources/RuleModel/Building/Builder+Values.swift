import Notation

// Sets of values, read for the type that is wanted.

/// What a set of values is read for.
struct ValueContext {
    var type: ValueType
    /// What the values belong to, as the subject of messages.
    var subject: Mention
    /// Every value there can be; open sides of bounds end here.
    var domain: TickRange = .unbounded
    /// Values outside of the domain are mistakes.
    var isWithinDomain = true
}

extension Builder {
    /// The context of something measured whose type is known.
    func context(_ type: ValueType, _ subject: Mention) -> ValueContext {
        ValueContext(type: type, subject: subject, domain: type.run)
    }

    /// The values that a `valueSet` names; `nil` with a finding if it names none of the type.
    mutating func values(_ node: SyntaxNode?, _ context: ValueContext) -> ValueSet? {
        guard let node else { return nil }
        var result: ValueSet?
        var isSound = true
        var children = node.children
        var next = children.next { $0.isAlternative }
        while let alternative = next {
            next = children.next { $0.isAlternative }
            // `little or less`: the last word is about the last value.
            let bound = next == nil ? boundBehind(node) : nil
            guard let some = self.alternative(alternative, bound, context) else {
                isSound = false
                continue
            }
            result = result.map { $0.union(some) } ?? some
        }
        return isSound ? result : nil
    }

    private func boundBehind(_ node: SyntaxNode) -> Bound? {
        var last: Int?
        _ = node.firstDirectToken { place in
            last = place
            return false
        }
        guard let last else { return nil }
        return node.tree.token(last, spells: "more")
            ? .atLeast : node.tree.token(last, spells: "less") ? .atMost : nil
    }

    private mutating func alternative(_ node: SyntaxNode, _ ending: Bound?, _ context: ValueContext)
        -> ValueSet?
    {
        switch node.kind {
        case .boundedValue:
            guard let value = node.first(.value) else { return nil }
            return bounded(Bound(node) ?? .atLeast, value, context)
        case .rangeValue:
            let ends = node.all(.value)
            guard ends.count == 2 else { return nil }
            return range(ends[0], ends[1], node, context)
        default:
            if let ending { return bounded(ending, node, context) }
            return named(node, context) ?? single(node, LiteralParts(node), context)
        }
    }

    // MARK: Single values, ranges, bounds

    /// One word that names a value.
    private func named(_ node: SyntaxNode, _ context: ValueContext) -> ValueSet? {
        guard !context.type.isQuantity, let values = rules.namedValues(of: context.type), node.hasOneToken,
            let word = node.token(0)?.text, let place = values.firstIndex(where: { $0.name == word })
        else { return nil }
        return .members(1 << UInt64(min(place, 63)))
    }

    private mutating func single(_ node: SyntaxNode, _ parts: LiteralParts, _ context: ValueContext)
        -> ValueSet?
    {
        guard let literal = literal(parts, node) else { return nil }
        if let names = rules.namedValues(of: context.type) {
            return member(literal, names, node, context).map { .members(1 << UInt64($0)) }
        }
        if context.type == .text {
            if case .text(let text) = literal.content { return .texts([text]) }
            reportMismatch(node, context)
            return nil
        }
        return run(literal, node, context).map { .runs([$0]) }
    }

    private mutating func range(
        _ low: SyntaxNode, _ high: SyntaxNode, _ node: SyntaxNode, _ context: ValueContext
    ) -> ValueSet? {
        guard requireOrder(node, context) else { return nil }
        var lowParts = LiteralParts(low), highParts = LiteralParts(high)
        lowParts.share(with: highParts)
        highParts.share(with: lowParts)
        let first: Int64, last: Int64
        guard let lower = literal(lowParts, low), let upper = literal(highParts, high) else { return nil }
        if let names = rules.namedValues(of: context.type) {
            guard let from = member(lower, names, low, context), let to = member(upper, names, high, context)
            else {
                return nil
            }
            (first, last) = (Int64(from), Int64(to))
        } else {
            guard let from = run(lower, low, context), let to = run(upper, high, context) else { return nil }
            (first, last) = (from.lower, to.upper)
        }
        guard first <= last else {
            report(
                "reversed-range", "the range `\(node.wording)` runs backwards", at: node.place,
                label: "the larger end stands first", help: ["write the smaller end first"],
                suggestion: turned(low, high).map { Finding.Suggestion(place: node.place, replacement: $0) })
            return nil
        }
        return set(first, last, context)
    }

    /// A range the other way round, where its ends are words or numbers with the unit behind both.
    private func turned(_ low: SyntaxNode, _ high: SyntaxNode) -> String? {
        guard let first = low.token(0), let last = high.token(0), low.hasOneToken else { return nil }
        let unit = high.wording.dropFirst(last.text.count)
        return "\(last.text)..\(first.text)\(unit)"
    }

    /// The values on one side of a value.
    mutating func bounded(_ bound: Bound, _ node: SyntaxNode, _ context: ValueContext) -> ValueSet? {
        guard requireOrder(node, context), let literal = literal(LiteralParts(node), node) else { return nil }
        let value: TickRange, least: Int64, most: Int64
        if let names = rules.namedValues(of: context.type) {
            guard let place = member(literal, names, node, context) else { return nil }
            value = TickRange(Int64(place), Int64(place))
            (least, most) = (0, Int64(names.count - 1))
        } else {
            guard let run = run(literal, node, context) else { return nil }
            value = run
            (least, most) = (context.domain.lower, context.domain.upper)
        }
        switch bound {
        case .atLeast: return set(value.lower, most, context)
        case .above: return set(value.upper == .max ? .max : value.upper + 1, most, context)
        case .atMost: return set(least, value.upper, context)
        case .below: return set(least, value.lower == .min ? .min : value.lower - 1, context)
        }
    }

    private func set(_ first: Int64, _ last: Int64, _ context: ValueContext) -> ValueSet {
        guard !context.type.isQuantity else { return first <= last ? .ticks(first, last) : .runs([]) }
        guard first <= last, first >= 0 else { return .members(0) }
        return .members((first...min(last, 63)).reduce(UInt64(0)) { $0 | 1 << UInt64($1) })
    }

    private mutating func requireOrder(_ node: SyntaxNode, _ context: ValueContext) -> Bool {
        if context.type.isOrdered { return true }
        report(
            "not-ordered", "the values of \(context.subject.text) have no order", at: node.place,
            label: "nothing is more or less here",
            help: [
                context.type == .yesNo
                    ? "write \(context.subject.text) alone, or `not` before it"
                    : "name the values instead: `is \(rules.values(of: context.type)?.first ?? "this or that")`"
            ])
        return false
    }

    // MARK: Reading one value

    private mutating func literal(_ parts: LiteralParts, _ node: SyntaxNode) -> Literal? {
        switch parts.literal() {
        case .success(let literal): return literal
        case .failure(.missing): return nil
        case .failure(.tooLarge):
            report(
                "number-too-large", "`\(node.wording)` is too large a number", at: node.place,
                label: "more than can be counted with", help: ["write large numbers as `40 million`"])
        case .failure(.tooPrecise):
            report(
                "number-too-precise", "`\(node.wording)` has more than four digits behind the point",
                at: node.place,
                help: ["numbers are kept to a ten-thousandth: round it"])
        }
        return nil
    }

    private mutating func member(
        _ literal: Literal, _ values: [NamedValue], _ node: SyntaxNode, _ context: ValueContext
    ) -> Int? {
        let spelling = literal.spelling
        if literal.unit == nil, let place = values.firstIndex(where: { $0.name == spelling }) {
            return min(place, 63)
        }
        let names = values.map(\.name)
        let offer = NearNames.offer(for: spelling, at: node.place, among: names)
        report(
            "unknown-value", "`\(node.wording)` is not a value of \(context.subject.text)", at: node.place,
            label: offer?.label ?? "not one of its values",
            help: conditionHelp(spelling)
                + ["its values are \(list(names.map { "`\($0)`" }, "and"))"],
            suggestion: offer?.suggestion)
        return nil
    }

    private mutating func run(_ literal: Literal, _ node: SyntaxNode, _ context: ValueContext) -> TickRange? {
        guard let run = converted(literal, to: context.type) else {
            reportMismatch(node, context, isWhole: LiteralParts(node).unit == literal.unit)
            return nil
        }
        if case .money(_, nil) = literal.unit, case .money(let currency, let year) = context.type, year > 0 {
            report(
                "money-without-year", "of which year the prices of `\(node.wording)` are is not said",
                at: node.place, .warning, label: "no year",
                help: [
                    "\(context.subject.text) is told in prices of \(year): if these are, write `(\(year))` behind the amount; else work it out, as in `\(currency) … (\(year))`"
                ])
        }
        if context.type.ticksPerUnit == 1, context.type != .date, run.lower < 0 {
            if let whole = withoutPoint(literal) {
                report(
                    "point-in-number", "`\(node.wording)` is no whole number", at: node.place,
                    label: "thousands stand behind a blank: `\(whole)`",
                    suggestion: Finding.Suggestion(place: node.place, replacement: whole))
                return nil
            }
            report(
                "out-of-domain", "`\(node.wording)` is no whole number", at: node.place,
                label: "\(context.subject.text) is counted in whole numbers")
            return nil
        }
        if context.isWithinDomain, run.lower < context.domain.lower || run.upper > context.domain.upper {
            report(
                "out-of-domain", "`\(node.wording)` is more than \(context.subject.text) can be",
                at: node.place,
                label: "\(rules.wording(of: context.type)) lies between 0 and 100%")
            return nil
        }
        return run
    }

    /// `1.500` with a blank for its point, where that makes thousands of it.
    private func withoutPoint(_ literal: Literal) -> String? {
        let parts = literal.spelling.split(separator: ".")
        guard parts.count == 2, (1...3).contains(parts[0].count), parts[1].count == 3, parts[0].first != "0"
        else {
            return nil
        }
        return "\(parts[0]) \(parts[1])"
    }

    /// The ticks of a literal as a value of a type; `nil` if it is none, −1 for a count that is not whole.
    private func converted(_ literal: Literal, to type: ValueType) -> TickRange? {
        if case .days(let days) = literal.content { return type == .date ? days : nil }
        guard case .number(let number) = literal.content else { return nil }
        switch (type, literal.unit) {
        case (.count, nil):
            return number % 10_000 == 0 ? TickRange(number / 10_000, number / 10_000) : TickRange(-1, -1)
        case (.number, nil), (.percent, .percent): return TickRange(number, number)
        case (.money(let currency, let year), .money(let typed, let typedYear)):
            guard currency == typed, typedYear == nil || typedYear == year else { return nil }
            return TickRange(number, number)
        case (.duration, .duration(let ticks)):
            // Both carry the factor of 10 000; one of them is taken out again. Half a month is no whole
            // number of ticks, and rounded.
            let (product, isOverflow) = number.multipliedReportingOverflow(by: ticks)
            guard !isOverflow else { return nil }
            let days = product / 10_000 + (product % 10_000 >= 5_000 ? 1 : 0)
            return TickRange(days, days)
        case (.date, nil): return literal.year
        default: return nil
        }
    }

    /// - Parameter isWhole: The node has its unit itself, and not from the other end of a range.
    private mutating func reportMismatch(_ node: SyntaxNode, _ context: ValueContext, isWhole: Bool = true) {
        let mended = isWhole ? inItsUnit(node, context.type) : nil
        report(
            "unit-mismatch", "`\(node.wording)` is not \(rules.wording(of: context.type))", at: node.place,
            label: "\(context.subject.text) is \(rules.wording(of: context.type))",
            help: pricesHelp(node, context.type) ?? [context.type.example],
            suggestion: mended.map { Finding.Suggestion(place: node.place, replacement: $0) })
    }

    /// The value in the unit that is wanted, where only the unit is missing or too many.
    private func inItsUnit(_ node: SyntaxNode, _ type: ValueType) -> String? {
        guard node.kind == .value, case .success(let literal) = LiteralParts(node).literal(),
            case .number(let ticks) = literal.content
        else { return nil }
        switch (type, literal.unit) {
        case (.percent, nil) where (1..<10_000).contains(ticks):
            // A fraction: 0.7 is meant for 70 %.
            return ticks % 100 == 0 ? "\(ticks / 100)%" : "\(Double(ticks) / 100)%"
        case (.percent, nil): return (0...1_000_000).contains(ticks) ? node.wording + "%" : nil
        case (.count, .percent), (.number, .percent): return String(node.wording.dropLast()).trimmedEnd
        case (.money(let currency, let year), nil):
            return node.wording.hasSuffix("(\(year))")
                ? "\(currency) \(node.wording)" : "\(currency) \(node.wording) (\(year))"
        default: return nil
        }
    }

    /// Money of other years or currencies is worth something else, so that nobody can mend it but the author.
    private func pricesHelp(_ node: SyntaxNode, _ type: ValueType) -> [String]? {
        guard case .money(let currency, let year) = type, node.kind == .value,
            case .success(let literal) = LiteralParts(node).literal(), case .money = literal.unit
        else { return nil }
        return ["work it out in the prices of \(year) and write `\(currency) … (\(year))`"]
    }
}

extension SyntaxKind {
    /// One of the values of a set, or a run of them.
    var isAlternative: Bool { self == .value || self == .rangeValue || self == .boundedValue }
}

extension ChildNodes {
    /// The next child of a kind that is wanted.
    mutating func next(_ isWanted: (SyntaxKind) -> Bool) -> SyntaxNode? {
        while let child = next() {
            if isWanted(child.kind) { return child }
        }
        return nil
    }
}
