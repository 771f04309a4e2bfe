import Inference
import RuleModel

/// What an analysis of the rules asks, over all clusters there can be.
public enum FaultQuestion: String, Hashable, Sendable, CaseIterable {
    case deadRules = "dead-rules"
    case deadPackages = "dead-packages"
    case contradictions
    case contestedKinds = "contested-kinds"
    case redundantRules = "redundant-rules"
    case idleConditions = "idle-conditions"
    case swallowedRules = "swallowed-rules"
    case gaps
    case holes
    case opposedClaims = "opposed-claims"
    case cycles
}

/// Something about the rules that no single case shows, with a cluster that shows it.
public struct RuleFault: Hashable, Sendable {
    public enum Matter: Hashable, Sendable {
        /// No cluster makes the rule fire.
        ///
        /// - Parameter together: Places in `Rule.conjuncts` of conditions that cannot hold together: none
        ///   of them could be left out.
        case deadRule(ID<Rule>, together: [Int])
        /// No cluster makes any rule recommend it.
        case deadPackage(ID<Package>)
        /// Whenever it is recommended it is advised against as well.
        case alwaysContested(ID<Package>)
        /// One rule recommends what another advises against.
        ///
        /// - Parameter always: Whenever the first fires, so does the second.
        case contradiction(ID<Package>, recommending: ID<Rule>, opposing: ID<Rule>, always: Bool)
        /// Two values of a classification that has one.
        case contestedKind(ID<Classification>, Int, Int, rules: [ID<Rule>])
        /// Whenever the rule fires, the other says the same at least as firmly.
        ///
        /// - Parameter isMutual: And the other way round.
        case redundantRule(ID<Rule>, by: ID<Rule>, isMutual: Bool)
        /// The rule is the same without the condition, by its place in `Rule.conjuncts`.
        case idleCondition(ID<Rule>, Int)
        /// The rule is the same without the exception.
        case idleException(ID<Rule>, Int)
        /// An exception, or all of them together (`nil`), holds whenever the conditions do.
        ///
        /// - Parameter whileUnknown: The rule fires as long as nobody knows about the exception.
        case swallowedRule(ID<Rule>, by: Int?, whileUnknown: Bool)
        /// Of a kind of cluster for which nothing is ever advised, of a lens's value or at all.
        case gap(ClassificationValue, lens: ID<Lens>?, value: Int)
        /// A value between the rules that divide a diagnostic into kinds.
        case hole(ID<Classification>, ID<Diagnostic>, ValueSet)
        /// One claim speaks for and against a package at once.
        case opposedClaim(ID<Claim>, ID<Package>, recommending: ID<Rule>, opposing: ID<Rule>)
        /// Each before, or rather than, the next, and the last before the first.
        case cycle([ID<Package>], isOfPreference: Bool)
    }

    public var matter: Matter
    /// A smallest cluster that shows it, tried on the reference evaluator.
    public var witness: FaultWitness
    /// What it holds of.
    public var scope: SearchScope
    /// Rule base and tests say that it is meant so.
    public var isKnown = false
    /// What lets it stand, and why.
    public var allowance: FaultAllowance?
}

/// A cluster as a case tells it, with what to look at in it.
public struct FaultWitness: Hashable, Sendable {
    public var stages: [Stage]
    /// Facts whose proofs show the fault.
    public var facts: [Fact]
    public var readingCount: Int
}

/// Of which clusters it has been shown that none is so.
public struct SearchScope: Hashable, Sendable {
    /// Members told in every collection, at most; `nil` where the rules in question ask about none.
    public var membersAtMost: Int?
    /// The rules in question look back, and one stage before was considered.
    public var looksBack = false
}

/// What came of asking one question of everything it can be asked of.
public struct QuestionTally: Hashable, Sendable {
    public var question: FaultQuestion
    /// How often it was asked, of rules, pairs of rules, packages.
    public var asked = 0
    public var found = 0
    /// Of those found, how many the rule base says are meant.
    public var known = 0
    /// Of those found, how many a file lets stand.
    public var allowed = 0
    public var undecided: [Undecided] = []

    public struct Undecided: Hashable, Sendable {
        /// What was asked about.
        public var about: [FaultSubject]
        public var doubt: CircuitSolver.Doubt
    }

    init(_ question: FaultQuestion) { self.question = question }
}

/// A thing a question is about.
public enum FaultSubject: Hashable, Sendable {
    case rule(ID<Rule>)
    case package(ID<Package>)
    case classification(ID<Classification>)

    func origin(in rules: RuleBase) -> Origin {
        switch self {
        case .rule(let rule): rules[rule].origin
        case .package(let package): rules[package].origin
        case .classification(let id): rules[id].origin
        }
    }
}

extension RuleFault.Matter {
    /// What it is about: where an allowance of it can stand.
    var subjects: [FaultSubject] {
        switch self {
        case .deadRule(let rule, _), .idleCondition(let rule, _), .idleException(let rule, _),
            .swallowedRule(let rule, _, _):
            [.rule(rule)]
        case .deadPackage(let package), .alwaysContested(let package): [.package(package)]
        case .contradiction(_, recommending: let one, opposing: let other, _),
            .redundantRule(let one, let other, _),
            .opposedClaim(_, _, recommending: let one, opposing: let other):
            [.rule(one), .rule(other)]
        case .contestedKind(let id, _, _, _), .hole(let id, _, _): [.classification(id)]
        case .gap(let kind, _, _): [.classification(kind.classification)]
        case .cycle(let packages, _): packages.map { .package($0) }
        }
    }

    /// The question it answers.
    public var question: FaultQuestion {
        switch self {
        case .deadRule: .deadRules
        case .deadPackage, .alwaysContested: .deadPackages
        case .contradiction: .contradictions
        case .contestedKind: .contestedKinds
        case .redundantRule: .redundantRules
        case .idleCondition, .idleException: .idleConditions
        case .swallowedRule: .swallowedRules
        case .gap: .gaps
        case .hole: .holes
        case .opposedClaim: .opposedClaims
        case .cycle: .cycles
        }
    }
}
