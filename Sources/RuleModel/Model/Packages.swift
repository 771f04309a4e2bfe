/// A test of what makes a package good, to be met claim by claim.
public struct Criterion: Hashable, Sendable {
    public var name: String
    public var title: String
    public var claims: [ID<Claim>]
    public var origin: Origin
    public init(name: String, title: String = "", claims: [ID<Claim>] = [], origin: Origin = .none) {
        self.name = name
        self.title = title
        self.claims = claims
        self.origin = origin
    }
}

/// A way to look at packages and rules by school: each carries at most one of its values.
public struct Lens: Hashable, Sendable {
    public var name: String
    public var title: String
    public var values: [NamedValue]
    public var claims: [ID<Claim>]
    public var origin: Origin
    public init(
        name: String, title: String = "", values: [NamedValue], claims: [ID<Claim>] = [],
        origin: Origin = .none
    ) {
        self.name = name
        self.title = title
        self.values = values
        self.claims = claims
        self.origin = origin
    }
}

/// An attribute every package can state, declared by the rule base.
public struct PackageAttribute: Hashable, Sendable {
    public var name: String
    public var measurement: Measurement
    public var origin: Origin
    public init(name: String, measurement: Measurement, origin: Origin = .none) {
        self.name = name
        self.measurement = measurement
        self.origin = origin
    }
}

/// What a number stands on: claims, or somebody's judgement, or both.
public struct Grounds: Hashable, Sendable {
    public var claims: [ID<Claim>]
    /// The author's reason; `nil` when none was given.
    public var judgement: String?
    public init(claims: [ID<Claim>] = [], judgement: String? = nil) {
        self.claims = claims
        self.judgement = judgement
    }
}

/// Something a public agency could do.
///
/// What the documents leave unstated is left out here and shown as unstated.
public struct Package: Hashable, Sendable {
    public var name: String
    public var title: String
    public var about: String
    public var lensValues: [LensValue]
    public var attributes: [AttributeValue]
    public var criteria: [CriterionMet]
    public var roles: [RoleHeld]
    public var phases: [Phase]
    /// Payments that belong to no phase.
    public var payments: [Payment]
    public var measures: [ID<Measure>]
    public var stops: [StopTest]
    public var monitors: [Monitor]
    public var failures: [KnownFailure]
    public var origin: Origin

    public init(
        name: String, title: String = "", about: String = "", lensValues: [LensValue] = [],
        attributes: [AttributeValue] = [], criteria: [CriterionMet] = [], roles: [RoleHeld] = [],
        phases: [Phase] = [], payments: [Payment] = [], measures: [ID<Measure>] = [], stops: [StopTest] = [],
        monitors: [Monitor] = [], failures: [KnownFailure] = [], origin: Origin = .none
    ) {
        self.name = name
        self.title = title
        self.about = about
        self.lensValues = lensValues
        self.attributes = attributes
        self.criteria = criteria
        self.roles = roles
        self.phases = phases
        self.payments = payments
        self.measures = measures
        self.stops = stops
        self.monitors = monitors
        self.failures = failures
        self.origin = origin
    }

    public struct LensValue: Hashable, Sendable {
        public var lens: ID<Lens>
        /// Place in `Lens.values`.
        public var value: Int
        public var grounds: Grounds
        public init(lens: ID<Lens>, value: Int, grounds: Grounds = Grounds()) {
            self.lens = lens
            self.value = value
            self.grounds = grounds
        }
    }

    public struct AttributeValue: Hashable, Sendable {
        public var attribute: ID<PackageAttribute>
        public var value: ValueSet
        public var grounds: Grounds
        public init(attribute: ID<PackageAttribute>, value: ValueSet, grounds: Grounds = Grounds()) {
            self.attribute = attribute
            self.value = value
            self.grounds = grounds
        }
    }

