import Census

/// A table of clusters with the tables of its members, in step. One at a time may ask for the next.
public final class StretchSource {
    let clusters: TableStretches
    let members: [MemberTable]
    private let plan: TablePlan

    init(_ clusters: TableStretches, members: [MemberTable], plan: TablePlan) {
        self.clusters = clusters
        self.members = members
        self.plan = plan
    }

    public var head: TableHead { clusters.head }

    /// Passes over what was screened before.
    public func skip(to offset: Int, rows: Int) throws(TableFault) {
        // Tables of members come along as they did then, and what could not be read of them was told then.
        while !members.isEmpty, clusters.offset < offset {
            guard try next(upTo: offset) != nil else { throw TableStretches.shortened }
        }
        try clusters.skip(to: offset, rows: rows)
    }

    func next(upTo limit: Int = .max) throws(TableFault) -> TableStretches.Stretch? {
        guard var stretch = try clusters.next(upTo: limit) else { return nil }
        guard !members.isEmpty else { return stretch }
        var text = stretch.text
        let keys = plan.rowKeys(of: &text, clusters.head.format)
        var rows = keys.map { _ in [[MemberRow]]() }
        for table in members {
            for (row, told) in try table.members(of: keys).enumerated() { rows[row].append(told) }
            stretch.reports += table.takeReports()
        }
        stretch.members = rows
        return stretch
    }

    /// Once there are no more clusters: what tables of members say of others.
    func finish() throws(TableFault) -> [RowReport] {
        var reports: [RowReport] = []
        for table in members {
            try table.finish()
            reports += table.takeReports()
        }
        return reports
    }
}
