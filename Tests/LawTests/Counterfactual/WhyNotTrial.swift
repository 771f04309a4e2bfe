import Generation
import Inference
import RuleModel

@testable import Advice

/// Repairs exactly what the why-not of a package names, and sees whether the package is recommended then.
///
/// What it names may be readings of this stage; that there are members, or no more of them, than the case
/// names; and what the stage before says. It is tried in this order, until something does it.
struct WhyNotTrial {
    enum Outcome: Hashable {
        case recommendedAlready
        /// No rule recommends it in any case.
        case withoutRule
        case repaired
        /// What is asked cannot hold together.
        case impossible
        /// What it names undoes something else that holds now; asked again, it names what that takes.
        case conflict
        case unsettled
        case breach(String)
    }

    let rules: RuleBase
    let compiled: CompiledRules
    let package: ID<Package>
    /// The most values that are tried for one search.
    var most = 2_000

    func outcome(_ evaluation: CompiledEvaluation) -> Outcome {
        if evaluation.verdict(of: .recommended(package)).holds { return .recommendedAlready }
        var isUnsettled = false
        // Each is worked out once the ones before have not done it.
        let now = evaluation.history
        let suppositions: [() -> [[Situation]]] = [
            { [now] }, { members(now) }, { pasts(now).flatMap { [$0] + members($0) } },
        ]
        for history in suppositions.lazy.flatMap({ $0() }) {
            let supposed = CompiledEvaluation(compiled, history: history)
            var repair = BlockerRepair(supposed, package, most: most)
            switch repair.outcome() {
            case .repaired(let last):
                // By the evaluator that knows nothing of levers.
                let anew = ReferenceEvaluation(rules: rules, history: history.dropLast() + [last])
                return anew.verdict(of: .recommended(package)).holds
                    ? .repaired : .breach("what blocks it holds, and it is not recommended")
            case .missed(let told, let places):
                let rest = blocked(history.dropLast() + [told]).places
                return Set(places).isSubset(of: rest)
                    ? .conflict : .breach("it needs \(places), which the why-not does not name")
            case .unsettled: isUnsettled = true
            case .impossible: break
            }
        }
        if isUnsettled { return .unsettled }
        return rules.recommends(package) ? .impossible : .withoutRule
    }

    /// More members where the case does not say that it lists all, and the word that it does.
    private func members(_ history: [Situation]) -> [[Situation]] {
        let blocked = blocked(history)
        guard !blocked.openCollections.isEmpty, let last = history.last else { return [] }
        return [(1, false), (0, true), (1, true), (2, false), (3, false), (2, true), (3, true)].map {
            history.dropLast() + [
                last.adding($0.0, to: blocked.openCollections, closing: $0.1, in: rules)
            ]
        }
    }

    /// What the stage before may have been: each reading in the middle of its values, and each in turn at
    /// the others.
    private func pasts(_ now: [Situation]) -> [[Situation]] {
        var history = now
        var blocked = blocked(now)
        if blocked.lacksPast {
            history = [Situation(stageName: "before")] + now
            blocked = self.blocked(history)
        }
        guard !blocked.past.isEmpty, history.count > 1 else { return [] }
        let cells = AnswerCells(rules, history: history.dropLast())
        var middle = history
        var others: [[Situation]] = []
        for place in blocked.past.sorted(by: ReadingPlace.order) {
            middle[history.count - 2].tell(Reading(possible: cells.domain(of: place).middle), at: place)
        }
        for place in blocked.past.sorted(by: ReadingPlace.order) {
            for cell in cells.cells(at: place) {
                var other = middle
                other[history.count - 2].tell(Reading(possible: cell), at: place)
                others.append(other)
            }
        }
        return [middle] + others
    }

    private func blocked(_ history: [Situation]) -> BlockedReadings {
        BlockedReadings(of: .recommended(package), in: CompiledEvaluation(compiled, history: history))
    }
}

extension RuleBase {
    fileprivate func recommends(_ package: ID<Package>) -> Bool {
        rules.contains { rule in
            rule.conclusions.contains {
                switch $0 {
                case .recommend(.package(let named), _): named == package
                case .recommend(.variable, _): true
                default: false
                }
            }
        }
    }
}

extension ValueSet {
    /// One value with others on either side, where there are some.
    fileprivate var middle: ValueSet {
        switch self {
        case .members(let mask):
            let bits = (0..<64).map { UInt64(1) << UInt64($0) }.filter { mask & $0 != 0 }
            return bits.isEmpty ? self : .members(bits[bits.count / 2])
        case .runs(let runs):
            guard let run = runs.first else { return self }
            let lower = max(run.lower, -1_000_000)
            let upper = max(lower, min(run.upper, 1_000_000))
            return .ticks(lower + (upper - lower) / 2, lower + (upper - lower) / 2)
        case .texts: return self
        }
    }
}
