import Inference
import RuleModel

/// Reads a value as a case file writes it, or says why it is none.
public typealias ValueWording = @Sendable (TablePlan.Read, String) -> Result<Reading, TableFault>

/// Reads one column, text after text. What was read once is remembered.
final class ColumnReader {
    let read: TablePlan.ReadColumn
    /// `nil` where no rule reads the diagnostic, and for attributes of members.
    let column: TableColumn?
    let plan: TablePlan
    private let wording: ValueWording
    private let point: UInt8
    private let cellCount: Int32
    private let domain: TickRange
    private var known = TextTable()
    private var tolds: [Told] = []
    private var reasons: [String] = []

    /// How many plain shares were read whose unit nobody stated, and the largest of them.
    private(set) var unstatedShares = 0
    private(set) var largestShare: Int64 = 0
    /// Whether one of them was above zero and below one percent.
    private(set) var hasSmallShares = false
    private let isShareUnstated: Bool
    /// Texts that the mapping explains although they could be numbers.
    private let explained: Set<[UInt8]>

    /// What texts tell that are no plain numbers.
    struct Told {
        var reading: Reading
        var possible: [UInt64]
        var presumed: [UInt64]

        /// The one cell that is possible, if it is one.
        var onlyCell: Int? {
            let set = possible.indices.filter { possible[$0] != 0 }
            guard set.count == 1, possible[set[0]].nonzeroBitCount == 1, possible == presumed else {
                return nil
            }
            return set[0] * 64 + possible[set[0]].trailingZeroBitCount
        }
    }

    /// What a text says.
    ///
    /// A number from 0 on stands for the cells it leaves possible, so that two rows with the same numbers
    /// have the same verdicts.
    struct Code: Hashable {
        var raw: Int32
        static let blank = Code(raw: -1)
        var isUnreadable: Bool { raw < -1 }
    }

    init(
        _ read: TablePlan.ReadColumn, plan: TablePlan, compiled: CompiledRules,
        wording: @escaping ValueWording
    ) {
        self.read = read
        self.plan = plan
        self.wording = wording
        column = read.diagnostic.flatMap { TableColumn($0, in: compiled) }
        cellCount = Int32(column?.count ?? 1)
        point = UInt8(ascii: plan.hasDecimalComma ? "," : ".")
        isShareUnstated = read.type.isPercent && !read.isUnitStated
        explained = Set((plan.blanks + read.words.map(\.text)).map { Array($0.utf8) })
        if case .runs(let runs) = plan.rules.domain(of: read.type), let first = runs.first {
            domain = first
        } else {
            domain = .unbounded
        }
    }

    /// Forgets what was read, once that is much. Codes given before mean nothing any more.
    ///
    /// - Returns: Whether it did.
    func makeRoom() -> Bool {
        guard known.count > 4_096 else { return false }
        known = TextTable()
        tolds = []
        reasons = []
        return true
    }

    func code(of text: UnsafeBufferPointer<UInt8>) -> Code {
        if text.isEmpty { return .blank }
        if let unit = read.unit, !isExplained(text), let number = DecimalText(text, point: point),
            let run = ticks(of: number, unit), run.lower >= domain.lower, run.upper <= domain.upper
        {
            if isShareUnstated, !number.hasPercentSign { note(run.upper) }
            guard let column else { return Code(raw: 0) }
            let cell = column.cell(of: run.lower)
            // What is read whole is more than its cell.
            if !column.isReadWhole, run.lower == run.upper || column.cell(of: run.upper) == cell {
                return Code(raw: Int32(cell))
            }
        }
        if let found = known.value(of: text) { return Code(raw: found) }
        let found = codeOfRun(text) ?? codeOfWords(text)
        known.insert(text, found.raw)
        return found
    }

    /// Takes note of a share without a unit.
    private func note(_ share: Int64) {
        unstatedShares &+= 1
        if share > largestShare { largestShare = share }
        if share > 0, share < 10_000 { hasSmallShares = true }
    }

    private func isExplained(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        !explained.isEmpty
            && explained.contains(Array(text.drop { $0 == 32 }.reversed().drop { $0 == 32 }.reversed()))
    }

