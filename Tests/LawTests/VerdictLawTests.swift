import Inference
import Testing

/// The algebra of the five verdicts, tried on all of them.
@Suite struct VerdictLawTests {
    private let all = Verdict.allCases

    @Test func `not undoes itself and turns the order round`() {
        for left in all {
            #expect(left.negated.negated == left)
            for right in all { #expect((left < right) == (right.negated < left.negated)) }
        }
    }

    @Test func `not of an and is the or of the nots`() {
        for left in all {
            for right in all {
                #expect(min(left, right).negated == max(left.negated, right.negated))
                #expect(max(left, right).negated == min(left.negated, right.negated))
            }
        }
    }

    @Test func `a statement and its opposite never hold together`() {
        for verdict in all { #expect(min(verdict, verdict.negated) <= .open) }
    }

    @Test func `an exception is presumed absent while open and otherwise mirrored`() {
        for verdict in all {
            #expect(verdict.asException == (verdict == .open ? .presumablyYes : verdict.negated))
        }
    }

    @Test func `and, or and not keep a yes and a no when an open part is settled`() {
        for left in all {
            for settled in all {
                for operation in [{ min($0, $1) }, { max($0, $1) }] as [(Verdict, Verdict) -> Verdict] {
                    let before = operation(left, .open), after = operation(left, settled)
                    if before == .yes || before == .no { #expect(after == before) }
                }
            }
        }
    }
}
