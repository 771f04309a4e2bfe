import Inference
import RuleModel

/// Tests in which every condition of a rule is shown to matter.
///
/// For each condition there are two little clusters that differ in it alone, and the rule applies to
/// one of them and not to the other. What is shared is told once: the cluster to which the rule
/// applies usually serves all conditions.
public struct GeneratedTests: Sendable {
    public struct Item: Sendable {
        public var test: RuleTest
        public var role: Role
    }

    public enum Role: Hashable, Sendable {
        /// The rule applies.
        case applies
        /// It does not, because of the one condition: its place in `Rule.askedConditions`.
        case without(Int)
    }

    public enum Reason: Hashable, Sendable {
        /// No cluster was found in which it decides.
        case neverDecides
        /// Whatever turns it round turns this other condition round as well.
        case tiedTo(Int)
        /// The search was cut off.
        case tooMany
    }

    public let rule: ID<Rule>
    public private(set) var items: [Item] = []
    /// Conditions that could not be shown to matter, by place, and why.
    public private(set) var unshown: [(condition: Int, reason: Reason)] = []
    /// How many conditions were shown.
    public private(set) var shown = 0

    /// Each condition takes a pair of its own, so that there is at least one test more than conditions.
    public var isSmallest: Bool { items.count == shown + 1 }

    public init(_ trial: MutationTrial, of rule: ID<Rule>) {
        self.rule = rule
        var maker = TestMaker(trial, rule)
        let asked = trial.rules[rule].askedConditions
        for (place, condition) in asked.enumerated()
        where condition.parts.isEmpty || condition.isFigure {
            guard asked.firstIndex(of: condition) == place else { continue }
            if let reason = maker.show(place) { unshown.append((place, reason)) } else { shown += 1 }
        }
        if maker.chosen.isEmpty { maker.showApplying() }
        items = maker.items()
    }
}

extension Condition {
    /// Whether it compares something worked out from members, with conditions of its own inside.
    fileprivate var isFigure: Bool {
        switch self {
        case .lies, .holds: true
        default: false
        }
    }
}

/// Makes the tests of one rule, condition by condition.
private struct TestMaker {
    let trial: MutationTrial
    let id: ID<Rule>
    let rule: Rule
    let asked: [Condition]
    private(set) var chosen: [Chosen] = []

    struct Chosen {
        var draft: SituationDraft
        var scope: Wish.Scope
        var role: GeneratedTests.Role
        var seen: Seen
    }

    /// What a cluster shows of the rule.
    struct Seen {
        var statements: [Statement]
        var evaluation: CompiledEvaluation
        var verdict: Verdict
        /// By condition, the verdicts it came to.
        var answers: [[Verdict]]
    }

    init(_ trial: MutationTrial, _ id: ID<Rule>) {
        self.trial = trial
        self.id = id
        rule = trial.rules[id]
        asked = rule.askedConditions
    }

    /// - Returns: why a condition could not be shown to matter.
    mutating func show(_ place: Int) -> GeneratedTests.Reason? {
        var tied: Int?
        for known in chosen where known.seen.verdict.holds {
            if let other = flipped(known, place, &tied) { return keep(known, other, place) }
        }
        let without = rule.firing().replacing(asked[place], by: .not(asked[place]))
        let search = SituationSearch(trial.rules, patience: 20_000)
        for scope in trial.rules.scopes(of: rule) {
            let wishes = [(rule.firing(), Wish.Outcome.yes), (without, .no)].map {
                Wish(condition: $0, outcome: $1, scope: scope)
            }
            let found = search.first(wishes) { draft -> (Chosen, Chosen)? in
                guard let one = chosen(draft, scope, .applies), one.seen.verdict.holds else { return nil }
                if let other = flipped(one, place, &tied) { return (one, other) }
                return apart(one, without, place).map { (one, $0) }
            }
            if let (one, other) = found { return keep(one, other, place) }
        }
        if let tied { return .tiedTo(tied) }
        return search.isExhausted ? .tooMany : .neverDecides
    }

    /// For a rule that asks nothing, and one of which nothing could be shown.
    mutating func showApplying() {
        let search = SituationSearch(trial.rules, patience: 20_000)
        for scope in trial.rules.scopes(of: rule) {
            let wish = Wish(condition: rule.firing(), outcome: .yes, scope: scope)
            let found = search.first([wish]) { draft -> Chosen? in
                guard let one = chosen(draft, scope, .applies), one.seen.verdict.holds else { return nil }
                return one
            }
            if let found { return chosen.append(found) }
        }
    }

    private mutating func keep(_ one: Chosen, _ other: Chosen, _ place: Int) -> GeneratedTests.Reason? {
        for next in [one, other] where !chosen.contains(where: { $0.seen.statements == next.seen.statements })
        {
            chosen.append(next)
        }
        return nil
    }

