extension RuleBase {
    /// The same rules with variables numbered in the order in which they are bound, as `build` numbers them.
    ///
    /// Rules that differ in the numbers of their variables alone become equal.
    public var renumbered: RuleBase {
        var base = self
        base.rules = rules.map(\.renumbered)
        base.misconceptions = misconceptions.map {
            Misconception($0.rule.renumbered, unsettledBy: $0.unsettledBy)
        }
        for place in base.packages.indices {
            base.packages[place].stops = base.packages[place].stops.map { stop in
                var numbering = Renumbering()
                return Package.StopTest(condition: numbering.condition(stop.condition), claims: stop.claims)
            }
        }
        base.reports = reports.map { report in
            var numbering = Renumbering(), report = report
            report.expression = numbering.expression(report.expression)
            return report
        }
        return base
    }
}

extension Rule {
    /// The same rule with its variables numbered from 0 in the order in which they are bound.
    public var renumbered: Rule {
        var numbering = Renumbering(), rule = self
        rule.bindings = bindings.map { binding in
            var binding = binding
            if case .members(let collection, parent: let parent?) = binding.range {
                binding.range = .members(collection, parent: numbering.use(parent))
            }
            binding.variable = numbering.bind(binding.variable)
            return binding
        }
        for place in rule.bindings.indices {
            rule.bindings[place].filter = rule.bindings[place].filter.map { numbering.condition($0) }
        }
        rule.condition = condition.map { numbering.condition($0) }
        rule.exceptions = exceptions.map {
            Exception(condition: numbering.condition($0.condition), presumption: $0.presumption)
        }
        rule.conclusions = conclusions.map { numbering.conclusion($0) }
        return rule
    }
}

/// Gives variables new numbers as they are bound.
private struct Renumbering {
    private var numbers: [Variable: Variable] = [:]
    private var next = 0

    mutating func bind(_ variable: Variable) -> Variable {
        numbers[variable] = Variable(next)
        next += 1
        return Variable(next - 1)
    }

    func use(_ variable: Variable) -> Variable { numbers[variable] ?? variable }

    private func use(_ bearer: Bearer) -> Bearer {
        if case .member(let variable) = bearer { .member(use(variable)) } else { bearer }
    }

    private func use(_ package: PackageReference) -> PackageReference {
        if case .variable(let variable) = package { .variable(use(variable)) } else { package }
    }

    private mutating func bind(_ members: Members) -> Members {
        let parent = members.parent.map { use($0) }
        return Members(collection: members.collection, variable: bind(members.variable), parent: parent)
    }

    mutating func condition(_ condition: Condition) -> Condition {
        switch condition {
        case .holds(let value): return .holds(expression(value))
        case .lies(let value, in: let set, let threshold): return .lies(expression(value), in: set, threshold)
        case .compares(let left, let comparison, let right):
            let first = expression(left)
            return .compares(first, comparison, expression(right))
        case .concept(let id, of: let bearer): return .concept(id, of: use(bearer))
        case .classification(let id, value: let value, of: let bearer):
            return .classification(id, value: value, of: use(bearer))
        case .criterion(let id, of: let package): return .criterion(id, of: use(package))
        case .lens(let id, values: let values, of: let package):
            return .lens(id, values: values, of: use(package))
        case .recommended(let package): return .recommended(use(package))
        case .inForce(let package): return .inForce(use(package))
        case .not(let inner): return .not(self.condition(inner))
        case .all(let parts): return .all(conditions(parts))
        case .any(let parts): return .any(conditions(parts))
        case .listed(let comparison, let number, of: let parts):
            return .listed(comparison, number, of: conditions(parts))
        case .some(let members, let inner):
            let members = bind(members)
            return .some(members, inner.map { self.condition($0) })
        case .every(let members, filter: let filter, let inner):
            let members = bind(members)
            let narrowed = filter.map { self.condition($0) }
            return .every(members, filter: narrowed, self.condition(inner))
        case .rising(let value): return .rising(expression(value))
        case .falling(let value): return .falling(expression(value))
        case .previously(let inner): return .previously(self.condition(inner))
        case .earlier(let inner): return .earlier(self.condition(inner))
        }
    }

    private mutating func conditions(_ parts: [Condition]) -> [Condition] { parts.map { condition($0) } }

    mutating func expression(_ expression: Expression) -> Expression {
        switch expression {
        case .diagnostic, .literal: return expression
        case .attribute(let id, of: let variable): return .attribute(id, of: use(variable))
        case .packageAttribute(let id, of: let package): return .packageAttribute(id, of: use(package))
        case .count(let members, where: let filter):
            let members = bind(members)
            return .count(members, where: filter.map { condition($0) })
        case .countOf(let parts): return .countOf(conditions(parts))
        case .proportion(let members, where: let filter):
            let members = bind(members)
            return .proportion(members, where: condition(filter))
        case .fold(let fold, let id, let members, where: let filter):
            let members = bind(members)
            return .fold(fold, id, members, where: filter.map { condition($0) })
        case .timeSince(let date): return .timeSince(self.expression(date))
        }
    }

    func conclusion(_ conclusion: Conclusion) -> Conclusion {
        switch conclusion {
        case .concept(let id, of: let bearer): .concept(id, of: use(bearer))
        case .classification(let id, value: let value, of: let bearer):
            .classification(id, value: value, of: use(bearer))
        case .recommend(let package, let how):
            .recommend(
                use(package),
                Recommendation(
                    strength: how.strength, through: how.through, targeting: how.targeting.map { use($0) },
                    with: how.with))
        case .adviseAgainst(let package, let objection): .adviseAgainst(use(package), objection)
        case .caution(.package(let package)): .caution(.package(use(package)))
        case .caution: conclusion
        case .require(.package(let first), before: let package):
            .require(.package(use(first)), before: use(package))
        case .require(let prerequisite, before: let package): .require(prerequisite, before: use(package))
        case .sequence(let first, before: let second): .sequence(use(first), before: use(second))
        case .prefer(let first, over: let second): .prefer(use(first), over: use(second))
        case .choose(let comparison, let number, of: let options):
            .choose(comparison, number, of: options.map { use($0) })
        case .withdraw(let package, jointlyWith: let partners):
            .withdraw(use(package), jointlyWith: partners.map { use($0) })
        case .assign(let role, of: let package, to: let actor): .assign(role, of: use(package), to: actor)
        }
    }
}
