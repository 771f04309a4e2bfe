import Analysis
import RuleModel

/// A rule base as a reference of static pages, cross-linked both ways, searchable without a server.
///
///     let site = Site(rules: rules, cases: cases, texts: texts, tries: tries)
///     site.files          // to be written below one folder
///
/// Equal rules and cases give equal bytes. Nothing on a page is fetched from elsewhere.
public struct Site: Sendable {
    let words: SiteWords
    let cases: [ClusterCase]
    let texts: [(name: String, bytes: [UInt8])]
    let tries: RuleTries
    let references: CrossReferences
    let uses: ClaimUses
    let graphs: GraphView
    let backlinks: SiteBacklinks
    private let digest: Digest
    var rules: RuleBase { words.rules }

    public init(
        rules: RuleBase, cases: [ClusterCase], texts: [(name: String, bytes: [UInt8])], tries: RuleTries,
        digest: Digest
    ) {
        words = SiteWords(rules)
        self.cases = cases
        self.texts = texts.sorted { $0.name < $1.name }
        self.tries = tries
        self.digest = digest
        references = CrossReferences(rules)
        uses = ClaimUses(rules)
        graphs = GraphView(rules)
        backlinks = SiteBacklinks(rules, cases)
    }

    /// Everything to be written, in order of path.
    public var files: [SiteFile] {
        let pages = self.pages
        let layout = SiteLayout(
            name: "Distretto reference", areas: areas, home: SiteMap.home, isSearchable: true,
            foot: "Rules \(digest.short). Made by distretto docs.")
        let written = pages.map { SiteFile(path: $0.address.page, text: layout.render($0)) }
        let entries = pages.flatMap(\.entries)
        let files =
            written + [
                SiteFile(path: SiteStyle.path, text: SiteStyle.text),
                SiteFile(path: SiteSearch.scriptPath, text: SiteSearch.script),
                SiteFile(path: SiteSearch.indexPath, text: SiteSearch.index(entries)),
            ]
        return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// What every page offers to go to.
    private var areas: [SiteLayout.Area] {
        SiteMap.Kind.allCases.map { kind in
            SiteLayout.Area(name: kind.rawValue, title: kind.title, count: count(kind), address: kind.index)
        }
    }

    func count(_ kind: SiteMap.Kind) -> Int {
        switch kind {
        case .packages: rules.packages.count
        case .rules: rules.rules.count
        case .diagnostics: rules.diagnostics.count
        case .collections: rules.collections.count
        case .concepts: rules.concepts.count
        case .classifications: rules.classifications.count
        case .scales: rules.scales.count + rules.choices.count
        case .terms:
            rules.actors.count + rules.roles.count + rules.criteria.count + rules.lenses.count
                + rules.packageAttributes.count + rules.indicators.count + rules.reports.count
                + rules.disputes.count
        case .sources: rules.sources.count
        case .cases: cases.count
        case .files: texts.count
        }
    }

    private var pages: [SitePage] {
        [homePage]
            + rules.packages.indices.map { packagePage(ID($0)) } + [packageIndex]
            + rules.rules.indices.map { rulePage(ID($0)) } + [ruleIndex]
            + rules.diagnostics.indices.map { diagnosticPage(ID($0)) } + [diagnosticIndex]
            + rules.collections.indices.map { collectionPage(ID($0)) } + [collectionIndex]
            + rules.concepts.indices.map { conceptPage(ID($0)) } + [conceptIndex]
            + rules.classifications.indices.map { classificationPage(ID($0)) } + [classificationIndex]
            + [scalePage, termPage]
            + rules.sources.indices.map { sourcePage(ID($0)) } + [sourceIndex]
            + cases.map(casePage) + [caseIndex]
            + texts.map { filePage($0.name, $0.bytes) } + [fileIndex]
    }

    // MARK: What pages share

    func page(
        _ address: PageAddress, _ title: String, _ kind: SiteMap.Kind, _ document: Document,
        entries: [SearchEntry] = []
    ) -> SitePage {
        let isIndex = address == kind.index
        return SitePage(
            address: address, title: title,
            path: [SitePage.Step(title: "Reference", address: SiteMap.home)]
                + (isIndex ? [] : [SitePage.Step(title: kind.title, address: kind.index)]),
            kind: kind.rawValue, document: document, entries: entries)
    }

    /// A heading with what stands under it; nothing where there is nothing.
    func part(_ heading: String, _ blocks: [Document.Block]) -> [Document.Block] {
        blocks.isEmpty ? [] : [.heading(Prose(heading))] + blocks
    }

    /// A list of rules, each with its reason.
    func list(_ found: [ID<Rule>], aside: (ID<Rule>) -> Prose = { _ in "" }) -> [Document.Block] {
        found.map { rule in
            let because = rules[rule].because
            let below: [Document.Block] = because.isEmpty ? [] : [.paragraph(Prose(because.asSentence))]
            return .item("·", words.rule(rule), aside: aside(rule), below: below)
        }
    }

    /// A label with what is said under it, where anything is.
    func fact(_ label: String, _ text: Prose...) -> [Document.Fact] {
        let told = text.filter { !$0.isEmpty }
        return told.isEmpty ? [] : [Document.Fact(label, told)]
    }

    func fact(_ label: String, all text: [Prose]) -> [Document.Fact] {
        text.isEmpty ? [] : [Document.Fact(label, text)]
    }

    /// Where something is declared, as the last thing on its page.
    func declared(_ origin: Origin) -> [Document.Block] {
        origin.line > 0 ? [.paragraph(Prose.faint("Declared at ") + words.place(origin))] : []
    }

    /// The stages of cases that read or state something.
    func caseList(_ stages: [SiteBacklinks.Telling]) -> [Document.Block] {
        stages.map { telling in
            let cluster = cases[telling.cluster]
            let title = cluster.title.isEmpty ? cluster.name : cluster.title
            let stage = cluster.stages.count > 1 ? cluster.stages[telling.stage].name : ""
            return .item(
                "·",
                Prose(title).linked(to: SiteMap.address(of: cluster))
                    + Prose(stage.isEmpty ? "" : ", \(stage)"),
                aside: telling.text)
        }
    }
}
