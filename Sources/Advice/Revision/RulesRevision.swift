import RuleModel

/// Two rule bases side by side, declaration by declaration.
public struct RulesRevision: Hashable, Sendable {
    /// What was added, edited or taken out, by kind and name.
    public var edits: [Edit]
    /// Claims on which other rules stand than before, in order of name.
    public var claims: [ClaimRevision]

    public struct Edit: Hashable, Sendable {
        public enum What: String, Hashable, Sendable, CaseIterable { case added, edited, removed }
        public var what: What
        public var kind: DeclaredText.Kind
        public var name: String
    }

    /// The rules that a claim gains and loses, in order of name.
    public struct ClaimRevision: Hashable, Sendable {
        public var claim: String
        public var gained: [String]
        public var lost: [String]
    }

    /// The cost is that of printing both.
    public init(from old: RuleBase, to new: RuleBase) {
        edits = RulesRevision.edits(old.declaredTexts, new.declaredTexts)
        let (before, after) = (old.rulesByClaim, new.rulesByClaim)
        claims = Set(before.keys).union(after.keys).sorted().compactMap { claim in
            let (was, isNow) = (before[claim] ?? [], after[claim] ?? [])
            guard was != isNow else { return nil }
            return ClaimRevision(
                claim: claim, gained: isNow.subtracting(was).sorted(), lost: was.subtracting(isNow).sorted())
        }
    }

    /// Rules that both have, and that do not read the same.
    public var editedRules: Set<String> {
        Set(edits.filter { $0.kind == .rule && $0.what == .edited }.map(\.name))
    }

    private static func edits(_ old: [DeclaredText], _ new: [DeclaredText]) -> [Edit] {
        struct Key: Hashable {
            var kind: DeclaredText.Kind
            var name: String
        }
        func table(_ texts: [DeclaredText]) -> [Key: String] {
            Dictionary(texts.map { (Key(kind: $0.kind, name: $0.name), $0.text) }) { first, _ in first }
        }
        let (before, after) = (table(old), table(new))
        return DeclaredText.Kind.allCases.flatMap { kind in
            let names = Set((old + new).filter { $0.kind == kind }.map(\.name)).sorted()
            return names.compactMap { name -> Edit? in
                let key = Key(kind: kind, name: name)
                switch (before[key], after[key]) {
                case (nil, _): return Edit(what: .added, kind: kind, name: name)
                case (_, nil): return Edit(what: .removed, kind: kind, name: name)
                case (let was, let isNow):
                    return was == isNow ? nil : Edit(what: .edited, kind: kind, name: name)
                }
            }
        }
    }
}

extension RuleBase {
    /// For each claim that some rule rests on, the names of these rules.
    fileprivate var rulesByClaim: [String: Set<String>] {
        var table: [String: Set<String>] = [:]
        for rule in rules {
            for claim in rule.claims { table[self[claim].name, default: []].insert(rule.name) }
        }
        return table
    }
}
