import Inference
import RuleModel

@testable import Advice

/// Every reading that the blockers of a fact speak of: what a reader of its why-not is told to look at.
///
/// What already holds is not among it, nor what a rule asks for besides.
struct BlockedReadings {
    private(set) var places: Set<ReadingPlace> = []
    /// Collections that may have more members than the case names.
    private(set) var openCollections: Set<ID<Collection>> = []
    /// Of the stage before, which the case may not tell of at all.
    private(set) var past: Set<ReadingPlace> = []
    /// An earlier stage is asked about, and there is none.
    private(set) var lacksPast = false
    private let rules: RuleBase
    private let history: [Situation]
    private let proof: Proof
    private let lastStage: Int
    private var seen: Set<Visit> = []

    private struct Visit: Hashable {
        var step: Int
        var isBlocked: Bool
    }

    init(of fact: Fact, in evaluation: any Evaluation) {
        rules = evaluation.rules
        history = evaluation.history
        proof = evaluation.proof(of: fact)
        lastStage = evaluation.history.count - 1
        visitBlocked(fact: proof.root, stage: lastStage)
    }

    /// A fact that is to hold and does not.
    private mutating func visitBlocked(fact place: Int, stage: Int) {
        guard seen.insert(Visit(step: place, isBlocked: true)).inserted,
            case .fact(let step) = proof.steps[place].content
        else { return }
        note(step, stage: stage)
        for rule in rules.rulesWithoutMembers(drawing: step.fact, in: history[stage]) {
            openCollections.insert(rule.collection)
        }
        for blocker in proof.blockedApplications(of: place).flatMap(\.blockers) { visit(blocker) }
    }

    private mutating func visit(_ blocker: Blocker) {
        if !blocker.alternatives.isEmpty {
            for inner in blocker.alternatives.joined() { visit(inner) }
            return
        }
        guard case .condition(let step) = proof.steps[blocker.step].content else { return }
        if blocker.mustHold, case .fact(let fact) = step.grounds {
            visitBlocked(fact: fact, stage: step.stage)
        } else {
            visitAll(blocker.step)
        }
    }

    /// Everything below a step that has to become otherwise as a whole.
    private mutating func visitAll(_ place: Int, stage: Int? = nil) {
        guard seen.insert(Visit(step: place, isBlocked: false)).inserted else { return }
        switch proof.steps[place].content {
        case .fact(let step):
            note(step, stage: stage ?? lastStage)
            for application in step.applications {
                for part in application.conditions + application.exceptions { visitAll(part) }
                if let inForce = application.inForce { visitAll(inForce) }
            }
        case .condition(let step):
            switch step.grounds {
            case .figures(let figures):
                for figure in figures { visit(figure, of: step, stage: step.stage) }
                switch step.condition {
                case .rising, .falling:
                    if step.stage == 0 { lacksPast = true }
                    for figure in figures { visit(figure, of: step, stage: step.stage - 1) }
                default: break
                }
            case .fact(let fact): visitAll(fact, stage: step.stage)
            case .parts(let parts):
                for part in parts { visitAll(part) }
                switch step.condition {
                case .previously, .earlier: if parts.isEmpty { lacksPast = true }
                default: break
                }
            case .members(let members, let isOpenEnded):
                for part in members.flatMap({ [$0.filter, $0.body] }) { if let part { visitAll(part) } }
                switch step.condition {
                case .some(let range, _), .every(let range, _, _):
                    if isOpenEnded { openCollections.insert(range.collection) }
                default: break
                }
            case .inForce:
                if case .inForce(let reference) = step.condition,
                    let package = reference.package(under: step.assignment)
                {
                    note(.inForce(package), stage: step.stage)
                }
            case .declaration: break
            }
        }
    }

    private mutating func visit(_ figure: Figure, of step: ConditionStep, stage: Int) {
        var expression = figure.expression
        if case .timeSince(let date) = expression { expression = date }
        switch expression {
        case .diagnostic(let diagnostic): note(.diagnostic(diagnostic), stage: stage)
        case .attribute(let attribute, of: let variable):
            if let member = step.assignment.members[variable] {
                note(.attribute(attribute, member), stage: stage)
            }
        default: break
        }
        switch figure.basis {
        case .members(let members, readings: _, let isOpenEnded):
            for part in members.flatMap({ [$0.filter, $0.body] }) { if let part { visitAll(part) } }
            if case .fold(_, let attribute, _, _) = expression {
                for member in members { note(.attribute(attribute, member.member), stage: stage) }
            }
            if isOpenEnded, let range = expression.members { openCollections.insert(range.collection) }
        case .conditions(let parts): for part in parts { visitAll(part) }
        case .reading, .date, .declaration: break
        }
    }

    /// Where the fact is a matter of what the case states.
    private mutating func note(_ step: FactStep, stage: Int) {
        switch step.fact {
        case .concept(let concept, let member):
            if step.statement != nil || rules[concept].isBySigns {
                note(.concept(concept, member), stage: stage)
            }
        case .classification(let value, let member):
            if step.statement != nil {
                let isSeveral = rules[value.classification].isSeveral
                note(
                    .classification(value.classification, value: isSeveral ? value.value : nil, member),
                    stage: stage)
            }
        default: break
        }
    }

    private mutating func note(_ place: ReadingPlace, stage: Int) {
        if stage == lastStage {
            places.insert(place)
        } else if stage == lastStage - 1 {
            past.insert(place)
        }
    }
}
