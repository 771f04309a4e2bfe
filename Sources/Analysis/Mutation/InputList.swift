import Inference
import RuleModel

/// What conditions read, place by place, with every reading that they could tell from another.
struct InputList {
    private(set) var inputs: [(place: ReadingPlace, readings: [Reading])] = []
    private let rules: RuleBase
    private let members: [Variable: MemberID]
    private var accepted: [ReadingPlace: [ValueSet]] = [:]

    /// - Parameter members: What the variables stand for.
    init(_ rules: RuleBase, _ members: [Variable: MemberID], _ conditions: [Condition]) {
        self.rules = rules
        self.members = members
        var places: [ReadingPlace] = []
        for condition in conditions { note(condition, &places) }
        inputs = places.map { place in
            (place, InputList.readings(domain(of: place), toldApartBy: accepted[place] ?? []))
        }
    }

    private mutating func note(_ condition: Condition, _ places: inout [ReadingPlace]) {
        switch condition {
        case .holds(let expression): note(place(expression), accepting: .yes, &places)
        case .lies(let expression, in: let set, _): note(place(expression), accepting: set, &places)
        case .concept(let concept, of: let bearer):
            note(.concept(concept, member(bearer)), accepting: .yes, &places)
        case .classification(let id, value: let value, of: let bearer):
            // Rules may come to several values of one classification at once, so that each counts for itself.
            note(.classification(id, value: value, member(bearer)), accepting: .yes, &places)
        case .inForce(.package(let package)): note(.inForce(package), accepting: .yes, &places)
        default: for part in condition.parts { note(part, &places) }
        }
    }

    private mutating func note(
        _ place: ReadingPlace?, accepting set: ValueSet, _ places: inout [ReadingPlace]
    ) {
        guard let place else { return }
        if accepted[place] == nil { places.append(place) }
        accepted[place, default: []].append(set)
    }

    private func place(_ expression: Expression) -> ReadingPlace? {
        switch expression {
        case .diagnostic(let id): .diagnostic(id)
        case .attribute(let id, of: let variable): members[variable].map { .attribute(id, $0) }
        default: nil
        }
    }

    private func member(_ bearer: Bearer) -> MemberID? {
        if case .member(let variable) = bearer { members[variable] } else { nil }
    }

    private func domain(of place: ReadingPlace) -> ValueSet {
        switch place {
        case .diagnostic(let id): rules.domain(of: rules[id].measurement.type)
        case .attribute(let id, _): rules.domain(of: rules[id].measurement.type)
        case .concept, .classification, .inForce, .allListed: .yesOrNo
        }
    }

    // MARK: Readings

    /// One reading for each way in which sets can tell readings apart: which of the classes of values
    /// are possible, and which of those are presumed.
    private static func readings(_ domain: ValueSet, toldApartBy sets: [ValueSet]) -> [Reading] {
        let classes = classes(of: domain, toldApartBy: sets)
        let all = (UInt64(1) << UInt64(classes.count)) - 1
        func union(_ mask: UInt64) -> ValueSet {
            classes.indices.filter { mask >> UInt64($0) & 1 == 1 }.map { classes[$0] }
                .reduce(nil as ValueSet?) { $0?.union($1) ?? $1 } ?? domain
        }
        guard classes.count <= 6 else {
            // Too many to go through: whoever counts the readings will give up on them.
            return Array(repeating: Reading(possible: domain), count: 1 << 20)
        }
        return (1...all).flatMap { possible in
            (1...possible).filter { $0 & ~possible == 0 }.map {
                Reading(possible: union(possible), presumed: union($0))
            }
        }
    }

    /// The values that no set tells apart, class by class.
    private static func classes(of domain: ValueSet, toldApartBy sets: [ValueSet]) -> [ValueSet] {
        if case .texts = domain { return textsToldApart(by: sets).map { .texts([$0]) } }
        return sets.reduce([domain]) { classes, set in
            classes.flatMap { values in
                [values.intersection(set), values.subtracting(set)].filter { !$0.isEmpty }
            }
        }
    }
}
