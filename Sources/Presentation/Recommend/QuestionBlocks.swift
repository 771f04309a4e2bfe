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
        if let known = known(question) { below.insert(known, at: 0) }
        if !question.method.isEmpty {
            below.append(.paragraph(.faint("how to find out: \(question.method)")))
        }
        return .item("?", text, aside: aside, below: below)
    }

    /// What the case says already, where it is not sure of it.
    private func known(_ question: Question) -> Document.Block? {
        guard let reading = phraser.history.last?.reading(at: question.place) else { return nil }
        let presumed = value(reading.presumed, question)
        let note: Prose = reading.note.isEmpty ? "" : .faint(" (“\(reading.note)”)")
        switch reading.basis {
        case .assumed: return .paragraph(.faint("the case assumes: ") + Prose(presumed) + note)
        case .carriedOver:
            return .paragraph(.faint("taken over from the stage before: ") + Prose(presumed))
        case .disputed:
            let sides = reading.sides.map { side in
                Prose(value(side.value, question) + " ") + phraser.citations(side.citations)
            }
            return .paragraph(.faint("the documents disagree: ") + sides.joined(by: " against "))
        case .stated, .unknown: return nil
        }
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
        let title = Prose("“\(phraser.title(of: change.package))”")
        if change.to.isContested { return title + .doubtful(" would be contested") }
        switch change.to.standing {
        case .stands: return title + .good(" would stand")
        case .provisional: return title + .doubtful(" would stand provisionally")
        case .open:
            let stays = change.from.standing == .open
            return title + .doubtful(stays ? " would stay open" : " would wait for more answers")
        case .falls:
            return title
                + .bad(change.to.isAdvisedAgainst ? " would be advised against" : " would not be advised")
        }
    }
}
