import Inference
import RuleModel

/// Something a learner can name as mattering: a word of the vocabulary, of whichever member.
public enum Topic: Hashable, Sendable {
    case diagnostic(ID<Diagnostic>)
    case attribute(ID<Attribute>)
    case concept(ID<Concept>)
    case classification(ID<Classification>)
    /// Who is there: the members of a collection.
    case collection(ID<Collection>)
    /// Whether a package is in force already.
    case inForce(ID<Package>)

    public init(_ place: ReadingPlace) {
        switch place {
        case .diagnostic(let id): self = .diagnostic(id)
        case .attribute(let id, _): self = .attribute(id)
        case .inForce(let id): self = .inForce(id)
        case .concept(let id, _): self = .concept(id)
        case .classification(let id, value: _, _): self = .classification(id)
        case .allListed(let id, of: _): self = .collection(id)
        }
    }

    /// Nothing for what is no diagnosis.
    public init?(_ fact: Fact) {
        switch fact {
        case .concept(let id, member: _): self = .concept(id)
        case .classification(let value, member: _): self = .classification(value.classification)
        default: return nil
        }
    }
}

/// What a learner says at a stage.
public enum Saying: Hashable, Sendable {
    /// That a concept or a value of a classification holds.
    case holds(Fact)
    case matters(Topic)
    case propose(ID<Package>)
    /// Takes back what was said of something.
    case dropDiagnosis(Fact)
    case dropTopic(Topic)
    case dropPackage(ID<Package>)
    /// A fact asked for.
    case ask(Topic)
    /// Help towards a package that is missing.
    case hint
    /// How does it stand so far?
    case check
    /// The rules' answer, and what was done.
    case reveal

    /// Whether it says something of the cluster or proposes something, which need not be said twice.
    public var isStatement: Bool {
        switch self {
        case .holds, .matters, .propose: true
        default: false
        }
    }
}
