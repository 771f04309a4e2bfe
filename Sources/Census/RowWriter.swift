import Advice
import RuleModel

/// Writes rows of the result.
struct RowWriter {
    private let screening: Screening
    private let ranks: [[UInt8]]
    private let standings: [[UInt8]]
    private let isCSV: Bool
    /// In JSON, what stands before each value.
    private let labels: [[UInt8]]
    private let words: [[UInt8]]
    private let verdicts: [[UInt8]]

    init(_ screening: Screening, ranks: [[UInt8]], standings: [[UInt8]]) {
        self.screening = screening
        self.ranks = ranks
        self.standings = standings
        isCSV = screening.form == .csv
        let quote = isCSV ? "" : "\""
        words = TableStanding.allCases.map { Array((quote + $0.word + quote).utf8) }
        verdicts = ["no", "presumably-no", "open", "presumably-yes", "yes"].map {
            Array((quote + $0 + quote).utf8)
        }
        labels = screening.outputs.enumerated().map { place, output in
            var sink = ByteSink()
            sink.put(UInt8(ascii: place == 0 ? "{" : ","))
            sink.putString(output.name(in: screening.plan))
            sink.put(UInt8(ascii: ":"))
            return sink.bytes
        }
    }

    /// - Parameters:
    ///   - place: The row's among those worked out together.
    ///   - number: Counted from 1 in the table.
    func write(
        _ place: Int, number: Int, answer: RowAnswers.Answer?, into sink: inout ByteSink,
        text: (Int) -> UnsafeBufferPointer<UInt8>
    ) {
        for (index, output) in screening.outputs.enumerated() {
            if !isCSV { sink.put(labels[index]) } else if index > 0 { sink.put(UInt8(ascii: ",")) }
            switch output {
            case .row: sink.put(number)
            case .input(let column): isCSV ? sink.putField(text(column)) : sink.putString(text(column))
            case .programme: sink.put(isCSV ? answer?.programme.csv ?? [] : answer?.programme.json ?? [])
            case .question: sink.put(isCSV ? answer?.question.csv ?? [] : answer?.question.json ?? [])
            case .classification(let id): putClassification(id, screening.places[index], place, &sink)
            case .package(let id): sink.put(words[Int(standings[id.index][place])])
            case .verdict: sink.put(verdicts[Int(ranks[screening.places[index][0]][place])])
            }
        }
        if !isCSV { sink.put(UInt8(ascii: "}")) }
        sink.put(UInt8(ascii: "\n"))
    }

    /// The values that hold; `open` where none does and some may.
    private func putClassification(
        _ id: ID<Classification>, _ facts: [Int], _ row: Int, _ sink: inout ByteSink
    ) {
        let values = screening.plan.rules[id].values
        let held = facts.indices.filter { ranks[facts[$0]][row] >= 3 }
        let names = held.map { (ranks[facts[$0]][row] == 3 ? "presumably " : "") + values[$0].name }
        let isOpen = facts.contains { ranks[$0][row] == 2 }
        if isCSV {
            sink.putField(names.isEmpty ? (isOpen ? "open" : "") : names.joined(separator: "; "))
            return
        }
        guard !names.isEmpty else { return sink.put(isOpen ? "\"open\"" : "null") }
        sink.put(UInt8(ascii: "["))
        for (place, name) in names.enumerated() {
            if place > 0 { sink.put(UInt8(ascii: ",")) }
            sink.putString(name)
        }
        sink.put(UInt8(ascii: "]"))
    }
}

extension TableStanding {
    /// As results and summaries say it.
    public var word: String {
        switch self {
        case .notAdvised: "not-advised"
        case .advisedAgainst: "advised-against"
        case .contested: "contested"
        case .open: "open"
        case .provisional: "provisional"
        case .stands: "stands"
        }
    }
}
