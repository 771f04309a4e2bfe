import Inference
import RuleModel

/// What it would take for a package to be advised, or to be so no longer.
public struct RepairAnswer: Hashable, Sendable {
    public var package: ID<Package>
    /// Whether it is to be advised, or to stop.
    public var toStand: Bool
    /// It is so already.
    public var isSo: Bool
    /// The smallest sets of readings first; none contains another.
    public var repairs: [Repair]
    /// Every set of at most this many readings has been considered.
    public var completeUpTo: Int
    /// The search ended at the limit of evaluations, before the size asked for.
    public var isCutShort: Bool
    /// There are none besides, of whatever size.
    public var isComplete: Bool
    /// Readings that could be otherwise and on which the package hangs.
    public var readings: Int
    /// How many times a case was evaluated.
    public var evaluations: Int

    /// How many readings the smallest sets have.
    public var smallest: Int? { repairs.map(\.parts.count).min() }
}

/// Readings that, had they these values, would do it together: no one of them can be left out.
public struct Repair: Hashable, Sendable {
    /// In order of place.
    public var parts: [Part]

    public struct Part: Hashable, Sendable {
        public var place: ReadingPlace
        /// Each of them does.
        public var values: ValueSet
        public var kind: Kind
        /// Who could bring it about; nobody is named for what moves by itself.
        public var changedBy: [ID<Actor>]
    }

    public enum Kind: Int, Hashable, Sendable, Comparable, CaseIterable {
        /// It is not known to be otherwise, and could be found out.
        case findOut
        /// It is known to be otherwise, and would have to change.
        case change
        public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    /// Whether it is all a matter of finding out.
    public var isFindingOut: Bool { parts.allSatisfy { $0.kind == .findOut } }
}

/// How much is tried before a search ends undecided.
public struct RepairLimits: Hashable, Sendable {
    public var size: Int
    public var evaluations: Int
    public init(size: Int = 5, evaluations: Int = 20_000) {
        self.size = size
        self.evaluations = evaluations
    }
}

/// The smallest sets of readings that would make a package be advised, or no longer.
///
/// Advised means that it stands, for sure or provisionally, and that nothing advises against it; what
/// a choice or a preference does to it is left out of account. Readings change to values that the rules
/// tell apart, and only what is declared to change. Quantities that are added up or compared with each
/// other are tried as far as the rules' own bounds part them.
public func repair(
    _ request: AdviceRequest, _ evaluation: any Evaluation, _ package: ID<Package>, toStand: Bool,
    limits: RepairLimits = RepairLimits()
) -> RepairAnswer {
    var search = RepairSearch(
        request, request.compiled(evaluation), package, toStand: toStand, limits: limits)
    return search.answer()
}

extension AdviceRequest {
    /// The evaluation on a network of its own, which searching goes over.
    func compiled(_ evaluation: any Evaluation) -> CompiledEvaluation {
        evaluation as? CompiledEvaluation
            ?? CompiledEvaluation(CompiledRules(rules), history: history, excluding: excludedRules)
    }
}
