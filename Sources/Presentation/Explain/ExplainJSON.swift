import Inference
import RuleModel

extension ExplainView {
    /// `distretto/explain/1`: every fact with its proof as a list of steps that refer to each other by place.
    ///
    /// - `case`, `stage`, `thing`: what is explained.
    /// - `proofs`: each with its `root` and `steps`. A step has a `verdict` and is a `fact` with the rule
    ///   `applications` tried for it (their `conditions` and `exceptions` are places of steps) and the rules
    ///   `withoutMembers` to be tried on, or a `condition` with its `grounds`: `figures` read, another `fact`, `parts` or `members`.
    /// - For a diagnostic its `reading`; for a claim the `claim` and what it `standsBehind`; for a member
    ///   its `readings` by attribute.
    /// - For what is only declared (report, measure, actor, …): `kind`, `title`, `details`, `claims`,
    ///   `usedIn`, and for a report its `value`.
    public var json: JSON {
        var members: [String: JSON] = ["format": .string("distretto/explain/1")]
        if let now = evaluation.history.last {
            members["case"] = .string(now.caseName)
            members["stage"] = .string(now.stageName)
        }
        switch subject {
        case .facts(let title, let facts):
            members["thing"] = .string(title)
            members["proofs"] = .array(facts.map { json(evaluation.proof(of: $0)) })
        case .rule(let rule):
            members["thing"] = .string(rules[rule].name)
            members["proofs"] = .array(factsDrawn(by: rule).map { json(evaluation.proof(of: $0)) })
        case .diagnostic(let diagnostic):
            let type = rules[diagnostic].measurement.type
            members["thing"] = .string(rules[diagnostic].name)
            members["reading"] = evaluation.history.last?.readings[diagnostic].map { json($0, type) } ?? .null
        case .claim(let claim):
            members["thing"] = .string(rules[claim].name)
            members["claim"] = ClaimJSON(rules: rules).json(claim)
            members["standsBehind"] = .strings(
                ClaimUses(rules)[claim].map { phraser.phrase($0).text })
        case .declaration(let declaration):
            let thing = DeclaredThing(declaration, in: rules)
            members["thing"] = .string(thing.name)
            members["kind"] = .string(thing.kind)
            members["title"] = .text(thing.title)
            members["details"] = .strings(thing.details)
            members["value"] = .text(figure(of: declaration)?.text)
            members["claims"] = .array(thing.claims.map(ClaimJSON(rules: rules).json))
            members["usedIn"] = .strings(thing.uses.map(\.text))
        case .member(let member):
            members["thing"] = .string(phraser.name(of: member))
            members["kind"] = .string(rules[member.collection].name)
            members["readings"] = json(readingsOf: member)
        }
        return .object(members)
    }

    private func json(readingsOf member: MemberID) -> JSON {
        let known = evaluation.history.last?[member]
        var readings: [String: JSON] = [:]
        for (attribute, reading) in known?.attributes ?? [:] {
            readings[rules[attribute].name] = json(reading, rules[attribute].measurement.type)
        }
        return .object(readings)
    }

    private func json(_ proof: Proof) -> JSON {
        .object(["root": .integer(proof.root), "steps": .array(proof.steps.map(json))])
    }

    private func json(_ step: ProofStep) -> JSON {
        var members: [String: JSON] = ["verdict": .string(step.verdict.name)]
        switch step.content {
        case .fact(let fact):
            members["fact"] = .string(phraser.phrase(fact.fact))
            members["stated"] = .bool(fact.statement != nil)
            members["verdictByRules"] = .string(fact.verdictByRules.name)
            members["applications"] = .array(fact.applications.map(json))
            let memberless = MemberlessRules(
                drawing: fact.fact, stage: evaluation.history.count - 1, phraser: phraser)
            if !step.verdict.holds, fact.statement == nil, !memberless.isEmpty {
                members["withoutMembers"] = memberless.json
            }
        case .condition(let condition):
            members["condition"] = .string(
                phraser.phrase(condition.condition, condition.assignment, stage: condition.stage))
            members["stage"] = .integer(condition.stage)
            members["grounds"] = grounds(condition)
        }
        return .object(members)
    }

