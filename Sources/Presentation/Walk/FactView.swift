import Advice
import Inference
import RuleModel
import Training

/// A fact that the learner asked for: what was known, or that nobody knew.
public struct FactView: Sendable {
    private let moment: Moment
    private let topic: Topic
    private let words: WalkWords
    private var rules: RuleBase { moment.rules }

    public init(_ topic: Topic, at moment: Moment) {
        self.moment = moment
        self.topic = topic
        words = WalkWords(moment)
    }

    public var document: Document {
        var document = Document([.paragraph(.strong(question))])
        let told = self.told
        if told.isEmpty { document.add(.paragraph(Self.nothing)) }
        document.add(told)
        return document
    }

    static let nothing: Prose = .doubtful("The documents do not say. Nobody can tell you.")

    private var question: String { words.phraser.question(about: topic) }

    /// Nothing where the documents do not say.
    var told: [Document.Block] {
        switch topic {
        case .diagnostic(let id): return line(moment.now.readings[id], rules[id].measurement.type)
        case .attribute(let id):
            return members(of: rules[id].collection) { member in
                var told = member.attributes[id]
                if told?.basis != .stated { told?.note = "" }
                return words.phraser.phrase(told, rules[id].measurement.type)
            }
        case .collection(let id):
            let all = members(of: id) { member in
                member.attributes.keys.sorted().map { attribute in
                    Prose(
                        "\(rules[attribute].name) \(rules.phrase(member.attributes[attribute]?.possible ?? .yesOrNo, rules[attribute].measurement.type))"
                    )
                }.joined(by: ", ")
            }
            let closed = moment.now.closed.contains(id)
            return all.isEmpty && !closed
                ? [] : all + [.paragraph(.faint(closed ? "These are all." : "There may be more."))]
        case .inForce(let id): return line(moment.now.inForce[id], .yesNo)
        case .concept(let id) where rules[id].collection == nil && moment.now.statements.concepts[id] != nil:
            return line(moment.now.statements.concepts[id], .yesNo)
        case .concept, .classification:
            return [.paragraph("That is for you to judge from what is known: a diagnosis, not a fact.")]
        }
    }

    private func line(_ reading: Reading?, _ type: ValueType) -> [Document.Block] {
        guard let reading else { return [] }
        if reading.basis == .unknown {
            return [.paragraph(.doubtful("Nobody knew."))]
        }
        // The reason of a guess was given with hindsight.
        var told = reading
        if told.basis != .stated { told.note = "" }
        return [.paragraph(words.phraser.phrase(told, type))]
    }

    private func members(
        of collection: ID<Collection>, _ value: (Member) -> Prose
    ) -> [Document.Block] {
        (moment.now.members[collection] ?? []).map { member in
            let title = member.title.isEmpty ? member.name : member.title
            let said = value(member)
            return .item("·", .told(title) + (said.isEmpty ? "" : Prose(": ") + said))
        }
    }
}

extension Phraser {
    /// What somebody asks who asks for a topic.
    func question(about topic: Topic) -> String {
        switch topic {
        case .diagnostic(let id): return question(.diagnostic(id))
        case .attribute(let id):
            let question = rules[id].measurement.question
            return question.isEmpty ? "\(rules[id].name)?" : question
        case .concept(let id): return question(.concept(id, nil))
        case .classification(let id):
            return (rules[id].title.isEmpty ? rules[id].name : rules[id].title).asSentence
        case .collection(let id): return "Which \(rules[id].plural) are there?"
        case .inForce(let id): return question(.inForce(id))
        }
    }
}
