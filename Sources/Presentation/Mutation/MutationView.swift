import Analysis
import RuleModel

/// Which changes of the rules the tests notice, kind by kind and file by file, and what is missing.
public struct MutationView: Sendable {
    let report: MutationReport
    let phrases: MutantPhrases
    private let tellsAll: Bool
    private var rules: RuleBase { report.rules }

    /// - Parameter tellsAll: whether every survivor and every equivalent is listed; else the first of them.
    public init(_ report: MutationReport, tellsAll: Bool = false) {
        self.report = report
        self.tellsAll = tellsAll
        phrases = MutantPhrases(report.rules)
    }

    public var document: Document {
        let tally = report.tally
        var document = Document([.paragraph(Prose(summary(tally)))])
        guard tally.all > 0 else { return document }
        document.add([
            .gap, .table(table("change", Mutant.Kind.allCases.map { ($0.rawValue, report.tally($0)) })),
        ])
        if report.files.count > 1 {
            document.add([.gap, .table(table("file", report.files.map { ($0, report.tally(file: $0)) }))])
        }
        let survivors = report.survivors
        if survivors.isEmpty {
            document.add([.gap, .paragraph(.good("Every change is noticed."))])
        } else {
            let shown = tellsAll ? survivors : Array(survivors.prefix(Self.most))
            document.add([.heading("WHAT NO TEST NOTICES")] + shown.flatMap(blocks))
            if survivors.count > shown.count {
                document.add([.gap, .paragraph("and \(survivors.count - shown.count) more: --details")])
            }
        }
        if tellsAll, !report.equivalents.isEmpty {
            document.add([.heading("WHAT MAKES NO DIFFERENCE")] + report.equivalents.flatMap(blocks))
        }
        return document
    }

    private static let most = 6

    private func summary(_ tally: MutationReport.Tally) -> String {
        guard tally.all > 0 else { return "There is nothing to change: no rule was chosen." }
        var text = counted(tally.all, "small change") + " of the rules"
        if let whole = report.sampledFrom { text += " (of \(whole))" }
        text += ", \(tally.killed) noticed by a test or a case"
        if tally.equivalent > 0 { text += ", \(tally.equivalent) without any difference" }
        return text + ", \(tally.survived) not noticed"
            + (tally.perMille.map { ": \(percent($0)) noticed." } ?? ".")
    }

    private func percent(_ perMille: Int) -> String {
        perMille % 10 == 0 ? "\(perMille / 10)%" : "\(perMille / 10).\(perMille % 10)%"
    }

    private func table(_ name: String, _ rows: [(String, MutationReport.Tally)]) -> Document.Table {
        Document.Table(
            [name, "all", "noticed", "no difference", "not noticed"],
            rows: rows.filter { $0.1.all > 0 }.map { label, tally in
                [
                    Prose(label), Prose("\(tally.all)"), Prose("\(tally.killed)"),
                    Prose("\(tally.equivalent)"),
                    tally.survived == 0 ? .good("0") : Prose("\(tally.survived)"),
                ]
            })
    }

    // MARK: Survivors

    private func blocks(_ result: MutationReport.Result) -> [Document.Block] {
        let rule = rules[result.mutant.rule]
        var below: [Document.Block] = [.paragraph(Prose(why(result)))]
        if case .missing(let test)? = result.survival {
            below.append(.verbatim(lines(of: test, result.mutant).map { Prose($0) }))
        }
        return [
            .item(
                result.isEquivalent ? "=" : "✗",
                Prose("in rule ") + .name(rule.name) + Prose(": \(phrases.phrase(result.mutant.change))"),
                aside: .faint(rule.origin.place), below: below)
        ]
    }

    func why(_ result: MutationReport.Result) -> String {
        switch result.survival {
        case .missing: "This test is missing, and would notice it:"
        case .equivalent(let proof):
            "No case could tell the two apart: tried on \(counted(proof.readings, "combination")) of readings, which is all there are."
        case .sameEverywhere(let scope):
            "Proved: on no cluster\(scope.extent) does the rule come to anything else."
        case .undecided(.noneFound):
            "Not decided: no small cluster was found in which the rule comes to anything else."
        case .undecided(.noDifference(clusters: let count)):
            "Not decided: in \(counted(count, "small cluster")) nothing that can be expected was another."
        case .undecided(.saidByOthers(let others, clusters: let count)):
            "Not decided: in \(counted(count, "small cluster")) nothing that can be expected was another, since other rules say the same: \(listed(others.map { rules[$0].name }))."
        case .undecided(.tooMany): "Not decided: there are too many ways to try."
        case nil: ""
        }
    }

    func title(of mutant: Mutant) -> String {
        "\(rules[mutant.rule].name): \(phrases.phrase(mutant.change).filter { $0 != "`" && $0 != "\"" })"
    }

    func lines(of test: RuleTest, _ mutant: Mutant) -> [String] {
        TestText(rules: rules).lines(TestText(rules: rules).titled(test, title(of: mutant)))
    }
}

extension MutationReport.Result {
    fileprivate var isEquivalent: Bool { survival?.isEquivalent ?? false }
}

extension SearchScope {
    /// Of which clusters something was shown.
    var extent: String { membersAtMost.map { " of at most \($0) members in every collection" } ?? "" }
}
