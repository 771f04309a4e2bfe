/// A rule: for all that its bindings range over, when its condition holds and no
/// exception does, its conclusions follow, because of its claims.
public struct Rule: Hashable, Sendable {
    public var name: String
    public var title: String
    public var bindings: [Binding]
    /// `nil`: always, for what the bindings range over.
    public var condition: Condition?
    public var exceptions: [Exception]
    public var conclusions: [Conclusion]
    /// The author's sentence.
    public var because: String
    public var claims: [ID<Claim>]
    public var lensValues: [Package.LensValue]
    public var kind: Kind
    public var origin: Origin

    public init(
        name: String, title: String = "", bindings: [Binding] = [], condition: Condition? = nil,
        exceptions: [Exception] = [], conclusions: [Conclusion], because: String = "",
        claims: [ID<Claim>] = [],
        lensValues: [Package.LensValue] = [], kind: Kind = .written, origin: Origin = .none
    ) {
        self.name = name
        self.title = title
        self.bindings = bindings
        self.condition = condition
        self.exceptions = exceptions
        self.conclusions = conclusions
        self.because = because
        self.claims = claims
        self.lensValues = lensValues
        self.kind = kind
        self.origin = origin
    }

    /// How the author wrote it.
    public enum Kind: Hashable, Sendable {
        case written
        /// A row of the table of that name.
        case tableRow(table: String)
    }

    /// What a rule's variable ranges over; the filter is one more condition of the rule.
    public struct Binding: Hashable, Sendable {
        public var variable: Variable
        public var range: Range
        public var filter: Condition?
        public init(variable: Variable, range: Range, filter: Condition? = nil) {
            self.variable = variable
            self.range = range
            self.filter = filter
        }
        public enum Range: Hashable, Sendable {
            case members(ID<Collection>, parent: Variable?)
            case packages
        }
    }

    /// A condition that defeats the rule, presumed absent while it is open.
    public struct Exception: Hashable, Sendable {
        public var condition: Condition
        /// Why it may be presumed absent.
        public var presumption: String
        public init(condition: Condition, presumption: String) {
            self.condition = condition
            self.presumption = presumption
        }
    }
}

/// A wrong belief that is common: an alternative rule, from which no advice is drawn.
///
/// It says what whoever holds the belief would recommend or reject, and when; `because` is the
/// believer's own reason, and `claims` are those that tell of the belief or against it.
public struct Misconception: Hashable, Sendable {
    public var rule: Rule
    /// Names of cases whose story speaks against it, the plainest first (a case need not be shipped).
    public var unsettledBy: [String]
    public var name: String { rule.name }
    public var title: String { rule.title }

    public init(_ rule: Rule, unsettledBy: [String] = []) {
        self.rule = rule
        self.unsettledBy = unsettledBy
    }
}

/// What a rule draws when it applies.
public enum Conclusion: Hashable, Sendable {
    case concept(ID<Concept>, of: Bearer)
    case classification(ID<Classification>, value: Int, of: Bearer)
    case recommend(PackageReference, Recommendation)
    case adviseAgainst(PackageReference, Objection)
    case caution(CautionSubject)
    case require(Prerequisite, before: PackageReference)
    case sequence(PackageReference, before: PackageReference)
    case prefer(PackageReference, over: PackageReference)
    case choose(Comparison, Int, of: [PackageReference])
    case withdraw(PackageReference, jointlyWith: [PackageReference])
    case assign(ID<Role>, of: PackageReference, to: ID<Actor>)
}

/// How a rule recommends.
public struct Recommendation: Hashable, Sendable {
    public var strength: Strength
    public var through: ID<Actor>?
    /// The variable whose members the package is for.
    public var targeting: Variable?
    public var with: [ID<Measure>]
    public init(
        strength: Strength = .plainly, through: ID<Actor>? = nil, targeting: Variable? = nil,
        with: [ID<Measure>] = []
    ) {
        self.strength = strength
        self.through = through
        self.targeting = targeting
        self.with = with
    }
}

public enum Strength: Int, Hashable, Sendable, Comparable, CaseIterable {
    case tentatively, plainly, firmly
    public static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
}

/// Why a package is advised against: three things that are never merged.
public enum Objection: Int, Hashable, Sendable, Comparable, CaseIterable {
    case notNeeded, harmful, disputed
    public static func < (left: Objection, right: Objection) -> Bool { left.rawValue < right.rawValue }
}

public enum CautionSubject: Hashable, Sendable {
    case package(PackageReference)
    case measure(ID<Measure>)
    case concept(ID<Concept>)
    /// A classification, or one value of it.
    case classification(ID<Classification>, value: Int?)
}

/// What must be there before a package: another package, or something that must hold.
public enum Prerequisite: Hashable, Sendable {
    case package(PackageReference)
    case concept(ID<Concept>)
    case diagnostic(ID<Diagnostic>)
}

/// A figure reported beside the verdicts.
public struct Report: Hashable, Sendable {
    public var name: String
    public var title: String
    public var expression: Expression
    public var claims: [ID<Claim>]
    public var origin: Origin
    public init(
        name: String, title: String, expression: Expression, claims: [ID<Claim>] = [], origin: Origin = .none
    ) {
        self.name = name
        self.title = title
        self.expression = expression
        self.claims = claims
        self.origin = origin
    }
}
