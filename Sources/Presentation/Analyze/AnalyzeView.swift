import Analysis
import Inference
import RuleModel

/// What an analysis of the rules found, fault by fault with a cluster that shows it, and what it asked.
public struct AnalyzeView: Sendable {
    let report: FaultReport
    let rules: RuleBase
    let words: FaultWords
    private let tellsAll: Bool
    private let evaluate: @Sendable ([Situation]) -> any Evaluation

    /// - Parameters:
    ///   - tellsAll: whether proofs are written out, and what is meant is shown as well.
    ///   - evaluate: the evaluator of the rules, for proofs.
    public init(
        _ report: FaultReport, rules: RuleBase, tellsAll: Bool = false,
        evaluate: @escaping @Sendable ([Situation]) -> any Evaluation
    ) {
        self.report = report
        self.rules = rules
        self.tellsAll = tellsAll
        self.evaluate = evaluate
        words = FaultWords(rules)
    }

    public var document: Document {
        var document = Document([.paragraph(summary)])
        let shown = tellsAll ? report.faults : report.unexpected
        for question in FaultQuestion.allCases {
            let faults = shown.filter { $0.matter.question == question }
            if faults.isEmpty { continue }
            document.add([
                .heading(Prose(question.title.uppercased())), .paragraph(.faint(question.why)), .gap,
            ])
            for fault in faults { document.add(blocks(fault)) }
        }
        document.add(allowed)
        document.add([.heading("WHAT WAS ASKED"), .table(tallies)])
        document.add(doubts)
        document.add([.gap, .paragraph(.faint(extent))])
        if !report.faults.isEmpty, !tellsAll {
            document.add(
                .paragraph(
                    .faint("with proofs, and with what is meant or allowed: distretto analyze --details")))
        }
        return document
    }

    private var summary: Prose {
        let found = report.unexpected.count
        let known = report.faults.count { $0.isKnown }
        let allowed = report.allowed.count
        let rest = [
            known == 0 ? nil : "\(known) that tests, cases or disputes say is meant",
            allowed == 0 ? nil : "\(allowed) that the files allow, with a reason",
        ].compactMap { $0 }
        let rules = counted(self.rules.rules.count, "rule")
        let aside = Prose(rest.isEmpty ? "" : ", besides \(listed(rest))")
        guard found > 0 else { return Prose("\(rules): ") + .good("nothing found") + aside }
        return Prose("\(rules): ") + .bad(counted(found, "fault")) + aside
    }

    /// What the files let stand and why; and what they let stand and is not there.
    private var allowed: [Document.Block] {
        var blocks: [Document.Block] = []
        if !report.allowed.isEmpty, !tellsAll {
            blocks.append(.heading("ALLOWED IN THE FILES"))
            blocks += report.allowed.map { fault in
                .item("·", words.sentence(of: fault), below: [.paragraph(.faint(words.allowance(of: fault)))])
            }
        }
        if !report.unusedAllowances.isEmpty {
            blocks.append(.heading("ALLOWED FOR NOTHING"))
            blocks += report.unusedAllowances.map { allowance in
                .item(
                    "·",
                    Prose(
                        "`\(allowance.question.rawValue)` is allowed here, and nothing of it is found: "
                            + "take the comment out."),
                    aside: .faint("\(allowance.file):\(allowance.line)"))
            }
        }
        return blocks
    }

    /// Each witness as a case file, by the name it is to have.
    public var cases: [(name: String, text: String)] {
        var counts: [FaultQuestion: Int] = [:]
        return (tellsAll ? report.faults : report.unexpected).map { fault in
            let question = fault.matter.question
            counts[question, default: 0] += 1
            let name = "\(question.rawValue)-\(counts[question, default: 1])"
            let title = words.sentence(of: fault).text
            return (
                name,
                RuleModel.print(
                    ClusterCase(name: name, title: title, stages: fault.witness.stages), in: rules)
            )
        }
    }

