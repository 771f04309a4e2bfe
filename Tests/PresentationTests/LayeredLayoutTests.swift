import Testing

@testable import Presentation

@Suite struct LayeredLayoutTests {
    /// Numbers that look like chance and are the same every time.
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % sides
        }
    }

    private func graph(_ seed: Int) -> (sizes: [LayeredLayout.Size], edges: [(from: Int, to: Int)]) {
        var dice = Dice(state: UInt64(seed))
        let count = 1 + dice.roll(30)
        let sizes = (0..<count).map { _ in
            LayeredLayout.Size(width: Double(40 + dice.roll(120)), height: Double(20 + dice.roll(60)))
        }
        let edges = (0..<dice.roll(60)).map { _ in (from: dice.roll(count), to: dice.roll(count)) }
        return (sizes, edges)
    }

    @Test(arguments: 0..<200)
    func `no box lies on another`(seed: Int) {
        let (sizes, edges) = graph(seed)
        let boxes = LayeredLayout(boxes: sizes, edges: edges).boxes
        for (place, box) in boxes.enumerated() {
            for other in boxes[(place + 1)...] {
                let apart =
                    box.end <= other.x || other.end <= box.x || box.y + box.height <= other.y + 0.001
                    || other.y + other.height <= box.y + 0.001
                #expect(apart)
            }
        }
    }

    @Test(arguments: 0..<200)
    func `everything lies within the picture, and is drawn alike each time`(seed: Int) {
        let (sizes, edges) = graph(seed)
        let layout = LayeredLayout(boxes: sizes, edges: edges)
        for box in layout.boxes {
            #expect(
                box.x >= 0 && box.y >= -0.001 && box.end <= layout.width
                    && box.y + box.height <= layout.height + 0.001)
        }
        let again = LayeredLayout(boxes: sizes, edges: edges)
        #expect(again.boxes == layout.boxes && again.routes == layout.routes)
    }

    @Test(arguments: 0..<200)
    func `without circles every line runs from left to right`(seed: Int) {
        let (sizes, edges) = graph(seed)
        let onward = edges.filter { $0.from < $0.to }
        let boxes = LayeredLayout(boxes: sizes, edges: onward).boxes
        for edge in onward { #expect(boxes[edge.from].end < boxes[edge.to].x) }
    }

    @Test func `two lines that need not cross do not cross`() {
        let size = LayeredLayout.Size(width: 10, height: 10)
        let boxes = LayeredLayout(
            boxes: [size, size, size, size], edges: [(from: 0, to: 3), (from: 1, to: 2)]
        ).boxes
        #expect((boxes[0].y < boxes[1].y) == (boxes[3].y < boxes[2].y))
    }

    @Test func `a thing stands next to what it leads to, and not at the far left`() {
        let size = LayeredLayout.Size(width: 10, height: 10)
        let boxes = LayeredLayout(
            boxes: Array(repeating: size, count: 5),
            edges: [(from: 0, to: 1), (from: 1, to: 2), (from: 2, to: 3), (from: 4, to: 3)]
        ).boxes
        #expect(boxes[4].x == boxes[2].x)
    }
}
