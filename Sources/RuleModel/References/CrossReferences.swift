/// Who asks about what, and who concludes it: the rule base read backwards.
///
///     let references = CrossReferences(rules)
///     references.readers(of: .diagnostic(skills))      // the rules that ask about it, in order
///     references.rules(concluding: .concept(lockedIn)) // the rules that decide it
///     references.mentions(of: package)                 // what rules say of it
///
/// Making one is linear in the rules, times the packages for rules about packages of a kind.
public struct CrossReferences: Sendable {
    private var readers: [Asked: [ID<Rule>]] = [:]
    private var concluding: [Asked: [ID<Rule>]] = [:]
    private var mentions: [[PackageMention]]

    public init(_ rules: RuleBase) {
        mentions = Array(repeating: [], count: rules.packages.count)
        for (place, rule) in rules.rules.enumerated() {
            let id = ID<Rule>(place)
            for asked in rule.asked { readers[asked, default: []].append(id) }
            for conclusion in rule.conclusions { note(conclusion, of: id, rule, rules) }
        }
    }

    /// The rules that ask about something.
    public func readers(of asked: Asked) -> [ID<Rule>] { readers[asked] ?? [] }

    /// The rules that conclude a concept or a classification; of packages those that recommend or offer them.
    public func rules(concluding asked: Asked) -> [ID<Rule>] { concluding[asked] ?? [] }

    /// What rules say of a package, in order of rule.
    public func mentions(of package: ID<Package>) -> [PackageMention] { mentions[package.index] }

    private mutating func note(_ conclusion: Conclusion, of id: ID<Rule>, _ rule: Rule, _ rules: RuleBase) {
        switch conclusion {
        case .concept(let concept, of: _): add(id, to: .concept(concept))
        case .classification(let classification, value: _, of: _):
            add(id, to: .classification(classification))
        default: break
        }
        for (reference, part, other) in conclusion.mentions {
            var isGeneral = false
            if case .variable = reference { isGeneral = true }
            var named: ID<Package>?
            if case .package(let package) = other { named = package }
            for package in rules.packages(reference, in: rule) {
                let mention = PackageMention(rule: id, part: part, other: named, isGeneral: isGeneral)
                if !mentions[package.index].contains(mention) { mentions[package.index].append(mention) }
                if part == .recommended || part == .offered { add(id, to: .recommended(package)) }
            }
        }
    }

    private mutating func add(_ rule: ID<Rule>, to asked: Asked) {
        if concluding[asked]?.last != rule { concluding[asked, default: []].append(rule) }
    }
}
