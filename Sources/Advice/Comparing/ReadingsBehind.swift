import RuleModel

/// What a package's fate can depend on, read off the rules alone: more than matters in any one case,
/// and never less.
struct ReadingsBehind {
    private(set) var diagnostics: Set<ID<Diagnostic>> = []
    private(set) var collections: Set<ID<Collection>> = []
    private(set) var inForce: Set<ID<Package>> = []
    private(set) var concepts: Set<ID<Concept>> = []
    private(set) var classifications: Set<ID<Classification>> = []
    /// Some rule looks back at earlier stages.
    private(set) var looksBack = false

    private let rules: RuleBase
    private var packages: Set<ID<Package>> = []
    /// Rules that have been gone through.
    private var seen: Set<Int> = []

    init(_ package: ID<Package>, _ rules: RuleBase) {
        self.rules = rules
        add(package)
    }

    /// Whether moving it could change the package's fate.
    func contains(_ moved: MovedReading) -> Bool {
        switch moved {
        case .past: looksBack
        case .members(let collection): collections.contains(collection)
        case .place(.diagnostic(let diagnostic)): diagnostics.contains(diagnostic)
        case .place(.attribute(let attribute, _)): collections.contains(rules[attribute].collection)
        case .place(.inForce(let package)): inForce.contains(package)
        case .place(.concept(let concept, _)): concepts.contains(concept)
        case .place(.classification(let classification, value: _, _)):
            classifications.contains(classification)
        case .place(.allListed(let collection, of: _)): collections.contains(collection)
        }
    }

    private mutating func add(_ package: ID<Package>) {
        guard packages.insert(package).inserted else { return }
        follow { conclusion in
            switch conclusion {
            case .recommend(let subject, _), .adviseAgainst(let subject, _), .require(_, before: let subject):
                subject.mayBe(package)
            case .choose(_, _, of: let options): options.contains { $0.mayBe(package) }
            default: false
            }
        }
    }

    private mutating func add(_ concept: ID<Concept>) {
        guard concepts.insert(concept).inserted else { return }
        if let collection = rules[concept].collection { add(collection) }
        follow { if case .concept(concept, of: _) = $0 { true } else { false } }
    }

    private mutating func add(_ classification: ID<Classification>) {
        guard classifications.insert(classification).inserted else { return }
        if let collection = rules[classification].collection { add(collection) }
        follow { if case .classification(classification, value: _, of: _) = $0 { true } else { false } }
    }

    /// With the collections it stands in.
    private mutating func add(_ collection: ID<Collection>) {
        var next: ID<Collection>? = collection
        while let collection = next, collections.insert(collection).inserted {
            next = rules[collection].parent
        }
    }

    /// Adds what the rules with a conclusion ask about.
    private mutating func follow(_ draws: (Conclusion) -> Bool) {
        for (place, rule) in rules.rules.enumerated() where rule.conclusions.contains(where: draws) {
            guard seen.insert(place).inserted else { continue }
            for binding in rule.bindings {
                if case .members(let collection, parent: _) = binding.range { add(collection) }
                if let filter = binding.filter { add(filter) }
            }
            if let condition = rule.condition { add(condition) }
            for exception in rule.exceptions { add(exception.condition) }
            for case .require(let prerequisite, before: _) in rule.conclusions { add(prerequisite) }
        }
    }

    private mutating func add(_ prerequisite: Prerequisite) {
        switch prerequisite {
        case .package(let reference): add(reference)
        case .concept(let concept): add(concept)
        case .diagnostic(let diagnostic): diagnostics.insert(diagnostic)
        }
    }

    private mutating func add(_ reference: PackageReference) {
        switch reference {
        case .package(let package): add(package)
        case .variable: for index in rules.packages.indices { add(ID<Package>(index)) }
        }
    }

    private mutating func add(_ condition: Condition) {
        switch condition {
        case .holds(let expression), .lies(let expression, in: _, _): add(expression)
        case .rising(let expression), .falling(let expression):
            looksBack = true
            add(expression)
        case .compares(let left, _, let right):
            add(left)
            add(right)
        case .concept(let concept, of: _): add(concept)
        case .classification(let classification, value: _, of: _): add(classification)
        case .criterion, .lens: break
        case .recommended(let package): add(package)
        case .inForce(.package(let package)): inForce.insert(package)
        case .inForce(.variable): inForce.formUnion(rules.packages.indices.map { ID($0) })
        case .not(let inner): add(inner)
        case .previously(let inner), .earlier(let inner):
            looksBack = true
            add(inner)
        case .all(let parts), .any(let parts), .listed(_, _, of: let parts):
            for part in parts { add(part) }
        case .some(let members, let inner):
            add(members.collection)
            if let inner { add(inner) }
        case .every(let members, filter: let filter, let inner):
            add(members.collection)
            if let filter { add(filter) }
            add(inner)
        }
    }

    private mutating func add(_ expression: Expression) {
        switch expression {
        case .diagnostic(let diagnostic): diagnostics.insert(diagnostic)
        case .attribute(let attribute, of: _): add(rules[attribute].collection)
        case .packageAttribute, .literal: break
        case .count(let members, where: let filter), .fold(_, _, let members, where: let filter):
            add(members.collection)
            if let filter { add(filter) }
        case .countOf(let parts): for part in parts { add(part) }
        case .proportion(let members, where: let filter):
            add(members.collection)
            add(filter)
        case .timeSince(let date):
            // The stage's own beginning moves with its past.
            looksBack = true
            add(date)
        }
    }
}

extension PackageReference {
    fileprivate func mayBe(_ package: ID<Package>) -> Bool {
        switch self {
        case .package(let named): named == package
        case .variable: true
        }
    }
}
