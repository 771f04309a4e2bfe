import RuleModel
import Testing

import Inference

@Suite struct ProofCheckerTests {
    private typealias Sample = ProofCheckerSample
    private let evaluation = ReferenceEvaluation(rules: Sample.rules, history: Sample.history)
    private let checker = ProofChecker(rules: Sample.rules, history: Sample.history)

    @Test func `every proof of the reference evaluator is accepted`() {
        #expect(evaluation.facts.count > 20)
        for fact in evaluation.facts {
            #expect(checker.faults(in: evaluation.proof(of: fact)) == [], "\(fact)")
        }
    }

    @Test func `a condition's proof is accepted`() {
        for rule in Sample.rules.rules where rule.bindings.isEmpty {
            guard let condition = rule.condition else { continue }
            #expect(checker.faults(in: evaluation.proof(of: condition)) == [], "\(rule.name)")
        }
    }

    @Test func `a proof with any verdict changed is rejected`() {
        for proof in proofs {
            for index in proof.steps.indices {
                for verdict in Verdict.allCases where verdict != proof.steps[index].verdict {
                    var mutated = proof
                    mutated.steps[index].verdict = verdict
                    #expect(!checker.faults(in: mutated).isEmpty, "step \(index) to \(verdict)")
                }
            }
        }
    }

    @Test func `a proof with any application dropped is rejected`() {
        mutateFacts { fact in
            fact.applications.indices.map { index in
                var mutated = fact
                mutated.applications.remove(at: index)
                return mutated
            }
        }
    }

    @Test func `a proof with any application doubled or its verdict changed is rejected`() {
        mutateFacts { fact in
            fact.applications.indices.flatMap { index -> [FactStep] in
                var doubled = fact
                doubled.applications.append(fact.applications[index])
                var turned = fact
                turned.applications[index].verdict = fact.applications[index].verdict == .open ? .yes : .open
                return [doubled, turned]
            }
        }
    }

    @Test func `a proof with the rules' own verdict changed is rejected`() {
        mutateFacts { fact in
            Verdict.allCases.filter { $0 != fact.verdictByRules }.map { verdict in
                var mutated = fact
                mutated.verdictByRules = verdict
                return mutated
            }
        }
    }

    @Test func `a proof with a statement removed or invented is rejected`() {
        mutateFacts { fact in
            var mutated = fact
            mutated.statement = fact.statement == nil ? Reading(possible: .yes) : nil
            return [mutated]
        }
    }

    @Test func `a proof with any part dropped is rejected`() {
        mutateConditions { grounds in
            switch grounds {
            case .parts(let parts): parts.isEmpty ? [] : [.parts(Array(parts.dropLast()))]
            case .members(let members, isOpenEnded: let isOpenEnded):
                [.members(members, isOpenEnded: !isOpenEnded)]
                    + (members.isEmpty
                        ? [] : [.members(Array(members.dropFirst()), isOpenEnded: isOpenEnded)])
            case .figures(let figures): [.figures(Array(figures.dropLast()))]
            case .fact, .declaration: [.parts([0])]
            case .inForce(let reading): [.inForce(reading == nil ? Reading(possible: .yes) : nil)]
            }
        }
    }

    @Test func `a proof with any figure or reading changed is rejected`() {
        mutateConditions { grounds in
            guard case .figures(let figures) = grounds else { return [] }
            return figures.indices.flatMap { index -> [ConditionStep.Grounds] in
                Self.mutations(of: figures[index]).map { figure in
                    var mutated = figures
                    mutated[index] = figure
                    return .figures(mutated)
                }
            }
        }
    }

