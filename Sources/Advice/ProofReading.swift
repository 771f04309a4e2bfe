import Inference
import RuleModel

/// Reads off a proof what it rests on and what could be asked.
struct ProofReading {
    let rules: RuleBase
    /// The stage asked about: earlier ones are past asking.
    let situation: Situation
    let lastStage: Int

    init(_ evaluation: any Evaluation) {
        rules = evaluation.rules
        situation = evaluation.history.last ?? Situation()
        lastStage = evaluation.history.count - 1
    }

    /// The readings that carry the root's verdict. Where one good reason is enough, those of lesser
    /// reasons are not counted.
    func readingsUsed(in proof: Proof) -> Set<ReadingPlace> {
        var walk = Walk(proof: proof, follows: { $0 == $1 })
        visit(proof.root, &walk)
        return Set(walk.found.filter { situation.reading(at: $0) != nil })
    }

    /// Readings and statements that are not certain and on which the steps' verdicts hang.
    func asks(in proof: Proof, from steps: [Int]) -> [ReadingPlace] {
        var walk = Walk(proof: proof, follows: { _, _ in true }, isAsking: true)
        for step in steps { visit(step, &walk) }
        var seen: Set<ReadingPlace> = []
        return walk.found.filter { seen.insert($0).inserted }
    }

    private struct Walk {
        let proof: Proof
        /// Whether a part with the first verdict matters to a whole with the second.
        let follows: (Verdict, Verdict) -> Bool
        /// Only what is uncertain is of interest.
        var isAsking = false
        var found: [ReadingPlace] = []
        var seen: Set<Int> = []
    }

    private func visit(_ index: Int, _ walk: inout Walk) {
        guard walk.proof.steps.indices.contains(index), walk.seen.insert(index).inserted else { return }
        let step = walk.proof.steps[index]
        if walk.isAsking, step.verdict == .yes || step.verdict == .no { return }
        switch step.content {
        case .fact(let fact): visit(fact, step.verdict, &walk)
        case .condition(let condition): visit(condition, step.verdict, &walk)
        }
    }

    private func visit(_ step: FactStep, _ verdict: Verdict, _ walk: inout Walk) {
        if step.statement != nil {
            if let place = place(of: step.fact) { walk.found.append(place) }
            return
        }
        // A concept known by signs can be told by whoever knows the place, whatever the signs.
        if walk.isAsking, case .concept(let concept, _) = step.fact, rules[concept].isBySigns,
            let place = place(of: step.fact)
        {
            walk.found.append(place)
        }
        for application in step.applications where walk.follows(application.verdict, verdict) {
            for part in application.conditions + application.exceptions { visit(part, &walk) }
            if let inForce = application.inForce { visit(inForce, &walk) }
        }
    }

    private func visit(_ step: ConditionStep, _ verdict: Verdict, _ walk: inout Walk) {
        guard step.stage == lastStage || !walk.isAsking else { return }
        let isNow = step.stage == lastStage
        switch step.grounds {
        case .figures(let figures):
            for figure in figures { visit(figure, step.assignment, isNow: isNow, &walk) }
        case .fact(let fact):
            visit(fact, &walk)
        case .parts(let parts):
            var isChoice = false
            if case .any = step.condition { isChoice = true }
            for part in parts where walk.proof.steps.indices.contains(part) {
                if !isChoice || walk.follows(walk.proof.steps[part].verdict, verdict) { visit(part, &walk) }
            }
        case .members(let members, isOpenEnded: let isOpenEnded):
            for member in members { visit(member, &walk) }
            if isOpenEnded, isNow { noteOpenEnd(of: step.condition, step.assignment, &walk) }
        case .inForce:
            if case .inForce(let reference) = step.condition,
                let package = reference.package(under: step.assignment), isNow
            {
                walk.found.append(.inForce(package))
            }
        case .declaration: break
        }
    }

    private func visit(_ member: MemberStep, _ walk: inout Walk) {
        if let filter = member.filter { visit(filter, &walk) }
        if let body = member.body { visit(body, &walk) }
    }

    private func visit(_ figure: Figure, _ assignment: Assignment, isNow: Bool, _ walk: inout Walk) {
        switch figure.basis {
        case .reading, .date:
            if isNow, let place = place(of: figure.expression, assignment) { note(place, &walk) }
        case .members(let members, readings: _, isOpenEnded: let isOpenEnded):
            for member in members { visit(member, &walk) }
            guard isNow else { return }
            if case .fold(_, let attribute, _, _) = figure.expression {
                for member in members where isCounted(member, walk.proof) {
                    note(.attribute(attribute, member.member), &walk)
                }
            }
            if isOpenEnded, walk.isAsking, let range = figure.expression.members {
                walk.found.append(
                    .allListed(range.collection, of: range.parent.flatMap { assignment.members[$0] }))
            }
        case .conditions(let parts):
            for part in parts { visit(part, &walk) }
        case .declaration: break
        }
    }

    private func isCounted(_ member: MemberStep, _ proof: Proof) -> Bool {
        guard let filter = member.filter, proof.steps.indices.contains(filter) else { return true }
        return proof.steps[filter].verdict > .no
    }

    private func note(_ place: ReadingPlace, _ walk: inout Walk) {
        if walk.isAsking, let reading = situation.reading(at: place), reading.isExact { return }
        walk.found.append(place)
    }

    private func noteOpenEnd(of condition: Condition, _ assignment: Assignment, _ walk: inout Walk) {
        guard walk.isAsking else { return }
        switch condition {
        case .some(let range, _), .every(let range, filter: _, _):
            walk.found.append(
                .allListed(range.collection, of: range.parent.flatMap { assignment.members[$0] }))
        default: break
        }
    }

    private func place(of expression: Expression, _ assignment: Assignment) -> ReadingPlace? {
        switch expression {
        case .diagnostic(let diagnostic): .diagnostic(diagnostic)
        case .attribute(let attribute, of: let variable):
            assignment.members[variable].map { .attribute(attribute, $0) }
        case .timeSince(let date): place(of: date, assignment)
        default: nil
        }
    }

    private func place(of fact: Fact) -> ReadingPlace? {
        switch fact {
        case .concept(let concept, member: let member): .concept(concept, member)
        case .classification(let value, member: let member):
            .classification(
                value.classification, value: rules[value.classification].isSeveral ? value.value : nil, member
            )
        default: nil
        }
    }
}

extension Expression {
    /// What an aggregate ranges over.
    var members: Members? {
        switch self {
        case .count(let range, where: _), .proportion(let range, where: _), .fold(_, _, let range, where: _):
            range
        default: nil
        }
    }
}

extension Reading {
    /// One value is possible, so that nothing more can be learnt.
    var isExact: Bool {
        switch possible {
        case .members(let mask): mask.nonzeroBitCount == 1
        case .runs(let runs): runs.count == 1 && runs[0].lower == runs[0].upper
        case .texts(let texts): texts?.count == 1
        }
    }
}
