import RuleModel

extension Influence {
    /// How many nodes a picture has before what lies further off is left out.
    public static let legibleSize = 44
    /// How many rules are shown one by one; of more the edges say how many they are.
    static let rulesShown = 40

    /// What leads to some things and what they lead to.
    ///
    /// A package is shown with the rules that speak of it, what they ask, and behind each concept what
    /// decides it, as far as there is room; a concept or diagnostic with the rules that ask about it and
    /// what follows; a rule with what it asks and concludes.
    public init(around things: [Thing], in rules: RuleBase, references: CrossReferences? = nil) {
        self.init()
        var search = InfluenceSearch(rules: rules, references: references ?? CrossReferences(rules))
        self = search.graph(around: things)
    }
}

/// Collects a graph step by step, nearest things first.
private struct InfluenceSearch {
    let rules: RuleBase
    let references: CrossReferences
    private var graph = Influence()

    init(rules: RuleBase, references: CrossReferences) {
        self.rules = rules
        self.references = references
    }

    mutating func graph(around things: [Influence.Thing]) -> Influence {
        for thing in things { graph.node(thing, isFocus: true) }
        for thing in things {
            switch thing {
            case .package(let package): addRules(about: package)
            case .rule(let rule): show(rule, concluding: nil)
            case .concept, .classification:
                if let asked = thing.asked {
                    addRules(references.rules(concluding: asked), concluding: thing)
                    addReaders(of: asked, thing)
                }
            case .diagnostic, .collection: if let asked = thing.asked { addReaders(of: asked, thing) }
            case .theme: break
            }
        }
        openDerived()
        return graph
    }

    // MARK: Packages

    private mutating func addRules(about package: ID<Package>) {
        let mentions = references.mentions(of: package).filter { !$0.isGeneral }
        var shown: Set<ID<Rule>> = []
        for mention in mentions {
            let first: (Influence.Thing, Influence.Kind)?
            switch mention.part {
            case .later: first = mention.other.map { (.package($0), .precedes) }
            case .earlier:
                if let other = mention.other { graph.edge(.package(package), .package(other), .precedes) }
                first = nil
            case .required:
                if let other = mention.other { graph.edge(.package(package), .package(other), .requires) }
                first = nil
            case .preferred:
                if let other = mention.other { graph.edge(.package(package), .package(other), .preferred) }
                first = nil
            case .passedOver: first = mention.other.map { (.package($0), .preferred) }
            case .requiring:
                addPrerequisites(of: package, by: mention.rule)
                first = nil
            case .assigned: first = nil
            case .recommended, .offered, .objected, .cautioned, .withdrawn:
                if shown.insert(mention.rule).inserted { ask(mention.rule, butFor: .package(package)) }
                graph.edge(.rule(mention.rule), .package(package), mention.part.kind)
                first = nil
            }
            if let (other, kind) = first { graph.edge(other, .package(package), kind) }
        }
    }

    private mutating func addPrerequisites(of package: ID<Package>, by rule: ID<Rule>) {
        for case .require(let needed, before: .package(package)) in rules[rule].conclusions {
            if let thing = needed.thing { graph.edge(thing, .package(package), .requires) }
        }
    }

    // MARK: Rules

    /// A rule with what it asks; `concluding` leaves its other conclusions out.
    private mutating func show(_ rule: ID<Rule>, concluding only: Influence.Thing?) {
        ask(rule)
        for (thing, kind) in conclusions(of: rule) where only == nil || thing == only {
            graph.edge(.rule(rule), thing, kind)
        }
    }

    /// What a rule asks; whether a package is in force already is no part of what leads to it.
    private mutating func ask(_ rule: ID<Rule>, butFor own: Influence.Thing? = nil) {
        let exceptions = Set(rules[rule].askedAsException)
        graph.node(.rule(rule))
        for asked in rules[rule].asked {
            guard let thing = asked.thing(in: rules), thing != own else { continue }
            graph.edge(thing, .rule(rule), exceptions.contains(asked) ? .exception : .asked)
        }
    }

