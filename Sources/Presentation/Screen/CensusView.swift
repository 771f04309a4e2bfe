import Advice
import Census
import RuleModel

/// Where packages stand in a table of clusters, group by group.
public struct CensusView: Sendable {
    let summary: GroupSummary
    let rules: RuleBase
    let rulesDigest: Digest
    private let tellsAll: Bool
    private let asked: AskedFirst?

    /// - Parameters:
    ///   - tellsAll: Every group, and in it every package that is advised; else the first of them.
    ///   - asked: What would be asked first; wanted where nothing is advised.
    public init(
        _ summary: GroupSummary, rules: RuleBase, rulesDigest: Digest, tellsAll: Bool,
        asked: AskedFirst? = nil
    ) {
        self.summary = summary
        self.rules = rules
        self.rulesDigest = rulesDigest
        self.tellsAll = tellsAll
        self.asked = asked
    }

    var title: String { "Where packages stand, by \(summary.title)" }
    var subtitle: String {
        "\(counted(summary.rows, "row")) in \(counted(summary.groups.count, "group"))"
    }
    private static let shown = (packages: 5, groups: 30, names: 12)

    public var document: Document {
        var document = Document([.title(Prose(title), aside: Prose(subtitle))])
        let all = summary.packages(of: rules)
        if all.isEmpty {
            document.add(.paragraph("No package is advised in any row on what the table tells."))
            document.add(nextColumns)
        } else if isWhole {
            document.add(all.map { item(summary.groups[0], $0) })
        } else {
            document.add(groups)
        }
        document.add([.gap, .paragraph(.faint("rules \(rulesDigest.short)"))])
        return document
    }

    /// Each group with the packages that are advised in it.
    private var groups: [Document.Block] {
        let all = summary.groups.map { (group: $0, packages: summary.packages(of: $0)) }
        let advised = all.indices.filter { !all[$0].packages.isEmpty }
        // Those with most advice where there are more than one reads, in their order.
        let kept = Set(
            advised.sorted { one, other in
                let (mine, theirs) = (all[one].group.advisedInAll, all[other].group.advisedInAll)
                return mine != theirs ? mine > theirs : one < other
            }.prefix(tellsAll ? advised.count : Self.shown.groups))
        var blocks: [Document.Block] = []
        var more = 0
        for (group, packages) in advised.filter(kept.contains).map({ all[$0] }) {
            let shown = tellsAll ? packages : Array(packages.prefix(Self.shown.packages))
            more += packages.count - shown.count
            blocks.append(.heading("\(name(of: group)), \(counted(group.rows, "row"))"))
            blocks += shown.map { item(group, $0) }
        }
        let bare = all.filter(\.packages.isEmpty).map(\.group)
        if !bare.isEmpty {
            let names = bare.prefix(tellsAll ? bare.count : Self.shown.names).map(name)
            let others = bare.count > names.count ? " and \(bare.count - names.count) more" : ""
            blocks += [
                .gap,
                .paragraph(
                    "Nothing is advised in \(counted(bare.count, "group")): \(names.joined(separator: ", "))\(others)."
                ),
            ]
        }
        let left = advised.count - kept.count
        let parts = [
            left > 0 ? "\(counted(left, "group")) more with less advice" : "",
            more > 0 ? "\(counted(more, "package")) more, advised in fewer rows" : "",
        ].filter { !$0.isEmpty }
        if !parts.isEmpty {
            blocks += [.gap, .paragraph(.faint("\(parts.joined(separator: "; ")): --details"))]
        }
        return blocks
    }

    /// How to go on where nothing is advised.
    private var nextColumns: [Document.Block] {
        guard let asked, !asked.questions.isEmpty else { return [] }
        let questions = asked.questions.map { "`\($0.name)` in \(counted($0.rows, "row"))" }
        let whole = asked.rows == summary.rows ? "" : " of the first \(asked.rows)"
        return [
            .paragraph(
                "Asked first: \(questions.joined(separator: ", "))\(whole). Let the table, or one of members, tell it."
            )
        ]
    }

    /// Whether all rows are one group, which has no name.
    private var isWhole: Bool {
        summary.title == "package" && summary.groups.count == 1 && summary.groups[0].name.isEmpty
    }

    /// A package with in how many rows it stands in how; together they are the group's rows.
    private func item(_ group: GroupSummary.Group, _ package: ID<Package>) -> Document.Block {
        let counts = TableStanding.allCases.reversed().compactMap { standing -> String? in
            let count = group.count(package, standing)
            return count == 0 ? nil : "\(standing.phrase) \(count)"
        }
        return .item(
            Document.Item("·", Prose(rules[package].title), aside: Prose(counts.joined(separator: ", "))))
    }

    func name(of group: GroupSummary.Group) -> String {
        group.name.isEmpty ? (isWhole ? "all rows" : "(blank)") : group.name
    }
}

extension TableStanding {
    fileprivate var phrase: String { word.replacing("-", with: " ") }
}
