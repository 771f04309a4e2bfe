import Advice
import Notation
import Presentation
import RuleModel
import Workspace

/// One case, read and consulted: what `recommend` and `explain` share.
final class Session {
    let checked: CheckedRules
    let request: AdviceRequest
    let consultation: Consultation
    /// Of the case, all its stages.
    let caseDigest: Deferred<Digest>

    /// - Parameters:
    ///   - isOverview: whether questions and digests are shown.
    ///   - read: rules and cases read already, which hold every case that has a name.
    ///   - heedsOverrides: whether what an adviser decided counts; without, the rules alone speak.
    /// - Throws: `SourceError` or `Refusal` when the case cannot be read or the rules cannot be trusted.
    init(
        _ name: String, sources: SourceOptions, options: AdviceOptions, isOverview: Bool,
        read: CheckedRules? = nil, heedsOverrides: Bool = true
    ) throws {
        let checked: CheckedRules
        let cluster: ClusterCase
        let store = CacheFolder.store
        if ImportedCase.isMeant(by: name) {
            checked = CheckedRules.read(try sources.finder.sources(rules: sources.rules), about: nil, store)
            try Session.refuseBroken(checked, about: nil)
            cluster = try Session.imported(try sources.finder.json(name), rules: checked.advising)
        } else {
            if let read, !SourceFinder.isPath(name) {
                checked = read
            } else {
                checked = try Ahead.rules(about: name, sources)
                checked.sources.warnOfUnread()
            }
            try checked.sources.requireRead(case: name)
            do {
                cluster = try checked.cluster(name)
            } catch {
                // A case that is missing because the rules are broken is a matter of the rules.
                try Session.refuseBroken(checked, about: nil)
                throw error
            }
        }
        let caseDigest = Deferred { digest(of: cluster, in: checked.advising) }
        self.caseDigest = caseDigest
        if isOverview { caseDigest.begin() }
        checked.finishMeanwhile(withDigest: isOverview)
        if !checked.isSoundButForTests { try Session.refuseBroken(checked, about: cluster) }
        let outcome = Result {
            try Session.consulted(
                checked, cluster, options: options, isOverview: isOverview, heedsOverrides: heedsOverrides)
        }
        // Tests count as the rules they are kept with, though no answer rests on them.
        try Session.refuseBroken(checked, about: cluster)
        (request, consultation) = try outcome.get()
        self.checked = checked
        // Only an overview has the digest made in any case.
        if isOverview || checked.isAttested { checked.attest(in: store) }
        // The end of the process gives back at once what would take long to take down piece by piece.
        _ = Unmanaged.passRetained(self)
    }

    private static func consulted(
        _ checked: CheckedRules, _ cluster: ClusterCase, options: AdviceOptions, isOverview: Bool,
        heedsOverrides: Bool
    ) throws -> (AdviceRequest, Consultation) {
        var request = checked.request(cluster, stage: try checked.stage(options.stage, of: cluster))
        request.lens = try options.lensChoice(in: checked.advising)
        request.atMost = options.atMost
        request.leavesOutOwnRules = options.withoutOwnRules
        request.asksQuestions = isOverview
        if !heedsOverrides { request.overrides = [] }
        let consultation = Consultation(request, evaluate: checked.evaluator)
        _ = consultation.answer
        return (request, consultation)
    }

    /// The case told in JSON; with a mistake in it, there is no advice, and all of them are shown.
    private static func imported(_ text: SourceText, rules: RuleBase) throws -> ClusterCase {
        let imported = ImportedCase(text, rules: rules)
        let errors = imported.findings.filter { $0.severity == .error }
        if let cluster = imported.cluster, errors.isEmpty { return cluster }
        let view = FindingsView(errors, texts: SourceTexts([text.name: text.bytes]))
        Output.complain(raw: TerminalLayout(width: 100).render(view.document))
        let count = errors.count == 1 ? "an error" : "\(errors.count) errors"
        throw Refusal(
            "the case has \(count), so no advice is given",
            help: "print the form of a case with: distretto schema case")
    }

    /// Advice on rules that were only half understood would promise more than was read.
    static func refuseBroken(_ checked: CheckedRules, about cluster: ClusterCase?) throws {
        try refuse(checked, for: checked.errors(bearingOn: cluster))
    }

    /// Shows the first of some errors, if there is one, and says how many there are.
    static func refuse(_ checked: CheckedRules, for errors: [Finding]) throws {
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
