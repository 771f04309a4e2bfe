import RuleModel

extension RuleBaseGenerator {
    mutating func addRules() {
        for number in 0..<size.rules {
            rules.rules.append(rule(named: name("rule", number)))
        }
        addTable()
    }

    private mutating func rule(named name: String) -> Rule {
        nextVariable = 0
        var scope = Scope()
        var bindings = bindings(&scope)
        let conclusions = (0..<(random.chance(25) ? 2 : 1)).map { _ in conclusion(scope) }
        let level = conclusions.map(levels.level(of:)).min() ?? 0
        let reach = Reach(level: level)
        var visible = Scope()
        for place in bindings.indices {
            visible.bind(bindings[place])
            if random.chance(40) { bindings[place].filter = condition(depth: 1, reach, visible) }
        }
        var rule = Rule(name: name, bindings: bindings, conclusions: conclusions, because: "It is so.")
        if bindings.isEmpty || random.chance(75) {
            rule.condition = condition(depth: size.depth, reach, scope)
        }
        for _ in 0..<(random.chance(30) ? random.number(in: 1...2) : 0) {
            rule.exceptions.append(
                Rule.Exception(
                    condition: condition(depth: 1, reach.strictly, scope),
                    presumption: "few clusters are like that"))
        }
        rule.claims = random.sample(random.number(in: 1...2), of: ids(rules.claims))
        if random.chance(20) { rule.title = "Rule \(name)" }
        if random.chance(20) { rule.lensValues = [Package.LensValue(lens: ID(0), value: random.below(3))] }
        return rule
    }

    /// No binding most often; else members, members of members, packages.
    private mutating func bindings(_ scope: inout Scope) -> [Rule.Binding] {
        guard random.chance(45) else { return [] }
        var bindings: [Rule.Binding] = []
        for _ in 0..<random.number(in: 1...2) {
            let range: Rule.Binding.Range
            if let collection = random.pick(ids(rules.collections)), random.chance(65) {
                range = .members(collection, parent: parent(of: collection, scope))
            } else {
                range = .packages
            }
            let binding = Rule.Binding(variable: freshVariable(), range: range)
            scope.bind(binding)
            bindings.append(binding)
        }
        return bindings
    }

    private mutating func conclusion(_ scope: Scope) -> Conclusion {
        let plan = package(scope)
        switch random.below(20) {
        case 0...6: return notion(scope) ?? .recommend(plan, Recommendation())
        case 7...8: return classified(scope) ?? .recommend(plan, Recommendation())
        case 9...12: return .recommend(plan, recommendation(scope))
        case 13: return .adviseAgainst(plan, random.pick(Objection.allCases) ?? .harmful)
        case 14: return .caution(cautionSubject(scope))
        case 15...17: return ordering(of: plan, scope) ?? .recommend(plan, Recommendation())
        case 18:
            var options = [plan]
            for _ in 0..<2 {
                let option = package(scope)
                if !options.contains(option) { options.append(option) }
            }
            return .choose(random.pick(of: .atLeast, .atMost, .exactly), 1, of: options)
        default:
            if random.chance(50) { return .assign(ID(0), of: plan, to: ID(random.below(rules.actors.count))) }
            let partners = random.chance(40) ? [package(scope)] : []
            return .withdraw(plan, jointlyWith: partners.filter { $0 != plan })
        }
    }

    /// What stands before something, or above it: never a package before itself, which is refused.
    private mutating func ordering(of plan: PackageReference, _ scope: Scope) -> Conclusion? {
        let other = package(scope)
        switch random.below(3) {
        case 0:
            let prerequisite = prerequisite(scope)
            return prerequisite == .package(plan) ? nil : .require(prerequisite, before: plan)
        case 1: return other == plan ? nil : .sequence(plan, before: other)
        default: return other == plan ? nil : .prefer(plan, over: other)
        }
    }

    private mutating func notion(_ scope: Scope) -> Conclusion? {
        random.pick(askable(scope)).map { .concept($0.0, of: $0.1) }
    }

    /// Concepts of the cluster, and of the members in scope.
    func askable(_ scope: Scope) -> [(ID<Concept>, Bearer)] {
        ids(rules.concepts).flatMap { concept -> [(ID<Concept>, Bearer)] in
            scope.bearers(of: rules[concept].collection).map { (concept, $0) }
        }
    }

