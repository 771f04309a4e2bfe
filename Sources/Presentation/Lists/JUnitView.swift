import Advice

/// What came of trying expectations as JUnit XML, which build servers read.
///
/// A suite is a stage of a case, or a rule test; a test case in it is an expectation, named by what it
/// expects and where that is written. What is said of one that is not met is what the screen says.
public struct JUnitView: Sendable {
    private let screen: TestView

    public init(_ screen: TestView) { self.screen = screen }

    public var text: String {
        let all = screen.trials.reduce(0) { $0 + $1.outcomes.count }
        let unmet = screen.trials.reduce(0) { $0 + $1.outcomes.count { !$0.isMet } }
        let root = Markup.element(
            "testsuites",
            ["name": "distretto test", "tests": "\(all)", "failures": "\(unmet)", "errors": "0"],
            screen.trials.flatMap { [.line, suite($0)] } + [.line])
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(root.source)\n"
    }

    private func suite(_ trial: TestView.Trial) -> Markup {
        let name = trial.stage.isEmpty ? trial.title : "\(trial.title) · \(trial.stage)"
        let phraser = Phraser(rules: trial.evaluation.rules, history: trial.evaluation.history)
        return Markup.element(
            "testsuite",
            [
                "name": name, "tests": "\(trial.outcomes.count)",
                "failures": "\(trial.outcomes.count { !$0.isMet })", "errors": "0",
                "file": trial.outcomes.first?.expectation.origin.file ?? "",
            ],
            trial.outcomes.flatMap { outcome -> [Markup] in
                let origin = outcome.expectation.origin
                let expected = phraser.phrase(outcome.expectation)
                return [
                    .line,
                    Markup.element(
                        "testcase",
                        ["classname": name, "name": "\(expected) (\(origin.file):\(origin.line))"],
                        outcome.isMet ? [] : [failure(outcome, trial, expected)]),
                ]
            } + [.line])
    }

    private func failure(
        _ outcome: ExpectationOutcome, _ trial: TestView.Trial, _ expected: String
    ) -> Markup {
        var document = Document()
        document.add(screen.unmet(outcome, trial))
        let shown = TerminalLayout(width: 100).render(document).trimmed
        return Markup.element(
            "failure",
            ["type": "not met", "message": "expected \(expected), found \(outcome.verdict.name)"],
            [.line] + shown.split(separator: "\n").flatMap { [.text(String($0)), .line] })
    }
}
