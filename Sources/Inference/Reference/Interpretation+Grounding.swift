import RuleModel

/// From rules to facts: every assignment of a rule's variables, and what the rule draws under it.
extension Interpretation {
    /// The facts that can be drawn or are stated at a stage, with their rules and no verdicts yet.
    func factTable(stage: Int) -> FactTable {
        var table = FactTable()
        for place in rules.rules.indices where !excluded.contains(ID(place)) {
            let rule = rules.rules[place]
            for assignment in assignments(of: rule, stage: stage) {
                table.groundRules.append(GroundRule(rule: ID(place), assignment: assignment))
                for fact in rule.conclusions.flatMap({ facts(drawnBy: $0, under: assignment) }) {
                    table.add(fact, drawnBy: table.groundRules.count - 1)
                }
            }
        }
        for fact in factsStated(stage: stage) { table.add(fact) }
        return table
    }

    /// Everything the variables of a rule can stand for, less what declarations alone rule out.
    func assignments(of rule: Rule, stage: Int) -> [Assignment] {
        var scopes = [Scope(stage: stage)]
        for binding in rule.bindings {
            scopes = scopes.flatMap { scope in
                switch binding.range {
                case .members(let collection, let parent):
                    let members = Members(collection: collection, variable: binding.variable, parent: parent)
                    return range(of: members, in: scope).members.map {
                        scope.binding(binding.variable, to: $0)
                    }
                case .packages:
                    return rules.packages.indices.map { scope.binding(binding.variable, to: ID<Package>($0)) }
                }
            }
            if let filter = binding.filter, filter.isDecidedByDeclarations {
                scopes = scopes.filter { verdict(of: filter, in: $0) != .no }
            }
        }
        return scopes.map(\.assignment)
    }

    /// The facts a conclusion names under an assignment; none where a variable stands for nothing.
    func facts(drawnBy conclusion: Conclusion, under assignment: Assignment) -> [Fact] {
        func package(_ reference: PackageReference) -> ID<Package>? {
            Scope(stage: 0, assignment: assignment).package(reference)
        }
        func about(_ bearer: Bearer, _ fact: (MemberID?) -> Fact) -> [Fact] {
            switch bearer {
            case .cluster: [fact(nil)]
            case .member(let variable): assignment.members[variable].map { [fact($0)] } ?? []
            }
        }
        func about(
            _ first: PackageReference, _ second: PackageReference, _ fact: (ID<Package>, ID<Package>) -> Fact
        )
            -> [Fact]
        {
            guard let first = package(first), let second = package(second) else { return [] }
            return [fact(first, second)]
        }
        switch conclusion {
        case .concept(let concept, let bearer):
            return about(bearer) { .concept(concept, member: $0) }
        case .classification(let classification, let value, let bearer):
            return about(bearer) { .classification(ClassificationValue(classification, value), member: $0) }
        case .recommend(let reference, let recommendation):
            guard let package = package(reference) else { return [] }
            let target = recommendation.targeting.flatMap { assignment.members[$0] }
            return [.recommended(package)] + (target.map { [.recommendedFor(package, $0)] } ?? [])
        case .adviseAgainst(let reference, let objection):
            return package(reference).map { [.advisedAgainst($0, objection)] } ?? []
        case .caution(.package(let reference)):
            return package(reference).map { [.caution(.package($0))] } ?? []
        case .caution(.measure(let measure)):
            return [.caution(.measure(measure))]
        case .caution(.concept(let concept)):
            return [.caution(.concept(concept))]
        case .caution(.classification(let classification, let value)):
            return [.caution(.classification(classification, value: value))]
        case .require(.package(let first), let second):
            return about(first, second) { .required(.package($0), before: $1) }
        case .require(.concept(let concept), let reference):
            return package(reference).map { [.required(.concept(concept), before: $0)] } ?? []
        case .require(.diagnostic(let diagnostic), let reference):
            return package(reference).map { [.required(.diagnostic(diagnostic), before: $0)] } ?? []
        case .sequence(let first, let second):
            return about(first, second) { .sequenced($0, before: $1) }
        case .prefer(let first, let second):
            return about(first, second) { .preferred($0, over: $1) }
        case .choose(let comparison, let number, let references):
            // Each option is recommended as an alternative to the others.
            let options = Set(references.compactMap(package)).sorted()
            return [.choice(comparison, number, of: options)] + options.map { .recommended($0) }
        case .withdraw(let reference, let partners):
            let partners = Set(partners.compactMap(package)).sorted()
            return package(reference).map { [.withdrawn($0, jointlyWith: partners)] } ?? []
        case .assign(let role, let reference, let actor):
            return package(reference).map { [.assigned(role, of: $0, to: actor)] } ?? []
        }
    }

    /// What the case says itself, in no order that counts.
    private func factsStated(stage: Int) -> [Fact] {
        func facts(_ statements: Statements, _ member: MemberID?) -> [Fact] {
            statements.concepts.keys.map { .concept($0, member: member) }
                + statements.classificationValues.keys.map { .classification($0, member: member) }
                + statements.classifications.keys.flatMap { classification in
                    rules[classification].values.indices.map {
                        .classification(ClassificationValue(classification, $0), member: member)
                    }
                }
        }
        var stated = facts(history[stage].statements, nil)
        for (collection, members) in history[stage].members {
            for place in members.indices {
                let member = MemberID(collection: collection, index: place)
                stated += facts(members[place].statements, member)
            }
        }
        return stated.inOrder
    }
}

extension FactTable {
    /// The place of a fact, added if it is new.
    @discardableResult
    fileprivate mutating func add(_ fact: Fact) -> Int {
        if let place = places[fact] { return place }
        places[fact] = facts.count
        facts.append(fact)
        drawing.append([])
        return facts.count - 1
    }

    fileprivate mutating func add(_ fact: Fact, drawnBy groundRule: Int) {
        let place = add(fact)
        // A rule that draws the same thing twice draws it once.
        if drawing[place].last != groundRule { drawing[place].append(groundRule) }
    }
}
