import RuleModel

/// Something rules can conclude, with all variables replaced: what has a verdict.
public enum Fact: Hashable, Sendable {
    case concept(ID<Concept>, member: MemberID?)
    case classification(ClassificationValue, member: MemberID?)
    /// A package is recommended, for whomever.
    case recommended(ID<Package>)
    /// A package is recommended for this member.
    case recommendedFor(ID<Package>, MemberID)
    case advisedAgainst(ID<Package>, Objection)
    case caution(GroundCaution)
    case required(GroundPrerequisite, before: ID<Package>)
    case sequenced(ID<Package>, before: ID<Package>)
    case preferred(ID<Package>, over: ID<Package>)
    /// A choice is imposed; options in order of ID.
    case choice(Comparison, Int, of: [ID<Package>])
    /// Withdrawn, provided it is in force; partners in order of ID.
    case withdrawn(ID<Package>, jointlyWith: [ID<Package>])
    case assigned(ID<Role>, of: ID<Package>, to: ID<Actor>)
}

public enum GroundCaution: Hashable, Sendable {
    case package(ID<Package>)
    case measure(ID<Measure>)
    case concept(ID<Concept>)
    case classification(ID<Classification>, value: Int?)
}

public enum GroundPrerequisite: Hashable, Sendable {
    case package(ID<Package>)
    case concept(ID<Concept>)
    case diagnostic(ID<Diagnostic>)
}

/// What a rule's variables stand for in one application, in order of variable.
public struct Assignment: Hashable, Sendable {
    public var members: [Variable: MemberID]
    public var packages: [Variable: ID<Package>]
    public init(members: [Variable: MemberID] = [:], packages: [Variable: ID<Package>] = [:]) {
        self.members = members
        self.packages = packages
    }
}
