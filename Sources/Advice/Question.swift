import Inference
import RuleModel

/// Something worth asking, with what each answer would change.
public struct Question: Hashable, Sendable {
    public var place: ReadingPlace
    /// The vocabulary's question; empty where it has none.
    public var text: String
    /// How one would measure it; empty where the vocabulary does not say.
    public var method: String
    /// The type of the answers.
    public var type: ValueType
    /// The answers that differ in what follows, in order, at least two; together they are all that is
    /// possible. (Of a text only those are listed that rules know, and it may be a single one.)
    public var answers: [PossibleAnswer]
    /// Packages that some answer would change, in order of name.
    public var packages: [ID<Package>]
    /// How many packages, open or provisional now, are settled whatever the answer, one way or the other.
    public var settlesAtLeast: Int
    /// How many the most telling answer settles.
    public var settlesAtMost: Int

    /// Answers with the same consequences, taken together.
    public struct PossibleAnswer: Hashable, Sendable {
        public var value: ValueSet
        public var changes: [Change]
        /// How many packages, open or provisional now, it settles.
        public var settles: Int
    }

    /// What an answer does to one package.
    public struct Change: Hashable, Sendable {
        public var package: ID<Package>
        public var from: Position
        public var to: Position
    }

    /// Where a package would stand in the answer.
    public struct Position: Hashable, Sendable {
        public var standing: Standing
        /// Recommended and advised against, each at least presumably.
        public var isContested: Bool
        /// Advised against, at least presumably, whichever of an answer's values it is: why it falls, if it does.
        public var isAdvisedAgainst: Bool
    }
}
