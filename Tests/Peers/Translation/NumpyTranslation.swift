/// numpy: bytes from 0 (no) to 4 (yes), so that `and` and `or` are `minimum` and `maximum`.
///
/// The function works on a block of cases at a time, small enough for the cache; the runner cuts them.
struct NumpyTranslation: Dialect {
    let program: PeerProgram

    func test(_ place: Int) -> String {
        if case .atLeast(1) = program.tests[place].kind, program.isYesNo(program.tests[place]) {
            return "d['\(yesNo(program.tests[place]))']"
        }
        return "t\(place)"
    }
    func fact(_ place: Int) -> String { "f\(place)" }
    let open = "OPEN"
    func both(_ left: String, _ right: String) -> String { "least(\(left), \(right))" }
    func either(_ left: String, _ right: String) -> String { "greatest(\(left), \(right))" }
    func negated(_ formula: Formula) -> String { "(FOUR - \(expression(formula)))" }
    func absent(_ formula: Formula) -> String { "absent(\(expression(formula)))" }

    private func yesNo(_ test: Test) -> String { "d\(test.diagnostic.index)" }

    var text: String {
        var lines: [String] = []
        for (place, test) in program.tests.enumerated() where self.test(place) == "t\(place)" {
            lines.append("t\(place) = \(value(of: test))")
        }
        for (place, definition) in program.facts.enumerated() {
            lines.append("f\(place) = \(expression(definition.formula))")
        }
        for (row, place) in program.outputs.enumerated() { lines.append("out[\(row)] = f\(place)") }
        return """
            from verdicts import FOUR, OPEN, absent, among, at_least, at_most, greatest, least

            def answer(d, out):
                \(lines.joined(separator: "\n    "))

            """
    }

    private func value(of test: Test) -> String {
        let number = test.diagnostic.index
        func ends(_ levels: [Int]) -> String {
            levels.map { "d['\(Stream.end(number, level: $0))']" }.joined(separator: ", ")
        }
        switch test.kind {
        case .atMost(0) where program.isYesNo(test): return "FOUR - d['\(yesNo(test))']"
        case .atLeast(let bound): return "at_least(\(bound), \(ends([1, 2, 3, 4])))"
        case .atMost(let bound): return "at_most(\(bound), \(ends([1, 2, 3, 4])))"
        case .among(let places):
            return "among(\(places), d['\(Stream.possible(number))'], d['\(Stream.presumed(number))'])"
        }
    }
}
