import Advice
import Census
import Inference
import RuleModel

extension TableScreen {
    /// Values in words are read as a case file says them.
    static func wording(_ rules: RuleBase) -> ValueWording {
        { read, text in
            let (place, now) = place(of: read, rules)
            switch SpokenAnswer(text, to: place, now: now, rules: rules) {
            case .said(let statements):
                if let reading = statements.first?.reading(of: read) { return .success(reading) }
                return .failure(TableFault("it is no value"))
            case .unclear(let findings, _):
                return .failure(TableFault(findings.first?.message ?? "it is no value"))
            }
        }
    }

    /// What is read, and a cluster with a member of which it could be said.
    private static func place(of read: TablePlan.Read, _ rules: RuleBase) -> (ReadingPlace, Situation) {
        switch read {
        case .diagnostic(let id): return (.diagnostic(id), Situation())
        case .attribute(let id):
            var chain: [ID<Collection>] = [rules[id].collection]
            while let parent = rules[chain[0]].parent { chain.insert(parent, at: 0) }
            var now = Situation()
            for (depth, collection) in chain.enumerated() {
                let parent = depth > 0 ? MemberID(collection: chain[depth - 1], index: 0) : nil
                now.members[collection] = [Member(name: "it-\(depth)", parent: parent)]
            }
            return (.attribute(id, MemberID(collection: rules[id].collection, index: 0)), now)
        }
    }
}

extension Statement {
    /// What it says of a diagnostic, or somewhere inside of an attribute.
    fileprivate func reading(of read: TablePlan.Read) -> Reading? {
        switch (self, read) {
        case (.diagnostic(let one, let reading), .diagnostic(let other)): one == other ? reading : nil
        case (.attribute(let one, let reading), .attribute(let other)): one == other ? reading : nil
        case (.member(_, name: _, title: _, let inside, _), .attribute):
            inside.lazy.compactMap { $0.reading(of: read) }.first
        default: nil
        }
    }
}
