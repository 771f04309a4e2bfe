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
    private let leftOut: [GroupSummary.Group]

    private static let field = (width: 54, height: 24)
    private static let most = (packages: 20, groups: 200)
    /// So many can be looked at as they stand.
    private static let few = 40
    private static let titleLength = 40
    private let left: Int
    private let top: Int

    init(_ view: CensusView) {
        self.view = view
        packages = Array(view.summary.packages(of: view.rules).prefix(Self.most.packages))
        let all = view.summary.groups
        if all.count <= Self.few {
            (groups, leftOut) = (all, [])
        } else {
            // Where there are more than can be looked at, those that are advised most come first, and those that
            // are advised nothing are left out if there are others.
            let first = all.indices.sorted { one, other in
                let (mine, theirs) = (all[one].advisedInAll, all[other].advisedInAll)
                if mine != theirs { return mine > theirs }
                return all[one].rows != all[other].rows ? all[one].rows > all[other].rows : one < other
            }.map { all[$0] }
            let advised = first.prefix { $0.advisedInAll > 0 }
            groups = Array((advised.isEmpty ? first[...] : advised).prefix(Self.most.groups))
            leftOut = Array(first.dropFirst(groups.count))
        }
        let longest = groups.map { min(28, view.name(of: $0).count) }.max() ?? 0
        left = 90 + longest * 8
        // Letters of a slanted title rise by so much each.
        top = 24 + (packages.map { min(Self.titleLength, view.rules[$0].title.count) }.max() ?? 0) * 9 / 2
    }

    private var width: Int { max(640, left + packages.count * Self.field.width + 270) }
    private var height: Int { top + groups.count * Self.field.height + (leftOut.isEmpty ? 103 : 122) }

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
                    ], [.text(figure(percent, share, group, package))]),
            ]
        }
        return [name, rows] + fields + [.line]
    }

    /// The share, or what there is instead of advice.
    private func figure(
        _ percent: Int, _ share: Double, _ group: GroupSummary.Group, _ package: ID<Package>
    ) -> String {
        if share > 0 { return percent == 0 ? "<1" : "\(percent)" }
        if group.count(package, .contested) > 0 { return "!" }
        if group.count(package, .open) > 0 { return "?" }
        return group.count(package, .advisedAgainst) > 0 ? "×" : "·"
    }

    private var legend: [Markup] {
        let y = top + groups.count * Self.field.height + 28
        var lines = [
            "% of a group's rows in which the package stands or is provisional; where it does in none:",
            "! contested in some · ? open in some · × advised against in some · · not advised",
            "beside the names: rows",
        ]
        if !leftOut.isEmpty {
            let bare = leftOut.count { $0.advisedInAll == 0 }
            let some = leftOut.count - bare
            lines.append(
                "not drawn: "
                    + [
                        bare > 0 ? "\(counted(bare, "group")) in which nothing is advised" : "",
                        some > 0 ? "\(counted(some, "group")) with the least advice" : "",
                    ].filter { !$0.isEmpty }.joined(separator: ", "))
        }
        let texts = lines.enumerated().flatMap { place, line -> [Markup] in
            [.element("text", ["x": "12", "y": "\(y + 19 * place)"], [.text(line)]), .line]
        }
        let last = Markup.element(
            "text", ["class": "note", "x": "12", "y": "\(y + 19 * lines.count)"],
            [.text("rules \(view.rulesDigest.short)")])
        return texts + [last, .line]
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
