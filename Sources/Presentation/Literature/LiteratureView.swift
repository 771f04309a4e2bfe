import RuleModel

/// Every claim with what stands on it, by document and section; the figures first.
public struct LiteratureView: Sendable {
    /// What is asked about.
    public enum Scope: Hashable, Sendable {
        case everything
        case document(ID<Source>)
        case claim(ID<Claim>)
    }

    let phraser: Phraser
    let uses: ClaimUses
    private let scope: Scope
    private let tellsAll: Bool
    private var rules: RuleBase { phraser.rules }

    /// - Parameter tellsAll: whether every claim is listed; else figures, and what is missing.
    public init(_ rules: RuleBase, scope: Scope = .everything, tellsAll: Bool = false) {
        phraser = Phraser(rules: rules, history: [])
        uses = ClaimUses(rules)
        self.scope = scope
        self.tellsAll = tellsAll
    }

    var shelves: [LiteratureOrder.Shelf] {
        let all = LiteratureOrder(rules).shelves
        switch scope {
        case .everything: return all
        case .document(let source): return all.filter { $0.source == source }
        case .claim(let claim):
            return all.compactMap { shelf in
                let sections = shelf.sections.filter { $0.claims.contains(claim) }
                    .map { (location: $0.location, claims: [claim]) }
                return sections.isEmpty
                    ? nil : LiteratureOrder.Shelf(source: shelf.source, sections: sections)
            }
        }
    }

    public var document: Document {
        if case .claim(let claim) = scope { return ClaimPage(claim, phraser, uses: uses).document }
        let shelves = shelves
        let claims = shelves.flatMap(\.claims)
        var document = Document()
        if case .document(let source) = scope { document.add(.title(Prose(title(of: source)))) }
        document.add([.paragraph(LiteratureTally(claims, uses: uses).sentence), .gap])
        if case .document = scope {
            document.add(table("section", shelves.flatMap(\.sections).map { ($0.location, $0.claims) }))
        } else {
            document.add(table("document", shelves.map { (name(of: $0.source), $0.claims) }))
        }
        document.add(excused(claims) + left(claims))
        if tellsAll { for shelf in shelves { document.add(told(shelf)) } }
        document.add(footer)
        return document
    }

    // MARK: Figures

    private func table(_ what: String, _ lots: [(name: String, claims: [ID<Claim>])]) -> Document.Block {
        var rows = lots.map { [Prose($0.name)] + LiteratureTally($0.claims, uses: uses).cells }
        if lots.count > 1 {
            rows.append([Prose("all")] + LiteratureTally(lots.flatMap(\.claims), uses: uses).cells)
        }
        return .table(Document.Table([what] + LiteratureTally.headings, rows: rows))
    }

    /// How many were left out for which reason.
    private func excused(_ claims: [ID<Claim>]) -> [Document.Block] {
        let left = claims.filter { uses.account($0) == .excused }.compactMap { rules[$0].exclusion?.reason }
        let reasons = Claim.Exclusion.Reason.allCases.compactMap { reason -> Document.Block? in
            let count = left.count { $0 == reason }
            let words = count > 0 && reason.namesClaims ? "\(reason.words) another claim" : reason.words
            return count == 0 ? nil : .item("·", Prose(words), aside: Prose("\(count)"))
        }
        return reasons.isEmpty ? [] : [.heading("NOT ENCODED, AND WHY")] + reasons
    }

    /// What is neither used nor excused: the author's work list.
    private func left(_ claims: [ID<Claim>]) -> [Document.Block] {
        let left = claims.filter { uses.account($0) == .neither }
        guard !left.isEmpty else { return [] }
        let shown = tellsAll ? left : Array(left.prefix(Self.most))
        var blocks: [Document.Block] = [.heading("NEITHER USED NOR EXCUSED")]
        blocks += shown.map { id in
            .item(
                "✗", Prose.citation(rules[id].name) + Prose(" “\(rules[id].text)”"),
                aside: .faint(rules[id].origin.place))
        }
        if left.count > shown.count { blocks.append(.paragraph("and \(left.count - shown.count) more")) }
        return blocks
    }

    private static let most = 8

    // MARK: Claims

    private func told(_ shelf: LiteratureOrder.Shelf) -> [Document.Block] {
        shelf.sections.flatMap { section in
            [.heading(.citation("\(name(of: shelf.source)) \(section.location)"))]
                + section.claims.map(item)
        }
    }

    private func item(_ id: ID<Claim>) -> Document.Block {
        let claim = rules[id]
        let grounds = uses[id].map { phraser.phrase($0) }.joined()
        let below: Prose
        switch uses.account(id) {
        case .encoded where grounds.isEmpty:
            below = Prose("used by way of a claim that tells the same: ") + phraser.claims(claim.restates)
        case .encoded: below = grounds
        case .excused: below = Prose("not encoded, ") + (claim.exclusion.map { phraser.phrase($0) } ?? "")
        case .neither: below = .bad("neither used nor excused")
        }
        return .item(
            uses.account(id) == .encoded ? "✓" : uses.account(id) == .excused ? "–" : "✗",
            Prose.citation(claim.name) + Prose(" “\(claim.text)”"), below: [.paragraph(below)])
    }

    // MARK: Names

    func name(of source: ID<Source>?) -> String { source.map { rules[$0].name } ?? "no document" }

    private func title(of id: ID<Source>) -> String {
        let source = rules[id]
        let year = source.year.map { " (\($0))" } ?? ""
        return "\(source.name): \(source.authors)\(year), \(source.title)"
    }

    private var footer: [Document.Block] {
        var lines: [Document.Block] = [
            .gap,
            .paragraph(
                .faint(
                    "Counted are the claims that the files hold; whether a document says more, only its readers know."
                )),
        ]
        if case .everything = scope, let example = rules.claims.first, let source = rules.sources.first {
            let all = tellsAll ? "" : " · every claim: --details"
            lines.append(
                .paragraph(
                    .faint(
                        "one document: distretto literature \(source.name) · one claim: distretto literature \(example.name)\(all)"
                    )))
        } else if !tellsAll {
            lines.append(.paragraph(.faint("every claim: --details")))
        }
        return lines
    }
}

extension Claim.Exclusion.Reason {
    /// Whether the claims that stand against it are named.
    fileprivate var namesClaims: Bool { self == .supersededBy || self == .contradictedBy }
}