    /// The same cluster with one thing told otherwise, so that the condition, and it alone, turns round
    /// and the rule with it.
    private func flipped(_ one: Chosen, _ place: Int, _ tied: inout Int?) -> Chosen? {
        for told in one.draft.places {
            guard let sides = asked[place].sides(of: told.subject, one.draft) else { continue }
            for side in sides {
                var draft = one.draft
                draft.retell(told, in: side)
                guard let other = chosen(draft, one.scope, .without(place)), other.seen.verdict.fails else {
                    continue
                }
                let changed = changed(one, other)
                guard changed.contains(place) else { continue }
                if let also = changed.first(where: { $0 != place && !contains($0, place) }) {
                    tied = also
                    continue
                }
                return other
            }
        }
        return nil
    }

    /// A cluster of its own in which the condition alone is otherwise.
    private func apart(_ one: Chosen, _ without: Condition, _ place: Int) -> Chosen? {
        let wishes = [(without, Wish.Outcome.yes), (rule.firing(), .no)].map {
            Wish(condition: $0, outcome: $1, scope: one.scope)
        }
        return SituationSearch(trial.rules, patience: 4_000).first(wishes) { draft -> Chosen? in
            guard let other = chosen(draft, one.scope, .without(place)), other.seen.verdict.fails else {
                return nil
            }
            let changed = changed(one, other)
            return changed.allSatisfy { $0 == place || contains($0, place) } ? other : nil
        }
    }

    private func changed(_ one: Chosen, _ other: Chosen) -> [Int] {
        asked.indices.filter { one.seen.answers[$0] != other.seen.answers[$0] }
    }

    private func contains(_ outer: Int, _ inner: Int) -> Bool {
        asked[outer].contains { $0 == asked[inner] } || asked[inner].contains { $0 == asked[outer] }
    }

    private func chosen(_ draft: SituationDraft, _ scope: Wish.Scope, _ role: GeneratedTests.Role) -> Chosen?
    {
        let stages = draft.stages(expecting: [])
        let history = trial.rules.situations(of: stages, caseName: "", upTo: stages.count - 1)
        let evaluation = CompiledEvaluation(trial.compiled, history: history)
        var answers = [[Verdict]](repeating: [], count: asked.count)
        var verdict = Verdict.no
        evaluation.tryRules { trial in
            guard trial.rule == id else { return }
            verdict = max(verdict, trial.verdict)
            for answer in trial.answers where answers.indices.contains(answer.condition) {
                answers[answer.condition].append(answer.verdict)
            }
        }
        return Chosen(
            draft: draft, scope: scope, role: role,
            seen: Seen(
                statements: stages.flatMap(\.statements), evaluation: evaluation, verdict: verdict,
                answers: answers))
    }

    // MARK: As tests

    func items() -> [GeneratedTests.Item] {
        chosen.map { one in
            let stages = one.draft.stages(expecting: [])
            let cluster = ClusterCase(name: "", stages: stages)
            let expectations = expected(one).compactMap { expected -> Expectation? in
                trial.verdict(expected, one.seen.evaluation, cluster, stages.count - 1).map {
                    Expectation(manner: .exactly($0.rawValue), expected)
                }
            }
            return GeneratedTests.Item(
                test: RuleTest(title: "", stages: one.draft.stages(expecting: expectations)), role: one.role)
        }
    }

    /// What the rule concludes, where it has a verdict that goes with the rule's, and the rule itself.
    private func expected(_ one: Chosen) -> [Expected] {
        let cluster = ClusterCase(name: "", stages: one.draft.stages(expecting: []))
        let conclusions = rule.conclusions.flatMap { $0.expectable(one.draft, one.scope) }.filter {
            expected in
            let verdict = trial.verdict(expected, one.seen.evaluation, cluster, cluster.stages.count - 1)
            return one.seen.verdict.holds ? verdict?.holds ?? false : verdict?.fails ?? false
        }
        return Array(conclusions.prefix(1)) + [.rule(id)]
    }
}

extension Condition {
    /// Values of a thing told on which the condition comes out one way and the other; `nil` for a
    /// condition about something else.
    fileprivate func sides(of subject: SituationDraft.Subject, _ draft: SituationDraft) -> [ValueSet]? {
        let accepted: ValueSet
        switch (self, subject) {
        case (.holds(.diagnostic(let id)), .diagnostic(let told)) where id == told: accepted = .yes
        case (.holds(.attribute(let id, of: _)), .attribute(let told, of: _)) where id == told:
            accepted = .yes
        case (.lies(.diagnostic(let id), in: let set, _), .diagnostic(let told)) where id == told:
            accepted = set
        case (.lies(.attribute(let id, of: _), in: let set, _), .attribute(let told, of: _)) where id == told:
            accepted = set
        case (.concept(let id, of: _), .concept(let told, of: _)) where id == told: accepted = .yes
        case (.classification(let id, value: let value, of: _), .classification(let told, of: _))
        where id == told:
            accepted = .members(1 << UInt64(value))
        case (.classification(let id, value: let value, of: _), .classificationValue(let told, of: _))
        where ClassificationValue(id, value) == told:
            accepted = .yes
        case (.inForce(.package(let package)), .inForce(let told)) where package == told: accepted = .yes
        default: return nil
        }
        return [draft.domain(of: subject).subtracting(accepted), accepted].filter { !$0.isEmpty }
    }
}
