/// Which derived thing rests on which, by which rule.
struct DependencyGraph {
    /// Concepts, classifications, recommendations, and last the rest, by ID: a fixed order.
    let nodes: [Derived]
    /// For each node, what it rests on, in order of rule and premise.
    ///
    /// Nothing rests on the last node, which no condition can ask about, and so it stands behind all
    /// others in any case: what it rests on is not kept.
    private(set) var links: [[Link]]
    /// For each node, the rules that conclude it, in order.
    private(set) var concluding: [[ID<Rule>]]
    private let places: NodePlaces

    struct Link {
        var premise: Int
        var rule: ID<Rule>
        var isStrict: Bool
    }

    init(_ rules: RuleBase) {
        places = NodePlaces(rules)
        nodes =
            rules.concepts.indices.map { .concept(ID($0)) }
            + rules.classifications.indices.map { .classification(ID($0)) }
            + rules.packages.indices.map { .recommended(ID($0)) } + [.unasked]
        links = Array(repeating: [], count: nodes.count)
        concluding = Array(repeating: [], count: nodes.count)
        var premises = Premises(places)
        for place in rules.rules.indices { add(ID(place), rules, &premises) }
    }

    private mutating func add(_ id: ID<Rule>, _ rules: RuleBase, _ premises: inout Premises) {
        let conclusions = conclusions(of: rules.rules[id.index].conclusions)
        for conclusion in conclusions { concluding[conclusion].append(id) }
        guard conclusions.contains(where: { $0 != places.unasked }) else { return }
        premises.collect(of: id, in: rules)
        for conclusion in conclusions where conclusion != places.unasked {
            for (premise, isStrict) in premises.found {
                links[conclusion].append(Link(premise: premise, rule: id, isStrict: isStrict))
            }
        }
    }

    /// What a rule concludes, in order and each once.
    private func conclusions(of conclusions: [Conclusion]) -> [Int] {
        var found: [Int] = []
        for conclusion in conclusions {
            switch conclusion {
            case .concept(let concept, _): found.append(places.place(of: concept))
            case .classification(let classification, _, _): found.append(places.place(of: classification))
            case .recommend(let package, _): found += places.places(of: package)
            case .choose(_, _, let options):
                for option in options { found += places.places(of: option) }
                found.append(places.unasked)
            default: found.append(places.unasked)
            }
        }
        guard found.count > 1 else { return found }
        found.sort()
        return found.indices.filter { $0 == 0 || found[$0] != found[$0 - 1] }.map { found[$0] }
    }

    /// A link as others see it.
    func link(_ link: Link, from conclusion: Int) -> Strata.Link {
        Strata.Link(
            conclusion: nodes[conclusion], rule: link.rule, premise: nodes[link.premise],
            isStrict: link.isStrict)
    }

    // MARK: Components

    /// The strongly connected components, premises before conclusions (Tarjan's algorithm).
    ///
    /// It keeps its own stack, so that a chain of ten thousand concepts is no deeper than one of two.
    func components() -> [[Int]] {
        var order = [Int](repeating: -1, count: nodes.count)
        var lowest = [Int](repeating: 0, count: nodes.count)
        var isOpen = [Bool](repeating: false, count: nodes.count)
        var open: [Int] = []
        var found: [[Int]] = []
        var count = 0
        for start in nodes.indices where order[start] < 0 {
            var path: [(node: Int, next: Int)] = [(start, 0)]
            while let (node, next) = path.last {
                if next == 0, order[node] < 0 {
                    (order[node], lowest[node], isOpen[node]) = (count, count, true)
                    count += 1
                    open.append(node)
                }
                if next < links[node].count {
                    path[path.count - 1].next += 1
                    let premise = links[node][next].premise
                    if order[premise] < 0 {
                        path.append((premise, 0))
                    } else if isOpen[premise] {
                        lowest[node] = min(lowest[node], order[premise])
                    }
                    continue
                }
                path.removeLast()
                if let parent = path.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
                if lowest[node] == order[node] {
                    var component: [Int] = []
                    while let member = open.popLast() {
                        isOpen[member] = false
                        component.append(member)
                        if member == node { break }
                    }
                    found.append(component)
                }
            }
        }
        return found
    }

