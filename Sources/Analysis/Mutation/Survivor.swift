import Inference
import RuleModel

/// Why no test noticed a mutant, and what would.
public enum Survival: Hashable, Sendable {
    /// A test that passes on the rules as they are and fails on the mutant.
    case missing(RuleTest)
    /// No case could tell them apart; see `EquivalenceProof`.
    case equivalent(EquivalenceProof)
    /// On no cluster of a few members does the rule come to anything else.
    case sameEverywhere(SearchScope)
    case undecided(Reason)

    public var isEquivalent: Bool {
        switch self {
        case .equivalent, .sameEverywhere: true
        case .missing, .undecided: false
        }
    }

    public enum Reason: Hashable, Sendable {
        /// No cluster was found in which the rule could come to anything else.
        case noneFound
        /// In so many small clusters nothing that can be expected was another.
        case noDifference(clusters: Int)
        /// In so many small clusters these rules concluded the same, so that it was not missed.
        case saidByOthers([ID<Rule>], clusters: Int)
        /// The search was cut off.
        case tooMany
    }
}

extension MutationTrial {
    /// Looks for the missing test of a survivor, or for the proof that there is none.
    public func survival(of mutant: Mutant) -> Survival {
        guard let altered = altered([mutant], of: mutant.rule).first else { return .undecided(.noneFound) }
        var search = MissingTestSearch(trial: self, mutant: mutant, altered: altered)
        if let test = search.test() { return .missing(test) }
        if let proof = equivalence(of: mutant) { return .equivalent(proof) }
        guard mutant.after.conclusions == rules[mutant.rule].conclusions else {
            return .undecided(search.reason)
        }
        switch circuits.answer(mutant.rule, altered) {
        case .same(let scope): return .sameEverywhere(scope)
        case .undecided: return .undecided(search.reason)
        case .differs(var stages, let verdict):
            let expectation = Expectation(manner: .exactly(verdict.rawValue), .rule(mutant.rule))
            stages[stages.count - 1].expectations = [expectation]
            return .missing(RuleTest(title: "", stages: stages))
        }
    }

    /// Where all readings that a rule rests on can be tried.
    private func equivalence(of mutant: Mutant) -> EquivalenceProof? {
        guard mutant.after.conclusions == rules[mutant.rule].conclusions else { return nil }
        return EquivalenceProof(rules, rules[mutant.rule], mutant.after)
    }
}

/// Looks for a test that tells a mutant from its rule.
struct MissingTestSearch {
    let trial: MutationTrial
    let mutant: Mutant
    let altered: AlteredRule
    private let search: SituationSearch

    init(trial: MutationTrial, mutant: Mutant, altered: AlteredRule) {
        self.trial = trial
        self.mutant = mutant
        self.altered = altered
        search = SituationSearch(trial.rules, patience: 6_000)
    }

    private static let most = 40

    /// Clusters in which the rule applies and nothing was another, and the rules that then say the same.
    private var clusters = 0
    private var others: Set<ID<Rule>> = []
    private var before: Rule { trial.rules[mutant.rule] }

    /// Why there is no test, as far as the search knows.
    var reason: Survival.Reason {
        if !others.isEmpty { return .saidByOthers(others.sorted(), clusters: clusters) }
        if clusters > 0 { return .noDifference(clusters: clusters) }
        return search.isExhausted ? .tooMany : .noneFound
    }

    mutating func test() -> RuleTest? {
        for scope in trial.rules.scopes(of: before) {
            for wishes in wishes {
                let scoped = wishes.map { wish in
                    var wish = wish
                    wish.scope = scope
                    return wish
                }
                var tried = 0
                let found = search.first(scoped) { draft -> RuleTest?? in
                    tried += 1
                    if let test = test(of: draft, scope) { return .some(test) }
                    // What made no difference in so many clusters rarely does in the next.
                    return tried < Self.most ? nil : .some(nil)
                }
                if case .some(.some(let test)) = found { return test }
            }
        }
        return nil
    }

    /// What would have to be so for the two to differ, one way or the other.
    private var wishes: [[Wish]] {
        let old = before.firing()
        let new = mutant.after.firing()
        if case .presumptionDropped(let exception) = mutant.change {
            let place = before.exceptions.firstIndex { $0.condition == exception }
            return [
                [
                    Wish(condition: before.firing(without: place), outcome: .yes),
                    Wish(condition: exception, outcome: .open),
                ]
            ]
        }
        guard old != new else { return [[Wish(condition: old, outcome: .yes)]] }
        return [
            [Wish(condition: old, outcome: .yes), Wish(condition: new, outcome: .no)],
            [Wish(condition: new, outcome: .yes), Wish(condition: old, outcome: .no)],
            [Wish(condition: old, outcome: .yes), Wish(condition: new, outcome: .open)],
            [Wish(condition: new, outcome: .yes), Wish(condition: old, outcome: .open)],
        ]
    }

