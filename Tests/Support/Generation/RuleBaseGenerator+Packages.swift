import RuleModel

extension RuleBaseGenerator {
    /// Packages that leave unstated what a document might: every field is drawn or left out.
    mutating func addPackages() {
        for number in 0..<size.packages {
            var package = Package(name: name("plan", number), title: "Plan \(number)")
            if random.chance(70) {
                package.lensValues = [Package.LensValue(lens: ID(0), value: random.below(3))]
            }
            for attribute in ids(rules.packageAttributes) where random.chance(70) {
                let grounds =
                    random.chance(40) ? Grounds(judgement: "our reading") : Grounds(claims: someClaims())
                let type = rules[attribute].measurement.type
                // A package states one text, since a second would look like a note.
                package.attributes.append(
                    Package.AttributeValue(
                        attribute: attribute, value: type == .text ? exact(type) : values(type),
                        grounds: grounds))
            }
            package.criteria = random.some(of: ids(rules.criteria), percent: 60).map {
                Package.CriterionMet(criterion: $0, how: "it does", claims: someClaims())
            }
            for role in random.some(of: ids(rules.roles), percent: 40) {
                package.roles.append(
                    Package.RoleHeld(role: role, actor: ID(random.below(rules.actors.count))))
            }
            addPhases(to: &package)
            for _ in 0..<random.below(3) {
                package.measures.append(ID(rules.measures.count))
                rules.measures.append(
                    Measure(
                        name: name("term", rules.measures.count), text: "A term of \(package.name).",
                        package: ID(number), claims: someClaims()))
            }
            if random.chance(50) { package.monitors.append(Package.Monitor(watched: .indicator(ID(0)))) }
            if let diagnostic = random.pick(ids(rules.diagnostics)), random.chance(50) {
                package.monitors.append(
                    Package.Monitor(watched: .diagnostic(diagnostic), claims: someClaims()))
            }
            if random.chance(30) { package.failures = [Package.KnownFailure(text: "It can fail.")] }
            rules.packages.append(package)
        }
        // Stop tests may ask about any package, so they wait until all have names.
        for place in rules.packages.indices where random.chance(40) {
            nextVariable = 0
            let condition = condition(depth: 1, Reach(level: Levels.unasked), Scope())
            rules.packages[place].stops = [Package.StopTest(condition: condition, claims: someClaims())]
        }
    }

    private mutating func addPhases(to package: inout Package) {
        for number in 0..<random.below(3) {
            var phase = Package.Phase(
                name: name("phase", number), text: "Step \(number)", claims: someClaims())
            if number > 0 {
                phase.after = number - 1
                phase.afterSuccess = random.chance(50)
            }
            if random.chance(50) { phase.takes = .ticks(3_000_000, 6_000_000) }
            if random.chance(60) { phase.payments = [payment()] }
            package.phases.append(phase)
        }
        if random.chance(30) { package.payments = [payment()] }
    }

    private mutating func payment() -> Package.Payment {
        let share = TypedValue(type: .percent(of: ""), value: .ticks(500_000, 500_000))
        var payment = Package.Payment(
            actor: ID(random.below(rules.actors.count)), amount: share, of: "the cost",
            inAdvance: random.chance(30), claims: someClaims())
        if random.chance(30) { payment.lasting = .ticks(3_650_000, 3_650_000) }
        if random.chance(30) {
            payment.cap = TypedValue(
                type: .money(currency: "USD", year: 1993), value: .ticks(10_000_000, 10_000_000))
        }
        if random.chance(30) { payment.until = "sales recover" }
        return payment
    }
}
