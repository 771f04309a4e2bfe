import Analysis
import RuleModel

/// Coverage as LCOV writes it, for code-review tools: what the rule tests show of the rules.
///
/// A rule is a function, hit when it applies in a test. A condition is a branch with two sides, met and
/// not met. A line counts as run when everything on it was seen: rules applying, conditions both ways.
/// Nothing is counted beyond whether it was seen, so that every number is 0 or 1.
public struct CoverageTrace: Sendable {
    private let lines: CoverageLines

    public init(_ coverage: Coverage, texts: [(name: String, bytes: [UInt8])]) {
        lines = CoverageLines(coverage, texts: texts)
    }

    public var text: String { lines.files.map(record).joined() }

    private func record(_ file: (name: String, lines: [CoverageLines.Line])) -> String {
        var text = ["TN:tests", "SF:\(file.name)"]
        let rules = file.lines.flatMap { line in line.rules.map { (line: line.number, rule: $0) } }
        let hit = rules.filter { isHit($0.rule) }
        text += rules.map { "FN:\($0.line),\(name($0.rule))" }
        text += rules.map { "FNDA:\(isHit($0.rule) ? 1 : 0),\(name($0.rule))" }
        text += ["FNF:\(rules.count)", "FNH:\(hit.count)"]
        let branches = file.lines.flatMap(branches)
        text += branches.map { "BRDA:\($0.line),\($0.block),\($0.side),\($0.taken)" }
        text += ["BRF:\(branches.count)", "BRH:\(branches.count { $0.taken == "1" })"]
        let run = file.lines.filter { lines.shown($0) == .all }
        text += file.lines.map { "DA:\($0.number),\(lines.shown($0) == .all ? 1 : 0)" }
        text += ["LF:\(file.lines.count)", "LH:\(run.count)", "end_of_record"]
        return text.map { $0 + "\n" }.joined()
    }

    private struct Branch {
        var line: Int
        var block: Int
        var side: Int
        var taken: String
    }

    private func branches(_ line: CoverageLines.Line) -> [Branch] {
        line.conditions.enumerated().flatMap { block, asked -> [Branch] in
            let sight = lines.coverage.ruleSights[asked.rule.index].conditions[asked.place]
            let isTried = sight.met.contains(.tests) || sight.unmet.contains(.tests)
            func taken(_ witnesses: Witnesses) -> String {
                isTried ? (witnesses.contains(.tests) ? "1" : "0") : "-"
            }
            let met = Branch(line: line.number, block: block, side: 0, taken: taken(sight.met))
            guard sight.canBeUnmet else { return [met] }
            return [met, Branch(line: line.number, block: block, side: 1, taken: taken(sight.unmet))]
        }
    }

    private func isHit(_ rule: ID<Rule>) -> Bool {
        lines.coverage.ruleSights[rule.index].fired.contains(.tests)
    }

    private func name(_ rule: ID<Rule>) -> String { lines.coverage.rules[rule].name }
}
