/// Draws a graph as SVG: boxes in columns, arrows between them, a legend below.
///
/// Kinds of arrows differ in their strokes as well as in their colours; every box and arrow says what it
/// is to those who cannot see it.
struct GraphDrawing {
    private let picture: GraphPicture
    private let layout: LayeredLayout
    private let texts: [[String]]
    /// From which page links lead on; without one there are no links.
    private let page: PageAddress?

    private static let lineHeight = 17.0
    private static let letterWidth = 8.1
    private static let lineLength = 26
    private static let padding = (x: 10.0, y: 7.0)
    private static let margin = 12.0

    init(_ picture: GraphPicture, on page: PageAddress? = nil) {
        self.picture = picture
        self.page = page
        texts = picture.nodes.map { Self.broken($0.text) }
        let sizes = zip(texts, picture.nodes).map { lines, node in
            // Strong letters are wider.
            let letter = Self.letterWidth * (node.isFocus ? 1.1 : 1)
            return LayeredLayout.Size(
                width: Double(lines.map(TextWidth.of).max() ?? 0) * letter + 2 * Self.padding.x,
                height: Double(lines.count) * Self.lineHeight + 2 * Self.padding.y)
        }
        let columns = picture.nodes.compactMap(\.column)
        layout = LayeredLayout(
            boxes: sizes, edges: picture.edges.map { ($0.from, $0.to) },
            columns: columns.count == picture.nodes.count ? columns : nil,
            leadsBack: { place in
                let edge = picture.edges[place]
                return picture.nodes[edge.from].style == .package && picture.nodes[edge.to].style != .package
            })
    }

    private var legendHeight: Double {
        Double(picture.edgeStyles.count + 1) * Self.lineHeight + 16
    }

    private var size: (width: Int, height: Int) {
        let width = max(layout.width + 2 * Self.margin, 420)
        return (Int(width.rounded(.up)), Int((layout.height + legendHeight + 2 * Self.margin).rounded(.up)))
    }

