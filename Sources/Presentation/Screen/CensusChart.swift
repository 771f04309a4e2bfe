import Advice
import Census
import RuleModel

/// A picture of advice: a row to a group, a column to a package, darker where more rows are advised it.
///
/// The share stands in each field as well, so that nothing is said by colour alone.
struct CensusChart {
    private let view: CensusView
    private let packages: [ID<Package>]
    private let groups: [GroupSummary.Group]

    private static let field = (width: 54, height: 24)
    private static let most = (packages: 20, groups: 200)
    private static let titleLength = 40
    private let left: Int
    private let top: Int

    init(_ view: CensusView) {
        self.view = view
        packages = Array(view.summary.packages(of: view.rules).prefix(Self.most.packages))
        // The largest groups where there are more than can be looked at, in their order.
        let kept = Set(
            view.summary.groups.indices.sorted {
                (view.summary.groups[$1].rows, $0) < (view.summary.groups[$0].rows, $1)
            }.prefix(Self.most.groups))
        groups = view.summary.groups.indices.filter(kept.contains).map { view.summary.groups[$0] }
        let longest = groups.map { min(28, view.name(of: $0).count) }.max() ?? 0
        left = 90 + longest * 8
        // Letters of a slanted title rise by so much each.
        top = 24 + (packages.map { min(Self.titleLength, view.rules[$0].title.count) }.max() ?? 0) * 9 / 2
    }

    private var width: Int { max(640, left + packages.count * Self.field.width + 270) }
    private var height: Int { top + groups.count * Self.field.height + 84 }

    var markup: Markup {
        .element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(width) \(height)",
                "width": "\(width)", "height": "\(height)", "id": "advice-chart", "role": "img",
                "aria-labelledby": "chart-title chart-words",
            ],
            [
                .line, .element("title", ["id": "chart-title"], [.text("\(view.title): \(view.subtitle)")]),
                .line,
                .element(
                    "desc", ["id": "chart-words"],
                    [
                        .text(
                            "A row to each group and a column to each package: the share of the group's rows in which "
                                + "the package is advised, firmly or provisionally.")
                    ]), .line,
                Self.style, .line,
            ] + heads + groups.enumerated().flatMap(row) + legend)
    }

    private var heads: [Markup] {
        packages.enumerated().flatMap { place, package -> [Markup] in
            let x = left + place * Self.field.width + Self.field.width / 2
            let title = view.rules[package].title
            return [
                .element(
                    "text", ["transform": "translate(\(x),\(top - 8)) rotate(-38)"],
                    [.text(shortened(title, Self.titleLength))]),
                .line,
            ]
        }
    }

    private func row(_ place: Int, _ group: GroupSummary.Group) -> [Markup] {
        let y = top + place * Self.field.height
        let name = Markup.element(
            "text", ["class": "name", "x": "\(left - 60)", "y": "\(y + 17)"],
            [.text(shortened(view.name(of: group), 28))])
        let rows = Markup.element(
            "text", ["class": "rows", "x": "\(left - 10)", "y": "\(y + 17)"], [.text("\(group.rows)")])
        let fields = packages.enumerated().flatMap { column, package -> [Markup] in
            let share = group.rows == 0 ? 0 : Double(group.advised(package)) / Double(group.rows)
            let percent = Int((share * 100).rounded())
            let x = left + column * Self.field.width
            let words =
                "\(view.name(of: group)), \(view.rules[package].title): stands in \(group.count(package, .stands)), "
                + "provisional in \(group.count(package, .provisional)), open in \(group.count(package, .open)) of \(counted(group.rows, "row"))"
            return [
                .element(
                    "rect",
                    [
                        "x": "\(x + 1)", "y": "\(y + 1)", "width": "\(Self.field.width - 2)",
                        "height": "\(Self.field.height - 2)", "class": "s\(min(5, (percent + 19) / 20))",
                    ], [.element("title", [:], [.text(words)])]),
                .element(
                    "text",
                    [
                        "class": percent > 60 ? "figure light" : "figure", "x": "\(x + Self.field.width / 2)",
                        "y": "\(y + 17)",
                    ], [.text(percent == 0 && share > 0 ? "<1" : percent == 0 ? "·" : "\(percent)")]),
            ]
        }
        return [name, rows] + fields + [.line]
    }

    private var legend: [Markup] {
        let y = top + groups.count * Self.field.height + 28
        let more = view.summary.groups.count - groups.count
        let lines = [
            "% of a group's rows in which the package stands or is provisional",
            "beside the names: rows" + (more > 0 ? "; \(more) smaller groups are not drawn" : ""),
        ]
        return [
            .element("text", ["x": "12", "y": "\(y)"], [.text(lines[0])]), .line,
            .element("text", ["x": "12", "y": "\(y + 19)"], [.text(lines[1])]), .line,
            .element(
                "text", ["class": "note", "x": "12", "y": "\(y + 38)"],
                [.text("rules \(view.rulesDigest.short)")]),
            .line,
        ]
    }

    private func shortened(_ text: String, _ count: Int) -> String {
        text.count > count ? text.prefix(count - 1) + "…" : text
    }

    /// Read by day and by night.
    private static let style = Markup.style(
        """
        #advice-chart { max-width: none }
        #advice-chart text { font: 13px system-ui, sans-serif; fill: #222; stroke: none }
        #advice-chart .name { text-anchor: end }
        #advice-chart .rows { text-anchor: end; fill: #666 }
        #advice-chart .note { fill: #666; font-size: 11px }
        #advice-chart .figure { text-anchor: middle }
        #advice-chart .light { fill: #fff }
        #advice-chart rect { stroke: none }
        #advice-chart .s0 { fill: #eef1f2 } #advice-chart .s1 { fill: #d3e6e4 }
        #advice-chart .s2 { fill: #a5cfca } #advice-chart .s3 { fill: #6fb3ac }
        #advice-chart .s4 { fill: #2b7f78 } #advice-chart .s5 { fill: #0d5a55 }
        @media (prefers-color-scheme: dark) {
          #advice-chart text { fill: #ddd } #advice-chart .rows, #advice-chart .note { fill: #999 }
          #advice-chart .s0 { fill: #23282a } #advice-chart .s1 { fill: #1d3a38 }
          #advice-chart .s2 { fill: #20524e } #advice-chart .s3 { fill: #2b706a }
          #advice-chart .s4 { fill: #2b7f78 } #advice-chart .s5 { fill: #2f8f87 }
          #advice-chart .light { fill: #fff }
        }
        """)
}

extension CensusView {
    /// The picture alone.
    public var svg: String { CensusChart(self).markup.source + "\n" }

    /// A page with the picture and the numbers under it, which needs nothing else.
    public var page: String {
        HTMLLayout().render(
            document,
            picture: .element(
                "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": title],
                [.line, CensusChart(self).markup, .line]))
    }
}
