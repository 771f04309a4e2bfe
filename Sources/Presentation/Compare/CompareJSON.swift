import Advice
import Inference
import RuleModel

extension CompareView {
    /// `distretto/compare/1`: `sides`, what becomes of each differing package on each, what is advised on
    /// all, and for each side but the first the smallest sets of readings that make the difference.
    public var json: JSON {
        .object([
            "format": .string("distretto/compare/1"), "rulesDigest": .string(rulesDigest.description),
            "sides": .array(zip(sides, comparison.answers).map(json)),
            "differing": .array(
                comparison.differing.map { row in
                    .object([
                        "package": .string(rules[row.package].name),
                        "title": .string(rules[row.package].title),
                        "places": .array(row.places.map { JSON.object($0.json) }),
                    ])
                }),
            "agreed": .strings(comparison.agreed.map { rules[$0].name }),
            "differences": .array(comparison.differences.map(json)),
        ])
    }

    private func json(_ side: Side, _ answer: Answer) -> JSON {
        .object([
            "label": .string(side.label), "case": .string(answer.header.caseName),
            "title": .string(answer.header.caseTitle), "stage": .string(answer.header.stage.name),
            "caseDigest": .string(side.caseDigest.description),
            "lens": answer.lens.map {
                .object([
                    "name": .string(rules[$0.lens].name),
                    "value": .string(rules[$0.lens].values[$0.value].name),
                ])
            } ?? .null,
        ])
    }

    private func json(_ difference: AdviceComparison.Difference) -> JSON {
        let phraser = Phraser(rules: rules, history: sides[0].history)
        func names(_ set: [MovedReading]) -> JSON {
            .strings(
                set.map { moved in
                    switch moved {
                    case .place(let place): phraser.phrase(place)
                    case .members(let collection): rules[collection].plural
                    case .past: "past"
                    }
                })
        }
        var members: [String: JSON] = [
            "package": .string(rules[difference.package].name), "side": .integer(difference.side),
            "sets": .array([]),
        ]
        switch difference.cause {
        case .readings(let sets):
            members["cause"] = "readings"
            members["sets"] = .array(sets.map(names))
        case .notSmallest(let set):
            members["cause"] = "readings-not-smallest"
            members["sets"] = .array([names(set)])
        case .lens: members["cause"] = "lens"
        case .selection: members["cause"] = "selection"
        }
        return .object(members)
    }
}

extension JSON: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self = .string(text) }
}

extension PlaceInAnswer {
    fileprivate var json: [String: JSON] {
        var members: [String: JSON] = ["number": .null, "standing": .null]
        switch self {
        case .programme(let number, let standing, let isContested):
            members["number"] = .integer(number)
            members["standing"] = .string(standing.prose.text)
            members["place"] = isContested ? "programme-contested" : "programme"
        case .contested: members["place"] = "contested"
        case .waiting: members["place"] = "waiting"
        case .withheld: members["place"] = "withheld"
        case .leftOut: members["place"] = "left-out"
        case .refused(let kind): members["place"] = .string(kind.word)
        case .outOfSight: members["place"] = "out-of-sight"
        }
        return members
    }
}
