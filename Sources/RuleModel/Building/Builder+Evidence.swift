import Notation

// Claims, citations and grounds, wherever they stand.

extension Builder {
    /// The claims that the `from` clauses of a node name, and so put to use.
    mutating func claims(_ node: SyntaxNode) -> [ID<Claim>] {
        let claims = namedClaims(node)
        for claim in claims { usage.claims.insert(claim.index) }
        return claims
    }

    /// The claims that the `from` clauses of a node name.
    mutating func namedClaims(_ node: SyntaxNode) -> [ID<Claim>] {
        var claims: [ID<Claim>] = []
        for clause in node.each(.fromClause) {
            for token in clause.directTokens.dropFirst() where token.isName {
                if let claim = resolve(token, .claim, as: Claim.self) { claims.append(claim) }
            }
        }
        return claims
    }

    /// The claims that thresholds may rest on; `nil` when one of those named is not known, and what it
    /// states neither, or where nobody asks.
    func allKnown(_ claims: [ID<Claim>], in node: SyntaxNode) -> [ID<Claim>]? {
        guard !isKnownSound, claims.count == node.each(.fromClause).reduce(0, { $0 + $1.nameCount() }) else {
            return nil
        }
        // Of a claim that is not understood nobody knows the figure.
        let known = declarations[.claim]
        let areSound = claims.allSatisfy {
            !known.indices.contains($0.index) || !isBroken(known[$0.index].node)
        }
        return areSound ? claims : nil
    }

    /// The places in documents that the `at` clauses of a node name.
    mutating func citations(_ node: SyntaxNode) -> [Citation] {
        var citations: [Citation] = []
        for clause in node.each(.atClause) {
            guard let source = resolve(clause.name, .source, as: Source.self) else { continue }
            citations.append(Citation(source: source, location: clause.string))
        }
        return citations
    }

    /// `judgement "…"`, or `as-judged`, which gives no reason.
    func judgement(_ node: SyntaxNode) -> String? {
        if let clause = node.first(.judgementClause) { return clause.string }
        return node.first(.asJudged) == nil ? nil : ""
    }

    mutating func grounds(_ node: SyntaxNode) -> Grounds {
        Grounds(claims: claims(node), judgement: judgement(node))
    }
}
