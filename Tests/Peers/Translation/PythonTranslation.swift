/// Plain Python: one generated function over local variables.
///
/// Verdicts are thermometers of four bits as in the Prolog translation; a case is a tuple, a yes/no in
/// it the thermometer itself and anything else a tuple of the ends of its runs.
struct PythonTranslation: Dialect {
    let program: PeerProgram

    func test(_ place: Int) -> String {
        if case .atLeast(1) = program.tests[place].kind, program.isYesNo(program.tests[place]) {
            return "d\(program.tests[place].diagnostic.index)"
        }
        return "t\(place)"
    }
    func fact(_ place: Int) -> String { "f\(place)" }
    let open = "3"
    func both(_ left: String, _ right: String) -> String { "(\(left) & \(right))" }
    func either(_ left: String, _ right: String) -> String { "(\(left) | \(right))" }
    func negated(_ formula: Formula) -> String { "NOT[\(expression(formula))]" }
    func absent(_ formula: Formula) -> String { "ABSENT[\(expression(formula))]" }

    var text: String {
        var lines: [String] = []
        for (place, test) in program.tests.enumerated() where self.test(place) == "t\(place)" {
            lines.append("t\(place) = \(value(of: test))")
        }
        for (place, definition) in program.facts.enumerated() {
            lines.append("f\(place) = \(expression(definition.formula))")
        }
        let readings = program.rules.diagnostics.indices.map { "d\($0)" }.joined(separator: ", ")
        let facts = program.facts.indices.map { "f\($0)" }.joined(separator: ", ")
        return """
            NOT = (15, 7, None, 3, None, None, None, 1, None, None, None, None, None, None, None, 0)
            ABSENT = (15, 7, None, 7, None, None, None, 1, None, None, None, None, None, None, None, 0)

            def answer(case, NOT=NOT, ABSENT=ABSENT):
                \(readings), = case
                \(lines.joined(separator: "\n    "))
                return \(facts),

            """
    }

    private func value(of test: Test) -> String {
        let reading = "d\(test.diagnostic.index)"
        switch test.kind {
        case .atMost(0) where program.isYesNo(test): return "NOT[\(reading)]"
        case .atLeast(let number):
            return stairs((1...4).reversed().map { "\(reading)[\($0 - 1)] >= \(number)" })
        case .atMost(let number): return stairs((1...4).map { "\(reading)[\($0 - 1)] <= \(number)" })
        case .among(let places):
            return stairs([
                "not \(reading)[0] & ~\(places)", "not \(reading)[1] & ~\(places)",
                "\(reading)[1] & \(places)", "\(reading)[0] & \(places)",
            ])
        }
    }

    /// The first of the conditions for yes, presumably yes, open and presumably no that is met.
    private func stairs(_ conditions: [String]) -> String {
        let steps = zip(["15", "7", "3", "1"], conditions).map { "\($0) if \($1) else " }
        return steps.joined() + "0"
    }
}
