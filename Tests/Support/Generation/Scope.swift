import RuleModel

/// The variables in sight of a condition.
struct Scope {
    var members: [(variable: Variable, collection: ID<Collection>)] = []
    var packages: [Variable] = []

    mutating func bind(_ binding: Rule.Binding) {
        switch binding.range {
        case .members(let collection, _): members.append((binding.variable, collection))
        case .packages: packages.append(binding.variable)
        }
    }

    func adding(_ members: Members) -> Scope {
        var scope = self
        scope.members.append((members.variable, members.collection))
        return scope
    }

    /// Who in sight can bear a notion of a collection, or of the cluster.
    func bearers(of collection: ID<Collection>?) -> [Bearer] {
        guard let collection else { return [.cluster] }
        return members.filter { $0.collection == collection }.map { .member($0.variable) }
    }
}

/// How high a condition may look: level for level where it passes through no `not`, lower where it does.
struct Reach {
    var level: Int
    var isStrict = false

    /// As seen through `not`, `unless`, `every`, a count, a sum or an earlier stage.
    var strictly: Reach { Reach(level: level, isStrict: true) }
    func allows(_ other: Int) -> Bool { isStrict ? other < level : other <= level }
}
