/// How far the readings of a case carry a statement.
///
/// The five verdicts are ordered from a firm no to a firm yes, so that "and" is
/// the smaller of two verdicts and "or" the larger:
///
///     min(Verdict.yes, .open)          // open: one half still needs a fact
///     max(Verdict.presumablyNo, .yes)  // yes: one good reason is enough
///
/// `open` is not `no`. It says that the case is silent, and a screen that shows
/// the two alike promises more than was read.
public enum Verdict: Int, Comparable, Hashable, Sendable, CaseIterable {
    case no = -2
    case presumablyNo = -1
    case open = 0
    case presumablyYes = 1
    case yes = 2

    public static func < (left: Verdict, right: Verdict) -> Bool { left.rawValue < right.rawValue }

    /// The mirror image: what "not" makes of it.
    public var negated: Verdict {
        switch self {
        case .no: .yes
        case .presumablyNo: .presumablyYes
        case .open: .open
        case .presumablyYes: .presumablyNo
        case .yes: .no
        }
    }

    /// Yes or presumably yes.
    public var holds: Bool { self >= .presumablyYes }
    /// No or presumably no.
    public var fails: Bool { self <= .presumablyNo }

    /// What an exception with this verdict leaves of a rule: presumed absent while open.
    public var asException: Verdict { self == .open ? .presumablyYes : negated }

    /// As the notation spells it.
    public var name: String {
        switch self {
        case .no: "no"
        case .presumablyNo: "presumably-no"
        case .open: "open"
        case .presumablyYes: "presumably-yes"
        case .yes: "yes"
        }
    }
}
