extension RuleBase {
    /// A type in the author's words: `a percentage of "the cluster's output"`.
    func wording(of type: ValueType) -> String {
        switch type {
        case .yesNo: "yes or no"
        case .count(let things): things.map { "a count of \"\($0)\"" } ?? "a count"
        case .number(let things): things.map { "a number of \"\($0)\"" } ?? "a number"
        case .percent(let whole): whole.isEmpty ? "a percentage" : "a percentage of \"\(whole)\""
        case .money(let currency, let year):
            year == 0 ? "money in \(currency)" : "money in \(currency) (\(year))"
        case .duration: "a duration"
        case .date: "a date"
        case .scale(let scale): "a value of the scale `\(self[scale].name)`"
        case .choice(let choice):
            self[choice].name.contains(" ")
                ? "one of \(list(self[choice].values.map { "`\($0.name)`" }, "and"))"
                : "a value of the choice `\(self[choice].name)`"
        case .text: "text"
        }
    }

    /// The names of the values of a type that has a list of them.
    func values(of type: ValueType) -> [String]? { namedValues(of: type)?.map(\.name) }

    /// The values of a type that has a list of them.
    public func namedValues(of type: ValueType) -> [NamedValue]? {
        switch type {
        case .yesNo: NamedValue.noAndYes
        case .scale(let scale): self[scale].values
        case .choice(let choice): self[choice].values
        default: nil
        }
    }
}

extension NamedValue {
    fileprivate static let noAndYes = [NamedValue(name: "no"), NamedValue(name: "yes")]
}

extension ValueType {
    /// Every value of a quantity; without bounds for what is none.
    var run: TickRange {
        switch self {
        case .count, .money, .duration: .fromZero
        case .percent: TickRange(0, 1_000_000)
        case .yesNo, .number, .date, .scale, .choice, .text: .unbounded
        }
    }

    /// Whether one value can be more than another.
    public var isOrdered: Bool {
        if case .scale = self { true } else { isQuantity }
    }

    /// How a value of the type is written, for help.
    var example: String {
        switch self {
        case .count, .number: "write a plain number, such as `300`"
        case .percent: "write it with a percent sign, such as `40%`"
        case .money(let currency, let year): "write it as `\(currency) 130 million (\(year))`"
        case .duration: "write it with its unit, such as `3 years`"
        case .date: "write it as `1994`, `1994-05` or `1994-05-17`"
        case .text: "write it between double quotes"
        case .yesNo, .scale, .choice: "write one of its values"
        }
    }
}
