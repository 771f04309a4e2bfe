import Analysis
import RuleModel

extension MutationView {
    /// `distretto/mutate/1`: the counts by kind and by file, and every mutant that no test noticed.
    public var json: JSON {
        .object([
            "format": .string("distretto/mutate/1"),
            "total": tally(report.tally),
            "sampledFrom": report.sampledFrom.map { .integer($0) } ?? .null,
            "kinds": .object(
                Dictionary(
                    uniqueKeysWithValues: Mutant.Kind.allCases.map { ($0.rawValue, tally(report.tally($0))) })
            ),
            "files": .object(
                Dictionary(
                    uniqueKeysWithValues: report.files.map { ($0, tally(report.tally(file: $0))) })),
            "notNoticed": .array((report.survivors + report.equivalents).map(json)),
        ])
    }

    private func tally(_ tally: MutationReport.Tally) -> JSON {
        .object([
            "all": .integer(tally.all), "noticed": .integer(tally.killed),
            "withoutDifference": .integer(tally.equivalent), "notNoticed": .integer(tally.survived),
        ])
    }

    private func json(_ result: MutationReport.Result) -> JSON {
        let rule = report.rules[result.mutant.rule]
        var status = "undecided"
        var test: String?
        switch result.survival {
        case .missing(let missing)?:
            status = "test-missing"
            test = lines(of: missing, result.mutant).joined(separator: "\n")
        case .equivalent?, .sameEverywhere?: status = "no-difference"
        case .undecided?, nil: break
        }
        return .object([
            "rule": .string(rule.name), "file": .text(rule.origin.file), "line": .integer(rule.origin.line),
            "kind": .string(result.mutant.kind.rawValue),
            "change": .string(phrases.phrase(result.mutant.change)), "status": .string(status),
            "why": .string(why(result)), "test": .text(test),
        ])
    }
}
