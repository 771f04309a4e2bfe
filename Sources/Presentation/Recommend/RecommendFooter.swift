import Advice
import RuleModel

/// The last lines of advice: what its words mean, what to type next, which rules it speaks for.
struct RecommendFooter {
    private let answer: Answer
    private let view: RecommendView

    init(_ view: RecommendView) {
        self.view = view
        answer = view.answer
    }

    var blocks: [Document.Block] {
        let lines = [legend, inSample, allOfIt].compactMap { $0 } + why
        let digests = "rules \(view.rulesDigest.short) · case \(view.caseDigest.short)"
        return [.gap] + (lines + [digests]).map { .paragraph(.faint($0)) }
    }

    /// What the standings that occur mean.
    private var legend: String? {
        let standings = Set(answer.entries.map(\.standing) + answer.leftOut.map(\.standing))
        let meanings = [
            (Standing.stands, "stands: settled by what was read"),
            (.provisional, "provisional: rests on something assumed or presumed"),
        ].filter { standings.contains($0.0) }.map(\.1)
        return meanings.isEmpty ? nil : meanings.joined(separator: " · ")
    }

    private var inSample: String? {
        let own = answer.entries.count { $0.evidence.isInSample }
        guard own > 0 else { return nil }
        let whole =
            answer.entries.count == 1 ? "The only package" : "\(own) of \(answer.entries.count) packages"
        return "\(whole) rest\(own == 1 ? "s" : "") on claims drawn from this case itself (in-sample)."
    }

    /// The same question once more, for all that can be said.
    private var allOfIt: String? {
        guard view.detail == .overview, !askedAs.isEmpty else { return nil }
        var words = ["recommend", askedAs] + stage
        if let lens = answer.lens {
            let declared = view.rules[lens.lens]
            words += ["--lens", "\(declared.name)=\(Phraser.name(declared.values, lens.value))"]
        }
        if let most = answer.atMost { words += ["--at-most", "\(most)"] }
        return "all of it: distretto \((words + ownRules + ["--details"]).joined(separator: " "))"
    }

    /// How to go on: to the reasons for what is advised first or, where nothing is, against what came nearest.
    private var why: [String] {
        guard !askedAs.isEmpty else { return [] }
        // By name: its number changes with the limit and the lens, its proof does not.
        if let first = answer.entries.first { return ["why: \(command("explain", first.package))"] }
        let nearest =
            answer.withheld.first?.package
            ?? answer.notAdvised.first { $0.kind == .doesNotApply && !$0.isNeverRecommended }?.package
        guard let nearest, answer.questions.isEmpty else { return [] }
        return [
            "why not: \(command("explain", nearest))",
            "what it would take: \(command("repair", nearest))",
        ]
    }

    private func command(_ name: String, _ package: ID<Package>) -> String {
        (["distretto", name, askedAs, view.rules[package].name] + stage + ownRules).joined(separator: " ")
    }

    private var askedAs: String { view.askedAs.contains(" ") ? "'\(view.askedAs)'" : view.askedAs }

    /// The last stage is asked about unless another is named.
    private var stage: [String] {
        let stage = answer.header.stage
        return stage.number == stage.count ? [] : ["--stage", stage.name]
    }

    private var ownRules: [String] { answer.header.leavesOutOwnRules ? ["--without-own-rules"] : [] }
}
