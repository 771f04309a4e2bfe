import Inference
import RuleModel

/// Asks of a rule base what no single case shows: what can never be, what always is, what contradicts.
///
///     let report = RuleAnalysis(compiled, cases: cases).report()
///     report.faults            // each with a cluster that shows it
///     report.tallies           // what was asked, how often, and what could not be decided
///
/// Every answer holds over chained rules and all clusters there can be, as far as `SearchScope` says;
/// no fault is told that the reference evaluator does not confirm.
public struct RuleAnalysis: Sendable {
    let compiled: CompiledRules
    let search: FaultSearch
    let maker: WitnessMaker
    let meant: Deferred<MeantContests>
    var rules: RuleBase { compiled.rules }

    /// What is asked about; everything unless said.
    public var package: ID<Package>?
    public var rule: ID<Rule>?

    /// What the files let stand.
    public var allowances = FaultAllowances()

    /// - Parameters:
    ///   - compiled: Of a sound rule base, with its tests if what they expect is to count.
    ///   - cases: For what they expect.
    public init(_ compiled: CompiledRules, cases: [ClusterCase] = []) {
        self.compiled = compiled
        meant = Deferred { MeantContests(compiled, cases) }
        search = FaultSearch(compiled)
        maker = WitnessMaker(compiled: compiled)
    }

    /// - Parameter sharing: Who works on it; what comes of it is the same.
    public func report(
        on questions: Set<FaultQuestion> = Set(FaultQuestion.allCases),
        sharing: some WorkSharing = SingleHanded()
    ) -> FaultReport {
        var report = FaultReport()
        // Which rules and packages can ever be is asked first: the rest is asked of those alone.
        var life = Life()
        for (found, dead) in sharing.map(
            rules.rules.indices.map { ID($0) },
            { rule in
                var part = FaultReport()
                let isDead = findDeadRule(rule, &part, isTold: questions)
                return (part, isDead ? rule : nil)
            })
        {
            report.add(found)
            if let dead { life.dead.insert(dead) }
        }
        for found in sharing.map(
            pieces(questions),
            { [life] piece in
                var part = FaultReport()
                piece(&part, life)
                return part
            })
        { report.add(found) }
        report.faults = FaultQuestion.allCases.flatMap { question in
            report.faults.filter { $0.matter.question == question }
        }
        report.tallies = report.tallies.filter { questions.contains($0.question) }
        report.allow(allowances, rules, isWhole: rule == nil && package == nil)
        return report
    }

    private typealias Piece = @Sendable (inout FaultReport, Life) -> Void

    /// What is asked besides, in pieces that know nothing of each other; what takes longest comes first.
    private func pieces(_ questions: Set<FaultQuestion>) -> [Piece] {
        var pieces: [Piece] = []
        if questions.contains(.gaps) { pieces += gapPieces }
        if !questions.isDisjoint(with: [.contradictions, .opposedClaims]) {
            pieces += rules.packages.indices.map { package in
                { findContradictions(ID(package), &$0, $1, isTold: questions) }
            }
        }
        if questions.contains(.contestedKinds) { pieces.append { findContestedKinds(&$0, $1) } }
        if questions.contains(.redundantRules) { pieces.append { findRedundantRules(&$0, $1) } }
        if questions.contains(.idleConditions) {
            pieces += rules.rules.indices.map { rule in { findIdleConditions(ID(rule), &$0, $1) } }
        }
        if questions.contains(.deadPackages) { pieces.append { findDeadPackages(&$0, $1) } }
        if questions.contains(.holes) { pieces.append { findHoles(&$0, $1) } }
        if questions.contains(.cycles) { pieces.append { findCycles(&$0, $1) } }
        return pieces
    }

    /// Which rules can fire at all, as far as that was decided.
    struct Life: Sendable {
        var dead: Set<ID<Rule>> = []
    }

    /// Whether a rule is among those asked about.
    func isAsked(_ rule: ID<Rule>) -> Bool {
        if let asked = self.rule { return rule == asked }
        guard let package else { return true }
        return rules[rule].conclusions.contains { $0.isAbout(package) }
    }