    private func json(_ application: RuleApplication) -> JSON {
        .object([
            "rule": .string(rules[application.rule].name),
            "verdict": .string(application.verdict.name),
            "because": .text(rules[application.rule].because),
            "claims": .array(rules[application.rule].claims.map(ClaimJSON(rules: rules).json)),
            "members": .strings(
                application.assignment.members.sorted { $0.key < $1.key }.map { phraser.name(of: $0.value) }),
            "packages": .strings(
                application.assignment.packages.sorted { $0.key < $1.key }.map { rules[$0.value].name }),
            "conditions": .array(application.conditions.map(JSON.integer)),
            "exceptions": .array(application.exceptions.map(JSON.integer)),
            "inForce": application.inForce.map(JSON.integer) ?? .null,
        ])
    }

    private func grounds(_ condition: ConditionStep) -> JSON {
        switch condition.grounds {
        case .figures(let figures): .object(["figures": .array(figures.map { json($0, condition) })])
        case .fact(let place): .object(["fact": .integer(place)])
        case .parts(let places): .object(["parts": .array(places.map(JSON.integer))])
        case .members(let members, let isOpenEnded):
            .object([
                "members": .array(members.map { json($0, condition) }), "openEnded": .bool(isOpenEnded),
            ])
        case .declaration: .object(["declared": .bool(true)])
        case .inForce(let reading): .object(["reading": reading.map { json($0, .yesNo) } ?? .null])
        }
    }

    private func json(_ member: MemberStep, _ condition: ConditionStep) -> JSON {
        .object([
            "name": .string(phraser.name(of: member.member, stage: condition.stage)),
            "filter": member.filter.map(JSON.integer) ?? .null,
            "body": member.body.map(JSON.integer) ?? .null,
        ])
    }

    private func json(_ figure: Figure, _ condition: ConditionStep) -> JSON {
        let type = phraser.type(of: figure.expression)
        var members: [String: JSON] = [
            "expression": .string(
                phraser.phrase(figure.expression, condition.assignment, stage: condition.stage)),
            "possible": .string(rules.phrase(figure.possible, type)),
            "presumed": .string(rules.phrase(figure.presumed, type)),
        ]
        switch figure.basis {
        case .reading(let reading): members["reading"] = reading.map { json($0, type) } ?? .null
        case .declaration: break
        case .members(let steps, _, let isOpenEnded):
            members["members"] = .array(steps.map { json($0, condition) })
            members["openEnded"] = .bool(isOpenEnded)
        case .conditions(let places): members["conditions"] = .array(places.map(JSON.integer))
        case .date(let reading, _): members["reading"] = reading.map { json($0, .date) } ?? .null
        }
        return .object(members)
    }

    private func json(_ reading: Reading, _ type: ValueType) -> JSON {
        .object([
            "possible": .string(rules.phrase(reading.possible, type)),
            "presumed": .string(rules.phrase(reading.presumed, type)),
            "basis": .string(reading.basis.word),
            "note": .text(reading.note),
            "citations": ClaimJSON(rules: rules).json(reading.citations),
        ])
    }
}

extension Reading.Basis {
    var word: String {
        switch self {
        case .stated: "stated"
        case .assumed: "assumed"
        case .disputed: "disputed"
        case .carriedOver: "carried-over"
        case .unknown: "unknown"
        }
    }
}

/// Claims with their words and places, for programs.
struct ClaimJSON {
    let rules: RuleBase

    func json(_ id: ID<Claim>) -> JSON {
        let claim = rules[id]
        return .object([
            "name": .string(claim.name), "text": .string(claim.text),
            "firmness": claim.firmness.map { .string($0.word) } ?? .null, "citations": json(claim.citations),
        ])
    }

    func json(_ citations: [Citation]) -> JSON {
        .array(
            citations.map {
                .object(["source": .string(rules[$0.source].name), "location": .string($0.location)])
            })
    }
}
