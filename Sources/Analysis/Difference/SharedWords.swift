import Inference
import RuleModel

/// The words of two rule bases under one numbering: the numbers of the new one, and after them those for what
/// only the old one has.
///
/// What has one name and is declared otherwise counts as two words.
struct SharedWords: Sendable {
    /// From the old rule base's numbers to the shared ones; every word has one.
    private(set) var fromOld = WordNumbers()
    /// Back again, and to the new one's, as far as they have the word.
    private(set) var toOld = WordNumbers()
    private(set) var toNew = WordNumbers()
    /// Names that both have for what is declared otherwise, by the shared number that each has.
    private var unlike: [ReadingPlace: String] = [:]
    private var unlikeAttributes: [ID<Attribute>: String] = [:]
    private(set) var isSeveral: [ID<Classification>: Bool] = [:]

    init(_ old: RuleBase, _ new: RuleBase) {
        match(old.collections, new.collections, \.collections) { $1.key(of: $0) }
        match(old.diagnostics, new.diagnostics, \.diagnostics) {
            "\($0.name) \($1.key(of: $0.measurement))"
        }
        match(old.attributes, new.attributes, \.attributes) {
            "\($1.key(of: $1[$0.collection])) \($0.name) \($1.key(of: $0.measurement))"
        }
        match(old.concepts, new.concepts, \.concepts) { concept, rules in
            "\(concept.name) \(concept.collection.map { rules.key(of: rules[$0]) } ?? "")"
        }
        match(old.classifications, new.classifications, \.classifications) { one, rules in
            "\(one.name) \(one.isSeveral) \(one.collection.map { rules.key(of: rules[$0]) } ?? "") "
                + one.values.map(\.name).joined(separator: "|")
        }
        match(old.packages, new.packages, \.packages) { one, _ in one.name }
        match(old.measures, new.measures, \.measures) { "\($1[$0.package].name) \($0.name)" }
        match(old.roles, new.roles, \.roles) { one, _ in one.name }
        match(old.actors, new.actors, \.actors) { one, _ in one.name }
        for place in new.classifications.indices {
            isSeveral[ID(place)] = new.classifications[place].isSeveral
        }
        for place in old.classifications.indices {
            fromOld.classifications[ID(place)].map { isSeveral[$0] = old.classifications[place].isSeveral }
        }
        findUnlike(old, new)

        func match<Declared>(
            _ before: [Declared], _ after: [Declared],
            _ table: WritableKeyPath<WordNumbers, [ID<Declared>: ID<Declared>]>,
            _ key: (Declared, RuleBase) -> String
        ) {
            var places: [String: Int] = [:]
            for (place, one) in after.enumerated() {
                places[key(one, new)] = place
                toNew[keyPath: table][ID(place)] = ID(place)
            }
            var next = after.count
            for (place, one) in before.enumerated() {
                let number: Int
                if let known = places[key(one, old)] {
                    number = known
                } else {
                    number = next
                    next += 1
                }
                fromOld[keyPath: table][ID(place)] = ID(number)
                toOld[keyPath: table][ID(number)] = ID(place)
            }
        }
    }

    /// What a case could be told of under one name and would not mean the same by.
    private mutating func findUnlike(_ old: RuleBase, _ new: RuleBase) {
        func note<Declared>(
            _ before: [Declared], _ after: [Declared], _ name: KeyPath<Declared, String>,
            _ fromOld: [ID<Declared>: ID<Declared>], _ place: (ID<Declared>) -> ReadingPlace
        ) {
            let known = Dictionary(after.indices.map { (after[$0][keyPath: name], $0) }) { first, _ in first }
            for number in before.indices {
                guard let shared = fromOld[ID(number)], shared.index >= after.count,
                    let other = known[before[number][keyPath: name]]
                else { continue }
                unlike[place(shared)] = before[number][keyPath: name]
                unlike[place(ID(other))] = before[number][keyPath: name]
            }
        }
        note(old.diagnostics, new.diagnostics, \.name, fromOld.diagnostics) { .diagnostic($0) }
        note(old.concepts, new.concepts, \.name, fromOld.concepts) { .concept($0, nil) }
        note(old.classifications, new.classifications, \.name, fromOld.classifications) {
            .classification($0, value: nil, nil)
        }
        note(old.collections, new.collections, \.name, fromOld.collections) { .allListed($0, of: nil) }
        // An attribute is known by its name and that of its collection.
        let attributes = Dictionary(
            new.attributes.indices.map {
                ("\(new[new.attributes[$0].collection].name) \(new.attributes[$0].name)", $0)
            }
        ) { first, _ in first }
        for number in old.attributes.indices {
            let attribute = old.attributes[number]
            guard let shared = fromOld.attributes[ID(number)], shared.index >= new.attributes.count,
                let other = attributes["\(old[attribute.collection].name) \(attribute.name)"]
            else { continue }
            unlikeAttributes[shared] = attribute.name
            unlikeAttributes[ID(other)] = attribute.name
        }
    }

    /// The name of what is told at a place, where the two mean different things by it.
    func unlikeName(at place: ReadingPlace) -> String? {
        switch place {
        case .diagnostic, .inForce: unlike[place]
        case .attribute(let id, _): unlikeAttributes[id]
        case .concept(let id, _): unlike[.concept(id, nil)]
        case .classification(let id, value: _, _): unlike[.classification(id, value: nil, nil)]
        case .allListed(let id, of: _): unlike[.allListed(id, of: nil)]
        }
    }
}

extension RuleBase {
    fileprivate func key(of collection: Collection) -> String {
        collection.parent.map { "\(collection.name) in \(self[$0].name)" } ?? collection.name
    }

    /// What readings of it mean: its type, with the values of a list by name and in order.
    fileprivate func key(of measurement: Measurement) -> String {
        switch measurement.type {
        case .scale(let id): "scale \(self[id].values.map(\.name).joined(separator: "|"))"
        case .choice(let id): "choice \(self[id].values.map(\.name).joined(separator: "|"))"
        default: "\(measurement.type)"
        }
    }
}
