/// A document that claims come from.
public struct Source: Hashable, Sendable {
    public var name: String
    public var authors: String
    public var year: Int?
    public var title: String
    public var publisher: String
    public var note: String
    public var origin: Origin

    public init(
        name: String, authors: String = "", year: Int? = nil, title: String = "", publisher: String = "",
        note: String = "", origin: Origin = .none
    ) {
        self.name = name
        self.authors = authors
        self.year = year
        self.title = title
        self.publisher = publisher
        self.note = note
        self.origin = origin
    }
}

/// A document and a place in it.
public struct Citation: Hashable, Sendable {
    public var source: ID<Source>
    /// As the document numbers itself: `Box 2`, `4.3`, `¶14`.
    public var location: String

    public init(source: ID<Source>, location: String) {
        self.source = source
        self.location = location
    }
}

/// One proposition of the literature, in our words: the ground a rule stands on.
public struct Claim: Hashable, Sendable {
    public var name: String
    /// Where it stands; a claim without a citation is reported by the check.
    public var citations: [Citation]
    public var text: String
    public var firmness: Firmness?
    /// The same evidence told again: counted once.
    public var restates: [ID<Claim>]
    /// The numbers the claim states, each with its unit.
    public var figure: Figure?
    /// Names of the cases whose story the claim was drawn from (a case need not be shipped).
    public var fromCases: [String]
    public var exclusion: Exclusion?
    public var origin: Origin

    public init(
        name: String, citations: [Citation] = [], text: String, firmness: Firmness? = nil,
        restates: [ID<Claim>] = [], figure: Figure? = nil, fromCases: [String] = [],
        exclusion: Exclusion? = nil, origin: Origin = .none
    ) {
        self.name = name
        self.citations = citations
        self.text = text
        self.firmness = firmness
        self.restates = restates
        self.figure = figure
        self.fromCases = fromCases
        self.exclusion = exclusion
        self.origin = origin
    }

    /// How firmly the document asserts it.
    public enum Firmness: Int, Hashable, Sendable, Comparable, CaseIterable {
        case hypothesis, qualified, strong
        public static func < (left: Firmness, right: Firmness) -> Bool { left.rawValue < right.rawValue }
    }

    /// Figures as the document gives them.
    public struct Figure: Hashable, Sendable {
        /// As typed, for people.
        public var text: String
        /// The numbers it states, in units of their own (70 for 70 %), times 10 000.
        public var ticks: [TickRange]
        public init(text: String, ticks: [TickRange]) {
            self.text = text
            self.ticks = ticks
        }
    }

    /// Why no rule stands on the claim.
    public struct Exclusion: Hashable, Sendable {
        public var reason: Reason
        /// The claims that supersede or contradict it.
        public var claims: [ID<Claim>]
        public var note: String
        public init(reason: Reason, claims: [ID<Claim>] = [], note: String = "") {
            self.reason = reason
            self.claims = claims
            self.note = note
        }

        public enum Reason: String, Hashable, Sendable, CaseIterable {
            case historyOnly = "history-only"
            case notAboutACluster = "not-about-a-cluster"
            case notObservable = "not-observable"
            case supersededBy = "superseded-by"
            case contradictedBy = "contradicted-by"
        }
    }
}

/// A question on which documents disagree, both sides kept.
public struct Dispute: Hashable, Sendable {
    public var name: String
    public var title: String
    public var sides: [Side]
    /// What in the cluster decides between the sides.
    public var turnsOn: [Topic]
    public var origin: Origin

    public init(name: String, title: String = "", sides: [Side], turnsOn: [Topic], origin: Origin = .none) {
        self.name = name
        self.title = title
        self.sides = sides
        self.turnsOn = turnsOn
        self.origin = origin
    }

    public struct Side: Hashable, Sendable {
        public var claims: [ID<Claim>]
        public var summary: String
        public init(claims: [ID<Claim>], summary: String) {
            self.claims = claims
            self.summary = summary
        }
    }

    /// Something a reading or a verdict can be asked of.
    public enum Topic: Hashable, Sendable {
        case diagnostic(ID<Diagnostic>)
        case concept(ID<Concept>)
        case classification(ID<Classification>)
    }
}
