import Notation
import RuleModel

/// What authors have seen of an analysis and let stand, with their reasons.
///
///     # allow redundant-rules: it says of shoemakers what the next says of all, and cites their own story
///     rule shoemakers-share-a-laboratory {
///
/// It is written like an allowance of what `check` finds, with a question's name for a code, and holds for what
/// the analysis finds of the declaration that it stands above or inside of.
public struct FaultAllowances: Sendable {
    public private(set) var all: [FaultAllowance] = []

    public init() {}

    /// Without a reason nothing is allowed.
    public init(_ files: [ParsedFile]) {
        all = Allowances(files).all.compactMap { allowance in
            guard let question = FaultQuestion(rawValue: allowance.code), !allowance.reason.isEmpty else {
                return nil
            }
            return FaultAllowance(
                question: question, reason: allowance.reason, file: allowance.place.file,
                line: allowance.line,
                lines: allowance.lines)
        }
    }
}

/// One thing that may stand, and why.
public struct FaultAllowance: Hashable, Sendable {
    public var question: FaultQuestion
    public var reason: String
    public var file: String
    /// Where it is written.
    public var line: Int
    /// For what it holds.
    var lines: ClosedRange<Int>

    func covers(_ matter: RuleFault.Matter, in rules: RuleBase) -> Bool {
        matter.question == question
            && matter.subjects.contains { subject in
                let origin = subject.origin(in: rules)
                return origin.file == file && lines.contains(origin.line)
            }
    }
}
