/// What stands on each claim of a rule base.
///
///     let uses = ClaimUses(rules)
///     uses[claim]           // the rules, packages and words that cite it, in a fixed order
///     uses.account(claim)   // whether it is encoded, excused or neither
///
/// Expectations of cases and tests are no use of a claim: they try what stands on it.
public struct ClaimUses: Sendable {
    /// Something in the rules that cites a claim.
    public enum Ground: Hashable, Sendable {
        case rule(ID<Rule>)
        case package(ID<Package>, Part)
        case measure(ID<Measure>)
        case criterion(ID<Criterion>)
        case lens(ID<Lens>)
        case packageAttribute(ID<PackageAttribute>)
        case indicator(ID<Indicator>)
        case report(ID<Report>)
        case diagnostic(ID<Diagnostic>)
        case attribute(ID<Attribute>)
        case concept(ID<Concept>)
        case classification(ID<Classification>)
        case dispute(ID<Dispute>)
        case misconception(ID<Misconception>)
    }

    /// The part of a package that a claim is cited for.
    public enum Part: String, Hashable, Sendable, CaseIterable {
        case lens, attribute, criterion, role, phase, payment, stop, monitor, failure
    }

    /// What has become of a claim.
    public enum Account: Hashable, Sendable, CaseIterable {
        /// Something stands on it, or on a claim that tells the same evidence.
        case encoded
        /// Nothing does, and it says why.
        case excused
        case neither
    }

    private let grounds: [[Ground]]
    private let accounts: [Account]

    public init(_ rules: RuleBase) {
        var collector = Collector(count: rules.claims.count)
        collector.add(rules)
        grounds = collector.grounds
        var used = IndexSet()
        for place in grounds.indices where !grounds[place].isEmpty { used.insert(place) }
        let encoded = rules.claims.withRestatements(of: used)
        accounts = rules.claims.indices.map { place in
            if encoded.contains(place) { return .encoded }
            return rules.claims[place].exclusion == nil ? .neither : .excused
        }
    }

    public subscript(claim: ID<Claim>) -> [Ground] { grounds[claim.index] }
    public func account(_ claim: ID<Claim>) -> Account { accounts[claim.index] }
}

extension [Claim] {
    /// The places of some claims and of those that tell the same evidence: what one is used for, all are.
    func withRestatements(of used: IndexSet) -> IndexSet {
        var all = used
        var hasGrown = true
        while hasGrown {
            hasGrown = false
            for (place, claim) in enumerated() where !claim.restates.isEmpty {
                let group = claim.restates.map(\.index) + [place]
                guard group.contains(where: all.contains), !group.allSatisfy(all.contains) else { continue }
                for member in group { all.insert(member) }
                hasGrown = true
            }
        }
        return all
    }
}

/// Goes through a rule base and notes under each claim what cites it, once.
private struct Collector {
    var grounds: [[ClaimUses.Ground]]

    init(count: Int) { grounds = Array(repeating: [], count: count) }

    private mutating func note(_ claims: [ID<Claim>], _ ground: ClaimUses.Ground) {
        for claim in claims where grounds.indices.contains(claim.index) {
            // One thing notes all that it cites before the next one does.
            if grounds[claim.index].last != ground { grounds[claim.index].append(ground) }
        }
    }

    mutating func add(_ rules: RuleBase) {
        for (place, rule) in rules.rules.enumerated() {
            note(rule.claims + rule.lensValues.flatMap(\.grounds.claims), .rule(ID(place)))
        }
        for (place, package) in rules.packages.enumerated() { add(package, ID(place)) }
        each(rules.measures, \.claims) { .measure($0) }
        each(rules.criteria, \.claims) { .criterion($0) }
        each(rules.lenses, \.claims) { .lens($0) }
        each(rules.packageAttributes, \.measurement.claims) { .packageAttribute($0) }
        each(rules.indicators, \.claims) { .indicator($0) }
        each(rules.reports, \.claims) { .report($0) }
        each(rules.diagnostics, \.measurement.claims) { .diagnostic($0) }
        each(rules.attributes, \.measurement.claims) { .attribute($0) }
        each(rules.concepts, \.claims) { .concept($0) }
        each(rules.classifications, \.claims) { .classification($0) }
        for (place, dispute) in rules.disputes.enumerated() {
            note(dispute.sides.flatMap(\.claims), .dispute(ID(place)))
        }
        each(rules.misconceptions, \.rule.claims) { .misconception($0) }
    }

    private mutating func each<Declared>(
        _ table: [Declared], _ claims: (Declared) -> [ID<Claim>], _ ground: (ID<Declared>) -> ClaimUses.Ground
    ) {
        for (place, declared) in table.enumerated() { note(claims(declared), ground(ID(place))) }
    }

    private mutating func add(_ package: Package, _ id: ID<Package>) {
        for part in ClaimUses.Part.allCases { note(package.claims(for: part), .package(id, part)) }
    }
}

extension Package {
    /// The claims cited for one kind of its parts.
    fileprivate func claims(for part: ClaimUses.Part) -> [ID<Claim>] {
        switch part {
        case .lens: lensValues.flatMap(\.grounds.claims)
        case .attribute: attributes.flatMap(\.grounds.claims)
        case .criterion: criteria.flatMap(\.claims)
        case .role: roles.flatMap(\.claims)
        case .phase: phases.flatMap { $0.claims + $0.takesGrounds.claims }
        case .payment: (payments + phases.flatMap(\.payments)).flatMap(\.claims)
        case .stop: stops.flatMap(\.claims)
        case .monitor: monitors.flatMap(\.claims)
        case .failure: failures.flatMap(\.claims)
        }
    }
}
