import RuleModel

/// SWI-Prolog: one clause that works out all facts of a case from its readings.
///
/// A verdict is a thermometer of four bits (0, 1, 3, 7, 15), so that `and` and `or` of all five are
/// `/\` and `\/`, and a fact is one arithmetic expression, compiled by `-O` without a choice point or a
/// call. A test is a chain of comparisons, made once for all rules that ask for it; `not` and `unless`
/// are looked up in a constant. Nothing is asserted and nothing tabled.
struct PrologTranslation: Dialect {
    let program: PeerProgram

    func test(_ place: Int) -> String {
        if case .atLeast(1) = program.tests[place].kind, program.isYesNo(program.tests[place]) {
            return "D\(program.tests[place].diagnostic.index)"
        }
        return "T\(place)"
    }
    func fact(_ place: Int) -> String { "F\(place)" }
    let open = "3"
    func both(_ left: String, _ right: String) -> String { "(\(left) /\\ \(right))" }
    func either(_ left: String, _ right: String) -> String { "(\(left) \\/ \(right))" }
    func negated(_ formula: Formula) -> String { looked(up: "0x0137F", formula) }
    func absent(_ formula: Formula) -> String { looked(up: "0x0177F", formula) }

    /// Four bits of a constant for each number of bits set.
    private func looked(up constant: String, _ formula: Formula) -> String {
        "((\(constant) >> (popcount(\(expression(formula))) << 2)) /\\ 15)"
    }

    var text: String {
        var body: [String] = []
        for place in program.tests.indices where test(place) == "T\(place)" {
            if let opening = opening(place) { body.append(opening) }
            body.append(value(of: place))
        }
        for (place, definition) in program.facts.enumerated() {
            body.append("F\(place) is \(expression(definition.formula))")
        }
        let readings = program.rules.diagnostics.indices.map { "D\($0)" }.joined(separator: ", ")
        let facts = program.facts.indices.map { "F\($0)" }.joined(separator: ", ")
        return """
            answer(c(\(readings)), f(\(facts))) :-
                \(body.joined(separator: ",\n    ")).

            """
    }

    /// Takes a reading apart for the first test of it.
    private func opening(_ place: Int) -> String? {
        let test = program.tests[place], number = test.diagnostic.index
        let isFirst = !program.tests[..<place].contains { $0.diagnostic == test.diagnostic }
        guard isFirst, !program.isYesNo(test) else { return nil }
        if case .among = test.kind { return "D\(number) = s(P\(number), Q\(number))" }
        return "D\(number) = r(\((1...4).map { end(number, $0) }.joined(separator: ", ")))"
    }

    private func end(_ number: Int, _ level: Int) -> String { "E\(number)_\(level)" }

    private func value(of place: Int) -> String {
        let test = program.tests[place], number = test.diagnostic.index
        switch test.kind {
        case .atMost(0) where program.isYesNo(test):
            return "T\(place) is (0x0137F >> (popcount(D\(number)) << 2)) /\\ 15"
        case .atLeast(let bound):
            return stairs(place, (1...4).reversed().map { "\(end(number, $0)) >= \(bound)" })
        case .atMost(let bound): return stairs(place, (1...4).map { "\(end(number, $0)) =< \(bound)" })
        case .among(let places):
            return stairs(
                place,
                [
                    "P\(number) /\\ \(~places) =:= 0", "Q\(number) /\\ \(~places) =:= 0",
                    "Q\(number) /\\ \(places) =\\= 0", "P\(number) /\\ \(places) =\\= 0",
                ])
        }
    }

    /// The first of the conditions for yes, presumably yes, open and presumably no that is met.
    private func stairs(_ place: Int, _ conditions: [String]) -> String {
        let steps = zip(conditions, [15, 7, 3, 1]).map { "\($0) -> T\(place) = \($1)" }
        return "( \(steps.joined(separator: " ; ")) ; T\(place) = 0 )"
    }
}

extension PeerProgram {
    func isYesNo(_ test: Test) -> Bool { rules[test.diagnostic].measurement.type == .yesNo }
}
