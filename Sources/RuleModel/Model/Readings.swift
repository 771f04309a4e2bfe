/// What is known of one diagnostic: the values still possible and, among them, those presumed.
///
/// An exact reading has one possible value; saying nothing leaves the whole
/// domain. `assumed` leaves everything possible and presumes a part. The
/// presumed values are always some of the possible ones, never none.
public struct Reading: Hashable, Sendable {
    public var possible: ValueSet
    public var presumed: ValueSet
    public var basis: Basis
    public var citations: [Citation]
    /// The author's remark or the reason for a guess.
    public var note: String
    /// What each document says, when they disagree.
    public var sides: [Side]
    public var origin: Origin

    public init(
        possible: ValueSet, presumed: ValueSet? = nil, basis: Basis = .stated, citations: [Citation] = [],
        note: String = "", sides: [Side] = [], origin: Origin = .none
    ) {
        self.possible = possible
        self.presumed = presumed ?? possible
        self.basis = basis
        self.citations = citations
        self.note = note
        self.sides = sides
        self.origin = origin
    }

    /// How a reading came about.
    public enum Basis: Hashable, Sendable {
        case stated
        /// A guess of the case's author.
        case assumed
        /// Documents disagree; the possible values are all of theirs.
        case disputed
        /// Taken over from the stage before although it may have moved since.
        case carriedOver
        /// The case says that nobody knows.
        case unknown
    }

    public struct Side: Hashable, Sendable {
        public var value: ValueSet
        public var citations: [Citation]
        /// The author's remark.
        public var note: String
        public init(value: ValueSet, citations: [Citation], note: String = "") {
            self.value = value
            self.citations = citations
            self.note = note
        }
    }
}

/// A member of a collection in one situation: its place among the collection's members, in order of name.
public struct MemberID: Hashable, Comparable, Sendable {
    public let collection: ID<Collection>
    public let index: Int
    public init(collection: ID<Collection>, index: Int) {
        self.collection = collection
        self.index = index
    }
    public static func < (left: MemberID, right: MemberID) -> Bool {
        (left.collection, left.index) < (right.collection, right.index)
    }
}

/// A member with what is known of it.
public struct Member: Hashable, Sendable {
    public var name: String
    public var title: String
    public var parent: MemberID?
    public var attributes: [ID<Attribute>: Reading]
    public var statements: Statements
    /// Nested collections all of whose members in this one are listed.
    public var closed: Set<ID<Collection>>
    /// Nested collections of which nobody can name all members: without meaning for verdicts.
    public var leftOpen: Set<ID<Collection>> = []
    public init(
        name: String, title: String = "", parent: MemberID? = nil, attributes: [ID<Attribute>: Reading] = [:],
        statements: Statements = Statements(), closed: Set<ID<Collection>> = []
    ) {
        self.name = name
        self.title = title
        self.parent = parent
        self.attributes = attributes
        self.statements = statements
        self.closed = closed
    }
}

/// What a case itself says of derived things; it replaces the rules' verdicts.
public struct Statements: Hashable, Sendable {
    /// Readings over yes and no.
    public var concepts: [ID<Concept>: Reading]
    /// Readings over the values of single-valued classifications.
    public var classifications: [ID<Classification>: Reading]
    /// Readings over yes and no, value by value, of `several` classifications.
    public var classificationValues: [ClassificationValue: Reading]
    public init(
        concepts: [ID<Concept>: Reading] = [:], classifications: [ID<Classification>: Reading] = [:],
        classificationValues: [ClassificationValue: Reading] = [:]
    ) {
        self.concepts = concepts
        self.classifications = classifications
        self.classificationValues = classificationValues
    }
}

/// One value of a classification.
public struct ClassificationValue: Hashable, Comparable, Sendable {
    public var classification: ID<Classification>
    public var value: Int
    public init(_ classification: ID<Classification>, _ value: Int) {
        self.classification = classification
        self.value = value
    }
    public static func < (left: ClassificationValue, right: ClassificationValue) -> Bool {
        (left.classification, left.value) < (right.classification, right.value)
    }
}

/// All that is known of a cluster at one stage, inheritance resolved: what the inference reads.
public struct Situation: Hashable, Sendable {
    /// The case and stage it shows, for people.
    public var caseName: String
    public var stageName: String
    /// Days of the stage's beginning, as far as told.
    public var from: TickRange?
    public var to: TickRange?
    /// Diagnostics without an entry are unknown.
    public var readings: [ID<Diagnostic>: Reading]
    /// Members by collection, ordered by parent and name; `MemberID.index` counts into these.
    public var members: [ID<Collection>: [Member]]
    /// Collections of the cluster all of whose members are listed.
    public var closed: Set<ID<Collection>>
    /// Collections of which nobody can name all members: without meaning for verdicts.
    public var leftOpen: Set<ID<Collection>> = []
    public var statements: Statements
    /// Readings over yes and no: whether a package is in force.
    public var inForce: [ID<Package>: Reading]

    public init(
        caseName: String = "", stageName: String = "", from: TickRange? = nil, to: TickRange? = nil,
        readings: [ID<Diagnostic>: Reading] = [:], members: [ID<Collection>: [Member]] = [:],
        closed: Set<ID<Collection>> = [], statements: Statements = Statements(),
        inForce: [ID<Package>: Reading] = [:]
    ) {
        self.caseName = caseName
        self.stageName = stageName
        self.from = from
        self.to = to
        self.readings = readings
        self.members = members
        self.closed = closed
        self.statements = statements
        self.inForce = inForce
    }

    /// The member an identifier stands for.
    public subscript(member: MemberID) -> Member? {
        guard let list = members[member.collection], list.indices.contains(member.index) else { return nil }
        return list[member.index]
    }
}
