import Advice
import Inference
import RuleModel

/// How a table is to be screened: made once, and shared by all who work at it.
public struct Screening: Sendable {
    public let plan: TablePlan
    /// Of tables of members, none before that of the collection it is within.
    public let members: [TablePlan]
    public private(set) var outputs: [OutputColumn]
    public private(set) var form: ResultForm
    let compiled: CompiledRules
    let evaluator: Evaluator
    /// Columns that are read although no rule asks about them.
    public var unaskedColumns: [TablePlan.Column] {
        zip(plan.columns, readers(of: plan)).filter { $1.map { $0.column == nil } ?? false }.map(\.0)
    }
    let wording: ValueWording
    /// How many packages of the programme are written.
    let top: Int
    /// The column that a summary goes by; `nil` without one.
    public private(set) var group: Grouping?
    /// Whether only what the table says is wanted.
    private(set) var isForReading = false
    let query: TableQuery
    let standings: TableStandings
    let outlines: ProgrammeOutlines
    /// Whether where packages stand is wanted, by a column or by the summary.
    let wantsStandings: Bool
    /// For each output the places among the query's facts of what it shows.
    let places: [[Int]]

    /// - Throws: A fault where a word of the mapping means nothing.
    public init(
        _ plan: TablePlan, members: [TablePlan] = [], outputs: [OutputColumn], form: ResultForm, top: Int,
        group: Grouping?, compiled: CompiledRules, evaluator: @escaping Evaluator,
        wording: @escaping ValueWording
    ) throws(TableFault) {
        self.plan = plan
        self.members = members
        self.outputs = outputs
        self.form = form
        self.top = top
        self.group = group
        self.compiled = compiled
        self.evaluator = evaluator
        self.wording = wording
        standings = TableStandings(evaluator([Situation()], []))
        outlines = ProgrammeOutlines(plan.rules)
        wantsStandings =
            group != nil || outputs.contains { if case .package = $0 { true } else { false } }
        var facts = wantsStandings ? standings.facts : []
        var numbers = Dictionary(facts.enumerated().map { ($1, $0) }) { first, _ in first }
        func place(_ fact: Fact) -> Int {
            if let known = numbers[fact] { return known }
            numbers[fact] = facts.count
            facts.append(fact)
            return facts.count - 1
        }
        places = outputs.map { output in
            switch output {
            case .verdict(let package): [place(.recommended(package))]
            case .classification(let id):
                plan.rules[id].values.indices.map {
                    place(.classification(ClassificationValue(id, $0), member: nil))
                }
            case .row, .input, .programme, .question, .package: []
            }
        }
        query = TableQuery(facts, in: compiled)
        try requireKnownWords()
    }

    /// What a summary goes by.
    public enum Grouping: Sendable {
        /// The texts of a column, by place.
        case column(Int)
        /// All rows are one group.
        case whole
    }

    /// The same without anything to be worked out: what a table says is read and no more.
    public var readingOnly: Screening {
        var screening = self
        screening.outputs = []
        screening.group = nil
        screening.isForReading = true
        return screening
    }

    /// The same with nothing but what would be asked first, a line to each row.
    var asking: Screening {
        var screening = self
        screening.outputs = [.question]
        screening.form = .csv
        screening.group = nil
        return screening
    }

    /// Columns of the table whose texts come out as they stand, without being read as a value.
    var shownColumns: [Int] {
        var columns = Set(outputs.compactMap { if case .input(let place) = $0 { place } else { nil } })
        if case .column(let place) = group { columns.insert(place) }
        return columns.filter { place in
            if case .reading = plan.columns[place].use { false } else { true }
        }.sorted()
    }

    /// Every word that the mapping explains must mean something.
    private func requireKnownWords() throws(TableFault) {
        for plan in [plan] + members {
            for (column, reader) in zip(plan.columns, readers(of: plan)) {
                for word in reader?.read.words ?? [] {
                    if case .failure(let fault) = reader?.outcome(of: word.text) {
                        if column.constant != nil {
                            throw TableFault(
                                "the mapping says that `\(column.name)` is always `\(word.text)`: \(fault.message)"
                            )
                        }
                        throw TableFault(
                            "the mapping of `\(column.name)` says that `\(word.text)` is `\(word.meaning)`: \(fault.message)"
                        )
                    }
                }
            }
        }
    }

    /// One for each column that is read.
    func readers(of plan: TablePlan) -> [ColumnReader?] {
        plan.columns.map { column in
            guard case .reading(let read) = column.use else { return nil }
            return ColumnReader(read, plan: plan, compiled: compiled, wording: wording)
        }
    }

    /// The first line of the result; nothing where rows name their values themselves.
    public var head: [UInt8] {
        guard form == .csv, !outputs.isEmpty else { return [] }
        var sink = ByteSink()
        for (place, output) in outputs.enumerated() {
            if place > 0 { sink.put(UInt8(ascii: ",")) }
            sink.putField(output.name(in: plan))
        }
        sink.put(UInt8(ascii: "\n"))
        return sink.bytes
    }
}
