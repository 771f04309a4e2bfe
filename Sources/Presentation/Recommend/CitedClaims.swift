import RuleModel

/// The claims and documents that a page names, told once at its end.
struct CitedClaims {
    private let rules: RuleBase
    private let claims: [ID<Claim>]
    private let sources: [ID<Source>]

    /// - Parameter document: what was said so far. Its citations are claims by name, and places in
    ///   documents, which begin with the document's name.
    init(in document: Document, rules: RuleBase) {
        self.rules = rules
        let cited = Set(document.blocks.flatMap(\.citations))
        let claims = rules.claims.indices.filter { cited.contains(rules.claims[$0].name) }
            .map { ID<Claim>($0) }
        let behind = Set(claims.flatMap { rules[$0].citations.map(\.source.index) })
        let heads = Set(cited.compactMap { $0.split(separator: " ").first.map(String.init) })
        self.claims = claims
        sources = rules.sources.indices.filter {
            behind.contains($0) || heads.contains(rules.sources[$0].name)
        }
        .map { ID($0) }
    }

    var blocks: [Document.Block] {
        var blocks: [Document.Block] = []
        if !claims.isEmpty {
            blocks += [.heading("CLAIMS CITED")] + ClaimLines(rules: rules).blocks(claims)
        }
        if !sources.isEmpty { blocks += [.heading("SOURCES")] + sources.map(item) }
        return blocks
    }

    private func item(_ id: ID<Source>) -> Document.Block {
        let source = rules[id]
        let about = [source.authors, source.year.map(String.init) ?? "", source.title]
            .filter { !$0.isEmpty }.joined(separator: ", ")
        return .item("·", .citation(source.name) + Prose(about.isEmpty ? "" : " \(about)"))
    }
}

extension Document.Block {
    /// The citations in it, as worded.
    fileprivate var citations: [String] {
        switch self {
        case .title(let text, let aside): text.citations + aside.citations
        case .heading(let text), .subheading(let text), .paragraph(let text): text.citations
        case .item(let item):
            item.text.citations + item.aside.citations + item.below.flatMap(\.citations)
        case .verbatim(let lines): lines.flatMap(\.citations)
        case .table(let table): table.rows.flatMap { $0.flatMap(\.citations) }
        case .notes(let notes): notes.flatMap(\.text.citations)
        case .facts(let facts): facts.flatMap { $0.text.flatMap(\.citations) }
        case .listing(let listing): listing.lines.flatMap { $0.notes.flatMap(\.citations) }
        case .diagram, .picture, .gap: []
        }
    }
}

extension Prose {
    fileprivate var citations: [String] { spans.filter { $0.style == .citation }.map(\.text) }
}
