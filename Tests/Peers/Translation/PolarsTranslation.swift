/// Polars: four Boolean columns to a verdict, one for each level it reaches.
///
/// Booleans are packed in Polars, so that an operation on four of them moves half a byte a case. Every
/// test is a column of its own and every stratum a stage, all in one lazy query: what is shared has a
/// name, and Polars need not look for it.
struct PolarsTranslation: Dialect {
    let program: PeerProgram
    /// 1: more than no; 2: open or more; 3: at least presumably yes; 4: yes.
    var level = 4

    func test(_ place: Int) -> String { "c('\(name(ofTest: place))')" }
    func fact(_ place: Int) -> String { "c('f\(place)_\(level)')" }
    var open: String { level <= 2 ? "TRUE" : "FALSE" }
    func both(_ left: String, _ right: String) -> String { "(\(left) & \(right))" }
    func either(_ left: String, _ right: String) -> String { "(\(left) | \(right))" }
    func negated(_ formula: Formula) -> String { "~\(at(5 - level).expression(formula))" }
    /// What is open counts as presumably absent.
    func absent(_ formula: Formula) -> String {
        level == 3 ? at(2).negated(formula) : negated(formula)
    }

    private func at(_ level: Int) -> PolarsTranslation { PolarsTranslation(program: program, level: level) }

    private func name(ofTest place: Int) -> String {
        let test = program.tests[place]
        return program.isYesNo(test) && test.kind == .atLeast(1)
            ? Stream.end(test.diagnostic.index, level: level) : "t\(place)_\(level)"
    }

    var text: String {
        var stages: [[String]] = [[]]
        for place in program.tests.indices {
            for level in 1...4 where at(level).name(ofTest: place) == "t\(place)_\(level)" {
                stages[0].append("\(at(level).value(of: program.tests[place])).alias('t\(place)_\(level)')")
            }
        }
        for (place, definition) in program.facts.enumerated() {
            while stages.count <= definition.stratum + 1 { stages.append([]) }
            for level in 1...4 {
                stages[definition.stratum + 1].append(
                    "\(at(level).expression(definition.formula)).alias('f\(place)_\(level)')")
            }
        }
        let outputs = program.outputs.flatMap { place in (1...4).map { "'f\(place)_\($0)'" } }
        return """
            import polars as pl
            c, TRUE, FALSE = pl.col, pl.lit(True), pl.lit(False)

            def query(cases):
                return (cases.lazy()
            \(stages.map { "        .with_columns([\n            " + $0.joined(separator: ",\n            ") + "])" }
                .joined(separator: "\n"))
                    .select([\(outputs.joined(separator: ", "))]))

            """
    }

    private func value(of test: Test) -> String {
        let number = test.diagnostic.index
        switch test.kind {
        case .atMost(0) where program.isYesNo(test):
            return "(~c('\(Stream.end(number, level: 5 - level))'))"
        case .atLeast(let bound): return "(c('\(Stream.end(number, level: level))') >= \(bound))"
        case .atMost(let bound): return "(c('\(Stream.end(number, level: 5 - level))') <= \(bound))"
        case .among(let places):
            let stream = level == 1 || level == 4 ? Stream.possible(number) : Stream.presumed(number)
            return level >= 3 ? "(c('\(stream)') & \(~places) == 0)" : "(c('\(stream)') & \(places) != 0)"
        }
    }
}
