import RuleModel

extension RuleBaseGenerator {
    mutating func addLiterature() {
        for number in 0..<2 {
            rules.sources.append(
                Source(
                    name: name("SRC", number), authors: "A. Author", year: 1990 + number, title: "On clusters"
                ))
        }
        for number in 0..<4 {
            var claim = Claim(
                name: name("CL", number),
                citations: [Citation(source: ID(number % 2), location: "4.\(number)")],
                text: "What document \(number) says.", firmness: random.pick(Claim.Firmness.allCases))
            if number > 0, random.chance(40) { claim.restates = [ID(random.below(number))] }
            if random.chance(40) { claim.fromCases = ["case-a"] }
            rules.claims.append(claim)
        }
        if random.chance(40) {
            let exclusion = Claim.Exclusion(
                reason: random.pick(Claim.Exclusion.Reason.allCases) ?? .historyOnly, note: "of no use here")
            var claim = Claim(
                name: name("CL", 4), citations: [Citation(source: ID(0), location: "1")], text: "History.",
                exclusion: exclusion)
            if exclusion.reason == .supersededBy || exclusion.reason == .contradictedBy {
                claim.exclusion?.claims = [ID(0)]
            }
            rules.claims.append(claim)
        }
    }

    mutating func addValueLists() {
        for number in 0..<2 {
            let values = (0..<random.number(in: 2...5)).map { NamedValue(name: "grade-\($0)") }
            rules.scales.append(Scale(name: name("scale", number), values: values))
            let options = (0..<random.number(in: 2...4)).map {
                NamedValue(name: "option-\($0)", title: "Option \($0)")
            }
            rules.choices.append(Choice(name: name("choice", number), values: options))
        }
        rules.sections.append(Section(name: name("part", 0), title: "What is measured"))
        rules.lenses.append(
            Lens(
                name: name("lens", 0), title: "School", values: ["1", "2", "3"].map { NamedValue(name: $0) }))
        for number in 0..<2 {
            rules.criteria.append(
                Criterion(name: name("mark", number), title: "Mark \(number)", claims: someClaims()))
        }
    }

    /// Diagnostics, collections with nested ones, and their attributes: at least one of each type where there is room.
    mutating func addMeasurements() {
        let types = allTypes
        for number in 0..<size.diagnostics {
            let type = number < types.count ? types[number] : random.pick(types) ?? .yesNo
            rules.diagnostics.append(
                Diagnostic(
                    name: name("sign", number), section: random.chance(50) ? ID(0) : nil,
                    measurement: Measurement(
                        type: type, isChanging: random.chance(25),
                        question: random.chance(50) ? "What of sign \(number)?" : "", claims: someClaims())))
        }
        for _ in 0..<size.collections {
            addCollection(parent: nil)
            if random.chance(50) { addCollection(parent: ID(rules.collections.count - 1)) }
        }
        for number in 0..<2 {
            rules.packageAttributes.append(
                PackageAttribute(
                    name: name("trait", number), measurement: Measurement(type: random.pick(types) ?? .yesNo))
            )
        }
    }

    private mutating func addCollection(parent: ID<Collection>?) {
        let id = ID<Collection>(rules.collections.count), stem = name("group", id.index)
        rules.collections.append(
            Collection(
                name: stem, plural: random.chance(50) ? stem + "s" : "all-" + stem, title: "A kind of member",
                parent: parent))
        for _ in 0..<random.number(in: 1...3) {
            rules.attributes.append(
                Attribute(
                    name: name("facet", rules.attributes.count), collection: id,
                    measurement: Measurement(
                        type: random.pick(allTypes) ?? .yesNo, isChanging: random.chance(25))))
        }
    }

    /// Every type a diagnostic can have, with the units the generated rules share.
    private var allTypes: [ValueType] {
        [
            .yesNo, .scale(ID(0)), .percent(of: "output"), .count(of: nil), .choice(ID(0)), .date, .yesNo,
            .number(of: "points"), .money(currency: "USD", year: 1993), .duration, .text, .count(of: "firms"),
            .percent(of: "orders"), .scale(ID(1)), .choice(ID(1)), .money(currency: "EUR", year: 1990),
        ]
    }

    /// Concepts and classifications, of the cluster and of members, each with its level.
    mutating func addNotions() {
        let bearers: [ID<Collection>?] = ids(rules.collections) + [nil, nil]
        for number in 0..<size.concepts {
            rules.concepts.append(
                Concept(
                    name: name("idea", number), title: "Idea \(number)",
                    collection: random.pick(bearers) ?? nil,
                    isBySigns: random.chance(25), isChanging: random.chance(20), claims: someClaims()))
            levels.concepts.append(random.below(4))
        }
        for number in 0..<size.classifications {
            let values = (0..<random.number(in: 2...4)).map { NamedValue(name: "sort-\($0)") }
            rules.classifications.append(
                Classification(
                    name: name("kind", number), title: "Kind \(number)",
                    collection: random.chance(30) ? random.pick(bearers) ?? nil : nil,
                    isSeveral: random.chance(40), values: values))
            levels.classifications.append(random.below(4))
        }
        levels.recommendation = random.number(in: 1...2)
    }

    mutating func addPeople() {
        for number in 0..<2 {
            rules.actors.append(Actor(name: name("actor", number), title: "Actor \(number)"))
            rules.roles.append(Role(name: name("role", number), title: "does \(number)"))
        }
        rules.indicators.append(Indicator(name: name("gauge", 0), title: "A gauge", claims: someClaims()))
        for place in rules.diagnostics.indices where random.chance(20) {
            rules.diagnostics[place].measurement.changedBy = random.some(of: ids(rules.actors), percent: 60)
        }
        guard let diagnostic = random.pick(ids(rules.diagnostics)) else { return }
        rules.disputes.append(
            Dispute(
                name: name("dispute", 0), title: "Who is right",
                sides: [
                    Dispute.Side(claims: [ID(0)], summary: "one says yes"),
                    Dispute.Side(claims: [ID(1)], summary: "one says no"),
                ], turnsOn: [.diagnostic(diagnostic)]))
    }
}
