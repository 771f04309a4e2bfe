/// A value of a scale, choice, classification or lens, with an optional title for people.
public struct NamedValue: Hashable, Sendable {
    public var name: String
    public var title: String
    public init(name: String, title: String = "") {
        self.name = name
        self.title = title
    }
}

/// An ordered list of values, lowest first; at most 64.
public struct Scale: Hashable, Sendable {
    public var name: String
    public var values: [NamedValue]
    public var origin: Origin
    public init(name: String, values: [NamedValue], origin: Origin = .none) {
        self.name = name
        self.values = values
        self.origin = origin
    }
}

/// An unordered list of values; at most 64. Choices written inline carry the name of what they belong to.
public struct Choice: Hashable, Sendable {
    public var name: String
    public var values: [NamedValue]
    public var origin: Origin
    public init(name: String, values: [NamedValue], origin: Origin = .none) {
        self.name = name
        self.values = values
        self.origin = origin
    }
}

/// A heading of the vocabulary.
public struct Section: Hashable, Sendable {
    public var name: String
    public var title: String
    public var origin: Origin
    public init(name: String, title: String, origin: Origin = .none) {
        self.name = name
        self.title = title
        self.origin = origin
    }
}

/// What is said of a thing that can be read: of a diagnostic of the cluster, an
/// attribute of a member, an attribute of a package.
public struct Measurement: Hashable, Sendable {
    public var type: ValueType
    /// It moves with time: a later stage inherits it as assumed only.
    public var isChanging: Bool
    /// Who could change it; empty when nobody is named.
    public var changedBy: [ID<Actor>]
    /// The question a cluster's people could answer.
    public var question: String
    /// How one would measure it.
    public var method: String
    /// What its values mean.
    public var meaning: String
    public var claims: [ID<Claim>]
    public var citations: [Citation]

    public init(
        type: ValueType, isChanging: Bool = false, changedBy: [ID<Actor>] = [], question: String = "",
        method: String = "", meaning: String = "", claims: [ID<Claim>] = [], citations: [Citation] = []
    ) {
        self.type = type
        self.isChanging = isChanging
        self.changedBy = changedBy
        self.question = question
        self.method = method
        self.meaning = meaning
        self.claims = claims
        self.citations = citations
    }
}

/// Something measured in a cluster.
public struct Diagnostic: Hashable, Sendable {
    public var name: String
    public var section: ID<Section>?
    public var measurement: Measurement
    public var origin: Origin
    public init(name: String, section: ID<Section>? = nil, measurement: Measurement, origin: Origin = .none) {
        self.name = name
        self.section = section
        self.measurement = measurement
        self.origin = origin
    }
}

/// A kind of member a cluster has several of: channels, institutions, groups of makers.
public struct Collection: Hashable, Sendable {
    public var name: String
    public var plural: String
    public var title: String
    public var section: ID<Section>?
    /// The collection whose members these are members of.
    public var parent: ID<Collection>?
    public var origin: Origin
    public init(
        name: String, plural: String, title: String = "", section: ID<Section>? = nil,
        parent: ID<Collection>? = nil, origin: Origin = .none
    ) {
        self.name = name
        self.plural = plural
        self.title = title
        self.section = section
        self.parent = parent
        self.origin = origin
    }
}

/// Something measured in each member of a collection.
public struct Attribute: Hashable, Sendable {
    public var name: String
    public var collection: ID<Collection>
    public var measurement: Measurement
    public var origin: Origin
    public init(name: String, collection: ID<Collection>, measurement: Measurement, origin: Origin = .none) {
        self.name = name
        self.collection = collection
        self.measurement = measurement
        self.origin = origin
    }
}

/// A notion that rules conclude, of the cluster or of a member of a collection.
public struct Concept: Hashable, Sendable {
    public var name: String
    public var title: String
    /// Whose concept it is; `nil` for the cluster's.
    public var collection: ID<Collection>?
    /// Rules are signs of it only: without one it stays open, not refuted.
    public var isBySigns: Bool
    /// A case's statement of it is inherited as assumed only.
    public var isChanging: Bool
    public var section: ID<Section>?
    public var claims: [ID<Claim>]
    public var origin: Origin
    public init(
        name: String, title: String = "", collection: ID<Collection>? = nil, isBySigns: Bool = false,
        isChanging: Bool = false, section: ID<Section>? = nil, claims: [ID<Claim>] = [],
        origin: Origin = .none
    ) {
        self.name = name
        self.title = title
        self.collection = collection
        self.isBySigns = isBySigns
        self.isChanging = isChanging
        self.section = section
        self.claims = claims
        self.origin = origin
    }
}

/// A typology: each value has a verdict of its own.
public struct Classification: Hashable, Sendable {
    public var name: String
    public var title: String
    public var collection: ID<Collection>?
    /// Several values may hold at once; otherwise two are contested.
    public var isSeveral: Bool
    /// At most 64.
    public var values: [NamedValue]
    public var section: ID<Section>?
    public var claims: [ID<Claim>]
    public var origin: Origin
    public init(
        name: String, title: String = "", collection: ID<Collection>? = nil, isSeveral: Bool = false,
        values: [NamedValue], section: ID<Section>? = nil, claims: [ID<Claim>] = [], origin: Origin = .none
    ) {
        self.name = name
        self.title = title
        self.collection = collection
        self.isSeveral = isSeveral
        self.values = values
        self.section = section
        self.claims = claims
        self.origin = origin
    }
}

/// Somebody who can lead, pay, deliver or change a reading.
public struct Actor: Hashable, Sendable {
    public var name: String
    public var title: String
    public var origin: Origin
    public init(name: String, title: String = "", origin: Origin = .none) {
        self.name = name
        self.title = title
        self.origin = origin
    }
}

/// A part somebody plays in a package; the title is a verb phrase: "pays".
public struct Role: Hashable, Sendable {
    public var name: String
    public var title: String
    public var origin: Origin
    public init(name: String, title: String = "", origin: Origin = .none) {
        self.name = name
        self.title = title
        self.origin = origin
    }
}

/// Something to watch while a package runs that is not a diagnostic.
public struct Indicator: Hashable, Sendable {
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
