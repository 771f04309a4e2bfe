/// Lets the cells of rows that belong together begin under each other.
///
/// Rows much longer than most stand out rather than push all others to the right, and a row that
/// would grow too long for the page gives its last cell a line of its own.
struct ColumnAlignment {
    let width: Int
    /// A column is not pushed further than this beyond the row before in length.
    static let longestJump = 16

    /// Where each cell of each row's own line begins; `nil` where nothing lines up.
    private(set) var columns: [Int: [Int]] = [:]

    init(_ rows: inout [Row], width: Int) {
        self.width = width
        for group in ColumnAlignment.groups(rows) where group.count > 1 {
            align(group, &rows)
        }
        alignEvidence(rows)
    }

    /// Lets the claims of a package stand in one column, whatever they are claims for.
    private mutating func alignEvidence(_ rows: [Row]) {
        var scopes: [Int: [Int]] = [:]
        for (index, row) in rows.enumerated() where row.sharesEvidenceColumn && row.endsInClaims {
            scopes[row.scope, default: []].append(index)
        }
        for group in scopes.values where group.count > 1 {
            let places = group.map { index in
                let row = rows[index]
                let rest = row.lines[0].last?.width ?? 0
                return Place(
                    row: index, natural: columns[index]?.last ?? row.flatWidth() - rest, rest: rest,
                    linesUp: true, isText: false)
            }
            let target = target(places)
            for place in places where place.natural < target && target + place.rest <= width {
                var own = columns[place.row] ?? rows[place.row].flatStarts
                own[own.count - 1] = target
                columns[place.row] = own
            }
        }
    }

    /// Rows that line up, by their places.
    private static func groups(_ rows: [Row]) -> [[Int]] {
        var groups: [[Int]] = []
        var places: [String: Int] = [:]
        var lastKey: String?
        for (index, row) in rows.enumerated() {
            guard let signature = row.signature, !row.lines.isEmpty else {
                lastKey = nil
                continue
            }
            let key = "\(row.scope) \(signature)"
            // Blocks on one line line up only with their neighbours.
            let isRun = row.scope == 0
            let goesOn = !isRun || (lastKey == key && !row.hasBlankLineBefore)
            if let place = places[key], goesOn {
                groups[place].append(index)
            } else {
                places[key] = groups.count
                groups.append([index])
            }
            lastKey = key
        }
        return groups
    }

    private mutating func align(_ group: [Int], _ rows: inout [Row]) {
        while true {
            let starts = starts(group, rows)
            var moved = false
            for index in group {
                guard let own = starts[index], !rows[index].isTabular, end(rows[index], own) > width else {
                    continue
                }
                guard rows[index].lines[0].count > 2, rows[index].lines[0].last?.canMove == true else {
                    continue
                }
                let cell = rows[index].lines[0].removeLast()
                rows[index].lines.insert([cell], at: 1)
                moved = true
            }
            if moved { continue }
            for (index, own) in starts {
                let row = rows[index]
                let isTooLong = !row.isTabular && end(row, own) > width
                // A text that is too long is divided where it stands; anything else goes back.
                let fits = row.scope == 0 && row.flatWidth() <= width
                if isTooLong, row.lines[0].last?.canMove == true || fits { continue }
                columns[index] = own
            }
            return
        }
    }

    private func end(_ row: Row, _ starts: [Int]) -> Int {
        (starts.last ?? 0) + (row.lines[0].last?.width ?? 0)
    }

    /// Where the cells of a group's rows begin.
    private func starts(_ group: [Int], _ rows: [Row]) -> [Int: [Int]] {
        var starts: [Int: [Int]] = [:]
        var ends: [Int: Int] = [:]
        for index in group {
            starts[index] = [rows[index].indent]
            ends[index] = rows[index].indent + (rows[index].lines[0].first?.width ?? 0)
        }
        let most = group.map { rows[$0].lines[0].count }.max() ?? 0
        for column in 1..<max(most, 1) {
            let present = group.filter { rows[$0].lines[0].count > column }
            var places: [Place] = []
            for index in present {
                let cells = rows[index].lines[0][column...]
                let natural = (ends[index] ?? 0) + cells[column].gap
                // Notes make room, as does all that stands behind a text.
                let behind = cells.dropFirst().prefix {
                    !$0.canMove || cells[column].canMove && !$0.isNote
                }
                let rest = behind.reduce(cells[column].isNote ? 0 : cells[column].width) {
                    $0 + $1.gap + $1.width
                }
                places.append(
                    Place(
                        row: index, natural: natural, rest: rest, linesUp: cells[column].linesUp,
                        isText: !cells[column].canMove))
            }
            let isTable = present.contains { rows[$0].isTabular }
            // A second document is no remark, and does not push the remarks of the others aside.
            func isApart(_ place: Place) -> Bool { column > 1 && !rows[place.row].lines[0][column].isNote }
            let remarks = places.filter { $0.linesUp && !isApart($0) }
            let others = places.filter { $0.linesUp && isApart($0) }
            let targets = (remarks: target(remarks), others: target(others))
            for place in places {
                let target =
                    isTable
                    ? places.map(\.natural).max() ?? 0 : isApart(place) ? targets.others : targets.remarks
                let start = place.linesUp ? max(place.natural, target) : place.natural
                starts[place.row]?.append(start)
                ends[place.row] = start + rows[place.row].lines[0][column].width
            }
        }
        return starts
    }

    /// Where a cell would begin by itself, and how much of its line follows.
    private struct Place {
        var row: Int
        var natural: Int
        var rest: Int
        var linesUp: Bool
        /// It is divided if it is too long, and need not move.
        var isText: Bool
    }

    /// The column that suits most: that of the longest row which no leap parts from the middle one
    /// and which pushes hardly any other off the page.
    private func target(_ places: [Place]) -> Int {
        let sorted = places.sorted { ($0.natural, $0.rest, $0.row) < ($1.natural, $1.rest, $1.row) }
        guard !sorted.isEmpty else { return 0 }
        let middle = (sorted.count - 1) / 2
        var target = sorted[0].natural
        for (place, candidate) in sorted.enumerated() {
            if place > middle, candidate.natural - target > ColumnAlignment.longestJump { break }
            let pushedOff = sorted[..<place].filter { other in
                candidate.natural + other.rest > width && other.natural + other.rest <= width
            }
            if pushedOff.count * (candidate.isText ? 3 : 8) > sorted.count { break }
            target = candidate.natural
        }
        return target
    }
}
