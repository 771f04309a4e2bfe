import Notation

/// The state of building: what is declared, what has been built of it, what was complained about.
///
/// Its parts stand by theme in the extensions beside this file.
struct Builder {
    let declarations: Declarations
    let sharing: any WorkSharing
    let names: Names
    var rules: RuleBase
    var findings: [Finding] = []
    /// What rules, packages and reports made use of.
    var usage = Usage()
    /// Measured things whose type could not be read: what is said of them is let pass.
    var untyped: Set<Measured> = []
    /// Numbers that claims state, by claim.
    var figures: [[Figure]] = []
    /// Where the rows of tables stand that became rules, by name.
    var rowPlaces: [String: Place] = [:]
    /// The claims that the thresholds being read may rest on; `nil` where thresholds need no grounds.
    var claimsForThresholds: [ID<Claim>]?
    /// Whether nothing is wrong with the rules, so that thresholds need not be looked at for their grounds.
    var isKnownSound = false
    /// The case or test being built.
    var caseAtHand: SyntaxNode?
    /// The names of the members that it tells of, by collection, once something asks for them.
    var toldMembers: [Int: Set<String>]?
    /// Where the rules stand. Cases and tests ask, when all rules are built.
    var rulePlaces: Deferred<NamePlaces>
    /// Letters of the rule being built that stand for nothing: told once.
    var toldFree: Set<String> = []
    /// Values that stand behind their reading without `is`: not readings themselves.
    var valuesWithoutIs: Set<Place> = []
    /// Claims that state as a fraction what rules cite them for as a percentage, with that of the first rule.
    var claimsToldAsFractions: [Int: Int64] = [:]
    /// The next variable of the rule being built.
    var nextVariable = 0
    /// The line last asked for: what is built next stands mostly near it.
    private var line = 1
    /// Where the parser complained, by file; files without complaints are not in it.
    private let faults: [ObjectIdentifier: [Int]]

    /// - Parameter rules: An existing rule base to build cases against; `nil` to build one.
    init(
        files: [ParsedFile], declarations: Declarations, rules: RuleBase? = nil, sharing: any WorkSharing
    ) {
        self.declarations = declarations
        self.sharing = sharing
        self.rules = rules ?? RuleBase()
        rulePlaces = Deferred { [rules = rules?.rules ?? []] in NamePlaces(rules) }
        names = rules.map { Names($0, cases: declarations) } ?? declarations.names
        var faults: [ObjectIdentifier: [Int]] = [:]
        for file in files {
            let places = file.findings.filter { $0.severity == .error }.compactMap { $0.place?.start }
            if !places.isEmpty { faults[ObjectIdentifier(file.tree)] = places.sorted() }
        }
        self.faults = faults
    }

    // MARK: Places

    mutating func origin(_ token: SyntaxToken) -> Origin {
        origin(token.tree, Int(token.tree.tokens[token.index].start))
    }

    mutating func origin(_ node: SyntaxNode) -> Origin { origin(node.tree, node.range.lowerBound) }

    private mutating func origin(_ tree: SyntaxTree, _ offset: Int) -> Origin {
        let position = tree.lines.position(of: offset, near: &line)
        return Origin(file: tree.fileName, line: position.line, column: position.column)
    }

    /// Whether the parser complained about something in a node, so that parts of it may be missing.
    ///
    /// What is absent from such a node is not complained about again, and a rule with a fault in it
    /// is checked but left out: nobody knows what it was meant to say.
    func isBroken(_ node: SyntaxNode) -> Bool {
        guard !faults.isEmpty, let faults = faults[ObjectIdentifier(node.tree)] else { return false }
        let range = node.range
        var low = 0, high = faults.count
        while low < high {
            let middle = (low + high) / 2
            if faults[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < faults.count && faults[low] <= range.upperBound
    }

    // MARK: Complaining

    mutating func report(
        _ code: String, _ message: String, at place: Place, _ severity: Finding.Severity = .error,
        label: String = "",
        notes: [Finding.Note] = [], help: [String] = [], suggestion: Finding.Suggestion? = nil
    ) {
        findings.append(
            Finding(
                code: code, severity: severity, message: message, place: place, label: label, notes: notes,
                help: help,
                suggestion: suggestion))
    }
}

/// A thing that has a type and readings.
enum Measured: Hashable {
    case diagnostic(Int), attribute(Int), packageAttribute(Int)
}

/// What something in the rules made use of: the basis of findings about things nobody uses.
struct Usage {
    var claims = IndexSet()
    var diagnostics = IndexSet()
    var packages = IndexSet()
    /// Attributes that something sums, so that members' shares are parts of one whole.
    var summed = IndexSet()
    /// A rule recommends, chooses or advises against whatever its variable stands for.
    var advisesAnyPackage = false

    mutating func formUnion(_ other: Usage) {
        claims.formUnion(other.claims)
        diagnostics.formUnion(other.diagnostics)
        packages.formUnion(other.packages)
        summed.formUnion(other.summed)
        advisesAnyPackage = advisesAnyPackage || other.advisesAnyPackage
    }
}

/// Places of tables.
struct IndexSet {
    private var isIn: [Bool] = []

    var isEmpty: Bool { isIn.isEmpty }

    func contains(_ index: Int) -> Bool { index < isIn.count && isIn[index] }

    mutating func insert(_ index: Int) {
        if index >= isIn.count { isIn += repeatElement(false, count: index + 1 - isIn.count) }
        isIn[index] = true
    }

    mutating func formUnion(_ other: IndexSet) {
        for index in other.isIn.indices where other.isIn[index] { insert(index) }
    }
}
