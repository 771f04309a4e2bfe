/// Which column each node stands in, so that lines run from left to right.
///
/// Lines that would lead around in a circle are turned for the purpose; their arrows are not.
struct LayeredRanks {
    private(set) var ranks: [Int]

    /// - Parameters:
    ///   - edges: those that lead on; one that is known to lead back is left out.
    ///   - fixed: columns that are given already; then nothing is worked out.
    init(count: Int, edges: [(from: Int, to: Int)], fixed: [Int]? = nil) {
        if let fixed, fixed.count == count {
            ranks = fixed
            return
        }
        ranks = Array(repeating: 0, count: count)
        guard count > 0 else { return }
        let forward = LayeredRanks.withoutCircles(count: count, edges: edges)
        let order = LayeredRanks.order(count: count, edges: forward)
        for node in order {
            for edge in forward where edge.from == node {
                ranks[edge.to] = max(ranks[edge.to], ranks[node] + 1)
            }
        }
        // As far to the right as what follows allows, so that each stands next to what it leads to.
        for node in order.reversed() {
            let next = forward.filter { $0.from == node }.map { ranks[$0.to] }.min()
            if let next { ranks[node] = max(ranks[node], next - 1) }
        }
        let least = ranks.min() ?? 0
        ranks = ranks.map { $0 - least }
    }

    /// The edges, those that close a circle turned round, without loops.
    private static func withoutCircles(
        count: Int, edges: [(from: Int, to: Int)]
    ) -> [(from: Int, to: Int)] {
        var after = Array(repeating: [Int](), count: count)
        for edge in edges where edge.from != edge.to { after[edge.from].append(edge.to) }
        var isOpen = Array(repeating: false, count: count)
        var isDone = isOpen
        var kept: [(from: Int, to: Int)] = []
        // From where nothing leads to, so that what turns back is what is turned.
        let led = Set(edges.filter { $0.from != $0.to }.map(\.to))
        let starts = (0..<count).filter { !led.contains($0) } + (0..<count).filter(led.contains)
        for start in starts where !isDone[start] {
            var path: [(node: Int, next: Int)] = [(start, 0)]
            isOpen[start] = true
            while let (node, next) = path.last {
                guard next < after[node].count else {
                    path.removeLast()
                    isOpen[node] = false
                    isDone[node] = true
                    continue
                }
                path[path.count - 1].next += 1
                let other = after[node][next]
                if isOpen[other] {
                    kept.append((other, node))
                } else {
                    kept.append((node, other))
                    if !isDone[other] {
                        isOpen[other] = true
                        path.append((other, 0))
                    }
                }
            }
        }
        return kept
    }

    /// Nodes so that every edge leads onwards, lower numbers first where there is a choice.
    private static func order(count: Int, edges: [(from: Int, to: Int)]) -> [Int] {
        var waiting = Array(repeating: 0, count: count)
        for edge in edges { waiting[edge.to] += 1 }
        var ready = (0..<count).filter { waiting[$0] == 0 }
        var order: [Int] = []
        var head = 0
        while head < ready.count {
            let node = ready[head]
            head += 1
            order.append(node)
            for edge in edges where edge.from == node {
                waiting[edge.to] -= 1
                if waiting[edge.to] == 0 { ready.append(edge.to) }
            }
        }
        return order
    }
}
