import RuleModel

extension CaseColumns {
    /// One case as the model has it. What is unknown is not said.
    public func situation(_ place: Int, in rules: RuleBase) -> Situation {
        var situation = Situation(caseName: "case-\(place)", stageName: "now")
        for (number, column) in columns.enumerated() {
            let values = column.values(place)
            let domain = rules.domain(of: rules.diagnostics[number].measurement.type)
            if values.presumed == domain { continue }
            situation.readings[ID(number)] = Reading(
                possible: values.possible, presumed: values.presumed,
                basis: values.possible == values.presumed ? .stated : .assumed)
        }
        return situation
    }
}

extension CaseColumns.Column {
    /// The possible and the presumed values of the reading of a case.
    func values(_ place: Int) -> (possible: ValueSet, presumed: ValueSet) {
        func sets<Number>(
            _ ends: CaseColumns.Ends<Number>, _ set: (Number, Number) -> ValueSet
        ) -> (ValueSet, ValueSet) {
            (
                set(ends.leastPossible[place], ends.greatestPossible[place]),
                set(ends.leastPresumed[place], ends.greatestPresumed[place])
            )
        }
        return switch self {
        case .places(let ends):
            sets(ends) { low, high in
                .members(RuleBase.mask(count: Int(high) + 1) & ~RuleBase.mask(count: Int(low)))
            }
        case .percents(let ends): sets(ends) { .ticks(Int64($0) * 10_000, Int64($1) * 10_000) }
        case .counts(let ends): sets(ends) { .ticks(Int64($0), $1 == .max ? .max : Int64($1)) }
        case .sets(let possible, let presumed):
            (.members(UInt64(possible[place])), .members(UInt64(presumed[place])))
        }
    }
}
