import Census

/// How far a result has come, with which question: what stands beside an unfinished one.
public struct ResultState: Hashable, Sendable {
    /// Of the rules, the mapping, the beginning of the tables and what is written of them.
    public let question: String
    public private(set) var rows = 0
    private var lines = 0
    /// Bytes of the table.
    public private(set) var input = 0
    /// Bytes of the result.
    private(set) var output = 0
    /// Bytes of the file of reports.
    public private(set) var reports = 0
    private var unreadable: [Int] = []
    private var unreadableOfMembers = 0
    /// Column by column the largest share without a unit, and in which rows there are small ones; then the largest
    /// of tables of members.
    private var shares: [Int64] = []
    private var smallShares: [SmallShares] = []
    private var sharesOfMembers: [[Int64]] = []

    /// Nothing is there yet.
    public init(question: String) { self.question = question }

    /// - Parameters:
    ///   - output: How many bytes the result has.
    ///   - reports: The same of the file of reports.
    public init(question: String, _ outcome: ScreenRun.Outcome, output: Int, reports: Int) {
        self.question = question
        (self.output, self.reports) = (output, reports)
        (rows, lines, input) = (outcome.rows, outcome.lines, outcome.input)
        (unreadable, unreadableOfMembers) = (outcome.unreadable, outcome.unreadableOfMembers)
        (shares, smallShares) = (outcome.largestShares, outcome.smallShares)
        sharesOfMembers = outcome.largestSharesOfMembers
    }

    /// What was done, for a run to go on from.
    public var begun: ScreenRun.Outcome {
        var outcome = ScreenRun.Outcome()
        (outcome.rows, outcome.lines, outcome.input) = (rows, lines, input)
        (outcome.unreadable, outcome.unreadableOfMembers) = (unreadable, unreadableOfMembers)
        (outcome.largestShares, outcome.smallShares) = (shares, smallShares)
        outcome.largestSharesOfMembers = sharesOfMembers
        return outcome
    }

    // MARK: As text

    private static let form = "distretto screen 2"

    var text: String {
        func line(_ numbers: [some BinaryInteger]) -> String {
            numbers.map { "\($0)" }.joined(separator: " ")
        }
        // A column without small shares is a bar and nothing behind it.
        let small = smallShares.map { "|" + line($0.rows) }.joined()
        let all =
            [Self.form, question, line([rows, lines, input, output, reports, unreadableOfMembers])]
            + [line(unreadable), line(shares), small] + sharesOfMembers.map { line($0) }
        return all.joined(separator: "\n") + "\n"
    }

    init?(_ text: String) {
        let parts = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 7, parts[0] == Self.form, parts.last == "" else { return nil }
        func numbers<Number: BinaryInteger & LosslessStringConvertible>(_ line: String) -> [Number] {
            line.split(separator: " ").compactMap { Number(String($0)) }
        }
        let counts: [Int] = numbers(parts[2])
        guard counts.count == 6, counts.allSatisfy({ $0 >= 0 }) else { return nil }
        question = parts[1]
        (rows, lines, input) = (counts[0], counts[1], counts[2])
        (output, reports, unreadableOfMembers) = (counts[3], counts[4], counts[5])
        unreadable = numbers(parts[3])
        shares = numbers(parts[4])
        smallShares = parts[5].split(separator: "|", omittingEmptySubsequences: false).dropFirst().map {
            SmallShares(rows: numbers(String($0)))
        }
        sharesOfMembers = parts[6..<(parts.count - 1)].map { numbers($0) }
    }
}
