import Inference
import RuleModel

import Advice

/// A rule base built by hand, and one cluster to try it on.
///
///     var sketch = Sketch()
///     let exports = sketch.diagnostic("exports")
///     let fair = sketch.package("trade-fair")
///     sketch.rule("fairs", when: .holds(.diagnostic(exports)), [.recommends(fair)])
///     sketch.now.readings[exports] = .certain(.yes)
///     sketch.answer().entries
struct Sketch {
    var rules = RuleBase()
    var before: [Situation] = []
    var now = Situation()
    var caseName = "sample"

    mutating func diagnostic(_ name: String, _ type: ValueType = .yesNo, ask: String = "") -> ID<Diagnostic> {
        rules.diagnostics.append(Diagnostic(name: name, measurement: Measurement(type: type, question: ask)))
        return ID(rules.diagnostics.count - 1)
    }

    mutating func collection(_ name: String) -> ID<Collection> {
        rules.collections.append(Collection(name: name, plural: name + "s"))
        return ID(rules.collections.count - 1)
    }

    mutating func attribute(_ name: String, of collection: ID<Collection>, _ type: ValueType) -> ID<Attribute>
    {
        rules.attributes.append(
            Attribute(name: name, collection: collection, measurement: Measurement(type: type)))
        return ID(rules.attributes.count - 1)
    }

    mutating func concept(_ name: String, bySigns: Bool = false) -> ID<Concept> {
        rules.concepts.append(Concept(name: name, isBySigns: bySigns))
        return ID(rules.concepts.count - 1)
    }

    mutating func classification(_ name: String, _ values: [String], several: Bool = false) -> ID<
        Classification
    > {
        rules.classifications.append(
            Classification(name: name, isSeveral: several, values: values.map { NamedValue(name: $0) }))
        return ID(rules.classifications.count - 1)
    }

    mutating func claim(
        _ name: String, firmness: Claim.Firmness? = nil, restates: [ID<Claim>] = [], fromCases: [String] = []
    ) -> ID<Claim> {
        rules.claims.append(
            Claim(name: name, text: name, firmness: firmness, restates: restates, fromCases: fromCases))
        return ID(rules.claims.count - 1)
    }

    mutating func criterion(_ name: String, claims: [ID<Claim>] = []) -> ID<Criterion> {
        rules.criteria.append(Criterion(name: name, claims: claims))
        return ID(rules.criteria.count - 1)
    }

    mutating func actor(_ name: String) -> ID<Actor> {
        rules.actors.append(Actor(name: name))
        return ID(rules.actors.count - 1)
    }

    mutating func package(
        _ name: String, meets criteria: [ID<Criterion>] = [], lens: LensChoice? = nil
    ) -> ID<Package> {
        rules.packages.append(
            Package(
                name: name,
                lensValues: lens.map { [Package.LensValue(lens: $0.lens, value: $0.value)] } ?? [],
                criteria: criteria.map { Package.CriterionMet(criterion: $0, how: name) }))
        return ID(rules.packages.count - 1)
    }

    @discardableResult
    mutating func rule(
        _ name: String, each bindings: [Rule.Binding] = [], when condition: Condition? = nil,
        unless exceptions: [Condition] = [], _ conclusions: [Conclusion], from claims: [ID<Claim>] = [],
        lens: LensChoice? = nil
    ) -> ID<Rule> {
        rules.rules.append(
            Rule(
                name: name, bindings: bindings, condition: condition,
                exceptions: exceptions.map { Rule.Exception(condition: $0, presumption: "rarely so") },
                conclusions: conclusions, claims: claims,
                lensValues: lens.map { [Package.LensValue(lens: $0.lens, value: $0.value)] } ?? []))
        return ID(rules.rules.count - 1)
    }

    /// A package that always is recommended.
    mutating func advised(
        _ name: String, meets criteria: [ID<Criterion>] = [], lens: LensChoice? = nil,
        _ strength: Strength = .plainly,
        from claims: [ID<Claim>] = []
    ) -> ID<Package> {
        let package = package(name, meets: criteria, lens: lens)
        rule("advise-" + name, [.recommends(package, strength)], from: claims)
        return package
    }

    var history: [Situation] { before + [now] }

    var request: AdviceRequest {
        AdviceRequest(
            rules: rules,
            cluster: ClusterCase(name: caseName, title: "A sample", stages: [Stage(name: "now")]),
            stage: 0, history: history)
    }

    func answer(_ change: (inout AdviceRequest) -> Void = { _ in }) -> Answer {
        var request = request
        change(&request)
        return advise(
            request,
            ReferenceEvaluation(
                rules: rules, history: request.history, excluding: request.excludedRules))
    }

    func outcome(_ manner: Expectation.Manner, _ claim: Expected) -> ExpectationOutcome {
        Advice.outcome(
            of: Expectation(manner: manner, claim), answer: answer { $0.asksQuestions = false },
            evaluation: ReferenceEvaluation(rules: rules, history: history))
    }
}

extension Conclusion {
    static func recommends(_ package: ID<Package>, _ strength: Strength = .plainly) -> Conclusion {
        .recommend(.package(package), Recommendation(strength: strength))
    }
    static func against(_ package: ID<Package>, _ objection: Objection) -> Conclusion {
        .adviseAgainst(.package(package), objection)
    }
    static func sequences(_ one: ID<Package>, before other: ID<Package>) -> Conclusion {
        .sequence(.package(one), before: .package(other))
    }
    static func requires(_ one: ID<Package>, before other: ID<Package>) -> Conclusion {
        .require(.package(.package(one)), before: .package(other))
    }
    static func prefers(_ one: ID<Package>, over other: ID<Package>) -> Conclusion {
        .prefer(.package(one), over: .package(other))
    }
    static func chooses(_ comparison: Comparison, _ number: Int, of options: [ID<Package>]) -> Conclusion {
        .choose(comparison, number, of: options.map { .package($0) })
    }
}

extension Condition {
    static func reads(_ diagnostic: ID<Diagnostic>) -> Condition { .holds(.diagnostic(diagnostic)) }
    static func atLeast(_ ticks: Int64, _ diagnostic: ID<Diagnostic>) -> Condition {
        .lies(.diagnostic(diagnostic), in: .ticks(ticks, .max), Threshold())
    }
}

extension Reading {
    static func certain(_ set: ValueSet) -> Reading { Reading(possible: set) }
    static let yes = Reading(possible: .yes)
    static let no = Reading(possible: .no)
    static let presumablyYes = Reading(possible: .yesOrNo, presumed: .yes, basis: .assumed)
    static let presumablyNo = Reading(possible: .yesOrNo, presumed: .no, basis: .assumed)
}
