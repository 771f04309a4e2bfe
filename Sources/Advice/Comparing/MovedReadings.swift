import Inference
import RuleModel

/// What one situation says otherwise than another, piece by piece, so that pieces can be moved across.
struct MovedReadings {
    private let from: Situation
    private let to: Situation
    private let rules: RuleBase

    init(from: Situation, to: Situation, rules: RuleBase) {
        self.from = from
        self.to = to
        self.rules = rules
    }

    /// All pieces that differ in what is known, in a fixed order. Where they stand in documents is no
    /// difference.
    var all: [MovedReading] {
        var places: [ReadingPlace] = []
        places += differing(from.readings, to.readings).map { .diagnostic($0) }
        places += differing(from.inForce, to.inForce).map { .inForce($0) }
        places += differences(from.statements, to.statements, nil)
        var moved: [MovedReading] = []
        for index in rules.collections.indices {
            let collection = ID<Collection>(index)
            if hasSameMembers(collection) {
                places += differencesOfMembers(collection)
                if from.closed.contains(collection) != to.closed.contains(collection) {
                    places.append(.allListed(collection, of: nil))
                }
            } else if hasSameMembersAbove(collection) {
                moved.append(.members(collection))
            }
        }
        return places.sorted { ReadingPlace.order($0, $1) }.map { .place($0) } + moved
    }

    /// The first situation with some pieces as the second has them.
    func moving(_ pieces: some Sequence<MovedReading>) -> Situation {
        var situation = from
        for piece in pieces {
            switch piece {
            case .place(let place): situation.take(place, from: to)
            case .members(let collection):
                for moved in withNested(collection) {
                    situation.members[moved] = to.members[moved]
                    if to.closed.contains(moved) {
                        situation.closed.insert(moved)
                    } else {
                        situation.closed.remove(moved)
                    }
                }
            case .past:
                situation.from = to.from
                situation.to = to.to
            }
        }
        return situation
    }

    private func differing<Place: Hashable>(_ from: [Place: Reading], _ to: [Place: Reading]) -> [Place] {
        Set(from.keys).union(to.keys).filter { !knowsTheSame(from[$0], to[$0]) }
    }

    private func knowsTheSame(_ one: Reading?, _ other: Reading?) -> Bool {
        one?.possible == other?.possible && one?.presumed == other?.presumed
    }

    private func differences(_ from: Statements, _ to: Statements, _ member: MemberID?) -> [ReadingPlace] {
        let concepts = differing(from.concepts, to.concepts).map { ReadingPlace.concept($0, member) }
        let classes = differing(from.classifications, to.classifications).map {
            ReadingPlace.classification($0, value: nil, member)
        }
        let values = differing(from.classificationValues, to.classificationValues).map {
            ReadingPlace.classification($0.classification, value: $0.value, member)
        }
        return concepts + classes + values
    }

    private func differencesOfMembers(_ collection: ID<Collection>) -> [ReadingPlace] {
        let pairs = zip(from.members[collection] ?? [], to.members[collection] ?? [])
        return pairs.enumerated().flatMap { index, pair -> [ReadingPlace] in
            let member = MemberID(collection: collection, index: index)
            let attributes = differing(pair.0.attributes, pair.1.attributes).map {
                ReadingPlace.attribute($0, member)
            }
            let closed = pair.0.closed.symmetricDifference(pair.1.closed).map {
                ReadingPlace.allListed($0, of: member)
            }
            return attributes + closed + differences(pair.0.statements, pair.1.statements, member)
        }
    }

    /// The same names under the same parents, so that member stands for member.
    private func hasSameMembers(_ collection: ID<Collection>) -> Bool {
        let (mine, theirs) = (from.members[collection] ?? [], to.members[collection] ?? [])
        return mine.map(\.name) == theirs.map(\.name) && mine.map(\.parent) == theirs.map(\.parent)
            && hasSameMembersAbove(collection)
    }

    /// A nested collection moves with the one it stands in, where that has to move as a whole.
    private func hasSameMembersAbove(_ collection: ID<Collection>) -> Bool {
        rules[collection].parent.map(hasSameMembers) ?? true
    }

    private func withNested(_ collection: ID<Collection>) -> [ID<Collection>] {
        var found = [collection]
        var place = 0
        while place < found.count {
            found += rules.collections.indices.map { ID($0) }.filter {
                rules[$0].parent == found[place] && !found.contains($0)
            }
            place += 1
        }
        return found
    }
}

extension Situation {
    /// Says at one place what another situation says there, or nothing where it says nothing.
    fileprivate mutating func take(_ place: ReadingPlace, from other: Situation) {
        guard case .allListed(let collection, of: let member) = place else {
            return tell(other.reading(at: place), at: place)
        }
        let isListed = (member.map { other[$0]?.closed ?? [] } ?? other.closed).contains(collection)
        guard !isListed else { return tell(Reading(possible: .yes), at: place) }
        if let member {
            members[member.collection]?[member.index].closed.remove(collection)
        } else {
            closed.remove(collection)
        }
    }
}
