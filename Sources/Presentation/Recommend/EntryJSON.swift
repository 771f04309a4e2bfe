import Advice
import Inference
import RuleModel

extension RecommendView {
    /// The terms of a package and what put it where it is, by key:
    ///
    /// - `lenses`, `attributes`: name to value; `null` is what nobody states.
    /// - `phases`: `name`, `text`, `after`, `afterSuccess`, `takes`, `payments`, `claims`; `payments`
    ///   beside them belong to no phase.
    /// - `stops`: `condition`, its `verdict` now, `claims`. `watch`: names. `failures`: `text`, `claims`.
    /// - `placement`: `decidedBy` (the first key on which it ranks behind the package `behind` names),
    ///   `movedByOrder`.
    func terms(_ entry: ProgrammeEntry) -> [String: JSON] {
        let package = rules[entry.package]
        return [
            "lenses": .object(
                named(entry.lensValues) { answer in
                    let lens = rules[answer.lens]
                    return (lens.name, answer.value.map { .string(lens.values[$0.value].name) })
                }),
            "attributes": .object(
                named(entry.attributes) { answer in
                    let attribute = rules[answer.attribute]
                    let type = attribute.measurement.type
                    return (attribute.name, answer.value.map { .string(rules.phrase($0.value, type)) })
                }),
            "phases": .array(package.phases.map { json($0, of: package) }),
            "payments": .array(package.payments.map(json)),
            "stops": .array(
                entry.stops.map {
                    .object([
                        "condition": .string(phraser.phrase($0.test.condition)),
                        "verdict": .string($0.verdict.name), "claims": names($0.test.claims),
                    ])
                }),
            "watch": .strings(
                package.monitors.map { monitor in
                    switch monitor.watched {
                    case .diagnostic(let diagnostic): rules[diagnostic].name
                    case .indicator(let indicator): rules[indicator].name
                    }
                }),
            "failures": .array(
                package.failures.map {
                    .object(["text": .string($0.text), "claims": names($0.claims)])
                }),
            "placement": .object([
                "decidedBy": entry.placement.decidedBy.map { .string(word($0)) } ?? .null,
                "behind": entry.placement.behind.map { .string(rules[$0].name) } ?? .null,
                "movedByOrder": .bool(entry.placement.isMovedByOrder),
            ]),
        ]
    }

    private func named<Answer>(
        _ answers: [Answer], _ member: (Answer) -> (name: String, value: JSON?)
    ) -> [String: JSON] {
        var members: [String: JSON] = [:]
        for answer in answers {
            let (name, value) = member(answer)
            members[name] = value ?? .null
        }
        return members
    }

    private func names(_ claims: [ID<Claim>]) -> JSON { .strings(claims.map { rules[$0].name }) }

    private func json(_ phase: Package.Phase, of package: Package) -> JSON {
        let before = phase.after.flatMap {
            package.phases.indices.contains($0) ? package.phases[$0].name : nil
        }
        return .object([
            "name": .string(phase.name), "text": .text(phase.text), "after": .text(before),
            "afterSuccess": .bool(phase.afterSuccess),
            "takes": .text(phase.takes.map { rules.phrase($0, .duration) }),
            "payments": .array(phase.payments.map(json)), "claims": names(phase.claims),
        ])
    }

    private func json(_ payment: Package.Payment) -> JSON {
        .object([
            "actor": .string(rules[payment.actor].name),
            "amount": .string(rules.phrase(payment.amount.value, payment.amount.type)),
            "of": .text(payment.of), "inAdvance": .bool(payment.inAdvance),
            "for": .text(payment.lasting.map { rules.phrase($0, .duration) }),
            "cappedAt": .text(payment.cap.map { rules.phrase($0.value, $0.type) }),
            "until": .text(payment.until), "claims": names(payment.claims),
        ])
    }

    private func word(_ key: RankKey) -> String {
        switch key {
        case .standing: "standing"
        case .contested: "contested"
        case .strength: "strength"
        case .criterion(let criterion): rules[criterion].name
        case .evidence: "evidence"
        case .name: "name"
        }
    }
}
