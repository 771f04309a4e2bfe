import ArgumentParser
import Presentation
import RuleModel
import Workspace

/// `distretto literature [NAME]`: what has become of every claim.
struct Literature: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "literature",
        abstract: "Every claim of the documents: what stands on it, or why nothing does.",
        discussion: """
            Figures by document, and what is neither used nor excused; with --details every claim with the \
            rules, packages and words it grounds, by section. NAME is a document (its figures by section) \
            or a claim (in full).
            """)

    @Argument(help: "Only this document or claim, by name.", completion: Completions.literature)
    var name: String?

    @Flag(help: "Every claim, with what stands on it.")
    var details = false

    @OptionGroup var sources: SourceOptions
    @OptionGroup var view: ViewOptions

    func run() throws {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        checked.sources.warnOfUnread()
        let scope: LiteratureView.Scope =
            try name.map { try self.scope($0, in: checked.rules) } ?? .everything
        let screen = LiteratureView(checked.rules, scope: scope, tellsAll: details)
        view.show(screen.document, json: screen.json)
    }

    private func scope(_ name: String, in rules: RuleBase) throws -> LiteratureView.Scope {
        if let place = rules.sources.firstIndex(where: { $0.name == name }) { return .document(ID(place)) }
        if let place = rules.claims.firstIndex(where: { $0.name == name }) { return .claim(ID(place)) }
        let near = NearNames.of(name, among: rules.sources.map(\.name) + rules.claims.map(\.name))
        let documents = rules.sources.map { "`\($0.name)`" }.joined(separator: ", ")
        throw Refusal(
            "no document or claim is called `\(name)`",
            help: near.isEmpty
                ? "the documents are \(documents)"
                : "did you mean \(near.map { "`\($0)`" }.joined(separator: " or "))?")
    }
}
