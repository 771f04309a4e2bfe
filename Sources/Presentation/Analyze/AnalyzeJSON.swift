import Analysis
import RuleModel

extension AnalyzeView {
    /// `distretto/analyze/1`: every fault with its witness as a case's text, and the tally of questions.
    public var json: JSON {
        .object([
            "format": .string("distretto/analyze/1"),
            "faults": .array(report.faults.map(json)),
            "questions": .array(report.tallies.map(json)),
            "unusedAllowances": .array(
                report.unusedAllowances.map { allowance in
                    .object([
                        "question": .string(allowance.question.rawValue),
                        "place": .string("\(allowance.file):\(allowance.line)"),
                    ])
                }),
        ])
    }

    private func json(_ fault: RuleFault) -> JSON {
        .object([
            "question": .string(fault.matter.question.rawValue),
            "message": .string(words.sentence(of: fault).text),
            "details": .strings(words.details(of: fault).map(\.text)),
            "place": .text(words.place(of: fault)),
            "meant": .bool(fault.isKnown),
            "allowed": fault.allowance.map { .string($0.reason) } ?? .null,
            "membersAtMost": fault.scope.membersAtMost.map { .integer($0) } ?? .null,
            "looksBack": .bool(fault.scope.looksBack),
            "witness": .object([
                "readings": .integer(fault.witness.readingCount),
                "case": .string(
                    RuleModel.print(
                        ClusterCase(name: "witness", title: "", stages: fault.witness.stages), in: rules)),
            ]),
        ])
    }

    private func json(_ tally: QuestionTally) -> JSON {
        .object([
            "question": .string(tally.question.rawValue), "asked": .integer(tally.asked),
            "found": .integer(tally.found), "meant": .integer(tally.known),
            "allowed": .integer(tally.allowed),
            "undecided": .array(
                tally.undecided.map { undecided in
                    .object([
                        "about": .strings(undecided.about.map { words.name(of: $0) }),
                        "reason": .string(undecided.doubt.words),
                    ])
                }),
        ])
    }
}
