import RuleModel

/// What became of mutants, with why the survivors survived.
public struct MutationReport: Sendable {
    public struct Result: Sendable {
        public var mutant: Mutant
        public var fate: Fate
        /// Of a survivor.
        public var survival: Survival?

        public init(mutant: Mutant, fate: Fate, survival: Survival? = nil) {
            self.mutant = mutant
            self.fate = fate
            self.survival = survival
        }
    }

    public let rules: RuleBase
    public let results: [Result]
    /// How many mutants there are in all, where only a sample of them was tried.
    public let sampledFrom: Int?

    public init(_ rules: RuleBase, _ results: [Result], sampledFrom: Int? = nil) {
        self.rules = rules
        self.results = results
        self.sampledFrom = sampledFrom
    }

    /// How many mutants there were, and what became of them.
    public struct Tally: Hashable, Sendable {
        public var all = 0
        public var killed = 0
        /// That no case could tell from the rule; they count neither for nor against the tests.
        public var equivalent = 0
        public var survived = 0

        /// In thousandths; `nil` where there is nothing to kill.
        public var perMille: Int? { killed + survived == 0 ? nil : killed * 1000 / (killed + survived) }

        mutating func count(_ result: Result) {
            all += 1
            if result.fate != .survived {
                killed += 1
            } else if result.survival?.isEquivalent ?? false {
                equivalent += 1
            } else {
                survived += 1
            }
        }
    }

    public var tally: Tally { tally { _ in true } }
    public func tally(_ kind: Mutant.Kind) -> Tally { tally { $0.kind == kind } }
    public func tally(file: String) -> Tally { tally { rules[$0.rule].origin.file == file } }

    /// Files with mutants, in order of name.
    public var files: [String] { Set(results.map { rules[$0.mutant.rule].origin.file }).sorted() }

    private func tally(_ isMeant: (Mutant) -> Bool) -> Tally {
        var tally = Tally()
        for result in results where isMeant(result.mutant) { tally.count(result) }
        return tally
    }

    /// Survivors that are no equivalents, in the order of the files.
    public var survivors: [Result] {
        results.filter {
            $0.fate == .survived && !($0.survival?.isEquivalent ?? false)
        }
    }

    public var equivalents: [Result] {
        results.filter { $0.survival?.isEquivalent ?? false }
    }
}