    /// Of a plain number that is read whole, or lies between two cells.
    private func codeOfRun(_ text: UnsafeBufferPointer<UInt8>) -> Code? {
        guard let column, let unit = read.unit, !isShareUnstated, !isExplained(text),
            let number = DecimalText(text, point: point), let run = ticks(of: number, unit),
            run.lower >= domain.lower, run.upper <= domain.upper
        else { return nil }
        let reading = Reading(possible: .ticks(run.lower, run.upper))
        let cells = column.mask(of: reading.possible)
        tolds.append(Told(reading: reading, possible: cells, presumed: cells))
        return Code(raw: cellCount + Int32(tolds.count - 1))
    }

    /// The reading behind a code that is neither blank nor unreadable.
    func reading(_ code: Code, of text: UnsafeBufferPointer<UInt8>) -> Reading? {
        if code.raw >= cellCount { return tolds[Int(code.raw - cellCount)].reading }
        guard code.raw >= 0 else { return nil }
        if let unit = read.unit, !isExplained(text), let number = DecimalText(text, point: point),
            let run = ticks(of: number, unit)
        {
            return Reading(possible: .ticks(run.lower, run.upper))
        }
        // A word that leaves one cell possible is not kept.
        return try? outcome(of: String(decoding: text, as: UTF8.self).trimmedBlanks).get()
    }

    func told(_ code: Code) -> Told? { code.raw >= cellCount ? tolds[Int(code.raw - cellCount)] : nil }

    func reason(_ code: Code) -> String { code.isUnreadable ? reasons[Int(-2 - code.raw)] : "" }

    /// How far a yes/no holds, from 0 for no to 4 for yes.
    func rank(_ code: Code) -> UInt8 {
        guard let reading = told(code)?.reading else {
            // The cells of a yes/no are its values.
            return read.type == .yesNo && code.raw >= 0 ? (code.raw == 0 ? 0 : 4) : 2
        }
        return reading.rankOfYes
    }

    // MARK: Numbers

    private func ticks(of number: DecimalText, _ unit: ColumnUnit) -> (lower: Int64, upper: Int64)? {
        if number.hasPercentSign {
            // A sign says the unit itself.
            return read.type.isPercent ? number.ticks(factor: 10_000) : nil
        }
        if number.mayBeThousands, isGroupingUnclear { return nil }
        guard let run = number.ticks(factor: unit.factor) else { return nil }
        // Things and days are whole.
        return read.type.ticksPerUnit == 1 && run.lower != run.upper ? nil : run
    }

    // MARK: Words

