import RuleModel

/// A generated rule base, and the plan by which it is stratified.
public struct GeneratedRules: Sendable {
    public var rules: RuleBase
    public var levels: Levels
}

/// Which derived things may rest on which: `not` and its kin only ever look down.
///
/// The generator assigns the levels before it writes a rule, so that what it
/// writes is stratified by construction and no check is trusted to say so.
public struct Levels: Sendable {
    public var concepts: [Int]
    public var classifications: [Int]
    /// All packages share one level, since a rule may recommend through a variable.
    public var recommendation: Int
    public var highest: Int { max(recommendation, (concepts + classifications).max() ?? 0) }

    /// The level of conclusions that no condition can ask about.
    public static let unasked = 99

    /// The level a conclusion stands on.
    public func level(of conclusion: Conclusion) -> Int {
        switch conclusion {
        case .concept(let concept, _): concepts[concept.index]
        case .classification(let classification, _, _): classifications[classification.index]
        case .recommend, .choose: recommendation
        default: Levels.unasked
        }
    }
}

/// Writes a well-typed, stratified rule base over the whole language from a seed.
///
///     let generated = RuleBaseGenerator(seed: 7, size: .small).generate()
///
/// Names sort in the order of their tables, variables are unique within their
/// rule, and nothing is said that the notation cannot spell: so the result is
/// also what its own printing must be read back as.
public struct RuleBaseGenerator {
    var random: SeededGenerator
    let size: GenerationSize
    var rules = RuleBase()
    var levels = Levels(concepts: [], classifications: [], recommendation: 2)
    /// The next variable of the rule being written.
    var nextVariable = 0

    public init(seed: UInt64, size: GenerationSize) {
        random = SeededGenerator(seed: seed)
        self.size = size
    }

    /// Writes vocabulary, packages, rules and reports, in this order.
    public consuming func generate() -> GeneratedRules {
        var writer = self
        writer.addLiterature()
        writer.addValueLists()
        writer.addMeasurements()
        writer.addNotions()
        writer.addPeople()
        writer.addPackages()
        writer.addRules()
        writer.addReports()
        writer.addMisconceptions()
        return GeneratedRules(rules: writer.rules, levels: writer.levels)
    }

    /// `idea-03`: names of one kind sort by number.
    func name(_ stem: String, _ number: Int) -> String {
        number < 10 ? "\(stem)-0\(number)" : "\(stem)-\(number)"
    }

    func ids<Declared>(_ table: [Declared]) -> [ID<Declared>] { table.indices.map { ID($0) } }

    /// One or two claims, or none.
    mutating func someClaims() -> [ID<Claim>] {
        random.chance(60) ? random.sample(random.number(in: 1...2), of: ids(rules.claims)) : []
    }

    mutating func draw(_ draw: (ValueGenerator, inout SeededGenerator) -> ValueSet) -> ValueSet {
        draw(ValueGenerator(rules: rules), &random)
    }

    mutating func values(_ type: ValueType) -> ValueSet { draw { $0.values(type, &$1) } }
    mutating func exact(_ type: ValueType) -> ValueSet { draw { $0.exact(type, &$1) } }
}
