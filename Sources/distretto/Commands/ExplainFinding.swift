import ArgumentParser
import Presentation

/// `distretto explain-finding [CODE]`: the manual of findings.
struct ExplainFinding: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain-finding",
        abstract: "What a finding means, why it matters and what to do.",
        discussion:
            "CODE is the word in brackets that check prints: unknown-name. Without it, all are listed.")

    @Argument(help: "The code of a finding.", completion: .list(FindingManual.pages.map(\.code)))
    var code: String?

    @OptionGroup var view: ViewOptions

    func run() throws {
        let page = try code.map { code in
            guard let page = FindingManual.page(code) else {
                let near = FindingManual.near(code).map { "`\($0)`" }.joined(separator: " or ")
                throw Refusal(
                    "no finding is called `\(code)`",
                    help: near.isEmpty ? "list them with: distretto explain-finding" : "did you mean \(near)?"
                )
            }
            return page
        }
        let screen = FindingPageView(page)
        view.show(screen.document, json: screen.json)
    }
}
