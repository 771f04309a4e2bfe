import Generation
import RuleModel

@testable import Advice

extension Situation {
    /// With some more members of which nothing is known, wherever there could be one; and, when said,
    /// with no others besides.
    func adding(_ count: Int, to collections: Set<ID<Collection>>, closing: Bool, in rules: RuleBase)
        -> Situation
    {
        var told = self
        // Members within others come after those.
        for collection in collections.sorted(by: { rules.depth($0) < rules.depth($1) }) {
            guard let outer = rules[collection].parent else {
                told.append(count, to: collection, within: nil)
                if closing { told.closed.insert(collection) }
                continue
            }
            if count > 0, told.members[outer]?.isEmpty ?? true {
                told = told.adding(1, to: [outer], closing: false, in: rules)
            }
            for index in (told.members[outer] ?? []).indices {
                told.append(count, to: collection, within: MemberID(collection: outer, index: index))
                if closing { told.members[outer]?[index].closed.insert(collection) }
            }
        }
        return told
    }

    private mutating func append(_ count: Int, to collection: ID<Collection>, within parent: MemberID?) {
        for number in 0..<count {
            members[collection, default: []].append(Member(name: "new-\(number)", parent: parent))
        }
    }
}

extension RuleBase {
    fileprivate func depth(_ collection: ID<Collection>) -> Int {
        self[collection].parent.map { 1 + depth($0) } ?? 0
    }
}
