import Advice
import RuleModel

/// What was done at a stage, beside what the rules advise.
public struct HistoryBeside: Hashable, Sendable {
    public struct Deed: Hashable, Sendable {
        public var deed: Stage.Deed
        /// What the rules say of it, where it was one of the packages.
        public var judgement: Judgement?
    }
    public var deeds: [Deed]
    public var outcomes: [Stage.Outcome]
    /// Advised, and not among what the documents tell was done; none where they tell of no deed.
    public var notDone: [ID<Package>]

    /// Deeds that the rules do not advise.
    public var againstAdvice: [Deed] {
        deeds.filter { deed in deed.judgement.map { !$0.isAdvised && !$0.isUnsettled } ?? false }
    }
}

extension Moment {
    public var historyBeside: HistoryBeside {
        let deeds = (told?.deeds ?? []).map { deed in
            HistoryBeside.Deed(deed: deed, judgement: deed.package.map { judgement(of: $0) })
        }
        let done = Set(deeds.compactMap(\.deed.package))
        return HistoryBeside(
            deeds: deeds, outcomes: told?.outcomes ?? [],
            notDone: deeds.isEmpty ? [] : answer.entries.map(\.package).filter { !done.contains($0) })
    }
}
