import RuleModel

extension LiteratureView {
    /// `distretto/literature/1`: figures in all and by document, and every claim asked about by section,
    /// with what stands on it or why nothing does.
    public var json: JSON {
        let shelves = shelves
        return .object([
            "format": .string("distretto/literature/1"),
            "total": .object(LiteratureTally(shelves.flatMap(\.claims), uses: uses).json),
            "documents": .array(shelves.map(json)),
        ])
    }

    private func json(_ shelf: LiteratureOrder.Shelf) -> JSON {
        var members = LiteratureTally(shelf.claims, uses: uses).json
        members["source"] = .text(shelf.source.map { phraser.rules[$0].name })
        members["sections"] = .array(
            shelf.sections.map { section in
                .object([
                    "location": .string(section.location), "claims": .array(section.claims.map(json)),
                ])
            })
        return .object(members)
    }

    private func json(_ id: ID<Claim>) -> JSON {
        let claim = phraser.rules[id]
        func names(_ claims: [ID<Claim>]) -> JSON { .strings(claims.map { phraser.rules[$0].name }) }
        return .object([
            "claim": ClaimJSON(rules: phraser.rules).json(id),
            "account": .string("\(uses.account(id))"),
            "grounds": .array(uses[id].map(json)),
            "exclusion": claim.exclusion.map { exclusion in
                .object([
                    "reason": .string(exclusion.reason.rawValue), "claims": names(exclusion.claims),
                    "note": .text(exclusion.note),
                ])
            } ?? .null,
            "restates": names(claim.restates), "fromCases": .strings(claim.fromCases),
            "figure": .text(claim.figure?.text), "file": .text(claim.origin.file),
            "line": .integer(claim.origin.line),
        ])
    }

    private func json(_ ground: ClaimUses.Ground) -> JSON {
        let (kind, name) = phraser.named(ground)
        let origin = phraser.origin(of: ground)
        var part: String?
        if case .package(_, let cited) = ground { part = cited.rawValue }
        return .object([
            "kind": .string(kind), "name": .string(name), "part": .text(part),
            "file": .text(origin.file), "line": .integer(origin.line),
        ])
    }
}
