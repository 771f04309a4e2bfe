import Generation
import Inference
import RuleModel

/// A proof with one thing in it made untrue.
struct ProofMutation {
    /// What was changed, for the report.
    let name: String
    let proof: Proof
}

/// Spoils proofs in one place: a verdict, a step, a member, a reading, a figure.
///
/// Every change is a real one. What a proof does not rest on is left alone:
/// steps the root does not lead to, remarks and citations, variables that a
/// condition does not use, the fact at the root (another fact may well have the
/// same proof).
struct ProofSpoiler {
    let proof: Proof
    let rules: RuleBase
    var random: SeededGenerator

    /// One spoilt proof; `nil` when the place drawn leaves nothing to spoil.
    mutating func spoilt() -> ProofMutation? {
        guard let place = random.pick(proof.reachable) else { return nil }
        let changes: [ProofChange]
        switch proof.steps[place].content {
        case .fact(let step): changes = verdicts(place) + self.changes(to: step, at: place)
        case .condition(let step): changes = verdicts(place) + self.changes(to: step, at: place)
        }
        guard let change = random.pick(changes), change.content != proof.steps[place] else { return nil }
        var copy = proof
        copy.steps[place] = change.content
        return ProofMutation(name: "\(change.name) at step \(place)", proof: copy)
    }

    struct ProofChange {
        var name: String
        var content: ProofStep
    }

    private mutating func verdicts(_ place: Int) -> [ProofChange] {
        var step = proof.steps[place]
        step.verdict = other(than: step.verdict)
        return [ProofChange(name: "verdict", content: step)]
    }

    mutating func other(than verdict: Verdict) -> Verdict {
        random.pick(Verdict.allCases.filter { $0 != verdict }) ?? verdict.negated
    }

    /// A step that says something else; out of range where there is none.
    mutating func other(than place: Int) -> Int {
        let others = proof.steps.indices.filter { proof.steps[$0] != proof.steps[place] }
        return random.chance(20) ? random.pick(of: -1, proof.steps.count) : random.pick(others) ?? -1
    }

    /// A list of steps with one lost, replaced, or two exchanged.
    mutating func spoilt(_ list: [Int]) -> [Int]? {
        guard let place = random.pick(list.indices) else { return nil }
        var copy = list
        switch random.below(3) {
        case 0: copy.remove(at: place)
        case 1: copy[place] = other(than: copy[place])
        default:
            guard
                let second = list.indices.first(where: { proof.steps[list[$0]] != proof.steps[list[place]] })
            else { return nil }
            copy.swapAt(place, second)
        }
        return copy
    }

    mutating func spoilt(_ reading: Reading) -> Reading? {
        var copy = reading
        copy.possible = other(than: reading.possible)
        if random.chance(50) {
            copy = reading
            copy.presumed = other(than: reading.presumed)
        }
        return copy == reading ? nil : copy
    }

    /// Another set of the same kind.
    mutating func other(than values: ValueSet) -> ValueSet {
        switch values {
        case .members(let mask): return .members(mask ^ random.pick(of: 1, 2, 3))
        case .runs(let runs):
            guard let run = runs.first else { return .ticks(0, 0) }
            let middle = run.lower / 2 + run.upper / 2
            let moved: [TickRange] = [
                TickRange(
                    middle == run.lower ? middle - 1 : middle, run.upper == .max ? .max : run.upper + 1),
                TickRange(run.lower == .min ? 0 : run.lower - 1, run.upper),
            ]
            return .ticks(random.pick(moved).map { [$0] } ?? [])
        case .texts(let texts): return texts == ["omega"] ? .texts(nil) : .texts(["omega"])
        }
    }
}

extension Proof {
    /// The steps that the root rests on, itself first.
    var reachable: [Int] {
        var seen: Set<Int> = [], order: [Int] = [], waiting = [root]
        while let place = waiting.popLast() {
            guard steps.indices.contains(place), seen.insert(place).inserted else { continue }
            order.append(place)
            waiting += steps[place].content.references
        }
        return order
    }
}

extension ProofStep.Content {
    /// The steps that this one refers to.
    var references: [Int] {
        switch self {
        case .fact(let step):
            step.applications.flatMap { $0.conditions + $0.exceptions + ($0.inForce.map { [$0] } ?? []) }
        case .condition(let step):
            switch step.grounds {
            case .figures(let figures): figures.flatMap(\.basis.references)
            case .fact(let place): [place]
            case .parts(let places): places
            case .members(let members, _): members.flatMap(\.references)
            case .declaration, .inForce: []
            }
        }
    }
}

extension Figure.Basis {
    fileprivate var references: [Int] {
        switch self {
        case .members(let members, _, _): members.flatMap(\.references)
        case .conditions(let places): places
        case .reading, .declaration, .date: []
        }
    }
}

extension MemberStep {
    fileprivate var references: [Int] { [filter, body].compactMap { $0 } }
}
