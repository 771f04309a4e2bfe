import RuleModel

/// Confirms proofs, knowing the language's meaning and nothing of how a proof was found.
///
/// It shares no code with the evaluators, so that a mistake of theirs is not repeated here:
///
///     ProofChecker(rules: rules, history: history).faults(in: proof)   // [] when every step is right
///
/// A proof is accepted when every reading is the situation's, every figure is worked out rightly,
/// every quantifier went through all members, every rule that could draw a fact is there with every
/// assignment, every verdict follows from its parts, and no fact rests on itself.
///
/// Making a checker lists what each rule could draw at each stage; rules in `k` variables cost the
/// `k`-th power of the number of members or packages.
public struct ProofChecker: Sendable {
    let rules: RuleBase
    let history: [Situation]
    /// For each stage, the applications that could draw a fact.
    let drawings: [[Fact: Set<Drawing>]]

    struct Drawing: Hashable, Sendable {
        var rule: ID<Rule>
        var assignment: Assignment
    }

    /// - Parameters:
    ///   - rules: The rule base the proof speaks of.
    ///   - history: The stages the evaluation was given. None is one stage of which nothing is told.
    ///   - excluding: Rules the evaluation was told to leave out.
    public init(rules: RuleBase, history: [Situation], excluding: Set<ID<Rule>> = []) {
        self.rules = rules
        let history = history.isEmpty ? [Situation()] : history
        self.history = history
        drawings = history.map { situation in
            var found: [Fact: Set<Drawing>] = [:]
            for index in rules.rules.indices where !excluding.contains(ID(index)) {
                for assignment in Self.assignments(of: rules.rules[index], situation, rules) {
                    for conclusion in rules.rules[index].conclusions {
                        for fact in Self.facts(conclusion, assignment) {
                            found[fact, default: []].insert(Drawing(rule: ID(index), assignment: assignment))
                        }
                    }
                }
            }
            return found
        }
    }

    /// What is wrong with a proof, step by step; empty when it is accepted.
    public func faults(in proof: Proof) -> [ProofFault] {
        var check = ProofCheck(checker: self, proof: proof)
        check.run()
        return check.faults
    }

    // MARK: What rules could draw

    private static func assignments(of rule: Rule, _ situation: Situation, _ rules: RuleBase) -> [Assignment]
    {
        rule.bindings.reduce([Assignment()]) { partial, binding in
            let all = partial.flatMap { assignment -> [Assignment] in
                switch binding.range {
                case .packages:
                    return rules.packages.indices.map { index in
                        var next = assignment
                        next.packages[binding.variable] = ID(index)
                        return next
                    }
                case .members(let collection, parent: let parent):
                    let owner = parent.map { assignment.members[$0] }
                    return (situation.members[collection] ?? []).enumerated().compactMap { index, member in
                        if let owner, owner == nil || member.parent != owner { return nil }
                        var next = assignment
                        next.members[binding.variable] = MemberID(collection: collection, index: index)
                        return next
                    }
                }
            }
            guard let filter = binding.filter, filter.isDecidedByDeclarations else { return all }
            return all.filter { rules.verdict(declared: filter, $0) > .no }
        }
    }

    /// The facts a conclusion states once its variables are replaced.
    private static func facts(_ conclusion: Conclusion, _ assignment: Assignment) -> [Fact] {
        func package(_ reference: PackageReference) -> ID<Package>? {
            if case .variable(let variable) = reference { return assignment.packages[variable] }
            if case .package(let package) = reference { return package }
            return nil
        }
        func two(
            _ one: PackageReference, _ other: PackageReference, _ fact: (ID<Package>, ID<Package>) -> Fact
        )
            -> [Fact]
        {
            guard let one = package(one), let other = package(other) else { return [] }
            return [fact(one, other)]
        }
        func borne(by bearer: Bearer, _ fact: (MemberID?) -> Fact) -> [Fact] {
            guard case .member(let variable) = bearer else { return [fact(nil)] }
            return assignment.members[variable].map { [fact($0)] } ?? []
        }
        switch conclusion {
        case .concept(let concept, of: let bearer): return borne(by: bearer) { .concept(concept, member: $0) }
        case .classification(let classification, value: let value, of: let bearer):
            return borne(by: bearer) {
                .classification(ClassificationValue(classification, value), member: $0)
            }
        case .recommend(let reference, let recommendation):
            guard let package = package(reference) else { return [] }
            let target = recommendation.targeting.flatMap { assignment.members[$0] }
            return [.recommended(package)] + (target.map { [.recommendedFor(package, $0)] } ?? [])
        case .adviseAgainst(let reference, let objection):
            return package(reference).map { [.advisedAgainst($0, objection)] } ?? []
        case .caution(.package(let reference)):
            return package(reference).map { [.caution(.package($0))] } ?? []
        case .caution(.measure(let measure)): return [.caution(.measure(measure))]
        case .caution(.concept(let concept)): return [.caution(.concept(concept))]
        case .caution(.classification(let classification, value: let value)):
            return [.caution(.classification(classification, value: value))]
        case .require(.package(let required), before: let reference):
            return two(required, reference) { .required(.package($0), before: $1) }
        case .require(.concept(let concept), before: let reference):
            return package(reference).map { [.required(.concept(concept), before: $0)] } ?? []
        case .require(.diagnostic(let diagnostic), before: let reference):
            return package(reference).map { [.required(.diagnostic(diagnostic), before: $0)] } ?? []
        case .sequence(let one, before: let other): return two(one, other) { .sequenced($0, before: $1) }
        case .prefer(let one, over: let other): return two(one, other) { .preferred($0, over: $1) }
        case .choose(let comparison, let number, of: let references):
            // Two references may stand for one package; a choice is of a set.
            let options = Set(references.compactMap(package)).sorted()
            return [.choice(comparison, number, of: options)] + options.map { .recommended($0) }
        case .withdraw(let reference, jointlyWith: let partners):
            guard let withdrawn = package(reference) else { return [] }
            return [.withdrawn(withdrawn, jointlyWith: Set(partners.compactMap(package)).sorted())]
        case .assign(let role, of: let reference, to: let actor):
            return package(reference).map { [.assigned(role, of: $0, to: actor)] } ?? []
        }
    }
}

/// Something wrong with a proof.
public struct ProofFault: Hashable, Sendable {
    /// Place of the step in `Proof.steps`.
    public var step: Int
    public var kind: Kind

    public enum Kind: Hashable, Sendable {
        /// It refers to a step that is not there.
        case missingStep(Int)
        /// A part is about something else than it should be: another condition, fact, stage or member.
        case wrongPart(Int)
        /// Its grounds are not of the kind its condition has, or parts are missing or too many.
        case wrongGrounds
        /// A reading or statement is not what the situation says.
        case wrongReading
        /// A figure does not follow from what it was worked out from.
        case wrongFigure
        /// Not all members, or others, or open-endedness is misstated.
        case wrongMembers
        /// A rule that could draw the fact was not tried on every assignment, or another one was.
        case wrongApplications
        /// The verdict does not follow from the parts.
        case wrongVerdict(expected: Verdict)
        /// No application draws the fact from facts established before it.
        case restsOnItself
    }
}
