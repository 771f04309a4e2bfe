import Advice
import Inference
import RuleModel

/// What came of trying the expectations of cases and tests.
public struct TestView: Sendable {
    /// One stage of a case or test, tried.
    public struct Trial: Sendable {
        public var title: String
        public var stage: String
        /// Of a rule test, not of a case.
        public var isRuleTest: Bool
        public var evaluation: any Evaluation
        public var outcomes: [ExpectationOutcome]

        public init(
            title: String, stage: String, isRuleTest: Bool = false, evaluation: any Evaluation,
            outcomes: [ExpectationOutcome]
        ) {
            self.title = title
            self.stage = stage
            self.isRuleTest = isRuleTest
            self.evaluation = evaluation
            self.outcomes = outcomes
        }
    }

    /// What an adviser decided at a stage of a case.
    public struct Decided: Sendable {
        public var title: String
        public var stage: String
        public var answer: OverrideAnswer
        public var history: [Situation]

        public init(title: String, stage: String, answer: OverrideAnswer, history: [Situation]) {
            self.title = title
            self.stage = stage
            self.answer = answer
            self.history = history
        }
    }

    let trials: [Trial]
    let decided: [Decided]
    let rules: RuleBase
    private let tellsAll: Bool

    /// - Parameter tellsAll: whether each stage and rule test that is met has a line of its own; else
    ///   there is one for each case and one for all rule tests.
    public init(
        _ trials: [Trial], decided: [Decided] = [], rules: RuleBase, tellsAll: Bool = false
    ) {
        self.trials = trials
        self.decided = decided
        self.rules = rules
        self.tellsAll = tellsAll
    }

    private var unmet: Int { trials.reduce(0) { $0 + $1.outcomes.count { !$0.isMet } } }
    private var all: Int { trials.reduce(0) { $0 + $1.outcomes.count } }

    public var document: Document {
        var document = Document()
        for lot in lots {
            let outcomes = lot.trials.flatMap(\.outcomes)
            let failed = outcomes.count { !$0.isMet }
            let tally =
                failed == 0
                ? Prose.good("\(outcomes.count) met") : .bad("\(failed) of \(outcomes.count) not met")
            document.add(.item(failed == 0 ? "✓" : "✗", Prose(lot.title), aside: tally))
            for trial in lot.trials {
                for outcome in trial.outcomes where !outcome.isMet { document.add(unmet(outcome, trial)) }
            }
        }
        let summary =
            unmet == 0
            ? Prose.good("\(counted(all, "expectation")), all met")
            : .bad("\(counted(all, "expectation")), \(unmet) not met")
        document.add([.gap, .paragraph(summary)])
        document.add(decisions)
        return document
    }

    /// Advisers' decisions are no expectations: the rules were tried without them.
    private var decisions: [Document.Block] {
        guard !decided.isEmpty else { return [] }
        return [.heading(Prose("DECIDED BY ADVISERS, AND NOT TRIED (\(decided.count))"))]
            + decided.map { decided in
                let phraser = Phraser(rules: rules, history: decided.history)
                let words = OverrideWords(decided.answer, phraser: phraser)
                let place = decided.stage.isEmpty ? decided.title : "\(decided.title) · \(decided.stage)"
                return .item(
                    words.mark, words.decision, aside: .faint(place),
                    below: [.paragraph(words.reason), .paragraph(.faint("the rules: ") + words.rules)])
            }
    }

    /// What shares a line: without details the stages of a case, and all rule tests that are met.
    private var lots: [(title: String, trials: [Trial])] {
        var lots: [(title: String, trials: [Trial])] = []
        let met = trials.filter { $0.isRuleTest && $0.outcomes.allSatisfy(\.isMet) }
        for trial in trials {
            let isMet = trial.outcomes.allSatisfy(\.isMet)
            if tellsAll || !isMet {
                lots.append((name(of: trial), [trial]))
            } else if trial.isRuleTest {
                continue
            } else if let last = lots.last, last.title == trial.title {
                lots[lots.count - 1].trials.append(trial)
            } else {
                lots.append((trial.title, [trial]))
            }
        }
        guard !tellsAll, !met.isEmpty else { return lots }
        return lots + [(counted(met.count, "rule test"), met)]
    }

