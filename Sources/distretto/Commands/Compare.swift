import Advice
import ArgumentParser
import Presentation
import RuleModel
import Workspace

/// `distretto compare A B…`: where advice differs, and which readings make the difference.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Cases, stages of a case or schools side by side, and which readings make the difference.",
        discussion: """
            Each case may name a stage: compare sialkot@exporting sialkot@alert. One case alone is compared \
            at all its stages, or with --generations under each school.

            A reading makes the difference for a package when moving it alone from what the first case says \
            to what the other says makes the package fare as there; where no single reading does, the \
            smallest sets are shown. The rules alone speak: what an adviser decided in a case is left aside.
            """)

    @Argument(
        help: ArgumentHelp(
            "Cases by name or path, each with a stage or without: CASE or CASE@STAGE.", valueName: "case"),
        completion: Completions.cases)
    var names: [String]

    @Flag(help: "The case under each generation. Short for --each generation.")
    var generations = false

    @Option(help: ArgumentHelp("The case under each value of this lens.", valueName: "lens"))
    var each: String?

    @Option(help: ArgumentHelp("The best programme of at most this many packages.", valueName: "count"))
    var atMost: Int?

    @Flag(help: "Leave out the rules that were drawn from each case's own story alone.")
    var withoutOwnRules = false

    @OptionGroup var sources: SourceOptions
    @OptionGroup var view: ViewOptions

    func validate() throws {
        if let atMost, atMost < 0 {
            throw ValidationError("Please give --at-most a number that is not negative.")
        }
        if generations, each != nil { throw ValidationError("Please give either --generations or --each.") }
        if lensName != nil, names.count > 1 {
            throw ValidationError("Please give one case where its schools are compared.")
        }
    }

    private var lensName: String? { each ?? (generations ? "generation" : nil) }

    func run() throws {
        var sides: [(label: String, session: Session)] = []
        for asked in try askedFor() {
            var options = try AdviceOptions.parse([])
            options.stage = asked.stage
            options.lens = asked.lens
            options.atMost = atMost
            options.withoutOwnRules = withoutOwnRules
            let session = try Session(
                asked.name, sources: sources, options: options, isOverview: false,
                read: sides.first?.session.checked, heedsOverrides: false)
            sides.append((asked.label, session))
        }
        guard let first = sides.first?.session else { return }
        // A case file may bring words of its own, and then its packages are others.
        guard sides.allSatisfy({ $0.session.checked.digest == first.checked.digest }) else {
            throw Refusal("the cases are not under the same rules, and cannot be compared")
        }
        let comparison = compare(
            sides.map { side in
                ComparedSide(
                    side.session.request, answer: side.session.consultation.answer,
                    evaluation: side.session.consultation.evaluation)
            })
        let screen = CompareView(
            comparison,
            sides: sides.map { side in
                CompareView.Side(
                    label: side.label, history: side.session.request.history,
                    caseDigest: digest(of: side.session.request.cluster, in: first.request.rules))
            }, rules: first.request.rules, rulesDigest: first.checked.digest)
        view.show(screen.document, json: screen.json)
    }

    /// One side of the comparison as asked for.
    private struct Asked {
        var name: String
        var stage: String?
        var lens: String?
        var label: String
    }

    private func askedFor() throws -> [Asked] {
        let asked = names.map { text -> Asked in
            guard let at = text.lastIndex(of: "@") else { return Asked(name: text, label: text) }
            return Asked(
                name: String(text[..<at]), stage: String(text[text.index(after: at)...]), label: text)
        }
        guard let only = asked.first, asked.count == 1 else { return asked }
        let session = try Session(
            only.name, sources: sources, options: try AdviceOptions.parse([]), isOverview: false)
        if let lensName {
            let lenses = session.request.rules.lenses
            guard let lens = lenses.first(where: { $0.name == lensName }) else {
                let known = lenses.map { "`\($0.name)`" }.joined(separator: ", ")
                throw Refusal(
                    "there is no lens `\(lensName)`", help: known.isEmpty ? nil : "the lenses are \(known)")
            }
            return lens.values.map { value in
                Asked(
                    name: only.name, stage: only.stage, lens: "\(lensName)=\(value.name)",
                    label: "\(lensName) \(value.name)")
            }
        }
        let stages = session.request.cluster.stages
        guard only.stage == nil, stages.count > 1 else {
            throw Refusal(
                "there is nothing to compare `\(only.label)` with",
                help: "name another case or stage, or compare it with --generations")
        }
        return stages.map { Asked(name: only.name, stage: $0.name, label: $0.name) }
    }
}
