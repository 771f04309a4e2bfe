import Advice
import Inference
import RuleModel

/// Programmes and questions of rows, which are worked out case by case.
///
/// Rows that leave the same cells possible have the same answer, so that each is worked out once.
final class RowAnswers {
    struct Answer {
        var programme = Text()
        var question = Text()
    }

    /// A value in both forms of a result.
    struct Text {
        var csv: [UInt8] = []
        var json: [UInt8] = Array("null".utf8)
    }

    private let screening: Screening
    private let wantsProgramme: Bool
    private let wantsQuestion: Bool
    private var known: [[Int32]: Answer] = [:]
    private var key: [Int32] = []

    init(_ screening: Screening) {
        self.screening = screening
        wantsProgramme = screening.outputs.contains(.programme)
        wantsQuestion = screening.outputs.contains(.question)
    }

    /// Forgets everything: codes are given anew.
    func makeRoom() { known = [:] }

    /// - Parameters:
    ///   - row: Counted from the first of the codes.
    ///   - situation: What the row tells.
    func answer(_ codes: RowCodes, _ row: Int, _ situation: () -> Situation) -> Answer {
        key.removeAll(keepingCapacity: true)
        codes.key(row, into: &key)
        if let answer = known[key] { return answer }
        if known.count > 50_000 { known = [:] }
        let situation = situation()
        let answer = worked(situation, screening.evaluator([situation], []))
        known[key] = answer
        return answer
    }

    func worked(_ situation: Situation, _ evaluation: any Evaluation) -> Answer {
        let rules = screening.plan.rules
        let request = AdviceRequest(
            rules: rules, cluster: ClusterCase(name: "", title: "", stages: []), stage: 0,
            history: [situation],
            asksQuestions: false)
        var answer = Answer()
        if wantsProgramme {
            let outline = screening.outlines.outline(of: request, evaluation)
            answer.programme = text(outline)
        }
        if wantsQuestion, let first = questions(request, evaluation).first {
            let name = first.place.name(in: rules, of: situation)
            var sink = ByteSink()
            sink.putField(name)
            answer.question.csv = sink.bytes
            sink = ByteSink()
            sink.putString(name)
            answer.question.json = sink.bytes
        }
        return answer
    }

    private func text(_ outline: Outline) -> Text {
        let entries = outline.programme.joined().prefix(screening.top)
        let rules = screening.plan.rules
        var csv = ByteSink()
        csv.putField(
            entries.map { rules[$0.package].name + ($0.standing == .provisional ? " (provisional)" : "") }
                .joined(separator: "; "))
        var json = ByteSink()
        json.put(UInt8(ascii: "["))
        for (place, entry) in entries.enumerated() {
            json.put(place > 0 ? ",{\"package\":" : "{\"package\":")
            json.putString(rules[entry.package].name)
            json.put(",\"standing\":\"\(entry.standing == .provisional ? "provisional" : "stands")\"}")
        }
        json.put(UInt8(ascii: "]"))
        return Text(csv: csv.bytes, json: json.bytes)
    }
}

extension ReadingPlace {
    /// The name of what is asked about.
    func name(in rules: RuleBase, of situation: Situation) -> String {
        func of(_ member: MemberID?) -> String {
            member.flatMap { situation[$0] }.map { " of \($0.name)" } ?? ""
        }
        return switch self {
        case .diagnostic(let id): rules[id].name
        case .attribute(let id, let member): rules[id].name + of(member)
        case .concept(let id, let member): rules[id].name + of(member)
        case .classification(let id, value: nil, let member): rules[id].name + of(member)
        case .classification(let id, value: let value?, let member):
            "\(rules[id].name)\(of(member)) is \(rules[id].values[value].name)"
        case .inForce(let id): "in force \(rules[id].name)"
        case .allListed(let id, of: let parent): "all \(rules[id].plural)\(of(parent)) listed"
        }
    }
}
