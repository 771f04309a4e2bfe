/// What leads to what, ready to be drawn or written: boxes with words, and arrows of several kinds.
public struct GraphPicture: Hashable, Sendable {
    /// What it shows, in a few words.
    public var title: String
    /// What has been left out, or how to read it; may be empty.
    public var remark: String
    public var nodes: [Node]
    public var edges: [Edge]

    public init(title: String, remark: String = "", nodes: [Node], edges: [Edge]) {
        self.title = title
        self.remark = remark
        self.nodes = nodes
        self.edges = edges
    }

    public struct Node: Hashable, Sendable {
        /// Unique, and made of letters, digits and hyphens only where the rules' names are.
        public var name: String
        public var text: String
        public var style: NodeStyle
        public var isFocus: Bool
        /// The column it must stand in, where that is not worked out.
        public var column: Int?
        public var address: PageAddress?

        public init(
            name: String, text: String, style: NodeStyle, isFocus: Bool = false, column: Int? = nil,
            address: PageAddress? = nil
        ) {
            self.name = name
            self.text = text
            self.style = style
            self.isFocus = isFocus
            self.column = column
            self.address = address
        }
    }

    /// What a box stands for.
    public enum NodeStyle: String, Hashable, Sendable, CaseIterable {
        case reading, derived, rule, package
        var word: String {
            switch self {
            case .reading: "what is measured"
            case .derived: "what is concluded of the cluster"
            case .rule: "rule"
            case .package: "package"
            }
        }
    }

    public struct Edge: Hashable, Sendable {
        /// Places in `nodes`.
        public var from: Int
        public var to: Int
        public var style: EdgeStyle
        /// How many rules stand behind it.
        public var count: Int

        public init(from: Int, to: Int, style: EdgeStyle, count: Int = 1) {
            self.from = from
            self.to = to
            self.style = style
            self.count = count
        }
    }

    /// What an arrow says.
    public enum EdgeStyle: String, Hashable, Sendable, CaseIterable {
        case asked, exception, concludes, recommends, against, cautions, requires, precedes, preferred
        case withdraws, leads

        /// In the legend.
        var word: String {
            switch self {
            case .asked: "is asked by"
            case .exception: "is an exception to"
            case .concludes: "leads to the conclusion"
            case .recommends: "recommends"
            case .against: "advises against"
            case .cautions: "cautions about"
            case .requires: "must be there before"
            case .precedes: "comes before"
            case .preferred: "is preferred to"
            case .withdraws: "withdraws"
            case .leads: "bears on, by how many rules"
            }
        }
    }

    /// The kinds of arrows that occur, in a fixed order.
    var edgeStyles: [EdgeStyle] {
        let found = Set(edges.map(\.style))
        return EdgeStyle.allCases.filter(found.contains)
    }

    var nodeStyles: [NodeStyle] {
        let found = Set(nodes.map(\.style))
        return NodeStyle.allCases.filter(found.contains)
    }

    /// Every arrow as a line of words, for those who cannot see it.
    var lines: [Prose] {
        edges.map { edge in
            let many = edge.count > 1 ? " (\(edge.count) rules)" : ""
            return Prose("\(nodes[edge.from].text) \(edge.style.word) \(nodes[edge.to].text)\(many)")
        }
    }
}
