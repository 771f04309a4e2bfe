import Analysis
import RuleModel

/// The rule files as pages, every rule and condition marked with what tests and cases show of it.
public struct CoverageSite: Sendable {
    private let coverage: Coverage
    private let lines: CoverageLines
    private let texts: [(name: String, bytes: [UInt8])]
    private let view: CoverageView

    public init(_ coverage: Coverage, texts: [(name: String, bytes: [UInt8])]) {
        self.coverage = coverage
        self.texts = texts.sorted { $0.name < $1.name }
        lines = CoverageLines(coverage, texts: texts)
        view = CoverageView(coverage, tellsAll: true)
    }

    private static let home = PageAddress("index.html")

    public var files: [SiteFile] {
        let name = "What tests show of the rules"
        let layout = SiteLayout(
            name: name, areas: [], home: Self.home, isSearchable: false,
            foot: "Made by distretto coverage --format html.")
        let marked = Dictionary(lines.files.map { ($0.name, $0.lines) }) { first, _ in first }
        let pages =
            [overview(name)]
            + texts.compactMap { text in marked[text.name].map { page(text.name, text.bytes, $0) } }
        return pages.map { SiteFile(path: $0.address.page, text: layout.render($0)) }
            + [SiteFile(path: SiteStyle.path, text: SiteStyle.text)]
    }

    // MARK: The first page

    private func overview(_ name: String) -> SitePage {
        var document = Document([.title(Prose(name)), .paragraph(Prose(Self.legend))])
        document.add(
            .table(
                Document.Table(["", "all", "tests", "cases", "either"], rows: view.rows, caption: "Figures")))
        let missing = coverage.ruleGaps.map { gaps -> Document.Block in
            let rule = coverage.rules[gaps.rule]
            return .item(
                "✗", Prose.name(rule.name).linked(to: address(rule.origin)), aside: .faint(rule.origin.place),
                below: gaps.gaps.map { .paragraph(Prose(view.sentence($0, of: gaps.rule))) })
        }
        let packages = coverage.packageGaps.map { gap -> Document.Block in
            .item(
                "✗", Prose.name(coverage.rules[gap.package].name),
                aside: .faint(coverage.rules[gap.package].origin.place),
                below: view.sentences(gap).map { .paragraph(Prose($0)) })
        }
        document.add(.heading("What no test shows"))
        document.add(
            missing.isEmpty && packages.isEmpty
                ? [.paragraph(.good("Everything is tried."))] : packages + missing)
        document.add(.heading("The files"))
        document.add(
            lines.files.map { file in
                let shown = file.lines.count { lines.shown($0) == .all }
                let rules = file.lines.reduce(0) { $0 + $1.rules.count }
                return .item(
                    "·", Prose(file.name).linked(to: PageAddress(SiteMap.address(ofFile: file.name).page)),
                    aside: Prose(
                        "\(shown) of \(file.lines.count) lines", shown == file.lines.count ? .good : .doubtful
                    ),
                    below: [.paragraph(.faint(counted(rules, "rule")))])
            })
        return SitePage(address: Self.home, title: name, path: [], kind: "", document: document)
    }

    private static let legend = """
        A line is marked ✓ where rule tests show all of it: its rule applying, its conditions met and not met; ◐ where they \
        show a part, ✗ where they show nothing. What is missing stands below the line. What cases alone show is said, \
        and counts for nothing: a case is history, and may be told otherwise tomorrow.
        """

    private func address(_ origin: Origin) -> PageAddress? { SiteMap.address(of: origin) }

    // MARK: A file

    private func page(_ name: String, _ bytes: [UInt8], _ marked: [CoverageLines.Line]) -> SitePage {
        var listing = SiteListing(bytes).lines
        for line in marked where listing.indices.contains(line.number - 1) {
            listing[line.number - 1].mark = mark(line)
            listing[line.number - 1].notes = notes(line)
        }
        let document = Document([
            .title(Prose(name)), .paragraph(.faint(Self.legend)), .listing(Document.Listing(listing)),
        ])
        return SitePage(
            address: SiteMap.address(ofFile: name), title: name,
            path: [SitePage.Step(title: "What tests show", address: Self.home)], kind: "", document: document)
    }

    private func mark(_ line: CoverageLines.Line) -> Prose {
        switch lines.shown(line) {
        // A threshold may be left untried on a line whose conditions were seen both ways.
        case .all: hasGaps(line) ? .doubtful("◐") : .good("✓")
        case .some: .doubtful("◐")
        case .nothing: .bad("✗")
        }
    }

    private func hasGaps(_ line: CoverageLines.Line) -> Bool {
        line.conditions.contains { rule, place in coverage.gaps(of: rule).contains { $0.condition == place } }
    }

    private func notes(_ line: CoverageLines.Line) -> [Prose] {
        line.rules.flatMap { rule -> [Prose] in
            let sight = coverage.ruleSights[rule.index]
            let gaps = coverage.gaps(of: rule)
            let own = gaps.filter { $0.condition == nil }
            return [Prose("\(coverage.rules[rule].name): ") + words(sight)]
                + own.map { .bad(view.sentence($0, of: rule)) }
        }
            + line.conditions.flatMap { rule, place in
                coverage.gaps(of: rule).filter { $0.condition == place }.map {
                    .doubtful(view.sentence($0, of: rule))
                }
            }
    }

    /// Who saw a rule apply, and who saw it held back.
    private func words(_ sight: RuleSight) -> Prose {
        func by(_ witnesses: Witnesses) -> String {
            switch (witnesses.contains(.tests), witnesses.contains(.cases)) {
            case (true, true): "in tests and cases"
            case (true, false): "in tests"
            case (false, true): "in cases alone"
            case (false, false): "nowhere"
            }
        }
        return Prose("applies \(by(sight.fired)), held back \(by(sight.heldBack))")
    }
}

extension Coverage.Gap {
    /// The condition it is about; the rule itself where there is none.
    var condition: Int? {
        switch self {
        case .neverFires, .neverHeldBack: nil
        case .neverMet(let place), .neverUnmet(let place), .untried(let place, threshold: _, _): place
        }
    }
}
