import Analysis
import RuleModel

extension CoverageView {
    /// `distretto/coverage/1`: the `figures`, each with how many there are and who has seen how many, and
    /// what is missing of packages and of rules, in sentences and with its place.
    public var json: JSON {
        .object([
            "format": .string("distretto/coverage/1"),
            "testStages": .integer(coverage.testStages), "caseStages": .integer(coverage.caseStages),
            "figures": .array(Coverage.Measure.allCases.map(json)),
            "missing": .array(
                coverage.packageGaps.map { gap in
                    let package = coverage.rules[gap.package]
                    return json("package", package.name, package.origin, sentences(gap))
                }
                    + coverage.ruleGaps.map { gaps in
                        let rule = coverage.rules[gaps.rule]
                        return json(
                            "rule", rule.name, rule.origin, gaps.gaps.map { sentence($0, of: gaps.rule) })
                    }),
        ])
    }

    private func json(_ measure: Coverage.Measure) -> JSON {
        let tally = coverage.tally(measure)
        return .object([
            "figure": .string(measure.rawValue), "all": .integer(tally.all),
            "tests": .integer(tally.byTests), "cases": .integer(tally.byCases),
            "either": .integer(tally.byEither),
        ])
    }

    private func json(_ kind: String, _ name: String, _ origin: Origin, _ gaps: [String]) -> JSON {
        .object([
            "kind": .string(kind), "name": .string(name), "gaps": .strings(gaps),
            "file": .text(origin.file), "line": .integer(origin.line),
        ])
    }
}
