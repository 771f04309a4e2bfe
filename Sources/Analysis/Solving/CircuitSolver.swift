import Inference
import RuleModel

/// Looks for a cluster in which verdicts come out as wanted, or shows that there is none.
///
///     var solver = CircuitSolver([(compiled, circuit)], cells: cells, layer: .presumed)
///     let recommended = solver.literal(wire, .high)            // at least presumably yes
///     let opposed = solver.literal(other, .high)
///     solver.solve([recommended, opposed])                     // .possible(reading), .impossible, …
///
/// Five verdicts are two questions twice over. *Firm* verdicts follow from what is possible: is it not
/// no, is it yes? *Presumed* ones follow from what is presumed: is it at least open, is it at least
/// presumably yes? Each pair is worked out from its own kind of readings and from nothing else, so that
/// a solver of one layer, in which every cell of every reading is one question, decides exactly what
/// that layer can come to. In the presumed layer a reading may always be taken for certain: what holds
/// on what is presumed holds as well where nothing else is possible.
///
/// Several circuits of the same vocabulary share their readings, so that rule sets can be compared.
public struct CircuitSolver {
    public enum Layer: Hashable, Sendable { case firm, presumed }

    /// How high a verdict reaches. In the presumed layer: at least open, at least presumably yes. In the
    /// firm one: at least presumably no, yes.
    public enum Height: Hashable, Sendable { case low, high }

    /// Which statements of derived things a cluster may make.
    public enum Statements: Hashable, Sendable {
        /// Only of what no rule concludes.
        case ofWhatNoRuleConcludes
        case all
    }

    /// Why no answer was found.
    public enum Doubt: Hashable, Sendable {
        /// The search took too long.
        case tooLong
        /// Sums, means and the like were tried for some values only.
        case figures
        case limit(RuleCircuit.Limit)
        /// The evaluator does not confirm what was found.
        case unconfirmed
    }

    public enum Answer: Sendable {
        case possible(ClusterSketch)
        case impossible
        case undecided(Doubt)
    }

    /// One of the circuits asked.
    struct Part: Sendable {
        var compiled: CompiledRules
        var circuit: RuleCircuit
        /// From the circuit's numbers to those of its rules, where they are not the same.
        var ownNumbers: WordNumbers?
    }

    private let parts: [Part]
    /// What several circuits have in common is written down once, so that it is seen to be the same.
    private var shared = SharedParts()
    let cells: InputCells
    public let layer: Layer
    private let statements: Statements
    private var solver = ClauseSolver()
    /// By circuit and node; few of a circuit's nodes are asked about.
    private var nodes: [[Int: Bits]]
    private var inputs: [RuleCircuit.Input: InputLiterals] = [:]
    private var inputOrder: [RuleCircuit.Input] = []
    private var stageBefore: Literal?
    private var figures: [(part: Int, node: Int)] = []
    /// Something that what was asked hangs on, and that is beyond the circuit.
    public private(set) var supposition: RuleCircuit.Limit?
    private var knowsFiguresBySamples = false

    /// Dead ends after which a search is cut off.
    public var conflictLimit = 20_000

    struct Bits {
        var low: Literal
        var high: Literal
    }

    private struct InputLiterals {
        /// For each cell whether it is possible.
        var cells: [Literal] = []
        /// That the case says it, for what need not be said.
        var isSaid: Literal = .yes
    }

    public init(
        _ parts: [(compiled: CompiledRules, circuit: RuleCircuit)], cells: InputCells, layer: Layer,
        statements: Statements = .ofWhatNoRuleConcludes
    ) {
        self.init(
            parts.map { Part(compiled: $0.compiled, circuit: $0.circuit) }, cells: cells, layer: layer,
            statements: statements)
    }

    init(
        _ parts: [Part], cells: InputCells, layer: Layer, statements: Statements = .ofWhatNoRuleConcludes
    ) {
        self.parts = parts
        self.cells = cells
        self.layer = layer
        self.statements = statements
        nodes = parts.map { _ in [:] }
    }

    // MARK: Asking

    /// Whether a verdict reaches a height.
    ///
    /// - Parameter part: Which of the circuits the wire is of.
    public mutating func literal(_ wire: RuleCircuit.Wire, _ height: Height, part: Int = 0) -> Literal {
        write(wire.node, part)
        let bits = read(wire, part)
        return height == .high ? bits.high : bits.low
    }

    /// A literal that holds where any of some does.
    public mutating func any(_ literals: [Literal]) -> Literal {
        let kept = Set(literals).subtracting([.no]).sorted()
        if kept.contains(.yes) { return .yes }
        guard kept.count > 1 else { return kept.first ?? .no }
        if let known = shared.any[kept] { return known }
        let whole = solver.question()
        for literal in kept { solver.add([!literal, whole]) }
        solver.add(kept + [!whole])
        if parts.count > 1 { shared.any[kept] = whole }
        return whole
    }

