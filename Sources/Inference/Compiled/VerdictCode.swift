import RuleModel

/// A verdict as a thermometer of four bits: one more is set for each step above `no`.
///
/// The smaller of two verdicts is the bitwise "and" of their codes and the greater one the bitwise
/// "or", so that no comparison and no branch is needed, for one cluster or for 64 side by side.
struct VerdictCode: Hashable, Sendable {
    var bits: UInt8

    init(bits: UInt8) { self.bits = bits }
    init(_ verdict: Verdict) { bits = UInt8((1 << (verdict.rawValue + 2)) - 1) }

    static let no = VerdictCode(.no)
    static let open = VerdictCode(.open)
    static let yes = VerdictCode(.yes)

    var verdict: Verdict { Verdict(rawValue: bits.nonzeroBitCount - 2) ?? .open }

    var negated: VerdictCode { VerdictCode(verdict.negated) }
    /// Open counts as presumably yes; everything else stays.
    var presumed: VerdictCode { self == .open ? VerdictCode(.presumablyYes) : self }
}

/// A node of a network as somebody reads it: as it is, negated, presumed, or negated and presumed.
///
/// All four readings of a node are kept side by side, so that "not" and "unless" cost nothing.
struct Signal: Hashable, Comparable, Sendable {
    /// The node's number times four, plus the form.
    let raw: UInt32

    init(raw: UInt32) { self.raw = raw }
    init(node: Int, form: UInt32 = 0) { raw = UInt32(truncatingIfNeeded: node) << 2 | form }

    var node: Int { Int(raw >> 2) }
    var form: UInt32 { raw & 3 }

    static let plain: UInt32 = 0
    static let negatedForm: UInt32 = 1
    static let presumedForm: UInt32 = 2

    static let no = Signal(node: 0)
    static let yes = Signal(node: 0, form: negatedForm)
    static let open = Signal(node: 1)

    static func < (left: Signal, right: Signal) -> Bool { left.raw < right.raw }

    /// Whether the presumption is already in it, which no further form undoes.
    var isPresumed: Bool { raw & Signal.presumedForm != 0 }

    /// The mirror image. A presumed signal has none of its own: see `NetworkBuilder.negated`.
    var flipped: Signal { Signal(raw: raw ^ Signal.negatedForm) }
    /// With open taken for presumably yes.
    var withPresumption: Signal { Signal(raw: raw | Signal.presumedForm) }

    /// The same form of another node's signal, which must not be presumed itself.
    func reading(_ other: Signal) -> Signal {
        Signal(raw: other.raw ^ (raw & Signal.negatedForm) | (raw & Signal.presumedForm))
    }
}

/// The four forms of a verdict in one word, a byte each, the plain one lowest.
enum SignalForms {
    static func word(_ code: VerdictCode) -> UInt32 {
        UInt32(code.bits) | UInt32(code.negated.bits) << 8 | UInt32(code.presumed.bits) << 16
            | UInt32(code.negated.presumed.bits) << 24
    }

    /// By the bits of a code. Bits with gaps never arise; they count as their number.
    static let ofBits: [UInt32] = (0..<16).map { bits in
        word(VerdictCode(Verdict(rawValue: bits.nonzeroBitCount - 2) ?? .open))
    }

    /// By what a comparison finds, as bits from the lowest: that all possible values are accepted,
    /// that none is, that all presumed ones are, that none is. Firm answers go first.
    static let ofComparison: [UInt32] = (0..<16).map { found in
        if found & 1 != 0 { return word(.yes) }
        if found & 2 != 0 { return word(.no) }
        if found & 4 != 0 { return word(VerdictCode(.presumablyYes)) }
        return word(found & 8 != 0 ? VerdictCode(.presumablyNo) : .open)
    }
}
