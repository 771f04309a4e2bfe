import RuleModel

/// One run of the checker over one proof: from the root down, each step once.
struct ProofCheck {
    let checker: ProofChecker
    let proof: Proof
    var faults: [ProofFault] = []
    private var waiting: [Int] = []
    /// Stages of the steps reached. A fact's step names none: it is that of the steps that refer to it.
    private var stages: [Int: Int] = [:]

    init(checker: ProofChecker, proof: Proof) {
        self.checker = checker
        self.proof = proof
    }

    mutating func run() {
        let last = checker.history.count - 1
        guard let root = step(proof.root, from: proof.root) else { return }
        if case .condition(let condition) = root.content, condition.stage != last {
            fault(proof.root, .wrongPart(proof.root))
        }
        reach(proof.root, stage: last, from: proof.root)
        while let next = waiting.popLast() {
            switch proof.steps[next].content {
            case .fact(let fact): check(fact, at: next, stage: stages[next] ?? last)
            case .condition(let condition): check(condition, at: next)
            }
        }
        // Only where every part is of the right form is it safe to work verdicts out anew from below.
        guard faults.isEmpty else { return }
        for (index, stage) in stages.sorted(by: { $0.key < $1.key }) {
            if case .fact(let fact) = proof.steps[index].content {
                checkSupport(of: fact, at: index, stage: stage)
            }
        }
    }

    mutating func fault(_ step: Int, _ kind: ProofFault.Kind) {
        faults.append(ProofFault(step: step, kind: kind))
    }

    mutating func step(_ index: Int, from: Int) -> ProofStep? {
        if proof.steps.indices.contains(index) { return proof.steps[index] }
        fault(from, .missingStep(index))
        return nil
    }

    private mutating func reach(_ index: Int, stage: Int, from: Int) {
        if let known = stages[index] {
            if known != stage { fault(from, .wrongPart(index)) }
        } else {
            stages[index] = stage
            waiting.append(index)
        }
    }

    /// Takes a step as a part if it is about the right condition, and follows it.
    mutating func expect(_ condition: Condition, _ place: ProofPlace, at index: Int, from: Int) {
        guard let part = step(index, from: from) else { return }
        guard case .condition(let found) = part.content, found.condition == condition,
            found.assignment == place.assignment, found.stage == place.stage
        else { return fault(from, .wrongPart(index)) }
        reach(index, stage: place.stage, from: from)
    }

    mutating func expect(_ fact: Fact, stage: Int, at index: Int, from: Int) {
        guard let part = step(index, from: from) else { return }
        guard case .fact(let found) = part.content, found.fact == fact else {
            return fault(from, .wrongPart(index))
        }
        reach(index, stage: stage, from: from)
    }

    // MARK: Facts

    private mutating func check(_ step: FactStep, at index: Int, stage: Int) {
        let statement = checker.statement(on: step.fact, stage: stage)
        if step.statement != statement?.reading { fault(index, .wrongReading) }

        let tried = step.applications.map { ProofChecker.Drawing(rule: $0.rule, assignment: $0.assignment) }
        let due = checker.drawings[stage][step.fact] ?? []
        guard tried.count == due.count, Set(tried) == due else { return fault(index, .wrongApplications) }
        for application in step.applications { check(application, of: step.fact, at: index, stage: stage) }

        let byRules = verdict(byRulesOf: step) {
            proof.steps.indices.contains($0) ? proof.steps[$0].verdict : .no
        }
        if step.verdictByRules != byRules { fault(index, .wrongVerdict(expected: byRules)) }
        let expected = statement?.verdict ?? byRules
        if proof.steps[index].verdict != expected { fault(index, .wrongVerdict(expected: expected)) }
    }

    private mutating func check(_ application: RuleApplication, of fact: Fact, at index: Int, stage: Int) {
        let rule = checker.rules[application.rule]
        let asked = rule.bindings.compactMap(\.filter) + (rule.condition.map { [$0] } ?? [])
        guard application.conditions.count == asked.count,
            application.exceptions.count == rule.exceptions.count
        else { return fault(index, .wrongGrounds) }
        let place = ProofPlace(stage: stage, assignment: application.assignment)
        for (condition, part) in zip(asked, application.conditions) {
            expect(condition, place, at: part, from: index)
        }
        for (exception, part) in zip(rule.exceptions, application.exceptions) {
            expect(exception.condition, place, at: part, from: index)
        }
        if case .withdrawn(let package, jointlyWith: _) = fact {
            guard let part = application.inForce else { return fault(index, .wrongGrounds) }
            let here = ProofPlace(stage: stage, assignment: Assignment())
            expect(.inForce(.package(package)), here, at: part, from: index)
        } else if application.inForce != nil {
            fault(index, .wrongGrounds)
        }
        let expected = verdict(of: application) {
            proof.steps.indices.contains($0) ? proof.steps[$0].verdict : .no
        }
        if application.verdict != expected { fault(index, .wrongVerdict(expected: expected)) }
    }

    /// The smaller of condition and exceptions; whether the package is in force comes on top.
    private func verdict(of application: RuleApplication, given: (Int) -> Verdict) -> Verdict {
        var least = Verdict.yes
        for part in application.conditions { least = min(least, given(part)) }
        for part in application.exceptions {
            let exception = given(part)
            // An exception nobody knows of is presumed absent.
            least = min(least, exception == .open ? .presumablyYes : exception.negated)
        }
        return least
    }

    private func verdict(byRulesOf step: FactStep, given: (Int) -> Verdict) -> Verdict {
        var greatest = checker.least(step.fact)
        for application in step.applications {
            let inForce = application.inForce.map(given) ?? .yes
            greatest = max(greatest, min(verdict(of: application, given: given), inForce))
        }
        return greatest
    }

    // MARK: Well-foundedness

    /// A fact's verdict must follow from facts of lower height alone, all others at their least.
    private mutating func checkSupport(of step: FactStep, at index: Int, stage: Int) {
        let verdict = proof.steps[index].verdict
        guard step.statement == nil, verdict > checker.least(step.fact) else { return }
        let supported = self.verdict(byRulesOf: step) { support($0, below: step.height, stage: stage) }
        if supported < verdict { fault(index, .restsOnItself) }
    }

    private func support(_ index: Int, below height: Int, stage: Int) -> Verdict {
        switch proof.steps[index].content {
        case .fact(let fact):
            // A case's statement rests on nothing, and earlier stages never look ahead.
            let isSettled = fact.statement != nil || (stages[index] ?? stage) < stage || fact.height < height
            return isSettled ? proof.steps[index].verdict : checker.least(fact.fact)
        case .condition(let condition):
            return verdict(of: condition) { support($0, below: height, stage: stage) }
        }
    }
}
