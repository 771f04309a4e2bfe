import RuleModel

extension Situation {
    /// Every member, by collection and place.
    public var allMembers: [MemberID] {
        members.keys.sorted().flatMap { collection in
            (members[collection] ?? []).indices.map { MemberID(collection: collection, index: $0) }
        }
    }

    /// Takes a member out, with the members inside it, and moves the places behind it up.
    public mutating func remove(_ gone: MemberID) {
        for inner in allMembers.reversed() where self[inner]?.parent == gone { remove(inner) }
        members[gone.collection]?.remove(at: gone.index)
        if members[gone.collection]?.isEmpty == true { members[gone.collection] = nil }
        for id in allMembers {
            guard let parent = self[id]?.parent, parent.collection == gone.collection,
                parent.index > gone.index
            else { continue }
            members[id.collection]?[id.index].parent = MemberID(
                collection: gone.collection, index: parent.index - 1)
        }
    }
}
