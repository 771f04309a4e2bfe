import Inference
import RuleModel

extension ProofReading {
    /// The rules that did not reach the root's fact, nearest first, with what blocks each.
    func misses(in proof: Proof) -> [Miss] {
        let misses = proof.blockedApplications().map { blocked in
            Miss(
                reason: Reason(rule: blocked.rule, assignment: blocked.assignment, verdict: blocked.verdict),
                obstacles: blocked.blockers.compactMap { obstacle($0, of: blocked.rule, in: proof) })
        }
        // Nearest means: the best verdict, then the fewest blockers. The proof's own order breaks ties.
        return misses.enumerated().sorted { one, other in
            let (mine, theirs) = (one.element, other.element)
            if mine.reason.verdict != theirs.reason.verdict {
                return mine.reason.verdict > theirs.reason.verdict
            }
            if mine.obstacles.count != theirs.obstacles.count {
                return mine.obstacles.count < theirs.obstacles.count
            }
            return one.offset < other.offset
        }.map(\.element)
    }

    /// A blocker that stands by itself, its proof left behind.
    private func obstacle(_ found: Blocker, of rule: ID<Rule>, in proof: Proof) -> Obstacle? {
        guard proof.steps.indices.contains(found.step),
            case .condition(let step) = proof.steps[found.step].content
        else { return nil }
        let verdict = proof.steps[found.step].verdict
        var figures: [Figure] = []
        if case .figures(let read) = step.grounds { figures = read }
        let kind = kind(of: found.hindrance, rule)
        // What has to fail is put as its opposite, so that an obstacle always names what is needed;
        // an exception is named as its author wrote it.
        let isMirrored = if case .exception = kind { false } else { !found.mustHold }
        return Obstacle(
            kind: kind, condition: isMirrored ? .not(step.condition) : step.condition,
            assignment: step.assignment, stage: step.stage, verdict: isMirrored ? verdict.negated : verdict,
            figures: figures, asks: asks(in: proof, from: [found.step]))
    }

    private func kind(of hindrance: Blocker.Hindrance, _ rule: ID<Rule>) -> Obstacle.Kind {
        switch hindrance {
        case .isFalse, .presumed: return .fails
        case .unknown: return .unknown
        case .defeatedByException(let place), .presumablyDefeated(let place):
            let exceptions = rules[rule].exceptions
            return .exception(
                presumption: exceptions.indices.contains(place) ? exceptions[place].presumption : "")
        }
    }
}

extension [Miss] {
    /// Everything that could be asked, each once, in the order of the obstacles.
    var asks: [ReadingPlace] {
        var seen: Set<ReadingPlace> = []
        return flatMap { $0.obstacles.flatMap(\.asks) }.filter { seen.insert($0).inserted }
    }
}
