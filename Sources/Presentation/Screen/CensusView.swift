import Advice
import Census
import RuleModel

/// Where packages stand in a table of clusters, group by group.
public struct CensusView: Sendable {
    let summary: GroupSummary
    let rules: RuleBase
    let rulesDigest: Digest
    private let tellsAll: Bool

    /// - Parameter tellsAll: Every package that is advised anywhere; else the first of them.
    public init(_ summary: GroupSummary, rules: RuleBase, rulesDigest: Digest, tellsAll: Bool) {
        self.summary = summary
        self.rules = rules
        self.rulesDigest = rulesDigest
        self.tellsAll = tellsAll
    }

    var title: String { "Where packages stand, by \(summary.title)" }
    var subtitle: String {
        "\(counted(summary.rows, "row")) in \(counted(summary.groups.count, "group"))"
    }
    private static let packagesShown = 5

    public var document: Document {
        var document = Document([.title(Prose(title), aside: Prose(subtitle))])
        let all = summary.packages(of: rules)
        if all.isEmpty {
            document.add([.paragraph("No package is advised in any row on what the table tells.")])
        }
        if isWhole {
            if !all.isEmpty { document.add([.table(whole(all))]) }
            document.add([.gap, .paragraph(.faint("rules \(rulesDigest.short)"))])
            return document
        }
        let shown = tellsAll ? all : Array(all.prefix(CensusView.packagesShown))
        for package in shown {
            document.add([
                .heading(Prose(rules[package].title)),
                .table(
                    Document.Table(
                        [summary.title, "rows"] + SummaryFigures.headings,
                        rows: summary.groups.map { group in row(group, package) },
                        caption: "Rows by what becomes of “\(rules[package].title)”")),
            ])
        }
        if shown.count < all.count {
            document.add([
                .gap,
                .paragraph(
                    .faint(
                        "\(counted(all.count - shown.count, "package")) more, advised in fewer rows: --details"
                    )),
            ])
        }
        document.add([.gap, .paragraph(.faint("rules \(rulesDigest.short)"))])
        return document
    }

    /// Whether all rows are one group, which has no name.
    private var isWhole: Bool {
        summary.title == "package" && summary.groups.count == 1 && summary.groups[0].name.isEmpty
    }

    private func whole(_ packages: [ID<Package>]) -> Document.Table {
        Document.Table(
            [summary.title] + SummaryFigures.headings,
            rows: packages.map { package in
                [Prose(rules[package].title)] + SummaryFigures.cells(summary.groups[0], package)
            }, caption: "Rows by what becomes of each package")
    }

    private func row(_ group: GroupSummary.Group, _ package: ID<Package>) -> [Prose] {
        [Prose(name(of: group)), Prose("\(group.rows)")] + SummaryFigures.cells(group, package)
    }

    func name(of group: GroupSummary.Group) -> String {
        group.name.isEmpty ? (isWhole ? "all rows" : "(blank)") : group.name
    }

    /// `distretto/screen/1`: groups with their rows, and for each package that is advised, contested or
    /// open in any of them how many rows it stands in how.
    public var json: JSON {
        .object([
            "format": .string("distretto/screen/1"), "rulesDigest": .string(rulesDigest.description),
            "by": .string(summary.title), "rows": .integer(summary.rows),
            "groups": .array(
                summary.groups.map { group in
                    .object([
                        "name": .string(group.name), "rows": .integer(group.rows),
                        "packages": .array(
                            rules.packages.indices.map { package in
                                var members: [String: JSON] = [
                                    "package": .string(rules.packages[package].name)
                                ]
                                for standing in TableStanding.allCases {
                                    members[standing.word] = .integer(group.count(ID(package), standing))
                                }
                                return .object(members)
                            }),
                    ])
                }),
        ])
    }
}

/// The standings that are counted, as columns.
private enum SummaryFigures {
    static let headings = ["stands", "provisional", "open", "contested", "against"]

    static func cells(_ group: GroupSummary.Group, _ package: ID<Package>) -> [Prose] {
        [TableStanding.stands, .provisional, .open, .contested, .advisedAgainst].map { standing in
            let count = group.count(package, standing)
            return Prose(count == 0 ? "·" : "\(count)")
        }
    }
}
