import RuleModel

/// The rules of one shape as a network: inputs, and gates that each take the smaller of two signals.
///
/// With "not" in the signals themselves one kind of gate is enough: the greater of two verdicts is
/// the mirror image of the smaller of their mirror images. Nodes are numbered inputs first, then
/// gates, each after what it reads; recursion alone goes back, through latches.
struct Network: Sendable {
    /// The smaller of two signals.
    struct Gate: Sendable {
        var left: Signal
        var right: Signal
    }

    /// What is done in order; gates by their place, not by their node.
    indirect enum Step: Sendable {
        case gates(Range<Int>)
        case figure(Int)
        /// Repeated, from "no" on, until no latch rises.
        case loop(latches: [Latch], [Step])
    }

    /// A node through which a fact that rests on itself is read: what the round before gave.
    struct Latch: Sendable {
        var node: Int
        var source: Signal
    }

    /// A comparison of a reading with a set of accepted cells.
    struct Atom: Sendable {
        var node: Int32
        /// Where the reading's words begin among those of all readings.
        var firstWord: Int32
        /// Where the mask begins in `maskWords`.
        var mask: Int32
        var words: Int32
    }

    /// A reading and how it is encoded.
    struct SlotLayout: Sendable {
        var slot: Slot
        /// Its first word among the words of all readings.
        var firstWord: Int
        var cells: Cells
        /// What a case leaves that says nothing.
        var domain: ValueSet
        var domainMask: [UInt64]
        /// Some figure wants the values themselves.
        var isReadWhole: Bool
    }

    struct OpenEnd: Sendable {
        var node: Int
        var collection: ID<Collection>
        var parent: Int32?
    }

    /// A fact that the case may state: the verdict is kept between the two nodes' verdicts.
    struct Statement: Sendable {
        var fact: Fact
        /// No, and when stated the statement's verdict; `nil` where nothing reads it.
        var lower: Int?
        /// Yes, and when stated the statement's verdict; `nil` where no rule could raise the fact.
        var upper: Int?
    }

    /// A comparison that needs more than masks: sums, trends, one reading against another.
    struct Figure: Sendable {
        var node: Int
        var test: Test
        enum Test: Sendable {
            case lies(GroundFigure<Signal>, in: ValueSet)
            case compares(GroundFigure<Signal>, Comparison, GroundFigure<Signal>)
        }
    }

    var atoms: [Atom] = []
    var maskWords: [UInt64] = []
    var slots: [SlotLayout] = []
    var slotNumbers: [Slot: Int] = [:]
    var readingWords = 0
    var openEnds: [OpenEnd] = []
    var statements: [Statement] = []
    var statementNumbers: [Fact: Int] = [:]
    var retrospects: [(node: Int, retrospect: Retrospect)] = []
    var figures: [Figure] = []
    /// What figures want of the stage before.
    var pastFigures: [PastFigure: Int] = [:]
    var gates: [Gate] = []
    /// The node of the first gate.
    var firstGate = 2
    var steps: [Step] = []

    var nodeCount: Int { firstGate + gates.count }

    struct PastFigure: Hashable, Sendable {
        var formula: FormulaID
        var frame: Frame
    }
}