    func isAsked(_ package: ID<Package>) -> Bool {
        if let rule { return rules[rule].conclusions.contains { $0.isAbout(package) } }
        return self.package.map { $0 == package } ?? true
    }
}

/// What an analysis found, and what it asked.
public struct FaultReport: Sendable {
    public internal(set) var faults: [RuleFault] = []
    public internal(set) var tallies: [QuestionTally] = FaultQuestion.allCases.map(QuestionTally.init)
    /// What the files allow and nothing was found of.
    public internal(set) var unusedAllowances: [FaultAllowance] = []

    /// Those that nothing says are meant, and no file lets stand.
    public var unexpected: [RuleFault] { faults.filter { !$0.isKnown && $0.allowance == nil } }
    /// Those that a file lets stand.
    public var allowed: [RuleFault] { faults.filter { $0.allowance != nil } }

    mutating func ask(_ question: FaultQuestion) { change(question) { $0.asked += 1 } }

    mutating func doubt(_ question: FaultQuestion, _ about: [FaultSubject], _ doubt: CircuitSolver.Doubt) {
        change(question) { $0.undecided.append(QuestionTally.Undecided(about: about, doubt: doubt)) }
    }

    /// Takes in what was found, if there is a witness; else the question stays undecided.
    mutating func find(
        _ question: FaultQuestion, _ matter: RuleFault.Matter, _ about: [FaultSubject],
        _ witness: FaultWitness?, _ scope: SearchScope = SearchScope(), isKnown: Bool = false
    ) {
        guard let witness else { return doubt(question, about, .unconfirmed) }
        faults.append(RuleFault(matter: matter, witness: witness, scope: scope, isKnown: isKnown))
        change(question) {
            $0.found += 1
            if isKnown { $0.known += 1 }
        }
    }

    /// Takes in what was found elsewhere.
    mutating func add(_ other: FaultReport) {
        faults += other.faults
        for tally in other.tallies {
            change(tally.question) {
                $0.asked += tally.asked
                $0.found += tally.found
                $0.known += tally.known
                $0.undecided += tally.undecided
            }
        }
    }

    /// Marks what the files let stand.
    ///
    /// - Parameter isWhole: Whether the questions were asked of all rules, so that what has found nothing is of
    ///   no use.
    fileprivate mutating func allow(_ allowances: FaultAllowances, _ rules: RuleBase, isWhole: Bool) {
        var unused = allowances.all
        for place in faults.indices where !faults[place].isKnown {
            let covering = allowances.all.filter { $0.covers(faults[place].matter, in: rules) }
            guard let first = covering.first else { continue }
            faults[place].allowance = first
            change(first.question) { $0.allowed += 1 }
            unused.removeAll { covering.contains($0) }
        }
        let asked = Set(tallies.map(\.question))
        unusedAllowances = isWhole ? unused.filter { asked.contains($0.question) } : []
    }

    private mutating func change(_ question: FaultQuestion, _ body: (inout QuestionTally) -> Void) {
        guard let place = tallies.firstIndex(where: { $0.question == question }) else { return }
        body(&tallies[place])
    }
}

extension Conclusion {
    /// Whether it says something of a package by name.
    func isAbout(_ package: ID<Package>) -> Bool {
        let named = PackageReference.package(package)
        switch self {
        case .recommend(let reference, _), .adviseAgainst(let reference, _),
            .caution(.package(let reference)), .require(_, before: let reference),
            .withdraw(let reference, jointlyWith: _), .assign(_, of: let reference, to: _):
            return reference == named
        case .sequence(let first, before: let second), .prefer(let first, over: let second):
            return first == named || second == named
        case .choose(_, _, of: let options): return options.contains(named)
        case .concept, .classification, .caution: return false
        }
    }

    /// The packages it recommends by name.
    var recommended: [ID<Package>] {
        switch self {
        case .recommend(.package(let package), _): return [package]
        case .choose(_, _, of: let options):
            return options.compactMap { if case .package(let package) = $0 { package } else { nil } }
        default: return []
        }
    }
}