    @Test func `a proof with any two steps swapped under it is rejected`() {
        for proof in proofs where proof.steps.count < 20 {
            for one in proof.steps.indices {
                for other in proof.steps.indices where other > one {
                    var mutated = proof
                    mutated.steps.swapAt(one, other)
                    let isSame = mutated.steps[one] == proof.steps[one]
                    #expect(
                        isSame || mutated.root == one || mutated.root == other
                            || !checker.faults(in: mutated).isEmpty)
                }
            }
        }
    }

    @Test func `a proof cut short is rejected and crashes nothing`() {
        for proof in proofs {
            for count in proof.steps.indices {
                let mutated = Proof(steps: Array(proof.steps.prefix(count)), root: min(proof.root, count - 1))
                #expect(
                    mutated.root == proof.root || !checker.faults(in: mutated).isEmpty || count > proof.root)
                _ = checker.faults(in: mutated)
            }
            #expect(!checker.faults(in: Proof(steps: proof.steps, root: proof.steps.count)).isEmpty)
            #expect(!checker.faults(in: Proof(steps: [], root: 0)).isEmpty)
        }
    }

    @Test func `a proof about things nobody declared crashes nothing`() {
        let nowhere = Variable(9)
        let conditions: [Condition] = [
            .holds(.diagnostic(ID(99))), .holds(.attribute(ID(99), of: nowhere)),
            .concept(ID(-1), of: .cluster),
            .criterion(ID(99), of: .package(ID(99))), .lens(ID(99), values: 1, of: .package(ID(99))),
            .holds(.packageAttribute(ID(99), of: .package(ID(99)))),
            .some(Members(collection: ID(99), variable: nowhere), nil),
        ]
        let grounds: [ConditionStep.Grounds] = [
            .figures([]), .declaration, .fact(0), .parts([]), .members([], isOpenEnded: true),
        ]
        for condition in conditions {
            for ground in grounds {
                let step = ConditionStep(
                    condition: condition, assignment: Assignment(), stage: 1, grounds: ground)
                _ = checker.faults(
                    in: Proof(steps: [ProofStep(verdict: .yes, content: .condition(step))], root: 0))
            }
        }
        for fact in [Fact.concept(ID(99), member: nil), .recommended(ID(99))] {
            let step = FactStep(fact: fact, verdictByRules: .yes)
            #expect(
                !checker.faults(in: Proof(steps: [ProofStep(verdict: .yes, content: .fact(step))], root: 0))
                    .isEmpty)
        }
    }

    @Test func `facts that rest on each other alone are rejected`() {
        var rules = RuleBase()
        rules.concepts = [Concept(name: "one"), Concept(name: "other")]
        let concepts = [ID<Concept>(0), ID<Concept>(1)]
        rules.rules = concepts.map { concept in
            Rule(
                name: "\(concept)", condition: .concept(concepts[1 - concept.index], of: .cluster),
                conclusions: [.concept(concept, of: .cluster)])
        }
        func proof(_ verdict: Verdict) -> Proof {
            let facts = concepts.map { concept in
                ProofStep(
                    verdict: verdict,
                    content: .fact(
                        FactStep(
                            fact: .concept(concept, member: nil),
                            applications: [
                                RuleApplication(
                                    rule: ID(concept.index), assignment: Assignment(), verdict: verdict,
                                    conditions: [2 + concept.index])
                            ], height: 1 + concept.index, verdictByRules: verdict)))
            }
            let conditions = concepts.map { concept in
                let asked = concepts[1 - concept.index]
                return ProofStep(
                    verdict: verdict,
                    content: .condition(
                        ConditionStep(
                            condition: .concept(asked, of: .cluster), assignment: Assignment(), stage: 0,
                            grounds: .fact(asked.index))))
            }
            return Proof(steps: facts + conditions, root: 0)
        }
        let checker = ProofChecker(rules: rules, history: [])
        #expect(checker.faults(in: proof(.no)).isEmpty)
        #expect(checker.faults(in: proof(.yes)).map(\.kind).contains(.restsOnItself))
    }

    @Test func `a recursion whose heights are levelled is rejected`() {
        let fact = Fact.concept(Sample.linked, member: MemberID(collection: Sample.channel, index: 1))
        var proof = evaluation.proof(of: fact)
        #expect(checker.faults(in: proof).isEmpty)
        for index in proof.steps.indices {
            guard case .fact(var step) = proof.steps[index].content else { continue }
            step.height = 0
            proof.steps[index].content = .fact(step)
        }
        #expect(checker.faults(in: proof).map(\.kind).contains(.restsOnItself))
    }

    @Test func `another history's proof is rejected`() {
        var now = Sample.now
        now.readings[Sample.captive] = Reading(possible: .yes)
        let other = ProofChecker(rules: Sample.rules, history: [Sample.before, now])
        #expect(!other.faults(in: evaluation.proof(of: .concept(Sample.lockedIn, member: nil))).isEmpty)
    }

    @Test func `rules left out are left out of proofs`() {
        let excluded: Set<ID<Rule>> = [ID(0)]
        let without = ReferenceEvaluation(rules: Sample.rules, history: Sample.history, excluding: excluded)
        let checker = ProofChecker(rules: Sample.rules, history: Sample.history, excluding: excluded)
        for fact in without.facts { #expect(checker.faults(in: without.proof(of: fact)) == []) }
        let weak = Fact.concept(Sample.weak, member: MemberID(collection: Sample.channel, index: 0))
        #expect(!checker.faults(in: evaluation.proof(of: weak)).isEmpty)
    }

    // MARK: Mutations

    /// The larger proofs hold the same kinds of steps as these.
    private var proofs: [Proof] {
        evaluation.facts.map { evaluation.proof(of: $0) }.filter { $0.steps.count < 36 }
    }

    private func mutateFacts(_ mutations: (FactStep) -> [FactStep]) {
        for proof in proofs {
            for index in proof.steps.indices {
                guard case .fact(let fact) = proof.steps[index].content else { continue }
                for mutation in mutations(fact) {
                    var mutated = proof
                    mutated.steps[index].content = .fact(mutation)
                    #expect(!checker.faults(in: mutated).isEmpty, "\(fact) at \(index)")
                }
            }
        }
    }

    private func mutateConditions(_ mutations: (ConditionStep.Grounds) -> [ConditionStep.Grounds]) {
        for proof in proofs {
            for index in proof.steps.indices {
                guard case .condition(let condition) = proof.steps[index].content else { continue }
                for grounds in mutations(condition.grounds) {
                    var mutated = proof
                    var step = condition
                    step.grounds = grounds
                    mutated.steps[index].content = .condition(step)
                    #expect(!checker.faults(in: mutated).isEmpty, "\(condition.condition) at \(index)")
                }
            }
        }
    }

    private static func mutations(of figure: Figure) -> [Figure] {
        var possible = figure
        possible.possible = .ticks(7, 8)
        var presumed = figure
        presumed.presumed = .ticks(7, 8)
        var basis = figure
        switch figure.basis {
        case .reading(let reading): basis.basis = .reading(reading == nil ? Reading(possible: .yes) : nil)
        case .declaration: basis.basis = .reading(nil)
        case .members(let members, let readings, isOpenEnded: let isOpenEnded):
            basis.basis = .members(members, readings: readings, isOpenEnded: !isOpenEnded)
        case .conditions(let parts): basis.basis = .conditions(Array(parts.dropLast()))
        case .date(let reading, stageFrom: _): basis.basis = .date(reading, stageFrom: nil)
        }
        return [possible, presumed, basis]
    }
}