    private func name(of trial: Trial) -> String {
        trial.stage.isEmpty ? trial.title : "\(trial.title) · \(trial.stage)"
    }

    /// What was expected, what was found, and the proof of it.
    func unmet(_ outcome: ExpectationOutcome, _ trial: Trial) -> [Document.Block] {
        let phraser = Phraser(rules: trial.evaluation.rules, history: trial.evaluation.history)
        let expectation = outcome.expectation
        let origin = expectation.origin
        let place = origin.line > 0 ? "\(origin.file):\(origin.line)" : ""
        var below: [Document.Block] = [
            .paragraph(Prose("found: ") + outcome.verdict.prose)
        ]
        let grounds = [phraser.citations(expectation.citations), phraser.claims(expectation.claims)].joined()
        if !grounds.isEmpty { below.append(.paragraph(.faint("expected from ") + grounds)) }
        var shown: Set<ProofView.Shown> = []
        for ground in outcome.grounds { below += blocks(ground, trial, phraser, shown: &shown) }
        return [
            .gap,
            .item(
                "  ✗", Prose("expected ") + .strong(phraser.phrase(expectation)), aside: .faint(place),
                below: below),
            .gap,
        ]
    }

    private func blocks(
        _ ground: ExpectationOutcome.Ground, _ trial: Trial, _ phraser: Phraser,
        shown: inout Set<ProofView.Shown>
    ) -> [Document
        .Block]
    {
        switch ground {
        case .fact(let fact):
            ProofView(trial.evaluation.proof(of: fact), phraser: phraser).blocks(shown: &shown)
        case .condition(let condition):
            ProofView(trial.evaluation.proof(of: condition), phraser: phraser).blocks(shown: &shown)
        case .report(let report, let figure):
            [
                .paragraph(
                    Prose("\(phraser.rules[report].name): ")
                        + phraser.value(
                            possible: figure.possible, presumed: figure.presumed,
                            phraser.type(of: figure.expression)))
            ]
        case .rule(let rule):
            drawn(by: rule, trial.evaluation).flatMap {
                ProofView(trial.evaluation.proof(of: $0), phraser: phraser).blocks(shown: &shown)
            }
        case .noSuchMember(let name): [.paragraph("the case has no member `\(name)`")]
        }
    }

    /// What a rule could draw; of a package once, though it may be for several members.
    private func drawn(by rule: ID<Rule>, _ evaluation: any Evaluation) -> [Fact] {
        evaluation.facts.filter { fact in
            evaluation.applications(drawing: fact).contains { $0.rule == rule }
        }
    }

    /// `distretto/test/1`: `trials` with their `outcomes` (expected, met, verdict, file, line), and the tally.
    public var json: JSON {
        .object([
            "format": .string("distretto/test/1"), "expectations": .integer(all), "unmet": .integer(unmet),
            "overrides": .array(
                decided.map { decided in
                    let phraser = Phraser(rules: rules, history: decided.history)
                    return .object([
                        "title": .string(decided.title), "stage": .text(decided.stage),
                        "override": OverrideWords(decided.answer, phraser: phraser).json,
                    ])
                }),
            "trials": .array(
                trials.map { trial in
                    let phraser = Phraser(rules: trial.evaluation.rules, history: trial.evaluation.history)
                    return .object([
                        "title": .string(trial.title), "stage": .text(trial.stage),
                        "outcomes": .array(
                            trial.outcomes.map { outcome in
                                .object([
                                    "expected": .string(phraser.phrase(outcome.expectation)),
                                    "met": .bool(outcome.isMet), "verdict": .string(outcome.verdict.name),
                                    "file": .text(outcome.expectation.origin.file),
                                    "line": .integer(outcome.expectation.origin.line),
                                ])
                            }),
                    ])
                }),
        ])
    }
}