    /// The picture as an element of a page.
    var markup: Markup {
        Markup.element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": "influence",
                "viewBox": "0 0 \(size.width) \(size.height)", "width": "\(size.width)",
                "height": "\(size.height)", "role": "group",
                "aria-labelledby": "influence-title influence-about",
            ], [.line] + inside)
    }

    /// The picture as a file of its own.
    var file: String {
        Markup.element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": "influence alone",
                "viewBox": "0 0 \(size.width) \(size.height)", "width": "\(size.width)",
                "height": "\(size.height)", "role": "group",
                "aria-labelledby": "influence-title influence-about",
            ], [.line, GraphStyle.markup, .line] + inside
        ).source + "\n"
    }

    private var inside: [Markup] {
        let counts = picture.nodeStyles.map { style in
            "\(picture.nodes.count { $0.style == style }) × \(style.word)"
        }
        let about = ([listed(counts)] + [picture.remark]).filter { !$0.isEmpty }.joined(separator: ". ")
        return [
            .element("title", ["id": "influence-title"], [.text(picture.title)]), .line,
            .element("desc", ["id": "influence-about"], [.text(about)]), .line,
        ]
            + picture.edges.indices.sorted { rank($0) < rank($1) }.flatMap { [edge($0), .line] }
            + picture.nodes.indices.flatMap { [node($0), .line] } + legend
    }

    /// What matters most is drawn last, and so on top.
    private func rank(_ edge: Int) -> Int {
        switch picture.edges[edge].style {
        case .asked, .exception, .leads: 0
        case .concludes: 1
        default: 2
        }
    }

    // MARK: Boxes

    private func node(_ place: Int) -> Markup {
        let node = picture.nodes[place]
        let box = layout.boxes[place]
        var parts: [Markup] = [
            .element(
                "rect",
                [
                    "x": number(box.x + Self.margin), "y": number(box.y + Self.margin),
                    "width": number(box.width), "height": number(box.height),
                    "rx": node.style == .reading ? "12" : node.style == .rule ? "0" : "4",
                ])
        ]
        for (row, line) in texts[place].enumerated() {
            let y = box.y + Self.margin + Self.padding.y + Double(row) * Self.lineHeight + 12.5
            parts.append(
                .element(
                    "text", ["x": number(box.x + Self.margin + Self.padding.x), "y": number(y)],
                    [.text(line)]))
        }
        let style = node.isFocus ? "\(node.style.rawValue) focus" : node.style.rawValue
        guard let page, let address = node.address else {
            return .element("g", ["class": style], parts)
        }
        return .element(
            "a", ["href": page.way(to: address), "class": style, "aria-label": node.text], parts)
    }

    // MARK: Arrows

    private func edge(_ place: Int) -> Markup {
        let edge = picture.edges[place]
        let points = layout.routes[place].points.dropFirst().dropLast()
            .map { (x: $0.x + Self.margin, y: $0.y + Self.margin) }
        guard let first = points.first, let last = points.last else { return .nothing }
        let leadsLeft = layout.boxes[edge.from].x > layout.boxes[edge.to].x
        var path = "M\(number(first.x)) \(number(first.y))"
        var here = first
        for (step, point) in points.dropFirst().enumerated() {
            // Across an aisle a line bends, through a column it goes straight.
            if step.isMultiple(of: 2) {
                let middle = number((here.x + point.x) / 2)
                path +=
                    "C\(middle) \(number(here.y)) \(middle) \(number(point.y)) "
                    + "\(number(point.x)) \(number(point.y))"
            } else {
                path += "L\(number(point.x)) \(number(point.y))"
            }
            here = point
        }
        let end = leadsLeft ? first : last
        let side = leadsLeft ? 1.0 : -1.0
        let head =
            "M\(number(end.x + side * 7)) \(number(end.y - 4))L\(number(end.x)) \(number(end.y))"
            + "L\(number(end.x + side * 7)) \(number(end.y + 4))Z"
        let many = edge.count > 1 ? " (\(edge.count) rules)" : ""
        let words =
            "\(picture.nodes[edge.from].text) \(edge.style.word) \(picture.nodes[edge.to].text)\(many)"
        return .element(
            "g", ["class": edge.style.rawValue],
            [
                .element("title", [:], [.text(words)]),
                .element("path", ["d": path, "stroke-width": number(width(edge))]),
                .element("path", ["class": "head", "d": head]),
            ])
    }

    private func width(_ edge: GraphPicture.Edge) -> Double {
        let base = edge.style == .asked || edge.style == .exception ? 1.2 : 1.8
        return edge.style == .leads ? min(1 + Double(edge.count) / 3, 9) : base
    }

    // MARK: Legend

    private var legend: [Markup] {
        var y = layout.height + 2 * Self.margin + 16
        var parts: [Markup] = []
        for style in picture.edgeStyles {
            let line = number(y - 4.5)
            parts += [
                .element(
                    "g", ["class": style.rawValue],
                    [
                        .element(
                            "path", ["d": "M\(number(Self.margin)) \(line)h34", "stroke-width": "1.8"]),
                        .element(
                            "path",
                            [
                                "class": "head",
                                "d": "M\(number(Self.margin + 28)) \(number(y - 8.5))l7 4l-7 4Z",
                            ]),
                    ]),
                .element(
                    "text", ["class": "legend", "x": number(Self.margin + 46), "y": number(y)],
                    [.text(style.word)]), .line,
            ]
            y += Self.lineHeight
        }
        return parts
    }

    /// Words in lines; a long name is broken behind its hyphens.
    private static func broken(_ text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in parts(text) {
            let isFull = TextWidth.of(line) + TextWidth.of(word.trimmed) > lineLength
            if isFull, !line.isEmpty {
                lines.append(line.trimmed)
                line = ""
            }
            line += word
        }
        return lines + [line.trimmed]
    }

    /// The text after every blank and hyphen cut.
    private static func parts(_ text: String) -> [String] {
        var parts = [""]
        for character in text.printable {
            parts[parts.count - 1].append(character)
            if character == " " || character == "-" { parts.append("") }
        }
        return parts.filter { !$0.isEmpty }
    }

    /// A place with one decimal at most, without needless zeros.
    private func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let whole = String(abs(tenths) / 10)
        let rest = abs(tenths) % 10
        return (tenths < 0 ? "-" : "") + (rest == 0 ? whole : "\(whole).\(rest)")
    }
}