    public mutating func both(_ left: Literal, _ right: Literal) -> Literal {
        if left == .no || right == .no || left == !right { return .no }
        if left == .yes || left == right { return right }
        if right == .yes { return left }
        let pair = SharedParts.Pair(left: min(left, right), right: max(left, right))
        if parts.count > 1, let known = shared.both[pair] { return known }
        let whole = solver.question()
        solver.add([!whole, left])
        solver.add([!whole, right])
        solver.add([whole, !left, !right])
        if parts.count > 1 { shared.both[pair] = whole }
        return whole
    }

    /// Whether anything asked so far hangs on members of collections.
    public var asksAboutMembers: Bool {
        inputOrder.contains { input in
            switch input.place {
            case .attribute, .allListed, .concept(_, .some), .classification(_, value: _, .some): true
            default: false
            }
        }
    }

    /// What a cluster can be told of, as far as anything asked so far hangs on it.
    var placesAsked: [ReadingPlace] {
        inputOrder.filter { inputs[$0]?.isSaid != .no }.map(\.place)
    }

    /// Whether anything asked so far hangs on the stage before.
    public var looksBack: Bool { stageBefore != nil }

    /// One of the literals must hold, from now on.
    public mutating func require(_ clause: [Literal]) { solver.add(clause) }

    /// Looks for a cluster in which all of the literals hold.
    ///
    /// Where a circuit has something beyond it, that is supposed as it suits: `supposition` says so, and
    /// what is found has to be tried on an evaluator. What is impossible is so all the same.
    public mutating func solve(_ wanted: [Literal]) -> Answer {
        for _ in 0..<CircuitSolver.mostRounds {
            switch solver.solve(assuming: wanted, conflicts: conflictLimit) {
            case .undecided: return .undecided(.tooLong)
            case .impossible: return knowsFiguresBySamples ? .undecided(.figures) : .impossible
            case .possible:
                let sketch = sketch()
                if learnFigures(of: sketch) { continue }
                return .possible(sketch)
            }
        }
        return .undecided(.figures)
    }

    private static let mostRounds = 100

    // MARK: Figures

    /// Compares the figures supposed with what they come to, and rules out what was wrong.
    private mutating func learnFigures(of sketch: ClusterSketch) -> Bool {
        guard !figures.isEmpty else { return false }
        var hasLearnt = false
        for part in parts.indices {
            let mine = figures.filter { $0.part == part }
            if mine.isEmpty { continue }
            let (compiled, circuit) = (parts[part].compiled, parts[part].circuit)
            let own = parts[part].ownNumbers.map { sketch.numbered($0) } ?? sketch
            let history = own.situations(in: compiled.rules)
            let actual = circuit.figures(of: history, in: compiled)
            for figure in mine {
                guard let verdict = actual[figure.node], let bits = nodes[part][figure.node],
                    case .figure(readings: let readings, verdicts: let verdicts, accepted: _) =
                        circuit.nodes[figure.node]
                else { continue }
                let (low, high) = layer.heights(of: verdict)
                if solver.holds(bits.low) == low, solver.holds(bits.high) == high { continue }
                var premise: [Literal] = []
                for reading in readings { premise += inputs[circuit.inputs[reading]]?.cells ?? [] }
                for wire in verdicts {
                    let bits = read(wire, part)
                    premise += [bits.low, bits.high]
                }
                let denied = Set(premise).map { solver.holds($0) ? !$0 : $0 }
                solver.add(denied + [low ? bits.low : !bits.low])
                solver.add(denied + [high ? bits.high : !bits.high])
                knowsFiguresBySamples = true
                hasLearnt = true
            }
        }
        return hasLearnt
    }

    // MARK: Reading the answers

    /// The cluster of the answers found last.
    private func sketch() -> ClusterSketch {
        var members = parts.first?.circuit.members ?? [:]
        for part in parts.dropFirst() { members.merge(part.circuit.members) { first, _ in first } }
        var sketch = ClusterSketch(members: members)
        sketch.hasStageBefore = stageBefore.map { solver.holds($0) } ?? false
        for input in inputOrder {
            guard let literals = inputs[input], solver.holds(literals.isSaid) else { continue }
            if case .allListed = input.place {
                sketch.tell(input, cells: [])
                continue
            }
            let possible = literals.cells.indices.filter { solver.holds(literals.cells[$0]) }
            if possible.count == literals.cells.count, literals.isSaid == .yes { continue }
            let cells = cells.cells(of: input)
            sketch.tell(input, cells: possible.map { cells[$0] }, isEverything: possible.count == cells.count)
        }
        return sketch
    }

    // MARK: Writing nodes down

