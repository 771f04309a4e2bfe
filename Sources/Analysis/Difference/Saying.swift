import Inference
import RuleModel

/// Something that rules say of a package, in words that two rule bases have in common.
public enum Saying: Hashable, Sendable {
    case recommended
    /// By some rule that recommends it at least so firmly.
    case recommendedAtLeast(Strength)
    case recommendedThrough(String)
    case recommendedWith(measure: String)
    /// For a member of a collection.
    case recommendedFor(String)
    case advisedAgainst(Objection)
    case cautioned
    /// What must be there before it: a package, a concept or a diagnostic.
    case requires(String)
    case comesAfter(String)
    case preferredTo(String)
    case givesWayTo(String)
    /// It is one of several of which some are to be chosen.
    case chosenAmong(Comparison, Int, [String])
    /// If it is in force, together with others.
    case withdrawn(jointlyWith: [String])
    case role(String, by: String)
}

/// A saying as two circuits and two evaluations have it.
struct SharedSaying: Sendable {
    var saying: Saying
    /// The fact in the shared numbering.
    var fact: Fact
    /// The manner in which a rule has to recommend; any where there is none.
    var manner: Manner?

    enum Manner: Hashable, Sendable {
        case atLeast(Strength)
        case through(String)
        case with(String)

        func isMet(by one: Recommendation, in rules: RuleBase) -> Bool {
            switch self {
            case .atLeast(let strength): one.strength >= strength
            case .through(let actor): one.through.map { rules[$0].name } == actor
            case .with(let measure): one.with.contains { rules[$0].name == measure }
            }
        }
    }

    /// Where a manner is of interest, only whether it holds.
    var heights: [CircuitSolver.Height] { manner == nil ? [.high, .low] : [.high] }
}

/// One of two rule bases as both are looked at together.
struct DifferenceSide: Sendable {
    let compiled: CompiledRules
    /// From the shared numbers to its own.
    let numbers: WordNumbers
    var rules: RuleBase { compiled.rules }

    /// The verdict of a saying; "no" where the rules have no word for what it speaks of.
    func verdict(of saying: SharedSaying, in evaluation: any Evaluation) -> Verdict {
        guard let fact = numbers.fact(saying.fact) else { return .no }
        guard let manner = saying.manner, case .recommended(let package) = fact else {
            return evaluation.verdict(of: fact)
        }
        return evaluation.applications(drawing: fact).filter { application in
            rules.recommendations(of: package, by: application.rule, under: application.assignment)
                .contains { manner.isMet(by: $0, in: rules) }
        }.map(\.verdict).max() ?? .no
    }

    /// The wires of which any has to reach a height.
    ///
    /// - Parameter recommending: For each package the applications that recommend it.
    func wires(
        of saying: SharedSaying, in circuit: RuleCircuit, _ recommending: [ID<Package>: [Int]]
    ) -> [RuleCircuit.Wire] {
        guard let manner = saying.manner, case .recommended(let shared) = saying.fact else {
            return circuit.wire(of: saying.fact).map { [$0] } ?? []
        }
        guard let package = numbers.packages[shared] else { return [] }
        return (recommending[shared] ?? []).map { circuit.applications[$0] }.filter { application in
            rules.recommendations(of: package, by: application.rule, under: application.assignment)
                .contains { manner.isMet(by: $0, in: rules) }
        }.map(\.verdict)
    }
}
