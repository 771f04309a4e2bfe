import Advice
import Inference
import RuleModel

/// One question of an interview, and what a person may want to know about it.
public struct QueryView: Sendable {
    private let query: Interview.Query
    private let answer: Answer
    private let phraser: Phraser
    /// The values to choose from, numbered as they are listed.
    private let choices: [NamedValue]

    public init(_ query: Interview.Query, of answer: Answer, history: [Situation], choices: [NamedValue]) {
        self.query = query
        self.answer = answer
        self.choices = choices
        phraser = Phraser(rules: answer.rules, history: history)
    }

    /// What stands before the line to type on.
    public var prompt: String { phraser.phrase(query.place) + "> " }

    /// The question, the values to choose from, and what it decides.
    public func document(number: Int, undecided: Int) -> Document {
        var document = Document([
            .paragraph(
                .faint(
                    "\(number) · \(counted(undecided, "package")) undecided"
                        + (section.isEmpty ? "" : " · \(section)"))),
            .item("?", .strong(question), aside: .faint(form)),
        ])
        for (number, value) in choices.enumerated() {
            document.add(.item("\(number + 1)", .name(value.name), aside: .faint(value.title)))
        }
        document.add(.paragraph(.faint(purpose)))
        return document
    }

    private var question: String {
        guard case .allListed(let collection, of: let parent) = query.place else {
            return phraser.question(query.place)
        }
        let plural = answer.rules[collection].plural
        let known = (phraser.history.last?.members[collection] ?? []).filter { $0.parent == parent }
        let of = parent.map { " of \(phraser.name(of: $0))" } ?? ""
        return known.isEmpty
            ? "Which \(plural)\(of) are there?"
            : "Which \(plural)\(of) are there beside \(listed(known.map(\.name), "and"))?"
    }

    private var section: String {
        guard case .diagnostic(let id) = query.place, let section = answer.rules[id].section else {
            return ""
        }
        return answer.rules[section].title
    }

    /// How an answer is written, where values are not listed.
    private var form: String {
        switch query.place {
        case .diagnostic(let id): form(of: answer.rules[id].measurement.type)
        case .attribute(let id, _): form(of: answer.rules[id].measurement.type)
        case .inForce, .concept: "yes or no"
        case .classification: ""
        case .allListed: "short names with commas between them, and `all` if there are no more; or none"
        }
    }

    private func form(of type: ValueType) -> String {
        switch type {
        case .yesNo: "yes or no"
        case .count, .number: "a number, or a range such as 10..20"
        case .percent(let of): of.isEmpty ? "such as 40%, or 30..50%" : "such as 40% of \(of)"
        case .money(let currency, let year): "such as \(currency) 2 million (\(year))"
        case .duration: "such as 3 years"
        case .date: "such as 1994 or 1994-05"
        case .text: "in your words"
        case .scale, .choice: ""
        }
    }

    /// Why it is asked, in a line.
    private var purpose: String { QueryPurpose(query, phraser: phraser).sentence }

    /// Why it is asked, at length: what each answer would do by itself.
    public var why: Document {
        if let effects = query.effects {
            return Document([QuestionBlocks(answer: answer, phraser: phraser).item(effects)])
        }
        return Document(
            [.paragraph("No answer settles anything by itself; together with others it bears on:")]
                + query.packages.prefix(8).map { .item("·", Prose(phraser.title(of: $0))) })
    }
}
