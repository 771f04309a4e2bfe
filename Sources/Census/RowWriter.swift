import Advice
import RuleModel

/// Writes rows of the result.
struct RowWriter {
    private let screening: Screening
    private let isCSV: Bool
    /// For each output, what stands before its value.
    private let labels: [[UInt8]]
    private let end: [UInt8]
    /// What outputs say that say one of few words, with what stands before; for each output the first of
    /// its own, below zero for the others.
    private let words: ConstantTexts
    private let firstWords: [Int]

    init(_ screening: Screening) {
        self.screening = screening
        let isCSV = screening.form == .csv
        self.isCSV = isCSV
        end = Array((isCSV ? "\n" : "}\n").utf8)
        let labels = screening.outputs.enumerated().map { place, output in
            var sink = ByteSink()
            if isCSV {
                if place > 0 { sink.put(UInt8(ascii: ",")) }
            } else {
                sink.put(UInt8(ascii: place == 0 ? "{" : ","))
                sink.putString(output.name(in: screening.plan))
                sink.put(UInt8(ascii: ":"))
            }
            return sink.bytes
        }
        self.labels = labels
        var texts: [[UInt8]] = []
        firstWords = zip(screening.outputs, labels).map { output, label in
            let words: [String]
            switch output {
            case .package: words = TableStanding.allCases.map(\.word)
            case .verdict: words = ["no", "presumably-no", "open", "presumably-yes", "yes"]
            case .row, .input, .programme, .question, .classification: return -1
            }
            texts += words.map { label + Array((isCSV ? $0 : "\"\($0)\"").utf8) }
            return texts.count - words.count
        }
        words = ConstantTexts(texts)
    }

    /// - Parameters:
    ///   - ranks: For each of the query's facts its verdicts, row by row; `standings` the same for packages.
    ///   - number: Of a row, counted from 1 in the table.
    ///   - text: A column of the table, in a row.
    ///   - answer: What is worked out of a row by itself; asked once for each.
    func write(
        _ count: Int, ranks: [[UInt8]], standings: [[UInt8]], into sink: RowSink, number: (Int) -> Int,
        text: (Int, Int) -> UnsafeBufferPointer<UInt8>, answer: (Int) -> RowAnswers.Answer
    ) {
        var columns = [UInt8](repeating: 0, count: count * screening.outputs.count)
        for (index, output) in screening.outputs.enumerated() {
            let column: [UInt8]
            switch output {
            case .package(let id): column = standings[id.index]
            case .verdict: column = ranks[screening.places[index][0]]
            case .row, .input, .programme, .question, .classification: continue
            }
            columns.replaceSubrange(index * count..<(index + 1) * count, with: column)
        }
        let wantsAnswer = screening.outputs.contains(.programme) || screening.outputs.contains(.question)
        columns.withUnsafeBufferPointer { columns in
            firstWords.withUnsafeBufferPointer { firstWords in
                for row in 0..<count {
                    let told = wantsAnswer ? answer(row) : nil
                    for index in firstWords.indices {
                        let first = firstWords[index]
                        if first >= 0 {
                            words.put(first &+ Int(columns[index &* count &+ row]), into: sink)
                            continue
                        }
                        sink.put(labels[index])
                        switch screening.outputs[index] {
                        case .row: sink.put(Array("\(number(row))".utf8))
                        case .input(let column): put(text(column, row), into: sink)
                        case .programme: sink.put((isCSV ? told?.programme.csv : told?.programme.json) ?? [])
                        case .question: sink.put((isCSV ? told?.question.csv : told?.question.json) ?? [])
                        case .classification(let id):
                            sink.put(classification(id, screening.places[index].map { ranks[$0][row] }))
                        case .package, .verdict: break
                        }
                    }
                    sink.put(end)
                }
            }
        }
    }

    private func put(_ text: UnsafeBufferPointer<UInt8>, into sink: RowSink) {
        if isCSV, !ByteSink.needsQuotes(text) { return sink.put(text) }
        var quoted = ByteSink()
        if isCSV { quoted.putField(text) } else { quoted.putString(text) }
        sink.put(quoted.bytes)
    }

    /// The values that hold; `open` where none does and some may.
    private func classification(_ id: ID<Classification>, _ ranks: [UInt8]) -> [UInt8] {
        var sink = ByteSink()
        let values = screening.plan.rules[id].values
        let held = ranks.indices.filter { ranks[$0] >= 3 }
        let names = held.map { (ranks[$0] == 3 ? "presumably " : "") + values[$0].name }
        if names.isEmpty {
            let word = ranks.contains(2) ? "open" : ""
            if isCSV { sink.put(word) } else { sink.put(word.isEmpty ? "null" : "\"open\"") }
        } else if isCSV {
            sink.putField(names.joined(separator: "; "))
        } else {
            sink.put(UInt8(ascii: "["))
            for (place, name) in names.enumerated() {
                if place > 0 { sink.put(UInt8(ascii: ",")) }
                sink.putString(name)
            }
            sink.put(UInt8(ascii: "]"))
        }
        return sink.bytes
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
