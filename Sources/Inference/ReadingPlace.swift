import RuleModel

/// Something a case can say: where a reading stands or could stand.
public enum ReadingPlace: Hashable, Sendable {
    case diagnostic(ID<Diagnostic>)
    case attribute(ID<Attribute>, MemberID)
    case inForce(ID<Package>)
    /// A statement of a concept, of the cluster or of a member.
    case concept(ID<Concept>, MemberID?)
    /// A statement of a classification (for a `several` one: of one value).
    case classification(ID<Classification>, value: Int?, MemberID?)
    /// That all members of a collection are listed; for a nested one, those of one member.
    case allListed(ID<Collection>, of: MemberID?)
}

extension Situation {
    /// What is said at a place; `nil` where nothing is.
    public func reading(at place: ReadingPlace) -> Reading? {
        switch place {
        case .diagnostic(let diagnostic): readings[diagnostic]
        case .attribute(let attribute, let member): self[member]?.attributes[attribute]
        case .inForce(let package): inForce[package]
        case .concept(let concept, let member): statements(of: member)?.concepts[concept]
        case .classification(let classification, value: nil, let member):
            statements(of: member)?.classifications[classification]
        case .classification(let classification, value: let value?, let member):
            statements(of: member)?.classificationValues[ClassificationValue(classification, value)]
        case .allListed: nil
        }
    }

    private func statements(of member: MemberID?) -> Statements? {
        guard let member else { return statements }
        return self[member]?.statements
    }

    /// Puts what has been learnt in the place of what was known.
    public mutating func learn(_ value: ValueSet, at place: ReadingPlace) {
        tell(Reading(possible: value), at: place)
    }

    /// Puts a reading in the place of what was said; `nil` takes it back.
    public mutating func tell(_ reading: Reading?, at place: ReadingPlace) {
        switch place {
        case .diagnostic(let diagnostic): readings[diagnostic] = reading
        case .attribute(let attribute, let member):
            change(member) { $0.attributes[attribute] = reading }
        case .inForce(let package): inForce[package] = reading
        case .concept(let concept, let member):
            changeStatements(of: member) { $0.concepts[concept] = reading }
        case .classification(let classification, value: let of, let member):
            changeStatements(of: member) {
                if let of {
                    $0.classificationValues[ClassificationValue(classification, of)] = reading
                } else {
                    $0.classifications[classification] = reading
                }
            }
        case .allListed(let collection, of: let member):
            guard reading?.possible == .yes else { return }
            if let member {
                change(member) { $0.closed.insert(collection) }
            } else {
                closed.insert(collection)
            }
        }
    }

    private mutating func change(_ member: MemberID, _ body: (inout Member) -> Void) {
        guard var list = members[member.collection], list.indices.contains(member.index) else { return }
        body(&list[member.index])
        members[member.collection] = list
    }

    private mutating func changeStatements(of member: MemberID?, _ body: (inout Statements) -> Void) {
        if let member {
            change(member) { body(&$0.statements) }
        } else {
            body(&statements)
        }
    }
}

extension Situation {
    /// Where the stage itself says something of readings, and not only the one before it.
    public var placesToldNow: Set<ReadingPlace> {
        func isOfNow(_ reading: Reading) -> Bool { reading.basis != .carriedOver }
        var places = Set(readings.filter { isOfNow($0.value) }.map { ReadingPlace.diagnostic($0.key) })
        places.formUnion(inForce.filter { isOfNow($0.value) }.map { .inForce($0.key) })
        places.formUnion(leftOpen.map { .allListed($0, of: nil) })
        for (collection, list) in members {
            for (index, member) in list.enumerated() {
                let id = MemberID(collection: collection, index: index)
                places.formUnion(
                    member.attributes.filter { isOfNow($0.value) }.map { .attribute($0.key, id) })
                places.formUnion(member.leftOpen.map { .allListed($0, of: id) })
            }
        }
        return places
    }
}
