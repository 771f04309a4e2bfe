/// The checked rules: everything that `Rules/` declares, names resolved.
///
/// Every table is in order of name, so that equal declarations give equal rule
/// bases whatever files they came from. A rule base can be built from text or by
/// a program; nothing in it refers to text except origins, which carry no meaning.
public struct RuleBase: Hashable, Sendable {
    public var sources: [Source] = []
    public var claims: [Claim] = []
    public var disputes: [Dispute] = []
    public var scales: [Scale] = []
    public var choices: [Choice] = []
    public var sections: [Section] = []
    public var diagnostics: [Diagnostic] = []
    public var collections: [Collection] = []
    public var attributes: [Attribute] = []
    public var concepts: [Concept] = []
    public var classifications: [Classification] = []
    public var criteria: [Criterion] = []
    public var lenses: [Lens] = []
    public var actors: [Actor] = []
    public var roles: [Role] = []
    public var indicators: [Indicator] = []
    public var packageAttributes: [PackageAttribute] = []
    public var packages: [Package] = []
    public var measures: [Measure] = []
    public var rules: [Rule] = []
    public var misconceptions: [Misconception] = []
    public var reports: [Report] = []
    public var tests: [RuleTest] = []

    public init() {}

    // Inlined, so that who wants one property of a declaration does not get a copy of all of them.
    @inlinable public subscript(id: ID<Source>) -> Source { sources[id.index] }
    @inlinable public subscript(id: ID<Claim>) -> Claim { claims[id.index] }
    @inlinable public subscript(id: ID<Dispute>) -> Dispute { disputes[id.index] }
    @inlinable public subscript(id: ID<Scale>) -> Scale { scales[id.index] }
    @inlinable public subscript(id: ID<Choice>) -> Choice { choices[id.index] }
    @inlinable public subscript(id: ID<Section>) -> Section { sections[id.index] }
    @inlinable public subscript(id: ID<Diagnostic>) -> Diagnostic { diagnostics[id.index] }
    @inlinable public subscript(id: ID<Collection>) -> Collection { collections[id.index] }
    @inlinable public subscript(id: ID<Attribute>) -> Attribute { attributes[id.index] }
    @inlinable public subscript(id: ID<Concept>) -> Concept { concepts[id.index] }
    @inlinable public subscript(id: ID<Classification>) -> Classification { classifications[id.index] }
    @inlinable public subscript(id: ID<Criterion>) -> Criterion { criteria[id.index] }
    @inlinable public subscript(id: ID<Lens>) -> Lens { lenses[id.index] }
    @inlinable public subscript(id: ID<Actor>) -> Actor { actors[id.index] }
    @inlinable public subscript(id: ID<Role>) -> Role { roles[id.index] }
    @inlinable public subscript(id: ID<Indicator>) -> Indicator { indicators[id.index] }
    @inlinable public subscript(id: ID<PackageAttribute>) -> PackageAttribute { packageAttributes[id.index] }
    @inlinable public subscript(id: ID<Package>) -> Package { packages[id.index] }
    @inlinable public subscript(id: ID<Measure>) -> Measure { measures[id.index] }
    @inlinable public subscript(id: ID<Rule>) -> Rule { rules[id.index] }
    @inlinable public subscript(id: ID<Misconception>) -> Misconception { misconceptions[id.index] }
    @inlinable public subscript(id: ID<Report>) -> Report { reports[id.index] }

    /// Every value a reading of a type can take.
    public func domain(of type: ValueType) -> ValueSet {
        switch type {
        case .yesNo: .yesOrNo
        case .count, .money, .duration: .runs([.fromZero])
        case .percent: .ticks(0, 1_000_000)
        case .number, .date: .runs([.unbounded])
        case .scale(let scale): .members(RuleBase.mask(count: self[scale].values.count))
        case .choice(let choice): .members(RuleBase.mask(count: self[choice].values.count))
        case .text: .texts(nil)
        }
    }

    /// The lowest `count` bits set; a list longer than 64 values is refused when built.
    public static func mask(count: Int) -> UInt64 {
        count >= 64 ? .max : (1 << UInt64(max(0, count))) - 1
    }
}
