import Census
import RuleModel

/// A table of members beside a table of clusters: gives the members of one cluster after the other.
///
/// A short table is held, and its rows may stand in any order. One that is too long for that is read along
/// with the table of clusters, and both have to be in order of key, so that little is held of either.
final class MemberTable {
    let plan: TablePlan
    let name: String
    private let head: TableHead
    private let stretches: TableStretches
    /// Places of the key columns, in order of those of the table of clusters.
    private let keys: [Int]
    private var seen: (rows: Int, lines: Int)
    private var held: [RowKey: Held]?
    /// The rows of one cluster, and whether there is such a cluster.
    private struct Held {
        var rows: [MemberRow] = []
        var isUsed = false
    }
    /// Rows read and not asked for yet, in order.
    private var ahead: ArraySlice<(key: RowKey, row: MemberRow)> = []
    private var lastKey: RowKey?
    private var lastCluster: RowKey?
    private var reports: [RowReport] = []
    /// Those of its first stretch.
    private(set) var firstRows: [MemberRow] = []

    /// As much of a table is held, in bytes of its text.
    private static let holding = 16 << 20

    init(
        _ opened: OpenedTable, name: String, plan: TablePlan, keys names: [String], stretchSize: Int
    ) throws(TableFault) {
        self.plan = plan
        self.name = name
        head = opened.head
        seen = (0, head.lines)
        // By name where the names are the same, and in their order where they are not.
        let own = plan.keys
        let byName = names.compactMap { name in own.first { plan.columns[$0].name == name } }
        keys = byName.count == own.count ? byName : own
        stretches = TableStretches(
            opened.file, start: opened.start, head: head, stretchSize: stretchSize, countsRows: false)
        if let rows = stretches.firstRows(isAll: opened.isAll) {
            var text = rows
            firstRows = plan.memberRows(of: &text, head.format, keys: keys, start: seen).rows.map(\.row)
        }
        if let size = opened.file.size, size > Self.holding { return }
        // How long it is may not be known before its end.
        var held: [RowKey: Held] = [:]
        while stretches.offset <= Self.holding {
            guard let more = try nextRows() else {
                self.held = held
                return
            }
            for (key, row) in more { held[key, default: Held()].rows.append(row) }
        }
        let rows = held.values.flatMap(\.rows).sorted { $0.number < $1.number }
        try line(up: rows.map { ($0.key(keys), $0) })
    }

    /// What could not be read since this was asked last.
    func takeReports() -> [RowReport] {
        defer { reports = [] }
        return reports
    }

    /// For each of the clusters that come next its rows.
    func members(of clusters: [RowKey]) throws(TableFault) -> [[MemberRow]] {
        guard held == nil else { return clusters.map { asked($0) } }
        var members: [[MemberRow]] = []
        for cluster in clusters { members.append(try next(cluster)) }
        return members
    }

    /// The table of clusters is at its end: what is left belongs to none of them.
    func finish() throws(TableFault) {
        if let held {
            let left = held.values.filter { !$0.isUsed }.flatMap(\.rows)
            reports += left.sorted { $0.number < $1.number }.map(orphan)
            return
        }
        repeat {
            reports += ahead.map { orphan($0.row) }
            ahead = []
        } while try readOn()
    }

    // MARK: Held

    private func asked(_ cluster: RowKey) -> [MemberRow] {
        guard let place = held?.index(forKey: cluster) else { return [] }
        held?.values[place].isUsed = true
        return held?.values[place].rows ?? []
    }

    // MARK: In order of key

    private func next(_ cluster: RowKey) throws(TableFault) -> [MemberRow] {
        if let last = lastCluster, cluster < last {
            throw disorder("the table of clusters", cluster, last)
        }
        // The same cluster once more has the same members.
        if cluster != lastCluster { current = [] }
        lastCluster = cluster
        while true {
            if ahead.isEmpty, try !readOn() { break }
            guard let first = ahead.first, first.key <= cluster else { break }
            ahead.removeFirst()
            if first.key == cluster {
                current.append(first.row)
            } else {
                reports.append(orphan(first.row))
            }
        }
        return current
    }

    private var current: [MemberRow] = []

    private func readOn() throws(TableFault) -> Bool {
        guard let rows = try nextRows() else { return false }
        try line(up: rows)
        return true
    }

    private func line(up rows: [(key: RowKey, row: MemberRow)]) throws(TableFault) {
        for (key, _) in rows {
            if let last = lastKey, key < last { throw disorder("`\(name)`", key, last) }
            lastKey = key
        }
        ahead = rows[...]
    }

    private func disorder(_ table: String, _ key: RowKey, _ last: RowKey) -> TableFault {
        TableFault(
            "in \(table), `\(key.text)` stands behind `\(last.text)`, and `\(name)` is too long to be held",
            help:
                "sort both tables by their key columns, byte by byte as LC_ALL=C sort does; a table of members "
                + "of up to \(Self.holding >> 20) MB may stand in any order")
    }

    // MARK: Reading

    private func nextRows() throws(TableFault) -> [(key: RowKey, row: MemberRow)]? {
        let stretch: TableStretches.Stretch?
        do throws(TableFault) {
            stretch = try stretches.next()
        } catch {
            throw TableFault("`\(name)`: \(error.message)", help: error.help)
        }
        guard var text = stretch?.text else { return nil }
        let found = plan.memberRows(of: &text, head.format, keys: keys, start: seen)
        if let end = found.end {
            throw TableFault(
                "in row \(end.row) of `\(name)`, which begins on line \(end.line), \(end.reason)",
                help: "all that follows would be one field")
        }
        seen = (seen.rows + found.seen.rows, seen.lines + found.seen.lines)
        reports += found.broken
        return found.rows
    }

    private func orphan(_ row: MemberRow) -> RowReport {
        RowReport(
            leavingOut: row, of: name,
            reason: "the table of clusters has no `\(row.key(keys).text)`")
    }
}
