import Inference
import RuleModel

/// Two rule bases over all clusters there can be, package by package: the same advice, or a cluster on which
/// it is another.
///
///     let difference = AdviceDifference(from: old, to: new)
///     difference.packages            // each with .same, .differs(…) or .undecided(…)
///
/// What is compared is all that rules say of a package: whether and how firmly it is recommended, through
/// whom and with what, what is advised against it, and what it waits for. Nothing is called different that
/// the reference evaluator does not confirm, and nothing the same that was not proved.
public struct AdviceDifference: Sendable {
    /// In order of name; of every package that either has.
    public let packages: [Package]

    public struct Package: Sendable {
        public var name: String
        public var title: String
        public var answer: Answer
    }

    public enum Answer: Sendable {
        case same(SearchScope)
        case differs(Witness)
        case undecided(Reason)
    }

    public enum Reason: Hashable, Sendable {
        case doubt(CircuitSolver.Doubt)
        /// Both ask about something of this name, and do not mean the same by it.
        case unlike(String)
    }

    /// A smallest cluster on which the two advise differently.
    public struct Witness: Sendable {
        /// What they differ in.
        public var saying: Saying
        public var before: Verdict
        public var after: Verdict
        /// The cluster in the words of each; both tell the same but for what one of them has no word for.
        public var oldStages: [Stage]
        public var newStages: [Stage]
        /// Whether each has words for all of it.
        public var isToldWholeByOld: Bool
        public var isToldWholeByNew: Bool
        public var readingCount: Int
    }

    /// - Parameter sharing: Who works on it.
    public init(
        from old: CompiledRules, to new: CompiledRules, sharing: some WorkSharing = SingleHanded()
    ) {
        if old.rules == new.rules {
            packages = new.rules.packages.map {
                Package(name: $0.name, title: $0.title, answer: .same(SearchScope()))
            }
        } else {
            packages = DifferenceSearch(old, new, sharing).answers(sharing)
        }
    }
}
