import Inference
import RuleModel

/// One thing in which two tellings of a situation differ.
public enum SaidOtherwise: Hashable, Sendable {
    /// The place is one of the second telling.
    case reading(ReadingPlace, from: Reading?, to: Reading?)
    case memberComes(MemberID)
    /// The place is one of the first telling.
    case memberGoes(MemberID)
    /// All members are listed now, of the cluster's collection.
    case allListed(ID<Collection>)
}

extension Situation {
    /// What is said otherwise in a second telling, in a fixed order.
    static func difference(from before: Situation, to after: Situation) -> [SaidOtherwise] {
        var said: [SaidOtherwise] = []
        func compare<Key: Hashable & Comparable>(
            _ old: [Key: Reading], _ new: [Key: Reading], _ place: (Key) -> ReadingPlace
        ) {
            for key in Set(old.keys).union(new.keys).sorted() where !isSame(old[key], new[key]) {
                said.append(.reading(place(key), from: old[key], to: new[key]))
            }
        }
        func compare(_ old: Statements, _ new: Statements, _ member: MemberID?) {
            compare(old.concepts, new.concepts) { .concept($0, member) }
            compare(old.classifications, new.classifications) {
                .classification($0, value: nil, member)
            }
            compare(old.classificationValues, new.classificationValues) {
                .classification($0.classification, value: $0.value, member)
            }
        }
        compare(before.readings, after.readings) { .diagnostic($0) }
        compare(before.statements, after.statements, nil)
        compare(before.inForce, after.inForce) { .inForce($0) }
        for collection in Set(before.members.keys).union(after.members.keys).sorted() {
            let (old, new) = (before.members[collection] ?? [], after.members[collection] ?? [])
            for (place, member) in new.enumerated() {
                let id = MemberID(collection: collection, index: place)
                guard let known = old.firstIndex(where: { before.path(of: $0) == after.path(of: member) })
                else {
                    said.append(.memberComes(id))
                    continue
                }
                compare(old[known].attributes, member.attributes) { .attribute($0, id) }
                compare(old[known].statements, member.statements, id)
            }
            for (place, member) in old.enumerated()
            where !new.contains(where: { after.path(of: $0) == before.path(of: member) }) {
                said.append(.memberGoes(MemberID(collection: collection, index: place)))
            }
        }
        return said + after.closed.subtracting(before.closed).sorted().map { .allListed($0) }
    }

    /// What is known is the same, wherever it is said.
    private static func isSame(_ one: Reading?, _ other: Reading?) -> Bool {
        one?.possible == other?.possible && one?.presumed == other?.presumed
    }

    /// The names of the members around one, and its own.
    private func path(of member: Member) -> [String] {
        guard let parent = member.parent.flatMap({ self[$0] }) else { return [member.name] }
        return path(of: parent) + [member.name]
    }
}
