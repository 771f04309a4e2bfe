import Inference
import RuleModel

/// The values that a reading could turn out to have, as far as the rules tell them apart.
struct Completions {
    private let situation: Situation
    private let cells: AnswerCells

    init(_ request: AdviceRequest) {
        situation = request.history.last ?? Situation()
        cells = AnswerCells(request.rules, history: request.history)
    }

    /// - Returns: None where there is nothing to find out.
    func options(of target: Levers.Target) -> [ValueSet] {
        let place = ReadingPlace(target)
        let reading = situation.reading(at: place)
        switch target {
        // What the case does not state is for the rules to say.
        case .concept, .classification: if reading == nil { return [] }
        case .diagnostic, .attribute, .inForce: break
        }
        let possible = reading?.possible ?? cells.domain(of: place)
        if possible.isExact { return [] }
        switch possible {
        case .members, .runs: return cells.cells(at: place, of: possible)
        case .texts(let told?): return told.map { .texts([$0]) }
        case .texts(nil):
            let named = cells.cells(at: place)
            return named + [.texts([Completions.text(otherThan: named)])]
        }
    }

    /// A text that no rule names.
    private static func text(otherThan named: [ValueSet]) -> String {
        var text = "something else"
        while named.contains(.texts([text])) { text += " still" }
        return text
    }

    /// Divides values that the rules' own bounds do not part, for sums and comparisons that do.
    ///
    /// - Returns: None where they cannot be divided, or reach too far to be gone through.
    static func parts(of values: ValueSet) -> [ValueSet] {
        if values.isExact { return [] }
        switch values {
        case .members(let mask):
            return (0..<64).map { UInt64(1) << UInt64($0) }.filter { mask & $0 != 0 }.map { .members($0) }
        case .runs(let runs):
            if runs.count > 1 { return runs.map { .runs([$0]) } }
            return runs.first?.halves.map { .runs([$0]) } ?? []
        case .texts: return []
        }
    }
}

extension TickRange {
    /// A run cut in two; what lies beyond every bound that a person would write is cut off whole.
    fileprivate var halves: [TickRange] {
        let far: Int64 = 1 << 53
        if lower < -far {
            return upper < -far ? [] : [TickRange(-far, upper), TickRange(lower, -far - 1)]
        }
        if upper > far { return lower > far ? [] : [TickRange(lower, far), TickRange(far + 1, upper)] }
        if lower == upper { return [] }
        let middle = lower + (upper - lower) / 2
        return [TickRange(lower, middle), TickRange(middle + 1, upper)]
    }
}
