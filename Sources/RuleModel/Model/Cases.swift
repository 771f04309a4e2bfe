/// A historic cluster as its file tells it, stage by stage.
public struct ClusterCase: Hashable, Sendable {
    public var name: String
    public var title: String
    /// `country`, `place`, `sector`, `teaches`, `signed-off`, `note`, as written and in order.
    public var fields: [Field]
    /// In order of time; never empty once built.
    public var stages: [Stage]
    public var origin: Origin

    public init(
        name: String, title: String = "", fields: [Field] = [], stages: [Stage], origin: Origin = .none
    ) {
        self.name = name
        self.title = title
        self.fields = fields
        self.stages = stages
        self.origin = origin
    }

    public struct Field: Hashable, Sendable {
        public var name: String
        public var text: String
        public init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    /// The text of the first field of a name.
    public func field(_ name: String) -> String? { fields.first { $0.name == name }?.text }
}

/// A small cluster with expectations, beside the rules it tries.
public struct RuleTest: Hashable, Sendable {
    public var title: String
    public var stages: [Stage]
    public var origin: Origin
    public init(title: String, stages: [Stage], origin: Origin = .none) {
        self.title = title
        self.stages = stages
        self.origin = origin
    }
}

/// One stretch of a case's time, with what is said of it and nothing inherited yet.
public struct Stage: Hashable, Sendable {
    public var name: String
    public var title: String
    /// Place of the stage before in the same case; `nil` for a first one.
    public var previous: Int?
    /// In days since 1970-01-01; a month or year given is the run of its days.
    public var from: TickRange?
    public var to: TickRange?
    public var statements: [Statement]
    public var questions: [Question]
    public var deeds: [Deed]
    public var outcomes: [Outcome]
    /// What an adviser decided against the rules, or beside them; it never feeds a verdict.
    public var overrides: [Override]
    public var expectations: [Expectation]
    public var origin: Origin

    public init(
        name: String, title: String = "", previous: Int? = nil, from: TickRange? = nil, to: TickRange? = nil,
        statements: [Statement] = [], questions: [Question] = [], deeds: [Deed] = [],
        outcomes: [Outcome] = [], overrides: [Override] = [],
        expectations: [Expectation] = [], origin: Origin = .none
    ) {
        self.name = name
        self.title = title
        self.previous = previous
        self.from = from
        self.to = to
        self.statements = statements
        self.questions = questions
        self.deeds = deeds
        self.outcomes = outcomes
        self.overrides = overrides
        self.expectations = expectations
        self.origin = origin
    }

    /// What the trainer asks the class here.
    public struct Question: Hashable, Sendable {
        public var text: String
        public var origin: Origin
        public init(text: String, origin: Origin = .none) {
            self.text = text
            self.origin = origin
        }
    }

    /// What was done, by whom, and as which package; it never feeds a verdict.
    public struct Deed: Hashable, Sendable {
        public var text: String
        /// A declared actor, or whoever the case names.
        public var by: String?
        public var package: ID<Package>?
        public var citations: [Citation]
        public var origin: Origin
        public init(
            text: String, by: String? = nil, package: ID<Package>? = nil, citations: [Citation] = [],
            origin: Origin = .none
        ) {
            self.text = text
            self.by = by
            self.package = package
            self.citations = citations
            self.origin = origin
        }
    }

    /// What came of it; it never feeds a verdict.
    public struct Outcome: Hashable, Sendable {
        public var text: String
        public var citations: [Citation]
        public var origin: Origin
        public init(text: String, citations: [Citation] = [], origin: Origin = .none) {
            self.text = text
            self.citations = citations
            self.origin = origin
        }
    }

    /// An adviser's own word on a package, whatever the rules say of it.
    public struct Override: Hashable, Sendable {
        public enum Kind: Hashable, Sendable { case reject, add }
        public var kind: Kind
        public var package: ID<Package>
        /// In the adviser's words.
        public var reason: String
        /// Who answers for it.
        public var by: String
        public var origin: Origin
        public init(
            _ kind: Kind, _ package: ID<Package>, reason: String, by: String, origin: Origin = .none
        ) {
            self.kind = kind
            self.package = package
            self.reason = reason
            self.by = by
            self.origin = origin
        }
    }
}

/// One thing a stage says of the cluster or, nested, of a member.
public enum Statement: Hashable, Sendable {
    case diagnostic(ID<Diagnostic>, Reading)
    case attribute(ID<Attribute>, Reading)
    case concept(ID<Concept>, Reading)
    /// Of a single-valued classification: a reading over its values.
    case classification(ID<Classification>, Reading)
    /// Of a `several` classification: a reading over yes and no for one value.
    case classificationValue(ClassificationValue, Reading)
    case inForce(ID<Package>, Reading)
    case member(ID<Collection>, name: String, title: String, [Statement], Origin)
    case memberGone(ID<Collection>, name: String, Origin)
    case allListed(ID<Collection>)
    /// There may be members that are not told, and nobody can name them: it is not worth asking again.
    case notAllListed(ID<Collection>)
}

/// Something a case or test expects of the answer.
public struct Expectation: Hashable, Sendable {
    public var manner: Manner
    public var claim: Expected
    public var claims: [ID<Claim>]
    public var citations: [Citation]
    public var origin: Origin

    public init(
        manner: Manner, _ claim: Expected, claims: [ID<Claim>] = [], citations: [Citation] = [],
        origin: Origin = .none
    ) {
        self.manner = manner
        self.claim = claim
        self.claims = claims
        self.citations = citations
        self.origin = origin
    }

    public enum Manner: Hashable, Sendable {
        /// Met by yes and presumably-yes.
        case holds
        /// Met by no and presumably-no.
        case fails
        case isOpen
        /// Met by this verdict alone: −2 no … 2 yes.
        case exactly(Int)
    }
}

/// What can be expected. Members are named, since their places are not known when a case is written.
public enum Expected: Hashable, Sendable {
    case recommend(ID<Package>, through: ID<Actor>?, targeting: [String])
    /// So strongly and no otherwise: as the strongest of the rules that decide.
    case recommendAs(Strength, ID<Package>, through: ID<Actor>?, targeting: [String])
    case adviseAgainst(ID<Package>, Objection?)
    case caution(CautionSubject)
    case require(Prerequisite, before: ID<Package>)
    case sequence(ID<Package>, before: ID<Package>)
    case prefer(ID<Package>, over: ID<Package>)
    case withdraw(ID<Package>)
    case choose(ID<Package>)
    case assign(ID<Role>, of: ID<Package>, to: ID<Actor>)
    /// Recommended and advised against at once.
    case contested(ID<Package>)
    /// The rule itself, whatever others conclude: the greatest of its applications.
    case rule(ID<Rule>)
    /// In the first phase of the programme.
    case first(ID<Package>)
    /// Any condition without variables, such as a diagnostic's reading or a report's bound.
    case condition(Condition)
    case report(ID<Report>, Comparison, ValueSet)
    case memberConcept(ID<Collection>, String, ID<Concept>)
    case memberClassification(ID<Collection>, String, ClassificationValue)
}