    // MARK: Faults

    private func blocks(_ fault: RuleFault) -> [Document.Block] {
        var below = words.details(of: fault).map { Document.Block.paragraph($0) }
        if let most = fault.scope.membersAtMost {
            below.append(
                .paragraph(.faint("Shown for clusters of at most \(most) members in every collection.")))
        }
        if fault.isKnown {
            below.append(.paragraph(.faint("This is meant: a test, a case or a dispute says so.")))
        }
        if fault.allowance != nil { below.append(.paragraph(.faint(words.allowance(of: fault)))) }
        below.append(.paragraph(Prose(heading(fault.witness))))
        below.append(.verbatim(lines(fault.witness)))
        if tellsAll { below += proofs(fault.witness) }
        let mark = fault.isKnown || fault.allowance != nil ? "·" : "✗"
        return [.item(mark, words.sentence(of: fault), aside: .faint(words.place(of: fault)), below: below)]
    }

    private func heading(_ witness: FaultWitness) -> String {
        switch witness.readingCount {
        case 0: "Any cluster shows it, even one of which nothing is told:"
        case 1: "One reading shows it:"
        default: "\(witness.readingCount) readings show it, and none could be left out:"
        }
    }

    private func lines(_ witness: FaultWitness) -> [Prose] {
        let text = RuleModel.print(ClusterCase(name: "witness", title: "", stages: witness.stages), in: rules)
        let inside = text.split(separator: "\n").dropFirst(2).dropLast()
        let lines = inside.map { Prose(String($0)) }
        return lines.isEmpty ? [.faint("  (nothing)")] : lines
    }

    private func proofs(_ witness: FaultWitness) -> [Document.Block] {
        let history = rules.situations(of: witness.stages, caseName: "", upTo: witness.stages.count - 1)
        let evaluation = evaluate(history)
        let phraser = Phraser(rules: rules, history: history)
        var shown: Set<ProofView.Shown> = []
        return witness.facts.flatMap {
            ProofView(evaluation.proof(of: $0), phraser: phraser).blocks(shown: &shown)
        }
    }

    // MARK: What was asked

    private var tallies: Document.Table {
        Document.Table(
            ["", "asked", "found", "meant", "allowed", "open"],
            rows: report.tallies.map { tally in
                let left = tally.found - tally.known - tally.allowed
                return [
                    Prose(tally.question.title), Prose("\(tally.asked)"),
                    left > 0 ? .bad("\(left)") : Prose("0"),
                    Prose("\(tally.known)"), Prose("\(tally.allowed)"),
                    tally.undecided.isEmpty ? Prose("0") : .doubtful("\(tally.undecided.count)"),
                ]
            }, caption: "What was asked of the rules, and what came of it.")
    }

    /// Why something was not decided, each reason with the first it kept from an answer.
    private var doubts: [Document.Block] {
        report.tallies.filter { !$0.undecided.isEmpty }.flatMap { tally -> [Document.Block] in
            let first = tally.undecided[0]
            let names = first.about.map { words.name(of: $0) }
            let others = tally.undecided.count > 1 ? " and \(tally.undecided.count - 1) more" : ""
            return [
                .item(
                    "?",
                    Prose(
                        "Not decided: \(tally.question.title.uncapitalizedFirst), of \(listed(names))\(others): "
                    )
                        + .faint(first.doubt.words))
            ]
        }
    }

    private var extent: String {
        """
        What was not found is proved not to be there: for every cluster, whatever is told of it, where the rules \
        in question ask about no members; else for clusters of which none, one, two, or as many members as rules \
        count to are told in every collection. Rules that look back were asked about one stage before the last. \
        What no rule concludes a cluster may state itself. Circles were looked for among up to \
        \(RuleAnalysis.longestCycle) packages. No reading can be left out of a cluster that is shown; \
        another cluster may need fewer.
        """
    }
}