    /// A shortest way around a loop that begins with the given link.
    func way(around first: Link, from conclusion: Int, within component: Set<Int>) -> [Strata.Link] {
        let start = first.premise
        let begin = link(first, from: conclusion)
        guard conclusion != start else { return [begin] }
        var reachedBy: [Int: (conclusion: Int, link: Link)] = [:]
        var queue = [start], head = 0
        while head < queue.count, reachedBy[conclusion] == nil {
            for link in links[queue[head]] {
                guard component.contains(link.premise), link.premise != start, reachedBy[link.premise] == nil
                else { continue }
                reachedBy[link.premise] = (queue[head], link)
                queue.append(link.premise)
            }
            head += 1
        }
        var back: [Strata.Link] = []
        var node = conclusion
        while node != start, let (conclusion, link) = reachedBy[node] {
            back.append(self.link(link, from: conclusion))
            node = conclusion
        }
        return [begin] + back.reversed()
    }
}

/// Where derived things stand among the nodes.
private struct NodePlaces {
    let classificationStart: Int
    let packageStart: Int
    let unasked: Int

    init(_ rules: RuleBase) {
        classificationStart = rules.concepts.count
        packageStart = classificationStart + rules.classifications.count
        unasked = packageStart + rules.packages.count
    }

    func place(of concept: ID<Concept>) -> Int { concept.index }
    func place(of classification: ID<Classification>) -> Int { classificationStart + classification.index }

    /// The package's place, or those of all for a variable, which may stand for any.
    func places(of package: PackageReference) -> Range<Int> {
        switch package {
        case .package(let id): packageStart + id.index..<packageStart + id.index + 1
        case .variable: packageStart..<unasked
        }
    }
}

/// Collects what a rule's conditions ask about, and whether they do so strictly.
private struct Premises {
    private let places: NodePlaces
    /// In order, each once.
    private(set) var found: [(node: Int, isStrict: Bool)] = []

    init(_ places: NodePlaces) { self.places = places }

    /// Collects those of one rule, and forgets the ones before.
    mutating func collect(of id: ID<Rule>, in rules: RuleBase) {
        found.removeAll(keepingCapacity: true)
        for binding in rules.rules[id.index].bindings {
            if let filter = binding.filter { add(filter, isStrict: false) }
        }
        if let condition = rules.rules[id.index].condition { add(condition, isStrict: false) }
        for exception in rules.rules[id.index].exceptions { add(exception.condition, isStrict: true) }
        settle()
    }

    private mutating func settle() {
        guard found.count > 1 else { return }
        found.sort { ($0.node, $1.isStrict ? 1 : 0) < ($1.node, $0.isStrict ? 1 : 0) }
        // Of several links to one premise a strict one stands first, and counts.
        found = found.indices.filter { $0 == 0 || found[$0].node != found[$0 - 1].node }.map { found[$0] }
    }

    private mutating func note(_ node: Int, _ isStrict: Bool) { found.append((node, isStrict)) }

    mutating func add(_ condition: Condition, isStrict: Bool) {
        switch condition {
        case .holds(let expression), .lies(let expression, in: _, _), .rising(let expression),
            .falling(let expression):
            add(expression)
        case .compares(let left, _, let right):
            add(left)
            add(right)
        case .concept(let concept, of: _): note(places.place(of: concept), isStrict)
        case .classification(let classification, value: _, of: _):
            note(places.place(of: classification), isStrict)
        case .recommended(let package):
            for place in places.places(of: package) { note(place, true) }
        case .criterion, .lens, .inForce: break
        case .not(let inner), .previously(let inner), .earlier(let inner): add(inner, isStrict: true)
        case .all(let parts), .any(let parts):
            for part in parts { add(part, isStrict: isStrict) }
        case .listed(let comparison, _, of: let parts):
            let grows = comparison == .atLeast || comparison == .above
            for part in parts { add(part, isStrict: isStrict || !grows) }
        case .some(_, let inner):
            if let inner { add(inner, isStrict: isStrict) }
        case .every(_, filter: let filter, let inner):
            if let filter { add(filter, isStrict: true) }
            add(inner, isStrict: true)
        }
    }

    /// A figure neither grows nor shrinks with what it is worked out from, as far as anyone can say.
    private mutating func add(_ expression: Expression) {
        switch expression {
        case .diagnostic, .attribute, .packageAttribute, .literal: break
        case .count(_, where: let filter), .fold(_, _, _, where: let filter):
            if let filter { add(filter, isStrict: true) }
        case .countOf(let parts):
            for part in parts { add(part, isStrict: true) }
        case .proportion(_, where: let filter): add(filter, isStrict: true)
        case .timeSince(let date): add(date)
        }
    }
}