    private func codeOfWords(_ text: UnsafeBufferPointer<UInt8>) -> Code {
        guard let words = String(validating: text, as: UTF8.self) else {
            return refused("it is not UTF-8 text; convert the table")
        }
        let trimmed = String(words.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        if trimmed.isEmpty || plan.blanks.contains(trimmed) { return .blank }
        switch outcome(of: trimmed) {
        case .failure(let fault):
            return refused(fault.message + (fault.help.map { "; \($0)" } ?? ""))
        case .success(let reading):
            let told = Told(
                reading: reading, possible: column?.mask(of: reading.possible) ?? [],
                presumed: column?.mask(of: reading.presumed) ?? [])
            if let column, !column.isReadWhole, let cell = told.onlyCell { return Code(raw: Int32(cell)) }
            tolds.append(told)
            return Code(raw: cellCount + Int32(tolds.count - 1))
        }
    }

    private func refused(_ reason: String) -> Code {
        reasons.append(reason)
        return Code(raw: -1 - Int32(reasons.count))
    }

    /// What a text that is no plain number says.
    func outcome(of text: String) -> Result<Reading, TableFault> {
        func refusal(_ reason: String) -> Result<Reading, TableFault> { .failure(TableFault(reason)) }
        var text = text
        let meaning = read.words.first { $0.text == text }?.meaning
        if let meaning { text = meaning }
        if text.utf8.contains(0) { return refusal("it holds a NUL byte") }
        if text.utf8.count > 200 { return refusal("it is longer than a value") }
        if case .text = read.type { return .success(Reading(possible: .texts([text]))) }
        // What the mapping says of a word is in the words of cases.
        if meaning == nil {
            switch numerals(text) {
            case .success(let plain): text = plain
            case .failure(let fault): return .failure(fault)
            }
        }
        if let number = plainNumber(text) ?? range(text) { return number }
        if let values = plan.rules.namedValues(of: read.type) {
            let name = TablePlan.plain(text)
            if let place = values.firstIndex(where: { $0.name == name }) {
                return .success(Reading(possible: .members(1 << UInt64(place))))
            }
            if read.type == .yesNo, let isYes = ["y": true, "true": true, "n": false, "false": false][name] {
                return .success(Reading(possible: isYes ? .yes : .no))
            }
            // A note in quotes may hold any numbers.
            let told = text.prefix { $0 != "\"" }
            if told.split(whereSeparator: { " .,".contains($0) }).contains(where: { Double($0) != nil }) {
                return refusal(
                    "a number is none of \(values.map(\.name).joined(separator: ", ")); say in a mapping which "
                        + "it means: where \"\(text)\" is …")
            }
        }
        if text.contains(where: { "{}#\n\r".contains($0) }) { return refusal(expected) }
        if let refused = numberRefusal(text) { return refusal(refused) }
        switch wording(read.subject, text) {
        case .success(let reading): return .success(reading)
        case .failure: return refusal(expected + numberAdvice(text))
        }
    }

    private func plainNumber(_ text: String) -> Result<Reading, TableFault>? {
        var text = text
        guard let unit = read.unit, let number = text.withUTF8({ DecimalText($0, point: point) }),
            let run = ticks(of: number, unit), run.lower >= domain.lower, run.upper <= domain.upper
        else { return nil }
        return .success(Reading(possible: .ticks(run.lower, run.upper)))
    }

    /// `40..60`, in the column's unit.
    private func range(_ text: String) -> Result<Reading, TableFault>? {
        guard let unit = read.unit, let dots = text.firstRange(of: "..") else { return nil }
        func number(_ text: Substring) -> (lower: Int64, upper: Int64, hasSign: Bool)? {
            var text = String(text)
            return text.withUTF8 { bytes in
                guard let number = DecimalText(bytes, point: point), let run = ticks(of: number, unit) else {
                    return nil
                }
                return (run.lower, run.upper, number.hasPercentSign)
            }
        }
        guard let low = number(text[..<dots.lowerBound]), let high = number(text[dots.upperBound...]),
            low.hasSign == high.hasSign
        else { return nil }
        guard low.lower <= high.upper, low.lower >= domain.lower, high.upper <= domain.upper else {
            return .failure(TableFault(low.lower > high.upper ? "the range runs backwards" : outside))
        }
        if isShareUnstated, !high.hasSign { note(high.upper) }
        return .success(Reading(possible: .ticks(low.lower, high.upper)))
    }

    /// Why a plain number is no value here.
    private func numberRefusal(_ text: String) -> String? {
        var text = text
        let number = text.withUTF8 { DecimalText($0, point: point) }
        guard let number else { return nil }
        guard let unit = read.unit else {
            guard let units = ColumnUnit.statement(for: read.type) else { return nil }
            return "it has no unit; state one in a mapping, \(units)"
        }
        if let run = number.ticks(factor: unit.factor) {
            if run.lower < domain.lower || run.upper > domain.upper { return outside }
            if read.type.ticksPerUnit == 1, run.lower != run.upper { return "it is not a whole number" }
        }
        return nil
    }

    private var outside: String { read.type.isPercent ? "it is not between 0 and 100 %" : "it is below zero" }

    var expected: String {
        if let values = plan.rules.namedValues(of: read.type) {
            return "it is none of \(values.map(\.name).joined(separator: ", "))"
        }
        return switch read.type {
        case .date: "it is no date such as 1994, 1994-05 or 1994-05-12"
        case .text: "it is no text"
        default: "it is no number\(plan.hasDecimalComma ? " with a decimal comma" : "")"
        }
    }
}
