import Inference
import RuleModel
import Workload

/// An evaluator as the benchmarks and the peers measure it.
///
/// What stands outside of an evaluation in use, such as reading the model's dictionaries into the
/// engine's own form, is done by the `load` functions and measured apart. The numbers that functions
/// give are sums over all they worked out, so that none of it is optimised away and two engines can be
/// compared at a glance.
public protocol Engine: AnyObject {
    static var name: String { get }

    /// Makes rules ready for any number of cases: what `compile` measures.
    init(rules: RuleBase)

    /// Keeps cases in the engine's own form, in place of those kept before.
    func load(_ situations: [Situation])
    /// Every verdict of a loaded case: the sum of their ranks.
    func evaluate(_ place: Int) -> Int
    /// The verdicts of some facts of a loaded case.
    func verdicts(of facts: [Fact], _ place: Int) -> [Verdict]

    /// Every verdict, kept with what a proof of any of them needs.
    func evaluateForProofs(_ place: Int) -> Int
    /// Every verdict with the proof of each, in the form in which the engine keeps proofs: how many parts.
    func proveAll(_ place: Int) -> Int
    /// The whole proof of one fact of the case last evaluated for proofs.
    func prove(_ fact: Fact) -> Int

    /// Takes a loaded case as the one that `change` works on.
    func start(_ place: Int)
    /// Gives the case started with another reading, or none, and brings every verdict up to date: the
    /// rank of one of them, since looking at all would be most of the work.
    func change(_ diagnostic: ID<Diagnostic>, to reading: Reading?) -> Int

    /// Keeps a table of cases in the engine's own form, in place of the one kept before.
    func load(_ cases: CaseColumns)
    /// Works out some facts in every case of the table, into columns of the engine's own form: the sum of
    /// the ranks that the first case has.
    ///
    /// - Parameter threads: At most so many; the columns are the same for any number.
    func evaluateTable(of facts: [Fact], threads: Int) -> Int
    /// What was last worked out of the table as bytes, from 0 for no to 4 for yes: a row to a fact.
    func tableRanks() -> [[UInt8]]
    /// Whether a table of a million cases is a matter of seconds.
    static var isForTables: Bool { get }
}

/// Every engine there is, the oracle first. Another one is put in here, and nowhere else.
public var engines: [any Engine.Type] { [ReferenceEngine.self, CompiledEngine.self] }

extension Verdict {
    /// From 0 for no to 4 for yes.
    public var rank: Int { rawValue + 2 }
}
