/// How many times likelier one thing is than another, over any number of answers.
///
///     var odds = Odds(1)
///     for _ in 0..<10_000 { odds *= 0.25 }
///     odds < Odds(1e-300)         // true; a Double would have been 0 long before
///
/// A plain product of many weights leaves the range of a `Double`, where all that is unlikely looks alike.
/// The power of two is therefore kept apart from the rest. Logarithms would do as well, but are rounded
/// differently from machine to machine; scaling by a power of two is exact on each.
public struct Odds: Hashable, Comparable, Sendable {
    /// From 1 up to, but not including, `step`.
    private var rest: Double
    /// How often `step` is to be taken times the rest.
    private var steps = 0

    private static let step = 0x1p64

    /// - Precondition: the ratio is finite and greater than 0.
    public init(_ ratio: Double) {
        rest = ratio
        scale()
    }

    public static func *= (odds: inout Odds, weight: Double) {
        odds.rest *= weight
        odds.scale()
    }

    public static func < (left: Odds, right: Odds) -> Bool {
        left.steps == right.steps ? left.rest < right.rest : left.steps < right.steps
    }

    private mutating func scale() {
        precondition(rest > 0 && rest.isFinite, "odds are neither nothing nor without bound")
        while rest >= Odds.step {
            rest /= Odds.step
            steps += 1
        }
        while rest < 1 {
            rest *= Odds.step
            steps -= 1
        }
    }
}
