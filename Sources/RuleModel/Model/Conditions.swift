/// A variable of a rule or quantifier: its number, unique within the rule.
///
/// Bound by `Rule.bindings` or by the `Members` of a quantifier or aggregate.
public struct Variable: Hashable, Comparable, Sendable {
    public let number: Int
    public init(_ number: Int) { self.number = number }
    public static func < (left: Variable, right: Variable) -> Bool { left.number < right.number }
}

/// Whose concept or classification a condition asks about.
public enum Bearer: Hashable, Sendable {
    case cluster
    case member(Variable)
}

/// A package by name, or the one a variable stands for.
public enum PackageReference: Hashable, Sendable {
    case package(ID<Package>)
    case variable(Variable)
}

/// A statement that has a verdict in a case.
public indirect enum Condition: Hashable, Sendable {
    /// A yes/no diagnostic, attribute or package attribute reads yes.
    case holds(Expression)
    /// The value lies in a set: `is`, `is not` (as `not`), bounds against literals.
    case lies(Expression, in: ValueSet, Threshold)
    /// Two expressions of one type compared.
    case compares(Expression, Comparison, Expression)
    case concept(ID<Concept>, of: Bearer)
    case classification(ID<Classification>, value: Int, of: Bearer)
    case criterion(ID<Criterion>, of: PackageReference)
    case lens(ID<Lens>, values: UInt64, of: PackageReference)
    case recommended(PackageReference)
    case inForce(PackageReference)
    case not(Condition)
    case all([Condition])
    case any([Condition])
    /// How many of the listed conditions hold, compared with a number: at least N is the N-th greatest verdict.
    case listed(Comparison, Int, of: [Condition])
    /// Some member meets the condition; `nil` asks for a member at all.
    case some(Members, Condition?)
    /// Every member that passes the filter (`nil`: every member) meets the condition.
    case every(Members, filter: Condition?, Condition)
    case rising(Expression)
    case falling(Expression)
    /// The condition at the stage just before.
    case previously(Condition)
    /// The condition at some earlier stage.
    case earlier(Condition)
}

/// What was typed for a threshold, and why that number: kept for people, without meaning for verdicts.
public struct Threshold: Hashable, Sendable {
    /// `at least 40%`, `is network or quasi-hierarchical`: the test in words, as typed.
    public var wording: String
    public var judgement: String?
    public init(wording: String = "", judgement: String? = nil) {
        self.wording = wording
        self.judgement = judgement
    }
    public static func == (left: Threshold, right: Threshold) -> Bool { left.judgement == right.judgement }
    public func hash(into hasher: inout Hasher) { hasher.combine(judgement) }
}

public enum Comparison: Hashable, Sendable, CaseIterable {
    case atLeast, atMost, above, below, exactly
}

/// The members a quantifier or aggregate ranges over, one by one in its variable.
public struct Members: Hashable, Sendable {
    public var collection: ID<Collection>
    public var variable: Variable
    /// Only members of this member; `nil` for all members of the collection.
    public var parent: Variable?
    public init(collection: ID<Collection>, variable: Variable, parent: Variable? = nil) {
        self.collection = collection
        self.variable = variable
        self.parent = parent
    }
}

/// Something with a value: a reading, or a figure worked out from readings.
public indirect enum Expression: Hashable, Sendable {
    case diagnostic(ID<Diagnostic>)
    case attribute(ID<Attribute>, of: Variable)
    case packageAttribute(ID<PackageAttribute>, of: PackageReference)
    case literal(TypedValue)
    /// How many members meet the condition (`nil`: how many there are).
    case count(Members, where: Condition?)
    case countOf([Condition])
    /// What percentage of the members meet the condition.
    case proportion(Members, where: Condition)
    case fold(Fold, ID<Attribute>, Members, where: Condition?)
    /// From the value of a date to the start of the stage.
    case timeSince(Expression)

    public enum Fold: Hashable, Sendable, CaseIterable {
        case sum, mean, largest, smallest
    }
}
