import Advice
import Inference
import RuleModel

/// Where an interview stands: the programme as it is by now.
public struct StandingView: Sendable {
    private let answer: Answer
    private let undecided: Int
    private let phraser: Phraser

    public init(_ answer: Answer, undecided: Int, history: [Situation]) {
        self.answer = answer
        self.undecided = undecided
        phraser = Phraser(rules: answer.rules, history: history)
    }

    public var document: Document {
        var document = Document([.heading("THE PROGRAMME BY NOW")])
        if answer.entries.isEmpty { document.add(.paragraph("Nothing is advised yet.")) }
        for (place, entry) in answer.entries.enumerated() {
            document.add(
                .item("\(place + 1)", .strong(phraser.title(of: entry.package)), aside: entry.standing.prose))
        }
        document.add([
            .gap, .paragraph(.faint("\(counted(undecided, "package")) undecided")),
        ])
        return document
    }
}