    public struct CriterionMet: Hashable, Sendable {
        public var criterion: ID<Criterion>
        /// How the package meets it.
        public var how: String
        public var claims: [ID<Claim>]
        public init(criterion: ID<Criterion>, how: String, claims: [ID<Claim>] = []) {
            self.criterion = criterion
            self.how = how
            self.claims = claims
        }
    }

    public struct RoleHeld: Hashable, Sendable {
        public var role: ID<Role>
        public var actor: ID<Actor>
        public var claims: [ID<Claim>]
        public init(role: ID<Role>, actor: ID<Actor>, claims: [ID<Claim>] = []) {
            self.role = role
            self.actor = actor
            self.claims = claims
        }
    }

    public struct Phase: Hashable, Sendable {
        public var name: String
        public var text: String
        /// Place in `Package.phases` of the phase before; `nil` for a first one.
        public var after: Int?
        /// It starts only if the one before succeeded.
        public var afterSuccess: Bool
        public var takes: ValueSet?
        public var takesGrounds: Grounds
        public var payments: [Payment]
        public var claims: [ID<Claim>]
        public var origin: Origin
        public init(
            name: String, text: String = "", after: Int? = nil, afterSuccess: Bool = false,
            takes: ValueSet? = nil,
            takesGrounds: Grounds = Grounds(), payments: [Payment] = [], claims: [ID<Claim>] = [],
            origin: Origin = .none
        ) {
            self.name = name
            self.text = text
            self.after = after
            self.afterSuccess = afterSuccess
            self.takes = takes
            self.takesGrounds = takesGrounds
            self.payments = payments
            self.claims = claims
            self.origin = origin
        }
    }

    /// Who pays how much of what, for how long, up to what.
    public struct Payment: Hashable, Sendable {
        public var actor: ID<Actor>
        public var amount: TypedValue
        /// What it is a share of, in words.
        public var of: String
        public var inAdvance: Bool
        public var lasting: ValueSet?
        public var cap: TypedValue?
        public var until: String
        public var claims: [ID<Claim>]
        public init(
            actor: ID<Actor>, amount: TypedValue, of: String = "", inAdvance: Bool = false,
            lasting: ValueSet? = nil,
            cap: TypedValue? = nil, until: String = "", claims: [ID<Claim>] = []
        ) {
            self.actor = actor
            self.amount = amount
            self.of = of
            self.inAdvance = inAdvance
            self.lasting = lasting
            self.cap = cap
            self.until = until
            self.claims = claims
        }
    }

    public struct StopTest: Hashable, Sendable {
        public var condition: Condition
        public var claims: [ID<Claim>]
        public init(condition: Condition, claims: [ID<Claim>] = []) {
            self.condition = condition
            self.claims = claims
        }
    }

    public struct Monitor: Hashable, Sendable {
        public var watched: Watched
        public var claims: [ID<Claim>]
        public init(watched: Watched, claims: [ID<Claim>] = []) {
            self.watched = watched
            self.claims = claims
        }
        public enum Watched: Hashable, Sendable {
            case diagnostic(ID<Diagnostic>)
            case indicator(ID<Indicator>)
        }
    }

    public struct KnownFailure: Hashable, Sendable {
        public var text: String
        public var claims: [ID<Claim>]
        public init(text: String, claims: [ID<Claim>] = []) {
            self.text = text
            self.claims = claims
        }
    }
}

/// A value with its type, where no declaration fixes the type.
public struct TypedValue: Hashable, Sendable {
    public var type: ValueType
    public var value: ValueSet
    public init(type: ValueType, value: ValueSet) {
        self.type = type
        self.value = value
    }
}

/// A design term of a package: something to build into it.
public struct Measure: Hashable, Sendable {
    public var name: String
    public var text: String
    public var package: ID<Package>
    public var claims: [ID<Claim>]
    public var origin: Origin
    public init(
        name: String, text: String, package: ID<Package>, claims: [ID<Claim>] = [], origin: Origin = .none
    ) {
        self.name = name
        self.text = text
        self.package = package
        self.claims = claims
        self.origin = origin
    }
}
