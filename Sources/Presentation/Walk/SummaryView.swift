import RuleModel
import Training

/// What was seen over a walk and what was missed, and what to read.
public struct SummaryView: Sendable {
    private let summary: WalkSummary
    private let teaches: [String]
    private let noun: String
    private let phraser: Phraser
    private var rules: RuleBase { phraser.rules }

    public init(_ summary: WalkSummary, of cluster: ClusterCase, rules: RuleBase) {
        self.init(
            summary, teaches: cluster.field("teaches").map { [$0] } ?? [], of: "case", rules: rules)
    }

    /// - Parameters:
    ///   - teaches: What there was to learn, in the words of who wrote it down.
    ///   - noun: What was walked: a case, a lesson or a course.
    public init(_ summary: WalkSummary, teaches: [String], of noun: String, rules: RuleBase) {
        self.summary = summary
        self.teaches = teaches
        self.noun = noun
        phraser = Phraser(rules: rules, history: [])
    }

    public var document: Document {
        var document = Document([.heading("THE WALK AS A WHOLE")])
        document.add(counts)
        for text in teaches {
            document.add([.gap, .paragraph(.faint("What the \(noun) teaches: ") + .told(text))])
        }
        if !summary.subjects.isEmpty {
            document.add(
                [
                    .heading("BY SUBJECT"),
                    .paragraph(.faint("What the rules' advice rested on, and how much of it you named.")),
                ] + summary.subjects.map(subject))
        }
        if !summary.criteria.isEmpty {
            document.add(
                [
                    .heading("BY WHAT MAKES A PACKAGE GOOD"),
                    .paragraph(.faint("Packages that the rules advise, and how many of them you proposed.")),
                ] + summary.criteria.map(criterion))
        }
        document.add(literature)
        return document
    }

    private var counts: [Document.Block] {
        let counts = summary.counts
        let found = counts.found + counts.byLuck + counts.afterHints
        var lines = [
            "\(counted(summary.stages, "stage")). Of \(counted(counts.advised, "package")) that the rules advise you proposed \(found)"
                + detail([
                    ("by luck", counts.byLuck), ("after hints", counts.afterHints),
                ]) + "."
        ]
        let besides = [
            ("that the rules do not advise", counts.wrong),
            ("not settled on what is known", counts.unsettled),
        ].filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
        if !besides.isEmpty { lines.append("Besides you proposed \(listed(besides)).") }
        let diagnoses = [
            ("right", counts.diagnosesRight), ("wrong", counts.diagnosesWrong),
            ("not known", counts.diagnosesUnsettled), ("missed", counts.diagnosesMissed),
        ].filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
        if !diagnoses.isEmpty { lines.append("Diagnoses: \(listed(diagnoses)).") }
        return lines.map { .paragraph(Prose($0)) }
    }

    private func detail(_ parts: [(String, Int)]) -> String {
        let told = parts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
        return told.isEmpty ? "" : " (\(listed(told)))"
    }

    private func subject(_ subject: WalkSummary.Subject) -> Document.Block {
        let title = subject.section.map { rules[$0].title } ?? "Besides"
        let total = subject.seen.count + subject.missed.count
        var below: [Document.Block] = []
        if !subject.seen.isEmpty { below.append(.paragraph(.faint("seen: ") + names(subject.seen))) }
        if !subject.missed.isEmpty { below.append(.paragraph(.doubtful("missed: ") + names(subject.missed))) }
        return .item(
            subject.missed.isEmpty ? "✓" : "○", Prose(title),
            aside: Prose("\(subject.seen.count) of \(total)"),
            below: below)
    }

    private func names(_ topics: [Topic]) -> Prose {
        topics.map { topic -> Prose in
            switch topic {
            case .diagnostic(let id): .name(rules[id].name)
            case .attribute(let id): .name(rules[id].name)
            case .concept(let id): .name(rules[id].name)
            case .classification(let id): .name(rules[id].name)
            case .collection(let id): .name(rules[id].plural)
            case .inForce(let id): .name(rules[id].name)
            }
        }.joined(by: ", ")
    }

    private func criterion(_ tally: WalkSummary.CriterionTally) -> Document.Block {
        let declared = rules[tally.criterion]
        return .item(
            tally.missed == 0 ? "✓" : "○", Prose(declared.title.isEmpty ? declared.name : declared.title),
            aside: Prose("\(tally.found) of \(tally.found + tally.missed)"),
            below: [.paragraph(phraser.claims(declared.claims))])
    }

    private var literature: [Document.Block] {
        guard !summary.literature.isEmpty else { return [] }
        return [.heading("TO READ")]
            + summary.literature.map { id in
                .item(
                    "·", .citation(rules[id].name) + Prose(" \(rules[id].text)"),
                    aside: phraser.citations(rules[id].citations))
            }
    }
}
