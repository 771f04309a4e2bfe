import ArgumentParser
import Presentation
import RuleModel
import Workspace

/// `distretto test [CASES]`: are the expectations of cases and tests met?
struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Try every expectation of cases and rule tests, and prove what differs.")

    @Argument(
        help: "Cases by name or path; all cases and all rule tests unless said.",
        completion: Completions.cases)
    var cases: [String] = []

    @Flag(
        name: [.long, .customShort("v")],
        help: "Every stage and every rule test on a line of its own. Failures are always told in full.")
    var details = false

    @Flag(
        help: """
            Leave out, for each case, the rules that were drawn from its own story alone, and count what still \
            holds; what does not is no failure.
            """)
    var withoutOwnRules = false

    enum Format: String, ExpressibleByArgument, CaseIterable { case terminal, text, markdown, json, junit }

    @Option(help: "How to print: text (terminal), markdown, json, or junit for build servers.")
    var format: Format = .terminal

    @OptionGroup var sources: SourceOptions
    @OptionGroup var layout: LayoutOptions

    func run() throws {
        let finder = sources.finder
        let files = cases.filter(SourceFinder.isPath)
        let checked = CheckedRules(try finder.sources(rules: sources.rules, files: files))
        if cases.isEmpty { try checked.sources.requireAllRead() }
        for name in cases { try checked.sources.requireRead(case: name) }
        checked.sources.warnOfUnread()
        let clusters = try cases.map { name in try checked.cluster(name) }
        for cluster in clusters.isEmpty ? checked.cases : clusters {
            try Session.refuseBroken(checked, about: cluster)
        }
        // Only a case has a story of its own.
        let tried = cases.isEmpty ? (withoutOwnRules ? checked.cases : nil) : clusters
        let trials = checked.trials(of: tried, withoutOwnRules: withoutOwnRules)
        let decided = decided(checked, cases.isEmpty ? nil : clusters)
        guard !trials.isEmpty || !decided.isEmpty else {
            throw Refusal("there is nothing to test: no expectation was found")
        }
        let shown = trials.map {
            TestView.Trial(
                title: $0.title, stage: $0.stage, isRuleTest: $0.isRuleTest, evaluation: $0.evaluation,
                outcomes: $0.outcomes)
        }
        let screen = TestView(shown, decided: decided, rules: checked.rules, tellsAll: details)
        if withoutOwnRules, !details {
            let table = HeldOutView(zip(shown, trials.map(\.leftOut)).map { ($0, $1) })
            return show(table.document, screen)
        }
        show(screen.document, screen)
        if !withoutOwnRules, trials.contains(where: { $0.outcomes.contains { !$0.isMet } }) {
            throw ExitCode(1)
        }
    }

    private func show(_ document: Document, _ screen: TestView) {
        switch format {
        case .terminal, .text: layout.show(document, json: screen.json, as: .terminal)
        case .markdown: layout.show(document, json: screen.json, as: .markdown)
        case .json: layout.show(document, json: screen.json, as: .json)
        case .junit: Output.write(JUnitView(screen).text)
        }
    }

    /// What advisers decided in the cases, which no expectation is about.
    private func decided(_ checked: CheckedRules, _ clusters: [ClusterCase]?) -> [TestView.Decided] {
        checked.overrides(of: clusters, withoutOwnRules: withoutOwnRules).flatMap { told in
            told.answers.map { answer in
                TestView.Decided(
                    title: told.cluster.name,
                    stage: told.cluster.stages.count > 1 ? told.cluster.stages[told.stage].name : "",
                    answer: answer, history: [])
            }
        }
    }
}