    private func read(_ wire: RuleCircuit.Wire, _ part: Int) -> Bits {
        guard var bits = nodes[part][wire.node] else { return Bits(low: .no, high: .no) }
        if wire.isNegated { bits = Bits(low: !bits.high, high: !bits.low) }
        // Whether open is taken for presumably yes makes no difference to what is firm.
        if wire.isPresumed, layer == .presumed { bits.high = bits.low }
        return bits
    }

    /// Writes a node down with all that it reads.
    private mutating func write(_ root: Int, _ part: Int) {
        var waiting = [root]
        while let node = waiting.last {
            if nodes[part][node] != nil {
                waiting.removeLast()
                continue
            }
            let below = parts[part].circuit.nodes[node].read.filter { nodes[part][$0] == nil }
            if below.isEmpty {
                nodes[part][node] = bits(of: node, part)
                waiting.removeLast()
            } else {
                waiting += below
            }
        }
    }

    private mutating func bits(of node: Int, _ part: Int) -> Bits {
        let circuit = parts[part].circuit
        switch circuit.nodes[node] {
        case .no: return Bits(low: .no, high: .no)
        case .open: return Bits(low: .yes, high: .no)
        case .smaller(let left, let right):
            let (left, right) = (read(left, part), read(right, part))
            let low = both(left.low, right.low)
            let high = left.low == left.high && right.low == right.high ? low : both(left.high, right.high)
            return Bits(low: low, high: high)
        case .lies(let input, let accepted):
            return lies(literals(of: circuit.inputs[input]), circuit.inputs[input], accepted)
        case .isSaid(let input):
            let said = literals(of: circuit.inputs[input]).isSaid
            return Bits(low: said, high: said)
        case .statedAtLeast(let input, let accepted):
            let literals = literals(of: circuit.inputs[input])
            let bits = lies(literals, circuit.inputs[input], accepted)
            return Bits(low: both(literals.isSaid, bits.low), high: both(literals.isSaid, bits.high))
        case .statedAtMost(let input, let accepted):
            let literals = literals(of: circuit.inputs[input])
            let bits = lies(literals, circuit.inputs[input], accepted)
            return Bits(
                low: !both(literals.isSaid, !bits.low), high: !both(literals.isSaid, !bits.high))
        case .hasStageBefore:
            let literal = stageBefore ?? solver.question()
            stageBefore = literal
            return Bits(low: literal, high: literal)
        case .compares(let left, let comparison, let right):
            return compares(operand(left, circuit), comparison, operand(right, circuit))
        case .figure(readings: let readings, verdicts: _, accepted: _):
            for reading in readings { _ = literals(of: circuit.inputs[reading]) }
            let form = parts.count > 1 ? circuit.figureForms[node].map { key(of: $0, part) } : nil
            if let form, let known = shared.figures[form] { return known }
            figures.append((part, node))
            let bits = supposed()
            if let form { shared.figures[form] = bits }
            return bits
        case .beyond(let limit):
            supposition = supposition ?? limit
            return supposed()
        }
    }

    private func key(of form: FigureForm, _ part: Int) -> SharedParts.FigureKey {
        let verdicts = form.verdicts.map { read($0, part) }
        return SharedParts.FigureKey(
            text: form.text, readings: form.readings.map { parts[part].circuit.inputs[$0] },
            verdicts: verdicts.flatMap { [$0.low, $0.high] })
    }

    /// Any verdict at all.
    private mutating func supposed() -> Bits {
        let bits = Bits(low: solver.question(), high: solver.question())
        solver.add([!bits.high, bits.low])
        return bits
    }

    private mutating func lies(
        _ literals: InputLiterals, _ input: RuleCircuit.Input, _ accepted: ValueSet
    ) -> Bits {
        let cells = cells.cells(of: input)
        let inside = cells.indices.filter { cells[$0].values.isSubset(of: accepted) }
        let outside = cells.indices.filter { !cells[$0].values.isSubset(of: accepted) }
        return Bits(
            low: any(inside.map { literals.cells[$0] }), high: !any(outside.map { literals.cells[$0] }))
    }

    private mutating func literals(of input: RuleCircuit.Input) -> InputLiterals {
        if let known = inputs[input] { return known }
        var literals = InputLiterals()
        switch input.place {
        case .allListed: literals.isSaid = solver.question()
        case .concept, .classification:
            literals.isSaid =
                statements == .all || !cells.isDrawn(input.place) ? solver.question() : .no
        case .diagnostic, .attribute, .inForce: break
        }
        if case .allListed = input.place {
        } else if literals.isSaid != .no {
            literals.cells = possibilities(cells.cells(of: input))
        } else {
            literals.cells = cells.cells(of: input).map { _ in .yes }
        }
        inputs[input] = literals
        inputOrder.append(input)
        // What the stage before says is said at the next one as well, if only that it is not known.
        if literals.isSaid != .yes {
            let other = input.atOtherStage
            if let known = inputs[other] {
                let (before, now) =
                    input.isOfStageBefore ? (literals.isSaid, known.isSaid) : (known.isSaid, literals.isSaid)
                solver.add([!before, now])
            }
        }
        return literals
    }

