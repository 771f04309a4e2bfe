/// Draws what comes before what: a row for each step, and an arc at its side from what comes first.
struct DiagramDrawing {
    private let diagram: OrderDiagram
    private let rows: [Row]
    private let height: Int

    /// A step in its place.
    private struct Row {
        var step: OrderDiagram.Step
        var lines: [String]
        var top: Int
        var height: Int
        var middle: Int { top + height / 2 }
    }

    private static let width = 460
    private static let lineHeight = 17
    /// Room for the arcs, left of the numbers.
    private static let margin = 96
    /// Letters that surely fit beside a number.
    private static let lineLength = 44

    init(_ diagram: OrderDiagram) {
        self.diagram = diagram
        var rows: [Row] = []
        var top = 6
        for step in diagram.steps {
            if let last = rows.last, last.step.group != step.group { top += 14 }
            let lines = DiagramDrawing.broken(step.text)
            let height = max(28, lines.count * DiagramDrawing.lineHeight + 8)
            rows.append(Row(step: step, lines: lines, top: top, height: height))
            top += height
        }
        self.rows = rows
        height = top + 6
    }

    var markup: Markup {
        let words = diagram.steps.map { step in
            let before =
                step.after.isEmpty ? "" : ", after \(listed(step.after.sorted().map(String.init)))"
            return "\(step.number): \(step.text)\(before)"
        }.joined(separator: ". ")
        let drawing = Markup.element(
            "svg",
            [
                "viewBox": "0 0 \(Self.width) \(height)", "role": "img",
                "aria-labelledby": "order-title order-words",
            ],
            [
                .line, .element("title", ["id": "order-title"], [.text(diagram.title)]), .line,
                .element("desc", ["id": "order-words"], [.text(words + ".")]), .line,
            ] + borders + links + rows.flatMap(self.row))
        return .element(
            "figure", [:],
            [.line, drawing, .line, .element("figcaption", [:], [.text(diagram.title)]), .line])
    }

    /// A line between steps that can begin together and those that wait for some of them.
    private var borders: [Markup] {
        zip(rows, rows.dropFirst()).filter { $0.step.group != $1.step.group }.flatMap {
            above, _ -> [Markup] in
            let y = "\(above.top + above.height + 7)"
            return [
                .element(
                    "line",
                    ["class": "border", "x1": "\(Self.margin - 12)", "x2": "\(Self.width)", "y1": y, "y2": y]),
                .line,
            ]
        }
    }

    private func row(_ row: Row) -> [Markup] {
        let centre = Self.margin + 4
        let first = row.middle - (row.lines.count - 1) * Self.lineHeight / 2 + 5
        let lines = row.lines.enumerated().map { place, line in
            Markup.element(
                "text", ["x": "\(centre + 22)", "y": "\(first + place * Self.lineHeight)"], [.text(line)])
        }
        return [
            .element("circle", ["cx": "\(centre)", "cy": "\(row.middle)", "r": "12"]),
            .element(
                "text", ["class": "number", "x": "\(centre)", "y": "\(row.middle + 5)"],
                [.text("\(row.step.number)")]),
        ] + lines + [.line]
    }

    /// The farther apart, the wider the arc, so that arcs can be told from each other.
    private var links: [Markup] {
        diagram.links.flatMap { link -> [Markup] in
            guard let from = rows.firstIndex(where: { $0.step.number == link.from }),
                let to = rows.firstIndex(where: { $0.step.number == link.to })
            else { return [] }
            let edge = Self.margin - 8
            let reach = min(14 + 9 * abs(to - from), edge * 4 / 3 - 4)
            let (start, end) = (rows[from].middle + 4, rows[to].middle - 4)
            let path =
                "M \(edge) \(start) C \(edge - reach) \(start), \(edge - reach) \(end), \(edge) \(end)"
            let head = "M \(edge - 7) \(end - 5) L \(edge) \(end) L \(edge - 7) \(end + 5)"
            return [.element("path", ["d": path]), .element("path", ["d": head]), .line]
        }
    }

    /// Words in lines that fit beside a number.
    private static func broken(_ text: String) -> [String] {
        Wrapping.lines(Prose(text), width: lineLength).map { line in String(line.map(\.character)) }
    }
}
