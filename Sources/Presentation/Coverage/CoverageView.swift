import Analysis
import RuleModel

/// What tests and cases have shown of the rules: the figures, then what is missing, with its place.
public struct CoverageView: Sendable {
    let coverage: Coverage
    let phraser: Phraser
    private let tellsAll: Bool
    private var rules: RuleBase { coverage.rules }

    /// - Parameter tellsAll: whether everything missing is listed; else the first of it.
    public init(_ coverage: Coverage, tellsAll: Bool = false) {
        self.coverage = coverage
        phraser = Phraser(rules: coverage.rules, history: [])
        self.tellsAll = tellsAll
    }

    public var document: Document {
        let cases = counted(coverage.caseStages, "stage of a case", plural: "stages of cases")
        var document = Document([
            .paragraph(
                Prose(
                    "\(counted(coverage.testStages, "stage of a rule test", plural: "stages of rule tests")), \(cases)"
                )),
            .gap,
            .table(Document.Table(["", "all", "tests", "cases", "either"], rows: rows)),
        ])
        let missing = missing
        guard !missing.isEmpty else {
            document.add([.gap, .paragraph(.good("Everything is tried."))])
            return document
        }
        let shown = tellsAll ? missing : Array(missing.prefix(Self.most))
        document.add([.heading("WHAT NO TEST SHOWS")] + shown)
        if missing.count > shown.count {
            document.add([.gap, .paragraph("and \(missing.count - shown.count) more: --details")])
        }
        return document
    }

    private static let most = 6

    var rows: [[Prose]] {
        Coverage.Measure.allCases.map { measure in
            let tally = coverage.tally(measure)
            func cell(_ count: Int) -> Prose { count == tally.all ? .good("\(count)") : Prose("\(count)") }
            return [
                Prose(measure.rawValue), Prose("\(tally.all)"), cell(tally.byTests), cell(tally.byCases),
                cell(tally.byEither),
            ]
        }
    }

    // MARK: What is missing

    private var missing: [Document.Block] {
        coverage.packageGaps.map(block) + coverage.ruleGaps.map(block)
    }

    private func block(_ gap: Coverage.PackageGap) -> Document.Block {
        let package = rules[gap.package]
        return .item(
            "✗", Prose("package ") + .name(package.name), aside: .faint(package.origin.place),
            below: sentences(gap).map { .paragraph(Prose($0)) })
    }

    private func block(_ gaps: Coverage.RuleGaps) -> Document.Block {
        let rule = rules[gaps.rule]
        return .item(
            "✗", Prose("rule ") + .name(rule.name), aside: .faint(rule.origin.place),
            below: gaps.gaps.map { .paragraph(Prose(sentence($0, of: gaps.rule))) })
    }

    func sentences(_ gap: Coverage.PackageGap) -> [String] {
        (gap.isNeverRecommended ? ["neither test nor case has it recommended"] : [])
            + (gap.isNeverWithheld ? ["neither test nor case has it withheld"] : [])
    }

    func sentence(_ gap: Coverage.Gap, of rule: ID<Rule>) -> String {
        switch gap {
        case .neverFires(let inCases): "never fires" + (inCases ? ", except in cases" : "")
        case .neverHeldBack: "is never held back"
        case .neverMet(let place):
            "never met: \(condition(place, of: rule))" + reason(place, of: rule) { ($0.met, $0.unmet) }
        case .neverUnmet(let place):
            "always met: \(condition(place, of: rule))" + reason(place, of: rule) { ($0.unmet, $0.met) }
        case .untried(let place, threshold: let number, let sides):
            "\(condition(place, of: rule)): not tried \(listed(sides.map { words($0, place, number, of: rule) }))"
        }
    }

    /// Why a side of a condition counts as not tried: cases alone show it, or every test leaves it open.
    private func reason(
        _ place: Int, of rule: ID<Rule>, _ sides: (ConditionSight) -> (side: Witnesses, other: Witnesses)
    ) -> String {
        let seen = sides(coverage.ruleSights[rule.index].conditions[place])
        let inCases = seen.side.contains(.cases) ? ", except in cases" : ""
        return inCases + (seen.other.contains(.tests) ? "" : "; no test decides it")
    }

    private func condition(_ place: Int, of rule: ID<Rule>) -> String {
        phraser.phrase(coverage.ruleSights[rule.index].conditions[place].condition)
    }

    private func words(
        _ side: ThresholdSight.Side, _ place: Int, _ number: Int, of rule: ID<Rule>
    ) -> String {
        let sight = coverage.ruleSights[rule.index].conditions[place]
        let value = value(sight.thresholds[number].value, in: sight.condition)
        return switch side {
        case .at: "at \(value)"
        case .below: "below \(value)"
        case .above: "above \(value)"
        }
    }

    private func value(_ tick: Int64, in condition: Condition) -> String {
        guard case .lies(let expression, in: let set, _) = condition else { return "\(tick)" }
        let type = phraser.type(of: expression)
        if case .members = set { return rules.phrase(.members(1 << UInt64(max(0, tick))), type) }
        return rules.phrase(.ticks(tick, tick), type)
    }
}
