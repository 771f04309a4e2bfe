/// Rows in which a column's share is below one without saying of what: the first of them.
///
/// Where other rows have larger ones, `0.4` is taken for 0.4 %; somebody may have meant 40 %.
public struct SmallShares: Hashable, Sendable {
    /// Counted from 1.
    public private(set) var rows: [Int] = []

    /// The last of them only says that there are more.
    private static let noted = 4

    /// - Parameter rows: As noted before.
    public init(rows: [Int] = []) { self.rows = Array(rows.prefix(Self.noted)) }

    var isFull: Bool { rows.count == Self.noted }

    mutating func note(_ row: Int) { if !isFull { rows.append(row) } }

    /// Takes in those of what follows.
    ///
    /// - Parameter before: How many rows come before that.
    public mutating func join(_ later: SmallShares, after before: Int) {
        for row in later.rows { note(before + row) }
    }

    /// `rows 2, 5, 9 and more`
    var text: String {
        let shown = rows.prefix(Self.noted - 1).map(String.init)
        if isFull { return "rows \(shown.joined(separator: ", ")) and more" }
        if shown.count == 1 { return "row \(shown[0])" }
        return "rows \(shown.dropLast().joined(separator: ", ")) and \(shown.last ?? "")"
    }
}

extension TablePlan {
    /// What is said of columns that mix shares below one with larger ones, for somebody to look at.
    ///
    /// - Parameters:
    ///   - largestShares: As of `requireUnits`.
    ///   - small: Column by column.
    public func mixedShares(largestShares: [Int64], small: [SmallShares]) -> [String] {
        zip(columns, zip(largestShares, small)).compactMap { column, found in
            guard case .reading(let read) = column.use, found.0 > 10_000, !found.1.rows.isEmpty else {
                return nil
            }
            let table = tableName.map { "`\($0)`, " } ?? ""
            return
                "warning: \(table)column `\(column.name)`, \(found.1.text): below 1 beside larger shares, and read as "
                + "percents: 0.4 as 0.4 %, not as 40 %; where that is right, say in a mapping\(section): "
                + "column \(TablePlan.quoted(column.name)) is \(rules.name(of: read.subject)) in percent"
        }
    }
}
