/// Puts boxes into columns, and lines between them, after Sugiyama: ranks, order, places, routes.
///
///     let layout = LayeredLayout(boxes: sizes, edges: edges)
///     layout.boxes[0].x, layout.routes[0]        // in pixels, from the left upper corner
///
/// The cost is a matter of the crossings counted: a hundred boxes and three hundred lines take
/// milliseconds.
struct LayeredLayout {
    struct Size {
        var width: Double
        var height: Double
    }

    struct Box: Equatable {
        var x: Double
        var y: Double
        var width: Double
        var height: Double
        var middle: Double { y + height / 2 }
        var end: Double { x + width }
    }

    /// Points that a line passes, two for each column: where it enters and where it leaves.
    struct Route: Equatable {
        var points: [(x: Double, y: Double)]
        static func == (left: Route, right: Route) -> Bool {
            left.points.count == right.points.count
                && zip(left.points, right.points).allSatisfy { $0.x == $1.x && $0.y == $1.y }
        }
    }

    private(set) var boxes: [Box] = []
    private(set) var routes: [Route] = []
    private(set) var width = 0.0
    private(set) var height = 0.0

    /// Room between boxes of a column.
    private static let gap = 14.0
    /// Room between columns, for the lines.
    private static let leastAisle = 54.0, widestAisle = 150.0
    /// What a line takes up that passes a column.
    private static let passage = 6.0

    /// - Parameter leadsBack: whether an edge, by its place, leads back to what comes before; it moves nothing.
    init(
        boxes sizes: [Size], edges: [(from: Int, to: Int)], columns: [Int]? = nil,
        leadsBack: (Int) -> Bool = { _ in false }
    ) {
        let onward = edges.indices.filter { !leadsBack($0) }.map { edges[$0] }
        let ranks = LayeredRanks(count: sizes.count, edges: onward, fixed: columns).ranks
        var web = Web(ranks: ranks)
        let paths = edges.map { web.path($0.from, $0.to) }
        let heights = web.ranks.indices.map { $0 < sizes.count ? sizes[$0].height : Self.passage }
        let order = LayeredOrder(ranks: web.ranks, edges: web.edges)
        let places = LayeredPlaces(
            columns: order.columns, heights: heights, edges: web.edges, gap: Self.gap)
        let widths = order.columns.map { column in
            column.map { $0 < sizes.count ? sizes[$0].width : 0 }.max() ?? 0
        }
        var starts: [Double] = []
        var start = 0.0
        for (rank, width) in widths.enumerated() {
            starts.append(start)
            let lines = web.edges.count { web.ranks[$0.from] == rank }
            start += width + min(max(Self.leastAisle, Double(lines) * 2.5), Self.widestAisle)
        }
        boxes = sizes.enumerated().map { node, size in
            Box(
                x: starts[ranks[node]], y: places.middles[node] - size.height / 2,
                width: size.width, height: size.height)
        }
        routes = paths.map { path in
            Route(
                points: path.flatMap { node -> [(x: Double, y: Double)] in
                    let y = places.middles[node]
                    if node < sizes.count { return [(boxes[node].x, y), (boxes[node].end, y)] }
                    let rank = web.ranks[node]
                    return [(starts[rank], y), (starts[rank] + widths[rank], y)]
                })
        }
        width = (starts.last ?? 0) + (widths.last ?? 0)
        height = web.ranks.indices.map { places.middles[$0] + heights[$0] / 2 }.max() ?? 0
    }
}

/// The graph with a node of no width in every column that a line passes.
private struct Web {
    var ranks: [Int]
    private(set) var edges: [(from: Int, to: Int)] = []

    init(ranks: [Int]) { self.ranks = ranks }

    /// The nodes from one to another, those passed between them; from left to right.
    mutating func path(_ from: Int, _ to: Int) -> [Int] {
        let (start, end) = ranks[from] <= ranks[to] ? (from, to) : (to, from)
        guard ranks[start] < ranks[end] else { return [from, to] }
        var path = [start]
        for rank in (ranks[start] + 1)..<max(ranks[end], ranks[start] + 1) {
            ranks.append(rank)
            edges.append((path[path.count - 1], ranks.count - 1))
            path.append(ranks.count - 1)
        }
        edges.append((path[path.count - 1], end))
        return path + [end]
    }
}
