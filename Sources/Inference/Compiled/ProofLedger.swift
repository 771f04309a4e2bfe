import RuleModel

/// Every proof of an evaluation at once, in the form in which it is cheap to keep.
///
/// For each fact it holds the rule applications that could have drawn it, deciding ones first and then
/// the nearest miss, each with its verdict; the verdicts of their conditions stand in the evaluation.
/// With the rules themselves this is all that a `Proof` says; writing one out is left to whoever reads it.
public struct ProofLedger: Sendable {
    private let stage: StageEvaluation
    /// The applications of the fact at a place: `applications[starts[place]..<starts[place + 1]]`.
    private let starts: [Int32]
    private let applications: [Int32]
    private let codes: [UInt8]

    public init(_ evaluation: CompiledEvaluation) {
        stage = evaluation.stage
        let drawings = stage.program.drawings
        starts = drawings.starts
        let ranks = drawings.rankings.ranks(in: stage.state)
        var codes = drawings.applications.map { UInt8(truncatingIfNeeded: ranks[Int($0)] >> 16) }
        var applications = drawings.applications
        applications.withUnsafeMutableBufferPointer { applications in
            codes.withUnsafeMutableBufferPointer { codes in
                for fact in drawings.factsDrawnOften {
                    let run = Int(drawings.starts[fact])..<Int(drawings.starts[fact + 1])
                    ProofLedger.sort(applications, run, by: ranks)
                    for place in run {
                        codes[place] = UInt8(truncatingIfNeeded: ranks[Int(applications[place])] >> 16)
                    }
                }
            }
        }
        self.applications = applications
        self.codes = codes
    }

    /// Few at a time, most in order already, and those of equal rank stay as they are.
    private static func sort(
        _ applications: UnsafeMutableBufferPointer<Int32>, _ run: Range<Int>, by ranks: [UInt32]
    ) {
        for place in run.dropFirst() {
            let application = applications[place]
            let rank = ranks[Int(application)]
            var target = place
            while target > run.lowerBound, ranks[Int(applications[target - 1])] > rank {
                applications[target] = applications[target - 1]
                target -= 1
            }
            applications[target] = application
        }
    }

    /// The applications that could draw a fact, with their verdicts, in order.
    public func applications(drawing fact: Fact) -> [(rule: ID<Rule>, verdict: Verdict)] {
        guard let place = stage.program.places[fact], place + 1 < starts.count else { return [] }
        return (Int(starts[place])..<Int(starts[place + 1])).map { number in
            let rule = stage.program.groundRules[Int(applications[number])].rule
            return (rule, VerdictCode(bits: 15 & ~codes[number]).verdict)
        }
    }

    /// How many applications it holds.
    public var applicationCount: Int { applications.count }

    /// The proof of a fact, written out.
    public func proof(of fact: Fact) -> Proof { CompiledEvaluation(stage).proof(of: fact) }
}
