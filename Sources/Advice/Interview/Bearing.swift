import Inference
import RuleModel

/// How much of the advice that is still undecided hangs on each thing that could be asked.
///
/// Every undecided package has one vote. A vote is handed down its proof: what alternatives hang on
/// is shared among them, and so is what a conjunction hangs on, so that a reading gets much where it
/// alone is missing and little where many others are missing beside it. What remains with a reading
/// are parts of a vote, added up over all proofs.
///
/// Kin to the branching rule of Jeroslow and Wang ("Solving propositional satisfiability problems",
/// 1990), which prefers the variables of short clauses.
struct Bearing {
    /// The votes of each place, and for each package the part of its own that came there.
    private(set) var votes: [ReadingPlace: [ID<Package>: Double]] = [:]
    private let reading: ProofReading

    init(_ evaluation: any Evaluation) { reading = ProofReading(evaluation) }

    /// Hands a package's vote down the proofs that decide on it, in equal parts.
    ///
    /// Linear in the proofs.
    mutating func vote(of package: ID<Package>, down proofs: [Proof]) {
        let open = proofs.filter { !reading.supports(of: $0.root, in: $0, .asking).isEmpty }
        for proof in open {
            hand(1 / Double(open.count), of: package, down: proof)
        }
    }

    func total(_ place: ReadingPlace) -> Double { votes[place]?.values.sorted().reduce(0, +) ?? 0 }

    private mutating func hand(_ vote: Double, of package: ID<Package>, down proof: Proof) {
        var carried: [Int: Double] = [proof.root: vote]
        for step in order(of: proof) {
            guard let mine = carried[step] else { continue }
            let supports = reading.supports(of: step, in: proof, .asking).compactMap { support in
                let parts = support.parts.filter { isAsked($0, in: proof) }
                return parts.isEmpty ? nil : parts
            }
            for parts in supports {
                let share = mine / Double(supports.count * parts.count)
                for part in parts {
                    switch part {
                    case .step(let inner): carried[inner, default: 0] += share
                    case .place(let place): votes[place, default: [:]][package, default: 0] += share
                    }
                }
            }
        }
    }

    private func isAsked(_ part: ProofReading.Support.Part, in proof: Proof) -> Bool {
        guard case .step(let step) = part else { return true }
        return !reading.supports(of: step, in: proof, .asking).isEmpty
    }

    /// The steps reached from the root, each before what it hangs on; where steps go round in a
    /// circle, the circle is cut.
    private func order(of proof: Proof) -> [Int] {
        var finished: [Int] = []
        var seen: Set<Int> = []
        func visit(_ step: Int) {
            guard seen.insert(step).inserted else { return }
            for part in reading.supports(of: step, in: proof, .asking).flatMap(\.parts) {
                if case .step(let inner) = part { visit(inner) }
            }
            finished.append(step)
        }
        visit(proof.root)
        return finished.reversed()
    }
}
