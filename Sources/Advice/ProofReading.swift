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

    /// The readings that carry the roots' verdicts. Where one good reason is enough, those of lesser
    /// reasons are not counted.
    func readingsUsed(in proofs: [Proof]) -> Set<ReadingPlace> {
        places(in: proofs, .verdict).filter { situation.reading(at: $0) != nil }
    }

    /// Readings and statements that are not certain and on which the steps' verdicts hang.
    func asks(in proof: Proof, from steps: [Int]) -> [ReadingPlace] {
        places(in: proof, from: steps, .asking)
    }

    /// The same of all proofs together.
    func asks(in proofs: [Proof]) -> Set<ReadingPlace> { places(in: proofs, .asking) }

    /// Everything reached from the roots; steps that proofs have in common are gone through once.
    private func places(in proofs: [Proof], _ interest: Interest) -> Set<ReadingPlace> {
        var places: Set<ReadingPlace> = []
        var rest = proofs[...]
        while let first = rest.first {
            let alike = rest.prefix { $0.sharesSteps(with: first) }
            places.formUnion(self.places(in: first, from: alike.map(\.root), interest))
            rest.removeFirst(alike.count)
        }
        return places
    }

    /// Everything reached from some steps, each once, in the order it is come upon.
    private func places(in proof: Proof, from steps: [Int], _ interest: Interest) -> [ReadingPlace] {
        var found: [ReadingPlace] = []
        var isSeen = [Bool](repeating: false, count: proof.steps.count)
        var seenPlaces: Set<ReadingPlace> = []
        func visit(_ step: Int) {
            guard isSeen.indices.contains(step), !isSeen[step] else { return }
            isSeen[step] = true
            for support in supports(of: step, in: proof, interest) {
                for part in support.parts {
                    switch part {
                    case .step(let step): visit(step)
                    case .place(let place): if seenPlaces.insert(place).inserted { found.append(place) }
                    }
                }
            }
        }
        for step in steps { visit(step) }
        return found
    }

    // MARK: What a step hangs on

    /// What is looked for in a proof.
    enum Interest {
        /// What carries the verdict: parts that have the same one.
        case verdict
        /// What is uncertain and could be asked.
        case asking

        fileprivate func follows(_ part: Verdict, in whole: Verdict) -> Bool {
            switch self {
            case .verdict: part == whole
            case .asking: true
            }
        }
    }

    /// What a step hangs on as one: a rule's application, an alternative, the parts of a conjunction.
    struct Support {
        enum Part: Hashable {
            case step(Int)
            case place(ReadingPlace)
        }
        var parts: [Part] = []
    }

    /// What a step hangs on directly; nothing where it does not exist or is of no interest.
    func supports(of index: Int, in proof: Proof, _ interest: Interest) -> [Support] {
        guard proof.steps.indices.contains(index) else { return [] }
        let verdict = proof.steps[index].verdict
        if interest == .asking, verdict == .yes || verdict == .no { return [] }
        switch proof.steps[index].content {
        case .fact(let fact): return supports(of: fact, verdict, interest)
        case .condition(let condition): return supports(of: condition, verdict, proof, interest)
        }
    }

    private func supports(of step: FactStep, _ verdict: Verdict, _ interest: Interest) -> [Support] {
        let own = place(of: step.fact).map { [Support(parts: [.place($0)])] } ?? []
        if step.statement != nil { return own }
        var supports: [Support] = []
        // A concept known by signs can be told by whoever knows the place, whatever the signs.
        if interest == .asking, case .concept(let concept, _) = step.fact, rules[concept].isBySigns {
            supports = own
        }
        for application in step.applications where interest.follows(application.verdict, in: verdict) {
            let steps =
                application.conditions + application.exceptions + (application.inForce.map { [$0] } ?? [])
            supports.append(Support(parts: steps.map { .step($0) }))
        }
        return supports
    }

    private func supports(
        of step: ConditionStep, _ verdict: Verdict, _ proof: Proof, _ interest: Interest
    ) -> [Support] {
        let isNow = step.stage == lastStage
        guard isNow || interest != .asking else { return [] }
        var support = Support()
        switch step.grounds {
        case .figures(let figures):
            for figure in figures {
                support.parts += parts(of: figure, step.assignment, isNow: isNow, proof, interest)
            }
        case .fact(let fact):
            support.parts = [.step(fact)]
        case .parts(let parts):
            guard case .any = step.condition else {
                support.parts = parts.map { .step($0) }
                break
            }
            return parts.filter { part in
                proof.steps.indices.contains(part)
                    && interest.follows(proof.steps[part].verdict, in: verdict)
            }.map { Support(parts: [.step($0)]) }
        case .members(let members, isOpenEnded: let isOpenEnded):
            support.parts = members.flatMap(steps)
            if isOpenEnded, isNow, interest == .asking {
                support.parts += openEnd(of: step.condition, step.assignment)
            }
        case .inForce:
            if case .inForce(let reference) = step.condition,
                let package = reference.package(under: step.assignment), isNow
            {
                support.parts = [.place(.inForce(package))]
            }
        case .declaration: break
        }
        return [support]
    }

    private func steps(of member: MemberStep) -> [Support.Part] {
        [member.filter, member.body].compactMap { $0.map { .step($0) } }
    }

    private func parts(
        of figure: Figure, _ assignment: Assignment, isNow: Bool, _ proof: Proof, _ interest: Interest
    ) -> [Support.Part] {
        switch figure.basis {
        case .reading, .date:
            guard isNow, let place = place(of: figure.expression, assignment) else { return [] }
            return noted(place, interest)
        case .members(let members, readings: _, isOpenEnded: let isOpenEnded):
            var parts = members.flatMap(steps)
            guard isNow else { return parts }
            if case .fold(_, let attribute, _, _) = figure.expression {
                for member in members where isCounted(member, proof) {
                    parts += noted(.attribute(attribute, member.member), interest)
                }
            }
            if isOpenEnded, interest == .asking, let range = figure.expression.members {
                parts.append(.place(allListed(range, assignment)))
            }
            return parts
        case .conditions(let steps): return steps.map { .step($0) }
        case .declaration: return []
        }
    }

    private func isCounted(_ member: MemberStep, _ proof: Proof) -> Bool {
        guard let filter = member.filter, proof.steps.indices.contains(filter) else { return true }
        return proof.steps[filter].verdict > .no
    }

    private func noted(_ place: ReadingPlace, _ interest: Interest) -> [Support.Part] {
        if interest == .asking, let reading = situation.reading(at: place), reading.isExact { return [] }
        return [.place(place)]
    }

    private func openEnd(of condition: Condition, _ assignment: Assignment) -> [Support.Part] {
        switch condition {
        case .some(let range, _), .every(let range, filter: _, _): [.place(allListed(range, assignment))]
        default: []
        }
    }

    private func allListed(_ range: Members, _ assignment: Assignment) -> ReadingPlace {
        .allListed(range.collection, of: range.parent.flatMap { assignment.members[$0] })
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

extension Proof {
    /// Whether both hold the very same steps.
    fileprivate func sharesSteps(with other: Proof) -> Bool {
        steps.withUnsafeBufferPointer { mine in
            other.steps.withUnsafeBufferPointer {
                $0.baseAddress == mine.baseAddress && $0.count == mine.count
            }
        }
    }
}

extension Reading {
    /// One value is possible, so that nothing more can be learnt.
    var isExact: Bool { possible.isExact }
}

extension ValueSet {
    /// Whether it is a single value.
    var isExact: Bool {
        switch self {
        case .members(let mask): mask.nonzeroBitCount == 1
        case .runs(let runs): runs.count == 1 && runs[0].lower == runs[0].upper
        case .texts(let texts): texts?.count == 1
        }
    }
}
