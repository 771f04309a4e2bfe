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

    /// The values of a type that has a list of them.
    func values(of type: ValueType) -> [String]? {
        switch type {
        case .yesNo: ["no", "yes"]
        case .scale(let scale): self[scale].values.map(\.name)
        case .choice(let choice): self[choice].values.map(\.name)
        default: nil
        }
    }
}

extension ValueType {
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