    private func conclusions(of rule: ID<Rule>) -> [(Influence.Thing, Influence.Kind)] {
        rules[rule].conclusions.flatMap { conclusion -> [(Influence.Thing, Influence.Kind)] in
            switch conclusion {
            case .concept(let id, of: _): return [(.concept(id), .concludes)]
            case .classification(let id, value: _, of: _): return [(.classification(id), .concludes)]
            default:
                return conclusion.mentions.compactMap { reference, part, _ in
                    guard case .package(let id) = reference, let kind = part.kindOfRule else { return nil }
                    return (.package(id), kind)
                }
            }
        }
    }

    private mutating func addRules(_ found: [ID<Rule>], concluding thing: Influence.Thing) {
        if found.count > Influence.rulesShown { return collapse(found, to: thing) }
        for rule in found { show(rule, concluding: thing) }
    }

    private mutating func addReaders(of asked: Asked, _ thing: Influence.Thing) {
        let readers = readers(of: asked)
        guard readers.count > Influence.rulesShown else {
            for rule in readers {
                graph.edge(
                    thing, .rule(rule), rules[rule].askedAsException.contains(asked) ? .exception : .asked)
                for (conclusion, kind) in conclusions(of: rule) where conclusion != thing {
                    graph.edge(.rule(rule), conclusion, kind)
                }
            }
            return
        }
        for rule in readers {
            for (conclusion, kind) in conclusions(of: rule) where conclusion != thing {
                graph.edge(thing, conclusion, kind)
            }
        }
    }

    /// Of a collection also those that ask about its attributes.
    private func readers(of asked: Asked) -> [ID<Rule>] {
        guard case .collection(let collection) = asked else { return references.readers(of: asked) }
        let attributes = rules.attributes.indices.filter { rules.attributes[$0].collection == collection }
        let all = attributes.flatMap { references.readers(of: .attribute(ID($0))) }
        return Set(all + references.readers(of: asked)).sorted()
    }

    // MARK: What lies behind

    private mutating func collapse(_ found: [ID<Rule>], to thing: Influence.Thing) {
        for rule in found {
            for asked in rules[rule].asked {
                guard let premise = asked.thing(in: rules), premise != thing else { continue }
                graph.edge(premise, thing, .concludes)
            }
        }
    }

    /// Puts behind each derived thing what its rules ask, nearest first, while there is room.
    private mutating func openDerived() {
        var opened = Set(graph.nodes.filter(\.isFocus).map(\.thing))
        var next = 0
        while next < graph.nodes.count {
            let thing = graph.nodes[next].thing
            // What only follows is not asked where it comes from.
            let isPremise = graph.edges.contains { $0.from == next }
            next += 1
            guard thing.isDerived, isPremise, opened.insert(thing).inserted, let asked = thing.asked
            else { continue }
            let found = references.rules(concluding: asked)
            let premises = Set(found.flatMap { rules[$0].asked.compactMap { $0.thing(in: rules) } })
            let more = premises.count { !graph.contains($0) }
            if graph.nodes.count + more <= Influence.legibleSize {
                collapse(found, to: thing)
            } else if !found.isEmpty {
                graph.unopened.insert(thing)
            }
        }
    }
}

extension PackageMention.Part {
    /// What a rule that says so does to the package.
    fileprivate var kindOfRule: Influence.Kind? {
        switch self {
        case .recommended, .offered: .recommends
        case .objected: .advisesAgainst
        case .cautioned: .cautions
        case .withdrawn: .withdraws
        case .requiring: .requires
        case .later: .precedes
        case .passedOver: .preferred
        case .required, .earlier, .preferred, .assigned: nil
        }
    }

    fileprivate var kind: Influence.Kind { kindOfRule ?? .concludes }
}

extension Prerequisite {
    fileprivate var thing: Influence.Thing? {
        switch self {
        case .package(.package(let id)): .package(id)
        case .package(.variable): nil
        case .concept(let id): .concept(id)
        case .diagnostic(let id): .diagnostic(id)
        }
    }
}
