import Analysis
import RuleModel

/// What leads to what, as pictures and as text for other programs.
public struct GraphView: Sendable {
    private let rules: RuleBase
    private let phraser: Phraser

    public init(_ rules: RuleBase) {
        self.rules = rules
        phraser = Phraser(rules: rules, history: [])
    }

    /// A graph in words and boxes.
    public func picture(_ influence: Influence, title: String) -> GraphPicture {
        GraphPicture(
            title: title, remark: remark(influence),
            nodes: influence.nodes.map(node),
            edges: influence.edges.map { edge in
                GraphPicture.Edge(
                    from: edge.from, to: edge.to, style: edge.kind.style, count: edge.count)
            })
    }

    /// Themes for things: of every theme the strongest lines that begin or end at it, so that they can be
    /// told apart.
    public func overview(_ themes: Influence) -> GraphPicture {
        func strongest(_ edges: [Influence.Edge]) -> [Influence.Edge] {
            Array(
                edges.sorted { ($1.count, $0.from, $0.to) < ($0.count, $1.from, $1.to) }.prefix(
                    Self.linesOfTheme))
        }
        let kept = Set(
            themes.nodes.indices.flatMap { place in
                strongest(themes.edges.filter { $0.from == place })
                    + strongest(themes.edges.filter { $0.to == place })
            })
        var picture = picture(themes, title: "What leads to what, theme by theme")
        let whole = picture.edges.count
        picture.edges = themes.edges.filter(kept.contains).map {
            GraphPicture.Edge(from: $0.from, to: $0.to, style: $0.kind.style, count: $0.count)
        }
        if picture.edges.count < whole {
            picture.remark =
                "Of each theme the \(Self.linesOfTheme) strongest lines on either side are drawn, "
                + "\(picture.edges.count) of \(whole); the wider a line, the more rules"
        }
        return picture
    }

    private static let linesOfTheme = 2

    /// The picture as a file that needs nothing else.
    public func svg(_ picture: GraphPicture) -> String { GraphDrawing(picture).file }

    /// What a picture of some things is called.
    public func title(of things: [Influence.Thing]) -> String {
        "What leads to what around " + listed(things.map { "“\(text($0))”" })
    }

    private func remark(_ influence: Influence) -> String {
        guard !influence.unopened.isEmpty else { return "" }
        let names = influence.nodes.map(\.thing).filter(influence.unopened.contains).map(name)
        return "What decides \(listed(names)) is left out here, for want of room"
    }

    private func node(_ node: Influence.Node) -> GraphPicture.Node {
        var text = text(node.thing)
        var column: Int?
        if case .theme(_, let side) = node.thing {
            text += " (\(node.count))"
            column = side.rawValue
        }
        return GraphPicture.Node(
            name: name(node.thing), text: text, style: node.thing.style, isFocus: node.isFocus,
            column: column, address: SiteMap.address(of: node.thing, in: rules))
    }

    private func text(_ thing: Influence.Thing) -> String {
        switch thing {
        case .diagnostic(let id): rules[id].name
        case .collection(let id): rules[id].plural
        case .concept(let id): rules[id].name
        case .classification(let id): rules[id].name
        case .rule(let id): rules[id].name.asWords
        case .package(let id): phraser.title(of: id)
        case .theme(let name, _): name
        }
    }

    private func name(_ thing: Influence.Thing) -> String {
        switch thing {
        case .diagnostic(let id): rules[id].name
        case .collection(let id): "collection \(rules[id].name)"
        case .concept(let id): rules[id].name
        case .classification(let id): rules[id].name
        case .rule(let id): "rule \(rules[id].name)"
        case .package(let id): "package \(rules[id].name)"
        case .theme(let name, let column): "\(column) \(name)"
        }
    }
}

extension Influence.Thing {
    fileprivate var style: GraphPicture.NodeStyle {
        switch self {
        case .diagnostic, .collection, .theme(_, .readings): .reading
        case .concept, .classification, .theme(_, .derived): .derived
        case .rule: .rule
        case .package, .theme(_, .packages): .package
        }
    }
}

extension Influence.Kind {
    fileprivate var style: GraphPicture.EdgeStyle {
        switch self {
        case .asked: .asked
        case .exception: .exception
        case .concludes: .concludes
        case .recommends: .recommends
        case .advisesAgainst: .against
        case .cautions: .cautions
        case .requires: .requires
        case .precedes: .precedes
        case .preferred: .preferred
        case .withdraws: .withdraws
        case .leads: .leads
        }
    }
}
