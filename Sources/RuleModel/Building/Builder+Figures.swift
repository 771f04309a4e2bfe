import Notation

// Values whose type no declaration says: figures of claims, payments.

extension Builder {
    /// The figures a set of values names, whatever their units.
    func figures(_ node: SyntaxNode) -> [Figure] {
        node.children.flatMap { child -> [Figure] in
            switch child.kind {
            case .value: return figure(LiteralParts(child))
            case .boundedValue: return figures(child)
            case .rangeValue:
                let ends = child.all(.value)
                guard ends.count == 2 else { return [] }
                var low = LiteralParts(ends[0]), high = LiteralParts(ends[1])
                low.share(with: high)
                high.share(with: low)
                return figure(low) + figure(high)
            default: return []
            }
        }
    }

    private func figure(_ parts: LiteralParts) -> [Figure] {
        guard case .success(let literal) = parts.literal(), let figure = Figure(literal) else { return [] }
        return [figure]
    }

    /// The type that a value shows by itself: percent, money, duration, date or number.
    func typeShown(_ node: SyntaxNode) -> ValueType {
        let value = node.kind == .value ? node : firstValue(node)
        guard let value, case .success(var literal) = LiteralParts(value).literal() else {
            return .number(of: nil)
        }
        if literal.unit == nil, let range = node.first(.rangeValue), let high = range.all(.value).last,
            case .success(let upper) = LiteralParts(high).literal()
        {
            literal.unit = upper.unit
        }
        switch (literal.content, literal.unit) {
        case (.days, _): return .date
        case (_, .percent): return .percent(of: "")
        case (_, .duration): return .duration
        case (_, .money(let currency, let year)): return .money(currency: currency, year: year ?? 0)
        case (.text, _), (.word, _): return .text
        default: return .number(of: nil)
        }
    }

    private func firstValue(_ node: SyntaxNode) -> SyntaxNode? {
        for child in node.children {
            if child.kind == .value { return child }
            if let inner = firstValue(child) { return inner }
        }
        return nil
    }
}
