/// Which derived thing rests on which, by which rule.
struct DependencyGraph {
    /// Concepts, classifications, recommendations, and last the rest, by ID: a fixed order.
    let nodes: [Derived]
    /// For each node, the links that conclude it, in order of rule.
    private(set) var links: [[Strata.Link]]
    /// For each node, the rules that conclude it.
    private(set) var concluding: [[ID<Rule>]]
    private let classificationStart: Int
    private let packageStart: Int

    init(_ rules: RuleBase) {
        classificationStart = rules.concepts.count
        packageStart = classificationStart + rules.classifications.count
        nodes =
            rules.concepts.indices.map { .concept(ID($0)) }
            + rules.classifications.indices.map { .classification(ID($0)) }
            + rules.packages.indices.map { .recommended(ID($0)) } + [.unasked]
        links = Array(repeating: [], count: nodes.count)
        concluding = Array(repeating: [], count: nodes.count)
        for place in rules.rules.indices {
            add(ID(place), rules)
        }
    }

    func place(of derived: Derived) -> Int {
        switch derived {
        case .concept(let concept): concept.index
        case .classification(let classification): classificationStart + classification.index
        case .recommended(let package): packageStart + package.index
        case .unasked: nodes.count - 1
        }
    }

    private mutating func add(_ id: ID<Rule>, _ rules: RuleBase) {
        let rule = rules[id]
        var premises = Premises(packageCount: rules.packages.count)
        for binding in rule.bindings {
            if let filter = binding.filter { premises.add(filter, isStrict: false) }
        }
        if let condition = rule.condition { premises.add(condition, isStrict: false) }
        for exception in rule.exceptions { premises.add(exception.condition, isStrict: true) }
        let found = premises.found.sorted { place(of: $0.key) < place(of: $1.key) }
        for conclusion in Set(rule.conclusions.flatMap { derived(by: $0, rules) }.map(place)).sorted() {
            concluding[conclusion].append(id)
            for (premise, isStrict) in found {
                links[conclusion].append(
                    Strata.Link(conclusion: nodes[conclusion], rule: id, premise: premise, isStrict: isStrict)
                )
            }
        }
    }

    private func derived(by conclusion: Conclusion, _ rules: RuleBase) -> [Derived] {
        switch conclusion {
        case .concept(let concept, _): [.concept(concept)]
        case .classification(let classification, _, _): [.classification(classification)]
        case .recommend(let package, _): recommended(package, rules)
        case .choose(_, _, let options): options.flatMap { recommended($0, rules) } + [.unasked]
        default: [.unasked]
        }
    }

    private func recommended(_ package: PackageReference, _ rules: RuleBase) -> [Derived] {
        switch package {
        case .package(let id): [.recommended(id)]
        case .variable: rules.packages.indices.map { .recommended(ID($0)) }
        }
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
                    let premise = place(of: links[node][next].premise)
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
    func way(around first: Strata.Link, within component: Set<Int>) -> [Strata.Link] {
        let goal = place(of: first.conclusion), start = place(of: first.premise)
        guard goal != start else { return [first] }
        var reachedBy: [Int: Strata.Link] = [:]
        var queue = [start], head = 0
        while head < queue.count, reachedBy[goal] == nil {
            for link in links[queue[head]] {
                let premise = place(of: link.premise)
                guard component.contains(premise), premise != start, reachedBy[premise] == nil else {
                    continue
                }
                reachedBy[premise] = link
                queue.append(premise)
            }
            head += 1
        }
        var back: [Strata.Link] = []
        var node = goal
        while node != start, let link = reachedBy[node] {
            back.append(link)
            node = place(of: link.conclusion)
        }
        return [first] + back.reversed()
    }
}

/// Collects what a rule's conditions ask about, and whether they do so strictly.
private struct Premises {
    let packageCount: Int
    private(set) var found: [Derived: Bool] = [:]

    init(packageCount: Int) { self.packageCount = packageCount }

    private mutating func note(_ derived: Derived, _ isStrict: Bool) {
        found[derived] = isStrict || found[derived] == true
    }

    mutating func add(_ condition: Condition, isStrict: Bool) {
        switch condition {
        case .holds(let expression), .lies(let expression, in: _, _), .rising(let expression),
            .falling(let expression):
            add(expression)
        case .compares(let left, _, let right):
            add(left)
            add(right)
        case .concept(let concept, of: _): note(.concept(concept), isStrict)
        case .classification(let classification, value: _, of: _):
            note(.classification(classification), isStrict)
        case .recommended(.package(let package)): note(.recommended(package), true)
        case .recommended(.variable):
            for index in 0..<packageCount { note(.recommended(ID(index)), true) }
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