    func classifiable(_ scope: Scope) -> [(ID<Classification>, Bearer)] {
        ids(rules.classifications).flatMap { classification -> [(ID<Classification>, Bearer)] in
            scope.bearers(of: rules[classification].collection).map { (classification, $0) }
        }
    }

    private mutating func classified(_ scope: Scope) -> Conclusion? {
        guard let (classification, bearer) = random.pick(classifiable(scope)) else { return nil }
        return .classification(
            classification, value: random.below(rules[classification].values.count), of: bearer)
    }

    private mutating func recommendation(_ scope: Scope) -> Recommendation {
        Recommendation(
            strength: random.pick(Strength.allCases) ?? .plainly,
            through: random.chance(40) ? ID(random.below(rules.actors.count)) : nil,
            targeting: random.chance(60) ? random.pick(scope.members)?.variable : nil,
            with: random.chance(30) ? random.sample(1, of: ids(rules.measures)) : [])
    }

    private mutating func cautionSubject(_ scope: Scope) -> CautionSubject {
        switch random.below(4) {
        case 0: return .package(package(scope))
        case 1: return random.pick(ids(rules.measures)).map { .measure($0) } ?? .package(package(scope))
        case 2: return random.pick(ids(rules.concepts)).map { .concept($0) } ?? .package(package(scope))
        default:
            guard let kind = random.pick(ids(rules.classifications)) else { return .package(package(scope)) }
            let value = random.chance(50) ? random.below(rules[kind].values.count) : nil
            return .classification(kind, value: value)
        }
    }

    private mutating func prerequisite(_ scope: Scope) -> Prerequisite {
        let ofCluster = ids(rules.concepts).filter { rules[$0].collection == nil }
        let asked = ids(rules.diagnostics).filter { rules[$0].measurement.type == .yesNo }
        switch random.below(3) {
        case 0: return random.pick(ofCluster).map { .concept($0) } ?? .package(package(scope))
        case 1: return random.pick(asked).map { .diagnostic($0) } ?? .package(package(scope))
        default: return .package(package(scope))
        }
    }

    mutating func package(_ scope: Scope) -> PackageReference {
        if let variable = random.pick(scope.packages), random.chance(60) { return .variable(variable) }
        return .package(ID(random.below(rules.packages.count)))
    }

    mutating func freshVariable() -> Variable {
        defer { nextVariable += 1 }
        return Variable(nextVariable)
    }

    /// A nested collection ranges over the members of a parent in scope, as the notation reads it.
    mutating func parent(of collection: ID<Collection>, _ scope: Scope) -> Variable? {
        guard let parent = rules[collection].parent else { return nil }
        return random.pick(scope.members.filter { $0.collection == parent })?.variable
    }

    /// One table of a single-valued classification of the cluster, row by row.
    private mutating func addTable() {
        let kinds = ids(rules.classifications).filter { rules[$0].collection == nil }
        guard let kind = random.pick(kinds) else { return }
        let columns = random.sample(
            3, of: ids(rules.diagnostics).filter { rules[$0].measurement.type != .yesNo })
        var rows: [Rule] = []
        for (place, value) in rules[kind].values.enumerated() {
            let cells = random.some(of: columns, percent: 70).map { column in
                Condition.lies(
                    .diagnostic(column), in: values(rules[column].measurement.type), Threshold())
            }
            guard let first = cells.first else { continue }
            rows.append(
                Rule(
                    name: "\(rules[kind].name)-\(value.name)",
                    condition: cells.count == 1 ? first : .all(cells),
                    conclusions: [.classification(kind, value: place, of: .cluster)],
                    because: "The table says so.",
                    claims: random.sample(1, of: ids(rules.claims)), kind: .tableRow(table: rules[kind].name))
            )
        }
        rules.rules = rows + rules.rules
    }

    mutating func addReports() {
        for number in 0..<max(2, size.rules / 2) {
            nextVariable = 0
            let (expression, _) = aggregate(depth: 1, Reach(level: Levels.unasked).strictly, Scope())
            rules.reports.append(
                Report(name: name("report", number), title: "Report \(number)", expression: expression))
        }
    }
}
