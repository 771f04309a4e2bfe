import Inference
import RuleModel

/// What stands between a rule and its conclusion, in one line per hindrance.
struct BlockerLines {
    let proof: Proof
    let phraser: Phraser

    func blocks(_ blocked: BlockedApplication) -> [Document.Block] {
        guard !blocked.blockers.isEmpty else { return [] }
        let head = "held back by \(counted(blocked.blockers.count, "condition")): "
        return [.paragraph(.strong(head) + blocked.blockers.map(prose).joined(by: "; "))]
    }

    /// Each hindrance as part of a sentence: `trust at least some, which is not known`.
    func inWords(_ blocked: BlockedApplication) -> [Prose] {
        blocked.blockers.map { Prose("“\(phrase($0.step))”, ") + Prose(relative($0)) }
    }

    private func relative(_ blocker: Blocker) -> String {
        switch blocker.hindrance {
        case .isFalse: blocker.mustHold ? "which is false" : "which holds, though it must not"
        case .unknown: "which is not known"
        case .presumed:
            blocker.mustHold ? "which is presumably false" : "which presumably holds, though it must not"
        case .defeatedByException: "an exception that holds"
        case .presumablyDefeated: "an exception that presumably holds"
        }
    }

    private func prose(_ blocker: Blocker) -> Prose {
        let words = Prose(phrase(blocker.step))
        guard blocker.alternatives.isEmpty || isException(blocker) else {
            return words + state(blocker)
                + .faint(" (any one of \(blocker.alternatives.count) ways would do)")
        }
        return words + state(blocker)
    }

    private func state(_ blocker: Blocker) -> Prose {
        switch blocker.hindrance {
        case .isFalse: .bad(blocker.mustHold ? ": false" : ": holds, though it must not")
        case .unknown: .doubtful(": not known")
        case .presumed:
            .doubtful(blocker.mustHold ? ": presumably false" : ": presumably holds, though it must not")
        case .defeatedByException: .bad(": an exception that holds")
        case .presumablyDefeated: .doubtful(": an exception that presumably holds")
        }
    }

    private func isException(_ blocker: Blocker) -> Bool {
        switch blocker.hindrance {
        case .defeatedByException, .presumablyDefeated: true
        default: false
        }
    }

    private func phrase(_ place: Int) -> String {
        guard proof.steps.indices.contains(place), case .condition(let step) = proof.steps[place].content
        else {
            return "a condition"
        }
        return phraser.phrase(step.condition, step.assignment, stage: step.stage)
    }
}
