import RuleModel

/// What a fact's verdict is worked out from.
indirect enum Formula: Hashable {
    /// Place in `PeerProgram.tests`.
    case test(Int)
    /// Place in `PeerProgram.facts`.
    case fact(Int)
    /// What a concept known by signs is without one.
    case open
    case not(Formula)
    /// Behind `unless`: presumably absent while open.
    case absent(Formula)
    case all([Formula])
    case any([Formula])
    case atLeast(Int, [Formula])

    /// Places of the facts it rests on.
    var facts: Set<Int> {
        switch self {
        case .test, .open: []
        case .fact(let place): [place]
        case .not(let inner), .absent(let inner): inner.facts
        case .all(let parts), .any(let parts), .atLeast(_, let parts): Set(parts.flatMap(\.facts))
        }
    }

    /// `at least n of` by `and` and `or` alone: so many of all but the last, or one fewer and the last.
    static func atLeast(_ number: Int, of parts: ArraySlice<Formula>) -> Formula {
        guard let last = parts.last, number > 0 else { return .all([]) }
        if number == parts.count { return .all(Array(parts)) }
        if number == 1 { return .any(Array(parts)) }
        let others = parts.dropLast()
        return .any([atLeast(number, of: others), .all([atLeast(number - 1, of: others), last])])
    }
}

/// A test of a diagnostic, in the units of `CaseColumns`.
struct Test: Hashable {
    enum Kind: Hashable {
        case atLeast(Int)
        case atMost(Int)
        /// One of a set of places of a choice.
        case among(UInt8)
    }

    var diagnostic: ID<Diagnostic>
    var kind: Kind

    init(_ diagnostic: ID<Diagnostic>, _ kind: Kind) {
        self.diagnostic = diagnostic
        self.kind = kind
    }

    /// The test that a condition makes, if it asks a diagnostic and nothing else.
    init?(_ condition: Condition, _ rules: RuleBase) throws {
        switch condition {
        case .holds(.diagnostic(let diagnostic)): self.init(diagnostic, .atLeast(1))
        case .lies(.diagnostic(let diagnostic), let accepted, _):
            self.init(diagnostic, try Kind(accepted, rules[diagnostic].measurement.type, rules))
        default: return nil
        }
    }

    func negated(in rules: RuleBase) -> Test {
        switch kind {
        case .atLeast(let number): return Test(diagnostic, .atMost(number - 1))
        case .atMost(let number): return Test(diagnostic, .atLeast(number + 1))
        case .among(let places):
            guard case .members(let all) = rules.domain(of: rules[diagnostic].measurement.type) else {
                return self
            }
            return Test(diagnostic, .among(UInt8(truncatingIfNeeded: all) & ~places))
        }
    }
}

extension Test.Kind {
    /// - Throws: `NotTranslated` for anything but a bound, or a set of a choice's values.
    init(_ accepted: ValueSet, _ type: ValueType, _ rules: RuleBase) throws {
        switch (accepted, type, rules.domain(of: type)) {
        case (.members(let places), .choice, _): self = .among(UInt8(truncatingIfNeeded: places))
        case (.members(let places), _, .members(let all)):
            if places == all & ~RuleBase.mask(count: places.trailingZeroBitCount) {
                self = .atLeast(places.trailingZeroBitCount)
            } else {
                self = .atMost(63 - places.leadingZeroBitCount)
            }
        case (.runs(let runs), _, .runs(let all)) where runs.count == 1:
            // Percents are counted in whole ones; counts are in ticks of one.
            let unit = type.ticksPerUnit
            if runs[0].upper >= all[0].upper {
                self = .atLeast(Int(runs[0].lower / unit))
            } else {
                self = .atMost(Int(runs[0].upper / unit))
            }
        default: throw NotTranslated("\(accepted)")
        }
    }
}
