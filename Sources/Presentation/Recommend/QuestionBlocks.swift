import Advice
import Inference
import RuleModel

/// A question with what each answer to it would change.
struct QuestionBlocks {
    let answer: Answer
    let phraser: Phraser

    func item(_ question: Question) -> Document.Block {
        let name = phraser.phrase(question.place)
        let text = Prose.strong(phraser.question(question.place))
        let aside = Prose.faint(name)
        var below: [Document.Block] = question.answers.map { possible in
            let changes = possible.changes.map(change)
            let effect = changes.isEmpty ? Prose.faint("nothing changes") : changes.joined(by: "; ")
            return .item("·", Prose(value(possible.value, question)) + .faint(" → ") + effect)
        }
        if !question.method.isEmpty {
            below.append(.paragraph(.faint("how to find out: \(question.method)")))
        }
        return .item("?", text, aside: aside, below: below)
    }

    private func value(_ value: ValueSet, _ question: Question) -> String {
        if case .classification(let classification, nil, _) = question.place, case .members(let mask) = value
        {
            let values = answer.rules[classification].values
            return listed(
                values.indices.filter { $0 < 64 && mask & (1 << UInt64($0)) != 0 }.map { values[$0].name },
                "or")
        }
        return answer.rules.phrase(value, question.type)
    }

    private func change(_ change: Question.Change) -> Prose {
        let title = Prose(phraser.title(of: change.package))
        if change.to.isContested { return title + .doubtful(" is contested") }
        switch change.to.standing {
        case .stands: return title + .good(" stands")
        case .provisional: return title + .doubtful(" stands provisionally")
        case .open:
            return title
                + .doubtful(change.from.standing == .open ? " stays open" : " would wait for more answers")
        case .falls: return title + .bad(change.to.isAdvisedAgainst ? " is advised against" : " falls")
        }
    }
}
