import RuleModel
import Synchronization

/// A rule base made ready to be evaluated many times.
///
/// What depends on the rules alone is worked out once: conditions are taken apart, domains cut into
/// cells, strata ordered. What depends on how many members a case has is worked out once for each
/// such shape and kept, so that evaluating another case of the same shape is a walk over a network.
///
///     let compiled = CompiledRules(rules)
///     let evaluation = CompiledEvaluation(compiled, history: [before, now])
///
/// It may be shared between threads. Making one is linear in the size of the rules; making a shape's
/// network is linear in the number of rule applications, so that a rule that ranges over packages in
/// two variables costs the square of their number.
public final class CompiledRules: Sendable {
    public let rules: RuleBase
    let readings: ReadingCells
    /// Made when it is first wanted: on a network that was kept, only proofs want it.
    var numbered: NumberedConditions { deferredNumbered.value }
    private let deferredNumbered: Deferred<NumberedConditions>
    var catalogue: Catalogue { numbered.catalogue }
    /// Made when it is first wanted: a network that was kept wants none.
    var strata: Strata { deferredStrata.value }
    private let deferredStrata: Deferred<Strata>
    /// What each rule asks, for trying rules one by one; made when that is first wanted.
    var asked: [AskedPhrases] { deferredAsked.value }
    private let deferredAsked: Deferred<[AskedPhrases]>
    private let programs = Mutex<[ProgramKey: Program]>([:])
    private let kept: KeptNetworks?

    private struct ProgramKey: Hashable {
        var shape: Shape
        var excluding: Set<ID<Rule>>

        /// What a network is kept as.
        var name: [UInt8] {
            var writer = ByteWriter()
            writer.write(lists: shape.parents)
            writer.write(list: excluding.map { Int32($0.index) }.sorted())
            return writer.bytes
        }
    }

    /// Networks that were made of the very same rules by the same program, in bytes, by name.
    public typealias KeptNetworks = @Sendable (_ name: [UInt8]) -> [UInt8]?

    /// - Parameter kept: Where networks may be found that need not be made once more. What is no such
    ///   thing is passed over.
    public init(_ rules: RuleBase, kept: KeptNetworks? = nil) {
        self.rules = rules
        self.kept = kept
        readings = ReadingCells(rules)
        let numbered = Deferred { NumberedConditions(rules) }
        deferredNumbered = numbered
        deferredStrata = Deferred { Strata(rules) }
        deferredAsked = Deferred {
            zip(numbered.value.parts, rules.rules).map {
                AskedPhrases($0, of: $1, in: numbered.value.catalogue)
            }
        }
    }

    /// Takes the conditions apart now, for whoever has a hand free before proofs are wanted.
    public func numberConditions() { _ = numbered }

    /// The network of a shape, made at the first asking.
    func program(for shape: Shape, excluding: Set<ID<Rule>>) -> Program {
        let key = ProgramKey(shape: shape, excluding: excluding)
        if let known = programs.withLock({ $0[key] }) { return known }
        // Made outside the lock: two threads may make the same one, and either will do.
        let program =
            kept.flatMap { $0(key.name) }.flatMap { Program($0, shape: shape, readings) }
            ?? Compilation.program(of: self, shape: shape, excluding: excluding)
        return programs.withLock { known in
            if let other = known[key] { return other }
            known[key] = program
            return program
        }
    }

    /// Lets go of all networks where there are more than so many: who meets case after case of ever new
    /// shapes would hold them all.
    public func forgetNetworks(beyond limit: Int) {
        programs.withLock { programs in
            if programs.count > limit { programs = [:] }
        }
    }

    /// The networks made so far, to be kept for another time.
    public var networks: [(name: [UInt8], bytes: [UInt8])] {
        programs.withLock { $0 }.filter { !$1.isKept }.map { ($0.name, $1.bytes) }
    }
}
