/// A yes-or-no question of a `ClauseSolver`, or its opposite.
public struct Literal: Hashable, Comparable, Sendable {
    /// Twice the question's number, and one more where it is denied.
    let code: Int32

    init(code: Int32) { self.code = code }
    init(variable: Int) { code = Int32(truncatingIfNeeded: variable) << 1 }

    var variable: Int { Int(code >> 1) }
    var isDenied: Bool { code & 1 == 1 }
    var place: Int { Int(code) }

    public static prefix func ! (literal: Literal) -> Literal { Literal(code: literal.code ^ 1) }
    public static func < (left: Literal, right: Literal) -> Bool { left.code < right.code }

    /// A question that every solver answers with yes.
    public static let yes = Literal(variable: 0)
    public static let no = !Literal.yes
}

/// What came of looking for answers that fit together.
public enum ClauseOutcome: Hashable, Sendable {
    /// There are some; the solver holds them.
    case possible
    /// There are none.
    case impossible
    /// The search was cut off.
    case undecided
}
