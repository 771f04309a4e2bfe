/// A graph as text for other programs to draw.
public struct GraphText: Sendable {
    private let picture: GraphPicture

    public init(_ picture: GraphPicture) { self.picture = picture }

    /// As Graphviz reads it.
    public var dot: String {
        var lines = [
            "digraph {", "  label=\(quoted(picture.title))", "  rankdir=LR",
            "  node [shape=box, fontname=\"sans-serif\", fontsize=11]",
            "  edge [fontname=\"sans-serif\", fontsize=9]",
        ]
        for node in picture.nodes {
            let weight = node.isFocus ? ", penwidth=2" : ""
            lines.append(
                "  \(quoted(node.name)) [label=\(quoted(node.text)), \(shape(node.style))\(weight)]")
        }
        for edge in picture.edges {
            let names = "\(quoted(picture.nodes[edge.from].name)) -> \(quoted(picture.nodes[edge.to].name))"
            lines.append("  \(names) [label=\(quoted(label(edge))), \(stroke(edge.style))]")
        }
        return (lines + ["}"]).map { $0 + "\n" }.joined()
    }

    /// As Mermaid reads it, in a Markdown file for instance.
    public var mermaid: String {
        var lines = ["---", "title: \(quoted(picture.title))", "---", "flowchart LR"]
        for (place, node) in picture.nodes.enumerated() {
            let text = entities(node.text)
            let box =
                switch node.style {
                case .reading: "([\"\(text)\"])"
                case .derived: "{{\"\(text)\"}}"
                case .rule: "[\"\(text)\"]"
                case .package: "[[\"\(text)\"]]"
                }
            lines.append("  n\(place)\(box)")
        }
        for edge in picture.edges {
            let arrow =
                [.asked, .concludes, .recommends, .precedes, .leads].contains(edge.style) ? "-->" : "-.->"
            lines.append("  n\(edge.from) \(arrow)|\"\(entities(label(edge)))\"| n\(edge.to)")
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func label(_ edge: GraphPicture.Edge) -> String {
        edge.style == .leads
            ? "\(edge.count)" : edge.count > 1 ? "\(edge.style.word) (\(edge.count) rules)" : edge.style.word
    }

    private func shape(_ style: GraphPicture.NodeStyle) -> String {
        switch style {
        case .reading: "style=rounded"
        case .derived: "shape=hexagon"
        case .rule: "shape=plain"
        case .package: "shape=box3d"
        }
    }

    private func stroke(_ style: GraphPicture.EdgeStyle) -> String {
        switch style {
        case .asked, .leads: "color=gray40"
        case .exception: "color=gray40, style=dotted"
        case .concludes: "color=blue"
        case .recommends: "color=darkgreen"
        case .against, .withdraws: "color=firebrick, style=dashed"
        case .cautions: "color=darkgoldenrod, style=dashed"
        case .requires, .precedes: "color=black"
        case .preferred: "color=black, style=dotted"
        }
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.printable.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// Mermaid reads character references in its own way: `#quot;`.
    private func entities(_ text: String) -> String {
        text.printable.map { character in
            switch character {
            case "\"": "#quot;"
            case "#": "#35;"
            case ";": "#59;"
            case "<": "#lt;"
            case ">": "#gt;"
            case "`": "#96;"
            default: String(character)
            }
        }.joined()
    }
}
