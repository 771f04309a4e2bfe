/// SQL, for DuckDB and for SQLite: a query with a stage for the tests and one for each stratum.
///
/// What is fast differs: DuckDB works on columns of bytes and is slow at `least`, so that a verdict is
/// a thermometer of four bits in a UTINYINT; SQLite works on a row and has `min` and `max` of any
/// number of values.
struct SQLTranslation: Dialect {
    enum Engine { case duckDB, sqlite }

    let program: PeerProgram
    let engine: Engine

    func test(_ place: Int) -> String {
        if program.isYesNo(program.tests[place]), program.tests[place].kind == .atLeast(1) {
            return "d\(program.tests[place].diagnostic.index)"
        }
        return "t\(place)"
    }
    func fact(_ place: Int) -> String { "f\(place)" }
    var open: String { engine == .duckDB ? "3::utinyint" : "2" }
    func both(_ left: String, _ right: String) -> String {
        engine == .duckDB ? "(\(left) & \(right))" : "min(\(left), \(right))"
    }
    func either(_ left: String, _ right: String) -> String {
        engine == .duckDB ? "(\(left) | \(right))" : "max(\(left), \(right))"
    }
    func negated(_ formula: Formula) -> String { turned(expression(formula)) }
    func absent(_ formula: Formula) -> String {
        let inner = expression(formula)
        return engine == .duckDB
            ? "CASE \(inner) WHEN 3 THEN 7::utinyint ELSE \(turned(inner)) END"
            : "CASE \(inner) WHEN 2 THEN 3 ELSE 4 - \(inner) END"
    }

    private func turned(_ verdict: String) -> String {
        engine == .duckDB ? "(15::utinyint >> bit_count(\(verdict))::utinyint)" : "(4 - \(verdict))"
    }

    /// The query over a table `cases` with the streams as columns.
    ///
    /// - Parameter places: The facts asked for.
    func query(_ places: [Int]) -> String {
        var stages: [[String]] = [[]]
        for (place, test) in program.tests.enumerated() where self.test(place) == "t\(place)" {
            stages[0].append("\(value(of: test)) AS t\(place)")
        }
        for (place, definition) in program.facts.enumerated() {
            while stages.count <= definition.stratum + 1 { stages.append([]) }
            stages[definition.stratum + 1].append("\(expression(definition.formula)) AS f\(place)")
        }
        // SQLite would work a fact out again wherever it is asked for, were it not made to keep it.
        let kept = engine == .sqlite ? "MATERIALIZED " : ""
        let steps = stages.enumerated().map { number, columns in
            let source = number == 0 ? "cases" : "s\(number - 1)"
            return
                "s\(number) AS \(kept)(SELECT *,\n  \(columns.joined(separator: ",\n  "))\n  FROM \(source))"
        }
        let asked = places.map { "f\($0)" }.joined(separator: ", ")
        return "WITH \(steps.joined(separator: ",\n")) SELECT \(asked) FROM s\(stages.count - 1)"
    }

    private func value(of test: Test) -> String {
        let number = test.diagnostic.index
        switch test.kind {
        case .atMost(0) where program.isYesNo(test): return turned("d\(number)")
        case .atLeast(let bound):
            return verdict((1...4).map { "\(Stream.end(number, level: $0)) >= \(literal(bound, test))" })
        case .atMost(let bound):
            return verdict((1...4).map { "\(Stream.end(number, level: 5 - $0)) <= \(literal(bound, test))" })
        case .among(let places):
            let (possible, presumed) = (Stream.possible(number), Stream.presumed(number))
            let (accepted, others) = (literal(Int(places), test), literal(Int(~places), test))
            return verdict([
                "\(possible) & \(accepted) <> 0", "\(presumed) & \(accepted) <> 0",
                "\(presumed) & \(others) = 0", "\(possible) & \(others) = 0",
            ])
        }
    }

    /// A verdict from the levels it reaches, lowest first.
    private func verdict(_ levels: [String]) -> String {
        if engine == .sqlite { return levels.map { "(\($0))" }.joined(separator: " + ") }
        let steps = zip(levels, [1, 3, 7, 15]).reversed().map { "WHEN \($0) THEN \($1)::utinyint" }
        return "CASE \(steps.joined(separator: " ")) ELSE 0::utinyint END"
    }

    /// A number of the column's own type, which DuckDB would otherwise widen to an integer's.
    private func literal(_ number: Int, _ test: Test) -> String {
        if engine == .sqlite { return "\(number)" }
        let isCount = program.rules[test.diagnostic].measurement.type == .count(of: nil)
        return isCount ? "\(number)::integer" : "\(number)::utinyint"
    }
}
