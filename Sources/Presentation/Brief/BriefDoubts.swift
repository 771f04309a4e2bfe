import Advice
import Inference
import RuleModel

// What not to do, what is not known, what came of the like elsewhere, and where documents disagree.

extension BriefPages {
    /// What the adviser decided, in a part of its own, so that nobody takes it for the rules' advice.
    mutating func overrides() -> [Document.Block] {
        var blocks: [Document.Block] = []
        for decided in answer.overrides {
            let words = OverrideWords(decided, phraser: phraser)
            blocks.append(
                .item(
                    words.mark,
                    words.decision + ". " + words.reason + " The rules: " + words.rules
                        + notes.cite(words.claims)))
        }
        guard !blocks.isEmpty else { return [] }
        return section(
            "The adviser's own decisions",
            [.paragraph("These are the adviser's and not what the rules advise.")] + blocks)
    }

    mutating func against() -> [Document.Block] {
        let harmful = answer.notAdvised.filter { $0.kind == .harmful }
        let disputed = answer.notAdvised.filter { $0.kind == .disputed }
        var blocks: [Document.Block] = []
        for refused in (harmful + disputed).prefix(Self.harmsTold) {
            let kind = refused.kind == .harmful ? "" : " (disputed)"
            let doubt = refused.verdict == .yes ? "" : " (presumably)"
            blocks.append(
                .item(
                    "✗",
                    .strong(title(of: refused.package)) + .doubtful(kind + doubt) + ": "
                        + sentences(refused.objections, most: 1)))
        }
        let more = (harmful + disputed).dropFirst(Self.harmsTold).map { title(of: $0.package) }
        if !more.isEmpty { blocks.append(.paragraph(Prose("Also advised against: \(named(more))."))) }
        for contested in answer.contested.filter({ !$0.isTakenIn }).prefix(3) {
            blocks.append(
                .item(
                    "±",
                    .strong(title(of: contested.package)) + ", contested. For it: "
                        + sentences(contested.reasonsFor, most: 1) + " Against it: "
                        + sentences(contested.objections.flatMap(\.reasons), most: 1)))
        }
        for withdrawal in answer.withdrawals.filter({ $0.verdict.holds }).prefix(3) {
            blocks.append(
                .item(
                    "–",
                    "Withdraw " + .strong(title(of: withdrawal.package)) + ": "
                        + sentences(withdrawal.reasons, most: 1)))
        }
        let notNeeded = answer.notAdvised.filter { $0.kind == .notNeeded }.map { title(of: $0.package) }
        if !notNeeded.isEmpty {
            blocks.append(.paragraph(Prose("Not needed here: \(named(notNeeded)).")))
        }
        return section("Advised against", blocks)
    }

    /// Titles, the first of them by name and the rest as a count.
    private func named(_ titles: [String]) -> String {
        let told = titles.count <= Self.namesTold + 1 ? titles[...] : titles.prefix(Self.namesTold)
        let more = titles.count - told.count
        return listed(told + (more > 0 ? ["\(more) more"] : []))
    }

    mutating func unknown() -> [Document.Block] {
        var blocks: [Document.Block] = []
        for question in briefing.openQuestions.prefix(Self.questionsTold) {
            let packages = question.packages.map { title(of: $0) }
            let told = packages.prefix(3).map { "“\($0)”" }
            let more = packages.count > told.count ? ["\(packages.count - told.count) more"] : []
            var text: Prose = .strong(phraser.question(question.place))
            text += Prose(" It decides about \(listed(told + more)).")
            if !question.method.isEmpty { text += Prose(" To find out: \(question.method.asSentence)") }
            blocks.append(.item("?", text))
        }
        let rest = briefing.openQuestions.count - min(briefing.openQuestions.count, Self.questionsTold)
        if rest > 0 {
            blocks.append(
                .paragraph(
                    .faint("\(counted(rest, "more question")) would change something, each less than these."))
            )
        }
        return section("What is not known", blocks)
    }

    mutating func precedents() -> [Document.Block] {
        // A case of which nothing is told teaches nothing here, however alike it is.
        let told = briefing.precedents.filter { !$0.story.isEmpty }.prefix(Self.precedentsTold)
        guard !told.isEmpty else { return [] }
        var blocks: [Document.Block] = [
            .paragraph(
                "The cases in which the same reasons carried the advice, the rarer a reason the more it counts."
            )
        ]
        for similar in told { blocks += precedent(similar) }
        return section("What was tried elsewhere", blocks)
    }

    private mutating func precedent(_ similar: SimilarCase) -> [Document.Block] {
        let words = SimilarWords(similar, phraser: phraser)
        var blocks: [Document.Block] = [.subheading(words.title)]
        var seen: [Prose] = []
        for reason in similar.shared.prefix(2) {
            let said = sentence(reason.rule)
            if !seen.contains(said) { seen.append(said) }
        }
        let count = similar.shared.count
        blocks.append(
            .item(
                "·", .strong("Shared (\(counted(count, "reason"))): ") + seen.joined(by: " ")))
        var done: [Prose] = []
        for deed in similar.story.flatMap(\.deeds).prefix(2) {
            done.append(phraser.phrase(deed) + notes.cite(deed.citations))
        }
        var came: [Prose] = []
        for outcome in similar.story.flatMap(\.outcomes).prefix(2) {
            came.append(.told(outcome.text.asSentence) + notes.cite(outcome.citations))
        }
        blocks += fact("Done", done.isEmpty ? .faint("not told") : done.joined(by: " "))
        blocks += fact("What came of it", came.isEmpty ? .faint("not told") : came.joined(by: " "))
        return blocks
    }

    mutating func disputes() -> [Document.Block] {
        var blocks: [Document.Block] = []
        for touched in answer.disputes.prefix(3) {
            let dispute = rules[touched.dispute]
            var sides: [Prose] = []
            for (place, side) in dispute.sides.enumerated() {
                let used: Prose = touched.sides.contains(place) ? .strong(" (relied on here)") : ""
                sides.append(Prose(side.summary) + used + notes.cite(side.claims))
            }
            blocks.append(
                .item(
                    "±",
                    .strong((dispute.title.isEmpty ? dispute.name.asWords : dispute.title).asSentence) + " "
                        + sides.joined(by: "; against it: ") + "."))
        }
        return section("Where the documents disagree", blocks)
    }
}
