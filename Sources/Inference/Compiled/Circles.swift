/// The nodes of a graph in groups that read each other, each group after what it reads.
///
/// R. Tarjan, "Depth-first search and linear graph algorithms", 1972; without recursion, since a
/// chain of rules may be longer than the stack is deep. Linear in nodes and edges.
struct Circles {
    private let read: (Int) -> [Int]
    private var indices: [Int]
    private var lowest: [Int]
    private var isStacked: [Bool]
    private var stack: [Int] = []
    private var count = 0
    private var groups: [[Int]] = []

    init(count: Int, read: @escaping (Int) -> [Int]) {
        self.read = read
        indices = Array(repeating: -1, count: count)
        lowest = Array(repeating: 0, count: count)
        isStacked = Array(repeating: false, count: count)
    }

    /// The groups that can be reached from some nodes, these included.
    consuming func found(from roots: [Int]) -> [[Int]] {
        for root in roots where indices[root] < 0 { visit(root) }
        return groups
    }

    private mutating func visit(_ root: Int) {
        var path: [(node: Int, read: [Int], next: Int)] = []
        enter(root, &path)
        while let top = path.last {
            if top.next < top.read.count {
                path[path.count - 1].next += 1
                let other = top.read[top.next]
                if indices[other] < 0 {
                    enter(other, &path)
                } else if isStacked[other] {
                    lowest[top.node] = min(lowest[top.node], indices[other])
                }
                continue
            }
            path.removeLast()
            if let reader = path.last?.node { lowest[reader] = min(lowest[reader], lowest[top.node]) }
            if lowest[top.node] == indices[top.node] { close(top.node) }
        }
    }

    private mutating func enter(_ node: Int, _ path: inout [(node: Int, read: [Int], next: Int)]) {
        indices[node] = count
        lowest[node] = count
        count += 1
        stack.append(node)
        isStacked[node] = true
        path.append((node, read(node), 0))
    }

    private mutating func close(_ node: Int) {
        var group: [Int] = []
        while let member = stack.popLast() {
            isStacked[member] = false
            group.append(member)
            if member == node { break }
        }
        groups.append(group)
    }
}
