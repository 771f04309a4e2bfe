import Generation
import RuleModel

extension CaseColumns {
    /// The cases as comma-separated text: a line of the diagnostics' names, then a line to a case that
    /// begins with its number.
    ///
    /// - Parameter isExact: Whether what is a range or a guess is told as one value, as in a table of
    ///   statistics; what is unknown is a blank in either.
    public func table(_ rules: RuleBase, rows: Range<Int>, isExact: Bool, hasHead: Bool = true) -> [UInt8] {
        var text: [UInt8] = []
        if hasHead {
            text += Array((["case"] + rules.diagnostics.map(\.name)).joined(separator: ",").utf8) + [10]
        }
        for row in rows {
            text += Array("\(row)".utf8)
            for (number, column) in columns.enumerated() {
                text.append(UInt8(ascii: ","))
                let type = rules.diagnostics[number].measurement.type
                text += Array(column.text(row, type, in: rules, isExact: isExact).utf8)
            }
            text.append(10)
        }
        return text
    }
}

extension CaseColumns.Column {
    fileprivate func text(_ row: Int, _ type: ValueType, in rules: RuleBase, isExact: Bool) -> String {
        let (possible, presumed) = values(row)
        let domain = rules.domain(of: type)
        if presumed == domain { return "" }
        let told = words(presumed, type, in: rules, isExact: isExact)
        return isExact || possible == presumed ? told : "\(told) assumed"
    }

    private func words(_ set: ValueSet, _ type: ValueType, in rules: RuleBase, isExact: Bool) -> String {
        switch set {
        case .members(let mask):
            let names =
                switch type {
                case .scale(let scale): rules[scale].values.map(\.name)
                case .choice(let choice): rules[choice].values.map(\.name)
                default: ["no", "yes"]
                }
            let told = names.indices.filter { mask >> UInt64($0) & 1 == 1 }.map { names[$0] }
            return isExact ? told.first ?? "" : told.joined(separator: " or ")
        case .runs(let runs):
            let run = runs.first ?? TickRange(0, 0)
            let (unit, sign) = units(type)
            if isExact || run.lower == run.upper { return "\(run.lower / unit)\(isExact ? "" : sign)" }
            if run.upper == .max { return "at least \(run.lower / unit)\(sign)" }
            return "\(run.lower / unit)..\(run.upper / unit)\(sign)"
        case .texts: return ""
        }
    }

    private func units(_ type: ValueType) -> (Int64, String) {
        if case .percent = type { return (10_000, "%") }
        return (1, "")
    }
}
