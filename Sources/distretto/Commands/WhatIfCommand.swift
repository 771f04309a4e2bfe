import Advice
import ArgumentParser
import Inference
import Presentation
import RuleModel
import Workspace

/// `distretto what-if CASE CHANGE…`: what changes in the advice, and through which rules.
struct WhatIfCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "what-if",
        abstract: "What changes in the advice when something is otherwise, and through which rules.",
        discussion: """
            A change is written as in a case file: 'trust is little', 'export-share = 40%', 'not one-sector', \
            'skills unknown', 'share of MEMBER = 60%', 'in force PACKAGE'. Several are made at \
            once. With --each, every single value of the readings named (of all, if none is) is tried \
            alone, and what changes the programme is shown.
            """)

    @Argument(
        help: ArgumentHelp(
            "A case by name, or the path of a case file; a .json file or - (standard input) holds it as JSON.",
            valueName: "case"), completion: Completions.cases)
    var name: String

    @Argument(
        help: "What is otherwise, as a case file says it; with --each, names of readings.",
        completion: Completions.readings)
    var change: [String] = []

    @Flag(help: "Try every single value, one at a time, and show what changes the programme.")
    var each = false

    @OptionGroup var options: AdviceOptions
    @OptionGroup var sources: SourceOptions
    @OptionGroup var view: ViewOptions

    func run() throws {
        let session = try Session(name, sources: sources, options: options, isOverview: false)
        if each { try showEach(session) } else { try showChange(session) }
    }

    private func showChange(_ session: Session) throws {
        let (request, rules) = (session.request, session.checked.advising)
        let now = request.history.last ?? Situation()
        guard !change.isEmpty else {
            throw Refusal(
                "nothing is said to be otherwise",
                help:
                    "say it as a case file does: distretto what-if \(name) 'NAME is VALUE'; or try all: --each"
            )
        }
        let told = ToldChanges(change, now: now, rules: rules)
        if !told.findings.isEmpty {
            let texts = SourceTexts(
                Dictionary(told.texts.map { ($0.name, $0.bytes) }) { first, _ in first })
            Output.complain(
                raw: TerminalLayout(width: 100).render(FindingsView(told.findings, texts: texts).document))
            throw Refusal("the change cannot be used, so nothing is compared")
        }
        let after = rules.situations(
            of: request.cluster.stages, caseName: request.cluster.name, upTo: request.stage,
            changes: told.statements)
        let before = session.consultation.evaluation
        let answer = whatIf(
            request, before: before, after: before.replacingLastStage(with: after.last ?? now))
        let screen = WhatIfView(answer, request: request, after: after, rulesDigest: session.checked.digest)
        view.show(screen.document, json: screen.json)
    }

    private func showEach(_ session: Session) throws {
        let request = session.request
        var sweeping = Sweeping(request, session.consultation.evaluation)
        let places = try session.places(named: change) ?? sweeping.places
        let sweeps = places.compactMap { sweeping.sweep($0) }
        let screen = EachChangeView(
            sweeps, evaluations: sweeping.evaluations, request: request,
            rulesDigest: session.checked.digest)
        view.show(screen.document, json: screen.json)
    }
}

extension Session {
    /// The package that words name, by its name, its title or its number in the programme.
    func package(named words: [String]) -> ID<Package>? {
        let lookup = ThingLookup(consultation.answer, now: request.history.last)
        guard case .package(let package)? = lookup.thing(words.joined(separator: " ")) else { return nil }
        return package
    }

    /// Names of packages to offer for one that was mistyped, be it as a name or as a title.
    func packages(near text: String) -> [String] {
        let packages = checked.rules.packages
        let near = NearNames.of(text, among: packages.map(\.name) + packages.map(\.title))
        let names = near.map { found in packages.first { $0.title == found }?.name ?? found }
        return names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    }

    /// The readings that a person names; `nil` where none is named.
    func places(named names: [String]) throws -> [ReadingPlace]? {
        guard !names.isEmpty else { return nil }
        let lookup = ReadingLookup(rules: checked.advising, now: request.history.last ?? Situation())
        let isOne = names.contains("of") || names.starts(with: ["in", "force"])
        let texts = isOne ? [names.joined(separator: " ")] : names
        return try texts.flatMap { text in
            if let places = lookup.places(text) { return places }
            let near = lookup.near(text).map { "`\($0)`" }.joined(separator: " or ")
            throw Refusal(
                "no reading is called `\(text)`",
                help: near.isEmpty ? "list names with: distretto vocabulary" : "did you mean \(near)?")
        }
    }
}
