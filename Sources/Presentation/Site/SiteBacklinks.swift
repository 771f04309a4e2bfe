import RuleModel

/// What points at a thing from elsewhere than conditions: cases that tell it, claims that restate another,
/// packages that somebody has a part in.
struct SiteBacklinks {
    /// A stage of a case in which something is said.
    struct Telling {
        var cluster: Int
        var stage: Int
        var text: Prose
    }

    private(set) var told: [Asked: [Telling]] = [:]
    private(set) var deeds: [ID<Package>: [Telling]] = [:]
    private(set) var expected: [ID<Package>: [Telling]] = [:]
    private(set) var restatedBy: [ID<Claim>: [ID<Claim>]] = [:]
    private(set) var superseding: [ID<Claim>: [ID<Claim>]] = [:]
    private(set) var expectedFrom: [ID<Claim>: [Telling]] = [:]
    private(set) var citing: [ID<Source>: [Int]] = [:]

    init(_ rules: RuleBase, _ cases: [ClusterCase]) {
        for (place, claim) in rules.claims.enumerated() {
            for other in claim.restates { restatedBy[other, default: []].append(ID(place)) }
            for other in claim.exclusion?.claims ?? [] { superseding[other, default: []].append(ID(place)) }
        }
        let phraser = Phraser(rules: rules, history: [])
        for (place, cluster) in cases.enumerated() {
            for (number, stage) in cluster.stages.enumerated() {
                func telling(_ text: Prose) -> Telling { Telling(cluster: place, stage: number, text: text) }
                note(stage.statements, telling, rules, phraser)
                for deed in stage.deeds {
                    if let package = deed.package {
                        deeds[package, default: []].append(telling(Prose(deed.text)))
                    }
                }
                for expectation in stage.expectations {
                    let text = Prose(phraser.phrase(expectation))
                    for case .recommended(let package) in expectation.claim.subjects {
                        expected[package, default: []].append(telling(text))
                    }
                    for claim in expectation.claims { expectedFrom[claim, default: []].append(telling(text)) }
                }
            }
        }
    }

    private mutating func note(
        _ statements: [Statement], _ telling: (Prose) -> Telling, _ rules: RuleBase, _ phraser: Phraser
    ) {
        for statement in statements {
            switch statement {
            case .diagnostic(let id, let reading):
                add(reading, rules[id].measurement.type, to: .diagnostic(id))
            case .attribute(let id, let reading): add(reading, rules[id].measurement.type, to: .attribute(id))
            case .concept(let id, let reading): add(reading, .yesNo, to: .concept(id))
            case .classification(let id, let reading):
                let names = rules[id].values.indices.filter { place in
                    if case .members(let mask) = reading.presumed {
                        return place < 64 && mask & (1 << UInt64(place)) != 0
                    }
                    return false
                }.map { rules[id].values[$0].name }
                told[.classification(id), default: []].append(telling(Prose(listed(names, "or"))))
            case .classificationValue(let value, let reading):
                let name = Phraser.name(rules[value.classification].values, value.value)
                told[.classification(value.classification), default: []].append(
                    telling(Prose("\(name): \(rules.phrase(reading.presumed, .yesNo))")))
            case .inForce(let id, _): told[.inForce(id), default: []].append(telling("in force"))
            case .member(let collection, name: let name, title: let title, let inside, _):
                told[.collection(collection), default: []].append(
                    telling(Prose(title.isEmpty ? name : title)))
                note(inside, telling, rules, phraser)
            case .memberGone, .allListed, .notAllListed: break
            }
        }
        func add(_ reading: Reading, _ type: ValueType, to asked: Asked) {
            told[asked, default: []].append(telling(Prose(rules.phrase(reading.presumed, type))))
        }
    }
}
