/// In which order nodes stand in their columns, so that few lines cross.
///
/// Each node moves to the middle of its neighbours in the column before, then in the one behind, back
/// and forth; the order with the fewest crossings is kept. Ties stay as they were, so that equal graphs
/// are drawn alike.
struct LayeredOrder {
    /// By column, nodes from top to bottom.
    private(set) var columns: [[Int]]

    /// - Parameter edges: between neighbouring columns only.
    init(ranks: [Int], edges: [(from: Int, to: Int)]) {
        let width = (ranks.max() ?? -1) + 1
        columns = (0..<width).map { rank in ranks.indices.filter { ranks[$0] == rank } }
        var before = Array(repeating: [Int](), count: ranks.count)
        var behind = before
        for edge in edges {
            behind[edge.from].append(edge.to)
            before[edge.to].append(edge.from)
        }
        var best = columns
        var fewest = LayeredOrder.crossings(columns, behind, ranks.count)
        var sweepsInVain = 0
        for sweep in 0..<40 where sweepsInVain < 8 && fewest > 0 {
            let forward = sweep.isMultiple(of: 2)
            for column in forward ? Array(columns.indices) : columns.indices.reversed() {
                sort(column, by: forward ? before : behind)
            }
            let crossings = LayeredOrder.crossings(columns, behind, ranks.count)
            if crossings < fewest {
                (best, fewest, sweepsInVain) = (columns, crossings, 0)
            } else {
                sweepsInVain += 1
            }
        }
        columns = best
    }

    private mutating func sort(_ column: Int, by neighbours: [[Int]]) {
        var place: [Int: Int] = [:]
        for other in columns { for (row, node) in other.enumerated() { place[node] = row } }
        let weighted = columns[column].enumerated().map {
            row, node -> (weight: Double, row: Int, node: Int) in
            let rows = neighbours[node].compactMap { place[$0] }
            // Without neighbours on that side a node stays where it is.
            let weight = rows.isEmpty ? Double(row) : Double(rows.reduce(0, +)) / Double(rows.count)
            return (weight, row, node)
        }
        columns[column] = weighted.sorted { ($0.weight, $0.row) < ($1.weight, $1.row) }.map(\.node)
    }

    /// How many pairs of lines cross.
    private static func crossings(_ columns: [[Int]], _ behind: [[Int]], _ count: Int) -> Int {
        var place = Array(repeating: 0, count: count)
        for column in columns { for (row, node) in column.enumerated() { place[node] = row } }
        return columns.reduce(0) { sum, column in
            let ends = column.flatMap { behind[$0].map { place[$0] }.sorted() }
            var crossings = 0
            for (first, end) in ends.enumerated() {
                for other in ends[(first + 1)...] where other < end { crossings += 1 }
            }
            return sum + crossings
        }
    }
}
