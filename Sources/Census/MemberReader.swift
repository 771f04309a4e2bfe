import RuleModel

/// Reads the rows of tables of members that belong to one cluster; each thread has one of its own.
final class MemberReader {
    private let tables: [Table]
    private let rules: RuleBase

    fileprivate final class Table {
        let plan: TablePlan
        let collection: ID<Collection>
        let readers: [ColumnReader?]
        let names: Int?
        let parents: Int?
        var smallShares: [SmallShares]

        init(_ plan: TablePlan, _ collection: ID<Collection>, _ readers: [ColumnReader?]) {
            self.plan = plan
            self.collection = collection
            self.readers = readers
            smallShares = readers.map { _ in SmallShares() }
            names = plan.columns.firstIndex { $0.use == .name }
            parents = plan.columns.firstIndex { $0.use == .parent }
        }
    }

    /// The members of one collection in a cluster, each by its name behind those of the members it is within.
    private struct Named {
        var paths: [[String]] = []
        /// For each name the first of it.
        var first: [String: [String]] = [:]

        mutating func append(_ path: [String]) {
            paths.append(path)
            if let name = path.last, first[name] == nil { first[name] = path }
        }
    }

    init(_ screening: Screening) {
        rules = screening.plan.rules
        tables = screening.members.compactMap { plan in
            guard case .members(let collection, _) = plan.subject else { return nil }
            return Table(plan, collection, screening.readers(of: plan))
        }
    }

    /// Column by column of all tables, the largest plain share without a unit in ticks; below zero where none
    /// was read.
    var largestShares: [[Int64]] {
        tables.map { table in
            table.readers.map { reader in
                reader.map { $0.unstatedShares > 0 ? $0.largestShare : -1 } ?? -1
            }
        }
    }

    /// Those met since this was asked last, table by table.
    func takeSmallShares() -> [[SmallShares]] {
        tables.map { table in
            defer { table.smallShares = table.readers.map { _ in SmallShares() } }
            return table.smallShares
        }
    }

    /// Forgets what was read, once that is much.
    func makeRoom() {
        for table in tables { for reader in table.readers { _ = reader?.makeRoom() } }
    }

    /// What the rows say of the cluster, in order of table and row.
    ///
    /// - Parameters:
    ///   - rows: Table by table those of one cluster.
    ///   - report: Takes what cannot be read.
    func statements(_ rows: [[MemberRow]], report: (RowReport) -> Void) -> [Statement] {
        var statements: [Statement] = []
        var names: [ID<Collection>: Named] = [:]
        for (table, rows) in zip(tables, rows) {
            var seen: Set<[String]> = []
            for (place, row) in rows.enumerated() {
                let found = member(row, place, of: table, among: names, report)
                guard let (path, told) = found else { continue }
                guard seen.insert(path).inserted else {
                    let name = path.last ?? ""
                    report(
                        table.left(row, "the cluster has a \(rules[table.collection].name) `\(name)` already")
                    )
                    continue
                }
                names[table.collection, default: Named()].append(path)
                statements.append(nested(path, in: table.collection, told))
            }
            if table.plan.isAllListed {
                statements += allListed(table.collection, names)
            }
        }
        return statements
    }

    /// A member's name behind those it is within, and what is said of it; `nil` where the row is left out.
    private func member(
        _ row: MemberRow, _ place: Int, of table: Table, among names: [ID<Collection>: Named],
        _ report: (RowReport) -> Void
    ) -> (path: [String], told: [Statement])? {
        var path: [String] = []
        if let parent = rules[table.collection].parent {
            let name = table.parents.map { table.text(row, $0) } ?? ""
            guard let found = names[parent]?.first[name] else {
                report(table.left(row, "the cluster has no \(rules[parent].name) `\(name)`"))
                return nil
            }
            path = found
        }
        var name = "\(rules[table.collection].name)-\(place + 1)"
        if let column = table.names {
            name = table.text(row, column)
            guard !name.isEmpty else {
                report(table.left(row, "the \(rules[table.collection].name) has no name"))
                return nil
            }
        }
        var told: [Statement] = []
        for (column, reader) in table.readers.enumerated() {
            guard let reader, case .attribute(let attribute) = reader.read.subject else { continue }
            row.withField(column) { text in
                let code = reader.code(of: text)
                if reader.isSmallShare(text) { table.smallShares[column].note(row.number) }
                if code.isUnreadable {
                    report(table.report(row, column, reader.reason(code)))
                } else if let reading = reader.reading(code, of: text) {
                    told.append(.attribute(attribute, reading))
                }
            }
        }
        return (path + [name], told)
    }

    /// Inside of the members that it is within.
    private func nested(_ path: [String], in collection: ID<Collection>, _ told: [Statement]) -> Statement {
        let statement = Statement.member(collection, name: path.last ?? "", title: "", told, .none)
        guard path.count > 1, let parent = rules[collection].parent else { return statement }
        return nested(Array(path.dropLast()), in: parent, [statement])
    }

    /// Of the cluster, or of each member that it could be within.
    private func allListed(
        _ collection: ID<Collection>, _ names: [ID<Collection>: Named]
    ) -> [Statement] {
        guard let parent = rules[collection].parent else { return [.allListed(collection)] }
        return (names[parent]?.paths ?? []).map { nested($0, in: parent, [.allListed(collection)]) }
    }
}

extension MemberReader.Table {
    fileprivate func text(_ row: MemberRow, _ column: Int) -> String {
        row.withField(column) { String(decoding: $0, as: UTF8.self) }.trimmedBlanks
    }

    fileprivate func report(_ row: MemberRow, _ column: Int, _ reason: String) -> RowReport {
        RowReport(
            table: plan.tableName, row: row.number, line: row.line, column: plan.columns[column].name,
            text: row.withField(column) { shortened($0) }, reason: reason)
    }

    fileprivate func left(_ row: MemberRow, _ reason: String) -> RowReport {
        RowReport(leavingOut: row, of: plan.tableName ?? "", reason: reason)
    }
}

extension Screening {
    /// Column by column of all tables of members, the largest plain share without a unit in some rows, in
    /// ticks; below zero where none was read.
    public func largestShares(ofMembers rows: [[MemberRow]]) -> [[Int64]] {
        let reader = MemberReader(self)
        _ = reader.statements(rows) { _ in }
        return reader.largestShares
    }
}
