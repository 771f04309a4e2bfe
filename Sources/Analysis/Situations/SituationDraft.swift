import RuleModel

/// A cluster in the making: what may be told of it so that the wishes met so far stay met.
struct SituationDraft {
    /// Something that can be told.
    enum Subject: Hashable {
        case diagnostic(ID<Diagnostic>)
        case attribute(ID<Attribute>, of: Int)
        case concept(ID<Concept>, of: Int?)
        case classification(ID<Classification>, of: Int?)
        case classificationValue(ClassificationValue, of: Int?)
        case inForce(ID<Package>)

        var member: Int? {
            switch self {
            case .diagnostic, .inForce: nil
            case .attribute(_, of: let member): member
            case .concept(_, of: let member), .classification(_, of: let member),
                .classificationValue(_, of: let member):
                member
            }
        }
    }

    struct Place: Hashable {
        var subject: Subject
        /// How many stages back.
        var back = 0
    }

    struct Member: Hashable {
        var collection: ID<Collection>
        var parent: Int?
    }

    let rules: RuleBase
    /// In the order in which they were first spoken of.
    private(set) var places: [Place] = []
    private(set) var allowed: [Place: ValueSet] = [:]
    private var untold: Set<Place> = []
    private(set) var members: [Member] = []
    /// Collections, of the cluster or of a member, whose members are all listed.
    private(set) var listed: [Member] = []
    /// What every member of a listed collection has to meet, those still to come included.
    private(set) var universals: [(of: Member, wish: Wish, variable: Variable)] = []
    /// The first day of the last stage.
    var from: Int64?

    init(_ rules: RuleBase) { self.rules = rules }

    // MARK: Telling

    /// Narrows what may be told; `false` where nothing is left.
    mutating func tell(_ subject: Subject, back: Int, in set: ValueSet) -> Bool {
        let place = Place(subject: subject, back: back)
        guard !untold.contains(place) else { return false }
        if allowed[place] == nil { places.append(place) }
        let left = (allowed[place] ?? domain(of: subject)).intersection(set)
        allowed[place] = left
        return !left.isEmpty
    }

    /// Takes another value in the place of the one that was to be told.
    mutating func retell(_ place: Place, in set: ValueSet) { allowed[place] = set }

    mutating func leaveUntold(_ subject: Subject, back: Int) -> Bool {
        let place = Place(subject: subject, back: back)
        untold.insert(place)
        return allowed[place] == nil
    }

    func domain(of subject: Subject) -> ValueSet {
        switch subject {
        case .diagnostic(let id): rules.domain(of: rules[id].measurement.type)
        case .attribute(let id, of: _): rules.domain(of: rules[id].measurement.type)
        case .concept, .classificationValue, .inForce: .yesOrNo
        case .classification(let id, of: _): .members(RuleBase.mask(count: rules[id].values.count))
        }
    }

    mutating func add(_ member: Member) -> Int {
        members.append(member)
        return members.count - 1
    }

    mutating func list(_ collection: Member) {
        if !listed.contains(collection) { listed.append(collection) }
    }

    mutating func demand(_ wish: Wish, ofEvery member: Member, as variable: Variable) {
        universals.append((member, wish, variable))
    }

    // MARK: Written down

    /// The stages to be told, the last one with what is expected of it.
    func stages(expecting expectations: [Expectation]) -> [Stage] {
        let depth = places.map(\.back).max() ?? 0
        return (0...depth).map { number in
            let back = depth - number
            var stage = Stage(
                name: depth == 0 ? "now" : back == 0 ? "now" : back == 1 ? "before" : "before-\(back)",
                title: depth == 0 ? "" : back == 0 ? "Today" : "Before",
                previous: number == 0 ? nil : number - 1, statements: statements(back: back))
            if back == 0 {
                stage.from = from.map { TickRange($0, $0) }
                stage.expectations = expectations
            }
            return stage
        }
    }

    private func statements(back: Int) -> [Statement] {
        let mine = places.filter { $0.back == back }
        return mine.filter { $0.subject.member == nil }.compactMap(statement) + told(of: nil, back: back)
    }

    /// The members of one parent, each with what is told of it, and what is listed there.
    private func told(of parent: Int?, back: Int) -> [Statement] {
        let own = members.indices.filter { members[$0].parent == parent && isTold($0, back: back) }
        return own.map { number in
            let inside = places.filter { $0.back == back && $0.subject.member == number }
            return .member(
                members[number].collection, name: name(of: number), title: "",
                inside.compactMap(statement) + told(of: number, back: back), .none)
        } + (back == 0 ? listed.filter { $0.parent == parent }.map { .allListed($0.collection) } : [])
    }

    private func isTold(_ member: Int, back: Int) -> Bool {
        back == 0
            || places.contains { $0.back == back && $0.subject.member == member }
            || members.indices.contains { members[$0].parent == member && isTold($0, back: back) }
    }

    func name(of member: Int) -> String {
        let same = members[...member].count { $0.collection == members[member].collection }
        return "\(rules[members[member].collection].name)-\(same)"
    }

    private func statement(_ place: Place) -> Statement? {
        guard let set = allowed[place] else { return nil }
        let reading = Reading(possible: exact(set, of: place.subject))
        switch place.subject {
        case .diagnostic(let id): return .diagnostic(id, reading)
        case .attribute(let id, of: _): return .attribute(id, reading)
        case .concept(let id, of: _): return .concept(id, reading)
        case .classification(let id, of: _): return .classification(id, reading)
        case .classificationValue(let value, of: _): return .classificationValue(value, reading)
        case .inForce(let package): return .inForce(package, reading)
        }
    }

    /// One value of those allowed: the one next to where others begin.
    func exact(_ set: ValueSet, of subject: Subject) -> ValueSet {
        switch set {
        case .members(let mask):
            let lowest = mask.trailingZeroBitCount
            // Of the values below a bound the highest stands next to it.
            let place = lowest > 0 || mask == 0 ? lowest : (~mask).trailingZeroBitCount - 1
            return .members(1 << UInt64(min(63, max(0, place))))
        case .runs(let runs):
            guard let first = runs.first, let last = runs.last,
                case .runs(let whole) = domain(of: subject), let domain = whole.first
            else { return set }
            let unit = ticksPerStep(of: subject)
            let tick: Int64
            if first.lower > domain.lower {
                let up = first.lower + (unit - first.lower % unit) % unit
                tick = up <= first.upper ? up : first.lower
            } else if last.upper < domain.upper {
                let down = last.upper - (last.upper % unit + unit) % unit
                tick = down >= last.lower ? down : last.upper
            } else {
                tick = max(0, first.lower)
            }
            return .ticks(tick, tick)
        case .texts(let texts): return .texts(texts.map { Array($0.prefix(1)) } ?? ["something"])
        }
    }

    private func ticksPerStep(of subject: Subject) -> Int64 {
        switch subject {
        case .diagnostic(let id): rules[id].measurement.type.ticksPerUnit
        case .attribute(let id, of: _): rules[id].measurement.type.ticksPerUnit
        default: 1
        }
    }
}
