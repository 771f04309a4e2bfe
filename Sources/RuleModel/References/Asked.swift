/// Something that a condition can ask about.
public enum Asked: Hashable, Sendable {
    case diagnostic(ID<Diagnostic>)
    case attribute(ID<Attribute>)
    /// Whether there are members, how many, or what holds of them.
    case collection(ID<Collection>)
    case concept(ID<Concept>)
    case classification(ID<Classification>)
    case recommended(ID<Package>)
    case inForce(ID<Package>)
    case packageAttribute(ID<PackageAttribute>)
    case criterion(ID<Criterion>)
    case lens(ID<Lens>)
}

extension Condition {
    /// What the condition asks about, in the order written and each once.
    public var asked: [Asked] {
        var asking = Asking()
        asking.add(self)
        return asking.found
    }
}

extension Expression {
    /// What the expression is worked out from, in the order written and each once.
    public var asked: [Asked] {
        var asking = Asking()
        asking.add(self)
        return asking.found
    }
}

extension Rule {
    /// What the rule asks before it applies: its filters, its `when` and its exceptions.
    public var asked: [Asked] {
        var asking = Asking()
        for binding in bindings {
            if case .members(let collection, parent: _) = binding.range {
                asking.note(.collection(collection))
            }
            if let filter = binding.filter { asking.add(filter) }
        }
        if let condition { asking.add(condition) }
        for exception in exceptions { asking.add(exception.condition) }
        return asking.found
    }

    /// Of these, what the exceptions ask about and nothing else does.
    public var askedAsException: [Asked] {
        var asking = Asking()
        for exception in exceptions { asking.add(exception.condition) }
        var rest = self
        rest.exceptions = []
        let otherwise = Set(rest.asked)
        return asking.found.filter { !otherwise.contains($0) }
    }
}

/// Goes through conditions and notes what they ask about.
private struct Asking {
    private(set) var found: [Asked] = []
    private var known: Set<Asked> = []

    mutating func note(_ asked: Asked) {
        if known.insert(asked).inserted { found.append(asked) }
    }

    mutating func add(_ condition: Condition) {
        switch condition {
        case .holds(let expression), .lies(let expression, in: _, _), .rising(let expression),
            .falling(let expression):
            add(expression)
        case .compares(let left, _, let right):
            add(left)
            add(right)
        case .concept(let concept, of: _): note(.concept(concept))
        case .classification(let classification, value: _, of: _): note(.classification(classification))
        case .criterion(let criterion, of: let package):
            note(.criterion(criterion))
            add(package)
        case .lens(let lens, values: _, of: let package):
            note(.lens(lens))
            add(package)
        case .recommended(let package): add(package)
        case .inForce(let package):
            if case .package(let id) = package { note(.inForce(id)) }
        case .not(let part), .previously(let part), .earlier(let part): add(part)
        case .all(let parts), .any(let parts), .listed(_, _, of: let parts):
            for part in parts { add(part) }
        case .some(let members, let body):
            note(.collection(members.collection))
            if let body { add(body) }
        case .every(let members, filter: let filter, let body):
            note(.collection(members.collection))
            if let filter { add(filter) }
            add(body)
        }
    }

    mutating func add(_ expression: Expression) {
        switch expression {
        case .diagnostic(let diagnostic): note(.diagnostic(diagnostic))
        case .attribute(let attribute, of: _): note(.attribute(attribute))
        case .packageAttribute(let attribute, of: let package):
            note(.packageAttribute(attribute))
            add(package)
        case .literal: break
        case .count(let members, where: let filter):
            note(.collection(members.collection))
            if let filter { add(filter) }
        case .countOf(let parts):
            for part in parts { add(part) }
        case .proportion(let members, where: let filter):
            note(.collection(members.collection))
            add(filter)
        case .fold(_, let attribute, let members, where: let filter):
            note(.collection(members.collection))
            note(.attribute(attribute))
            if let filter { add(filter) }
        case .timeSince(let date): add(date)
        }
    }

    private mutating func add(_ package: PackageReference) {
        if case .package(let id) = package { note(.recommended(id)) }
    }
}