    /// The draft as a test, if something that can be expected tells the two apart.
    private mutating func test(of draft: SituationDraft, _ scope: Wish.Scope) -> RuleTest? {
        let stages = draft.stages(expecting: [])
        let history = trial.rules.situations(of: stages, caseName: "", upTo: stages.count - 1)
        let evaluation = CompiledEvaluation(trial.compiled, history: history)
        let followed = AlteredEvaluation(evaluation, altered)
        if followed?.isSame ?? false { return nil }
        let other: any Evaluation = followed ?? AlteredEvaluation.anew(evaluation, altered)
        let cluster = ClusterCase(name: "", stages: stages)
        for expected in expectable(draft, scope) {
            guard let verdict = trial.verdict(expected, evaluation, cluster, stages.count - 1),
                let changed = trial.verdict(expected, other, cluster, stages.count - 1), verdict != changed
            else { continue }
            let expectation = Expectation(manner: .exactly(verdict.rawValue), expected)
            return RuleTest(title: "", stages: draft.stages(expecting: [expectation]))
        }
        note(evaluation)
        return nil
    }

    /// Notes which other rules say what the rule says.
    private mutating func note(_ evaluation: CompiledEvaluation) {
        let own = evaluation.applications(of: mutant.rule).filter(\.verdict.holds)
        if own.isEmpty { return }
        clusters += 1
        for fact in evaluation.facts {
            let drawing = evaluation.applications(drawing: fact)
            guard drawing.contains(where: { $0.rule == mutant.rule && $0.verdict.holds }) else { continue }
            others.formUnion(
                drawing.filter { $0.rule != mutant.rule && $0.verdict.holds }.map(\.rule))
        }
    }

    private func expectable(_ draft: SituationDraft, _ scope: Wish.Scope) -> [Expected] {
        (before.conclusions + mutant.after.conclusions).flatMap { $0.expectable(draft, scope) }
            + [.rule(mutant.rule)]
    }
}

extension RuleBase {
    /// What a rule's package variables can stand for, as far as it is worth trying.
    func scopes(of rule: Rule) -> [Wish.Scope] {
        let variables = rule.bindings.filter { $0.range == .packages }.map(\.variable)
        guard !variables.isEmpty else { return [Wish.Scope()] }
        return variables.reduce([Wish.Scope()]) { scopes, variable in
            scopes.flatMap { scope in
                packages.indices.map { package in
                    var scope = scope
                    scope.packages[variable] = ID(package)
                    return scope
                }
            }
        }
    }
}

extension Conclusion {
    /// What a test could expect of it, nearest to the rule's own words first.
    func expectable(_ draft: SituationDraft, _ scope: Wish.Scope) -> [Expected] {
        func packages(_ references: PackageReference...) -> [ID<Package>]? {
            let found = references.compactMap { scope.package($0) }
            return found.count == references.count ? found : nil
        }
        switch self {
        case .concept(let concept, of: .cluster): return [.condition(.concept(concept, of: .cluster))]
        case .concept(let concept, of: .member):
            return draft.members.indices.filter {
                draft.members[$0].collection == draft.rules[concept].collection
            }
            .map { .memberConcept(draft.members[$0].collection, draft.name(of: $0), concept) }
        case .classification(let id, value: let value, of: .cluster):
            return [.condition(.classification(id, value: value, of: .cluster))]
        case .classification(let id, value: let value, of: .member):
            return draft.members.indices.filter { draft.members[$0].collection == draft.rules[id].collection }
                .map {
                    .memberClassification(
                        draft.members[$0].collection, draft.name(of: $0), ClassificationValue(id, value))
                }
        case .recommend(let reference, let how):
            guard let package = scope.package(reference) else { return [] }
            let plain = Expected.recommend(package, through: nil, targeting: [])
            let through = how.through.map { [Expected.recommend(package, through: $0, targeting: [])] } ?? []
            let targeted =
                how.targeting == nil
                ? []
                : draft.members.indices.map {
                    Expected.recommend(package, through: nil, targeting: [draft.name(of: $0)])
                }
            let strong = Expected.recommendAs(how.strength, package, through: nil, targeting: [])
            return through + [plain] + targeted + [strong]
        case .adviseAgainst(let reference, let objection):
            return scope.package(reference).map { [.adviseAgainst($0, objection)] } ?? []
        case .caution(.package(let reference)):
            return scope.package(reference).map { [.caution(.package(.package($0)))] } ?? []
        case .caution(let subject): return [.caution(subject)]
        case .require(.package(let required), before: let reference):
            return packages(required, reference).map {
                [.require(.package(.package($0[0])), before: $0[1])]
            } ?? []
        case .require(let subject, before: let reference):
            return scope.package(reference).map { [.require(subject, before: $0)] } ?? []
        case .sequence(let first, before: let second):
            return packages(first, second).map { [.sequence($0[0], before: $0[1])] } ?? []
        case .prefer(let first, over: let second):
            return packages(first, second).map { [.prefer($0[0], over: $0[1])] } ?? []
        case .choose(_, _, of: let options):
            return options.compactMap { scope.package($0) }.flatMap {
                [.choose($0), .recommend($0, through: nil, targeting: [])]
            }
        case .withdraw(let reference, jointlyWith: let partners):
            return ([reference] + partners).compactMap { scope.package($0) }.map { .withdraw($0) }
        case .assign(let role, of: let reference, to: let actor):
            return scope.package(reference).map { [.assign(role, of: $0, to: actor)] } ?? []
        }
    }
}
