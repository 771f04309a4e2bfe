/// How far down nodes stand in their columns: each as near to the middle of its neighbours as those
/// beside it allow.
struct LayeredPlaces {
    /// The middle of each node.
    private(set) var middles: [Double]

    /// - Parameters:
    ///   - columns: nodes from top to bottom.
    ///   - heights: by node.
    ///   - edges: between neighbouring columns.
    init(columns: [[Int]], heights: [Double], edges: [(from: Int, to: Int)], gap: Double) {
        middles = Array(repeating: 0, count: heights.count)
        for column in columns {
            var top = 0.0
            for node in column {
                middles[node] = top + heights[node] / 2
                top += heights[node] + gap
            }
        }
        var before = Array(repeating: [Int](), count: heights.count)
        var behind = before
        for edge in edges {
            behind[edge.from].append(edge.to)
            before[edge.to].append(edge.from)
        }
        for sweep in 0..<14 {
            let forward = sweep.isMultiple(of: 2)
            for column in forward ? Array(columns.indices) : columns.indices.reversed() {
                let nodes = columns[column]
                let wished = nodes.map { node -> Double in
                    let near =
                        sweep >= 10 ? before[node] + behind[node] : forward ? before[node] : behind[node]
                    guard !near.isEmpty else { return middles[node] }
                    return near.map { middles[$0] }.reduce(0, +) / Double(near.count)
                }
                let placed = LayeredPlaces.apart(wished, nodes.map { heights[$0] }, gap)
                for (node, middle) in zip(nodes, placed) { middles[node] = middle }
            }
        }
        let top = middles.indices.map { middles[$0] - heights[$0] / 2 }.min() ?? 0
        middles = middles.map { $0 - top }
    }

    /// The places nearest to those wished, in the sum of squares, that keep order and distance.
    ///
    /// Neighbours that push against each other move as one (pool adjacent violators).
    private static func apart(_ wished: [Double], _ heights: [Double], _ gap: Double) -> [Double] {
        var offsets: [Double] = []
        var offset = 0.0
        for (place, height) in heights.enumerated() {
            if place > 0 { offset += (heights[place - 1] + height) / 2 + gap }
            offsets.append(offset)
        }
        var blocks: [(sum: Double, count: Int)] = []
        for (wish, offset) in zip(wished, offsets) {
            blocks.append((wish - offset, 1))
            while blocks.count > 1 {
                let last = blocks[blocks.count - 1], other = blocks[blocks.count - 2]
                guard other.sum / Double(other.count) > last.sum / Double(last.count) else { break }
                blocks.removeLast()
                blocks[blocks.count - 1] = (other.sum + last.sum, other.count + last.count)
            }
        }
        let shifts = blocks.flatMap { block in
            Array(repeating: block.sum / Double(block.count), count: block.count)
        }
        return zip(shifts, offsets).map { $0 + $1 }
    }
}