    private mutating func possibilities(_ cells: [InputCells.Cell]) -> [Literal] {
        let literals = cells.map { _ in solver.question(firstTry: true) }
        solver.add(cells.indices.filter { !cells[$0].isEnd }.map { literals[$0] })
        if cells.count > 1 {
            if cells[0].isEnd { solver.add([!literals[0], literals[1]]) }
            if cells[cells.count - 1].isEnd {
                solver.add([!literals[cells.count - 1], literals[cells.count - 2]])
            }
        }
        return literals
    }

    // MARK: Comparisons

    /// The values an operand may have, each with whether it does.
    private mutating func operand(_ operand: RuleCircuit.Operand, _ circuit: RuleCircuit)
        -> [(value: ValueSet, isPossible: Literal)]
    {
        switch operand {
        case .known(let values): return [(values, .yes)]
        case .input(let input):
            let literals = literals(of: circuit.inputs[input])
            return zip(cells.cells(of: circuit.inputs[input]), literals.cells).map { ($0.values, $1) }
        }
    }

    /// Yes where the comparison holds of all pairs of possible values, no where it holds of none.
    private mutating func compares(
        _ left: [(value: ValueSet, isPossible: Literal)], _ comparison: Comparison,
        _ right: [(value: ValueSet, isPossible: Literal)]
    ) -> Bits {
        var holding: [Literal] = []
        var failing: [Literal] = []
        for one in left {
            let answers = right.map { one.value.answers(comparison, $0.value) }
            let accepted = any(right.indices.filter { answers[$0] != false }.map { right[$0].isPossible })
            holding.append(both(one.isPossible, accepted))
            let refused = any(right.indices.filter { answers[$0] != true }.map { right[$0].isPossible })
            failing.append(both(one.isPossible, refused))
        }
        return Bits(low: any(holding), high: !any(failing))
    }
}

/// What was written down already, by what it is made of.
private struct SharedParts {
    struct Pair: Hashable {
        var left: Literal
        var right: Literal
    }

    struct FigureKey: Hashable {
        var text: String
        var readings: [RuleCircuit.Input]
        var verdicts: [Literal]
    }

    var both: [Pair: Literal] = [:]
    var any: [[Literal]: Literal] = [:]
    var figures: [FigureKey: CircuitSolver.Bits] = [:]
}

extension CircuitSolver.Layer {
    /// Whether a verdict reaches the layer's heights.
    public func heights(of verdict: Verdict) -> (low: Bool, high: Bool) {
        switch self {
        case .firm: (verdict != .no, verdict == .yes)
        case .presumed: (verdict >= .open, verdict >= .presumablyYes)
        }
    }
}

extension RuleCircuit.Node {
    /// The nodes it reads.
    var read: [Int] {
        switch self {
        case .smaller(let left, let right): [left.node, right.node]
        case .figure(readings: _, verdicts: let verdicts, accepted: _): verdicts.map(\.node)
        default: []
        }
    }
}

extension ValueSet {
    /// Whether a comparison holds of all pairs of values (`true`), of none (`false`), or of some.
    fileprivate func answers(_ comparison: Comparison, _ other: ValueSet) -> Bool? {
        if comparison == .exactly {
            if isDisjoint(with: other) { return false }
            return self == other && isOneValue ? true : nil
        }
        guard let one = ends, let two = other.ends else { return nil }
        switch comparison {
        case .atLeast: return one.lower >= two.upper ? true : (one.upper < two.lower ? false : nil)
        case .atMost: return one.upper <= two.lower ? true : (one.lower > two.upper ? false : nil)
        case .above: return one.lower > two.upper ? true : (one.upper <= two.lower ? false : nil)
        case .below: return one.upper < two.lower ? true : (one.lower >= two.upper ? false : nil)
        case .exactly: return nil
        }
    }

    private var isOneValue: Bool {
        switch self {
        case .members(let mask): mask.nonzeroBitCount == 1
        case .runs(let runs): runs.count == 1 && runs[0].lower == runs[0].upper
        case .texts(let texts): texts?.count == 1
        }
    }

    private var ends: TickRange? {
        switch self {
        case .members(0), .texts: nil
        case .members(let mask):
            TickRange(Int64(mask.trailingZeroBitCount), 63 - Int64(mask.leadingZeroBitCount))
        case .runs(let runs):
            runs.first.flatMap { first in runs.last.map { TickRange(first.lower, $0.upper) } }
        }
    }
}
