/// A thing that rules derive, at the grain at which loops are looked for.
///
/// A classification counts as one thing, since its values are weighed against
/// each other; whether it is a member's makes no difference, since a rule is
/// about all members. Packages are told apart: that one package is recommended
/// may well rest on another's not being so.
public enum Derived: Hashable, Sendable {
    case concept(ID<Concept>)
    case classification(ID<Classification>)
    case recommended(ID<Package>)
    /// Everything that no condition can ask about: advice against, cautions, order, choices, roles.
    case unasked
}

/// The order in which derived things can be worked out.
///
/// A stratum holds things that rest on each other, or a single one; it comes
/// after all that its rules ask about. Within a stratum only conditions that
/// grow with what they ask about (`and`, `or`, `some`) lead back into it, so
/// that its least fixpoint exists; a stratum where others do is a loop.
///
///     for stratum in Strata(rules).strata { … }   // earlier ones first
///
/// The cost is linear in the size of the rules, times the number of packages
/// for rules that range over packages.
public struct Strata: Sendable, Hashable {
    public struct Stratum: Sendable, Hashable {
        /// In a fixed order.
        public var derived: [Derived]
        /// The rules that conclude one of them, in order of ID. A rule with several conclusions may
        /// stand in several strata.
        public var rules: [ID<Rule>]
        /// Its rules ask about what they conclude, so that one pass is not enough.
        public var isRecursive: Bool
    }

    /// A stratum with a `not`, an exception, an `every`, a count or the like inside of it.
    public struct Loop: Sendable, Hashable {
        /// One way around, link by link: what each link rests on is what the next one concludes.
        public var links: [Link]
        /// All rules that take part in it, in order of ID.
        public var rules: [ID<Rule>]
    }

    /// A rule concludes one thing from another.
    public struct Link: Sendable, Hashable {
        public var conclusion: Derived
        public var rule: ID<Rule>
        public var premise: Derived
        /// The conclusion does not simply grow with the premise.
        public var isStrict: Bool
    }

    public private(set) var strata: [Stratum] = []
    /// Empty in a rule base that `build` has made: it leaves such rules out.
    public private(set) var loops: [Loop] = []
    private var places: [Derived: Int] = [:]

    public init(_ rules: RuleBase) {
        let graph = DependencyGraph(rules)
        for component in graph.components() {
            let inside = Set(component)
            var links: [(conclusion: Int, link: DependencyGraph.Link)] = []
            for node in component {
                for link in graph.links[node] where inside.contains(link.premise) {
                    links.append((node, link))
                }
            }
            let derived = component.sorted().map { graph.nodes[$0] }
            for thing in derived { places[thing] = strata.count }
            let rules =
                component.count == 1
                ? graph.concluding[component[0]] : Set(component.flatMap { graph.concluding[$0] }).sorted()
            strata.append(Stratum(derived: derived, rules: rules, isRecursive: !links.isEmpty))
            if let strict = links.first(where: \.link.isStrict) {
                loops.append(
                    Loop(
                        links: graph.way(around: strict.link, from: strict.conclusion, within: inside),
                        rules: Set(links.map(\.link.rule)).sorted()))
            }
        }
    }

    /// The place in `strata` of a derived thing.
    public func place(of derived: Derived) -> Int? { places[derived] }
}
