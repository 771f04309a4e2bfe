import Advice
import Presentation
import RuleModel
import Workspace

/// One case, read and consulted: what `recommend` and `explain` share.
struct Session {
    let checked: CheckedRules
    let request: AdviceRequest
    let consultation: Consultation

    /// - Throws: `SourceError` or `Refusal` when the case cannot be read or the rules cannot be trusted.
    init(_ name: String, sources: SourceOptions, options: AdviceOptions, asksQuestions: Bool) throws {
        checked = CheckedRules(try sources.finder.sources(rules: sources.rules, forCase: name))
        try checked.sources.requireRead(case: name)
        checked.sources.warnOfUnread()
        let cluster: ClusterCase
        do {
            cluster = try checked.cluster(name)
        } catch {
            // A case that is missing because the rules are broken is a matter of the rules.
            try Session.refuseBroken(checked, about: nil)
            throw error
        }
        try Session.refuseBroken(checked, about: cluster)
        var request = checked.request(cluster, stage: try checked.stage(options.stage, of: cluster))
        request.lens = try options.lensChoice(in: checked.rules)
        request.atMost = options.atMost
        request.leavesOutOwnRules = options.withoutOwnRules
        request.asksQuestions = asksQuestions
        self.request = request
        consultation = Consultation(request)
    }

    /// Advice on rules that were only half understood would promise more than was read.
    static func refuseBroken(_ checked: CheckedRules, about cluster: ClusterCase?) throws {
        let errors = checked.errors(bearingOn: cluster)
        guard let first = errors.first else { return }
        let view = FindingsView([first], texts: checked.sources.excerpts)
        Output.complain(raw: TerminalLayout(width: 100).render(view.document))
        let file = checked.sources.named.first.map { " \($0)" } ?? ""
        let count = errors.count == 1 ? "an error" : "\(errors.count) errors"
        throw Refusal(
            "the rules or the case have \(count), so no advice is given",
            help: "see all with: distretto check\(file)")
    }
}

extension SourceSet {
    /// The texts as findings show them.
    var excerpts: SourceTexts {
        SourceTexts(Dictionary(texts.map { ($0.name, $0.bytes) }) { first, _ in first })
    }
}
