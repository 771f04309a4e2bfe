import Generation
import Inference
import RuleModel

extension ProofSpoiler {
    /// Ways to spoil a fact's step.
    mutating func changes(to step: FactStep, at place: Int) -> [ProofChange] {
        var changes: [ProofChange] = []
        func edit(_ name: String, _ change: (inout FactStep) -> Void) {
            var copy = step
            change(&copy)
            changes.append(ProofChange(name: name, content: with(.fact(copy), at: place)))
        }
        let verdict = other(than: step.verdictByRules)
        edit("verdict by rules") { $0.verdictByRules = verdict }
        if let statement = step.statement {
            edit("statement lost") { $0.statement = nil }
            if let other = spoilt(statement) { edit("statement") { $0.statement = other } }
        } else if step.fact.isStatable {
            edit("statement invented") { $0.statement = Reading(possible: .yes) }
        }
        if place != proof.root, let fact = other(than: step.fact) { edit("fact") { $0.fact = fact } }
        if let lost = random.pick(step.applications.indices) {
            edit("application lost") { $0.applications.remove(at: lost) }
            let application = step.applications[lost]
            let verdict = other(than: application.verdict)
            edit("application's verdict") { $0.applications[lost].verdict = verdict }
            let rule = ID<Rule>((application.rule.index + 1) % max(2, rules.rules.count))
            edit("application's rule") { $0.applications[lost].rule = rule }
            if let conditions = spoilt(application.conditions) {
                edit("application's conditions") { $0.applications[lost].conditions = conditions }
            }
            if let exceptions = spoilt(application.exceptions) {
                edit("application's exceptions") { $0.applications[lost].exceptions = exceptions }
            }
            if application.inForce != nil { edit("in force lost") { $0.applications[lost].inForce = nil } }
            if let (variable, member) = application.assignment.members.min(by: { $0.key < $1.key }) {
                edit("application's member") {
                    $0.applications[lost].assignment.members[variable] = member.next
                }
            }
            if let (variable, package) = application.assignment.packages.min(by: { $0.key < $1.key }) {
                edit("application's package") {
                    $0.applications[lost].assignment.packages[variable] = ID(package.index + 1)
                }
            }
        }
        return changes
    }

    /// Ways to spoil a condition's step.
    mutating func changes(to step: ConditionStep, at place: Int) -> [ProofChange] {
        var changes: [ProofChange] = []
        func edit(_ name: String, _ change: (inout ConditionStep) -> Void) {
            var copy = step
            change(&copy)
            changes.append(ProofChange(name: name, content: with(.condition(copy), at: place)))
        }
        if place != proof.root {
            edit("condition") { $0.condition = .not(step.condition) }
            edit("stage") { $0.stage += 1 }
            for variable in step.condition.freeVariables.sorted() {
                if let member = step.assignment.members[variable] {
                    edit("member") { $0.assignment.members[variable] = member.next }
                }
                if let package = step.assignment.packages[variable] {
                    edit("package") { $0.assignment.packages[variable] = ID(package.index + 1) }
                }
            }
        }
        switch step.grounds {
        case .figures(let figures):
            edit("figure lost") { $0.grounds = .figures(Array(figures.dropLast())) }
            guard let spoiltOne = random.pick(figures.indices) else { break }
            for figure in self.changes(to: figures[spoiltOne]) {
                var copy = figures
                copy[spoiltOne] = figure
                edit("figure") { $0.grounds = .figures(copy) }
            }
        case .fact(let fact):
            let other = other(than: fact)
            edit("step of the fact") { $0.grounds = .fact(other) }
        case .parts(let parts):
            if let parts = spoilt(parts) { edit("parts") { $0.grounds = .parts(parts) } }
        case .members(let members, let isOpenEnded):
            edit("open end") { $0.grounds = .members(members, isOpenEnded: !isOpenEnded) }
            for members in self.changes(to: members) {
                edit("members") { $0.grounds = .members(members, isOpenEnded: isOpenEnded) }
            }
        case .declaration: edit("grounds") { $0.grounds = .parts([]) }
        case .inForce(let reading?):
            edit("in force") { $0.grounds = .inForce(nil) }
            if let other = spoilt(reading) { edit("in force") { $0.grounds = .inForce(other) } }
        case .inForce(nil): edit("in force") { $0.grounds = .inForce(Reading(possible: .yes)) }
        }
        return changes
    }

    private mutating func changes(to members: [MemberStep]) -> [[MemberStep]] {
        guard let place = random.pick(members.indices) else { return [] }
        var lost = members, moved = members, refiltered = members, rebodied = members
        lost.remove(at: place)
        moved[place].member = members[place].member.next
        refiltered[place].filter = members[place].filter.map { other(than: $0) }
        rebodied[place].body = members[place].body.map { other(than: $0) }
        return [lost, moved, refiltered, rebodied].filter { $0 != members }
    }

    private mutating func changes(to figure: Figure) -> [Figure] {
        var figures: [Figure] = []
        func edit(_ change: (inout Figure) -> Void) {
            var copy = figure
            change(&copy)
            figures.append(copy)
        }
        let possible = other(than: figure.possible), presumed = other(than: figure.presumed)
        edit { $0.possible = possible }
        edit { $0.presumed = presumed }
        edit { $0.expression = .countOf([]) }
        switch figure.basis {
        case .reading(let reading?):
            edit { $0.basis = .reading(nil) }
            if let other = spoilt(reading) { edit { $0.basis = .reading(other) } }
        case .reading(nil): edit { $0.basis = .reading(Reading(possible: possible)) }
        case .declaration: edit { $0.basis = .conditions([]) }
        case .members(let members, let readings, let isOpenEnded):
            edit { $0.basis = .members(members, readings: readings, isOpenEnded: !isOpenEnded) }
            for spoilt in changes(to: members) {
                edit { $0.basis = .members(spoilt, readings: readings, isOpenEnded: isOpenEnded) }
            }
            if let first = readings.indices.first {
                var fewer = readings
                fewer.remove(at: first)
                edit { $0.basis = .members(members, readings: fewer, isOpenEnded: isOpenEnded) }
            }
        case .conditions(let steps):
            if let steps = spoilt(steps) { edit { $0.basis = .conditions(steps) } }
        case .date(let reading, let from):
            edit {
                $0.basis = .date(
                    reading, stageFrom: from.map { TickRange($0.lower + 1, $0.upper + 1) } ?? .fromZero)
            }
        }
        return figures
    }

    private func with(_ content: ProofStep.Content, at place: Int) -> ProofStep {
        ProofStep(verdict: proof.steps[place].verdict, content: content)
    }

    /// A fact that another step would have to stand for.
    private func other(than fact: Fact) -> Fact? {
        switch fact {
        case .concept(let concept, let member): .concept(ID(concept.index + 1), member: member)
        case .classification(let value, let member):
            .classification(ClassificationValue(value.classification, value.value + 1), member: member)
        case .recommended(let package): .recommended(ID(package.index + 1))
        default: nil
        }
    }
}

extension Fact {
    /// Whether a case can state it.
    fileprivate var isStatable: Bool {
        switch self {
        case .concept, .classification: true
        default: false
        }
    }
}

extension MemberID {
    /// Somebody else of the same collection, there or not.
    fileprivate var next: MemberID { MemberID(collection: collection, index: index + 1) }
}
