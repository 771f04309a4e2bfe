import Notation

// Sources, claims, disputes.

/// What documents say, built.
struct BuiltLiterature: Sendable {
    var sources: [Source]
    var claims: [Claim]
}

extension Builder {
    /// Has the literature built by whoever has a hand free: of rules that are known to be sound nothing else
    /// asks what claims say.
    func begunLiterature() -> Deferred<BuiltLiterature> {
        sharing.begin { [self] in
            var builder = self
            builder.buildLiterature()
            return BuiltLiterature(sources: builder.rules.sources, claims: builder.rules.claims)
        }
    }

    mutating func take(_ literature: BuiltLiterature) {
        rules.sources = literature.sources
        rules.claims = literature.claims
    }

    mutating func buildLiterature() {
        rules.sources = declarations[.source].map { source($0) }
        let claims = built(of: declarations[.claim]) { $0.claim($1) }
        rules.claims = claims.map(\.claim)
        figures = claims.map(\.figures)
    }

    private mutating func source(_ declared: Declared) -> Source {
        var source = Source(name: declared.name, origin: origin(declared.token))
        for field in declared.node.all(.sourceField) {
            switch field.token(0)?.text {
            case "authors": source.authors = field.string
            case "title": source.title = field.string
            case "publisher": source.publisher = field.string
            case "note": source.note = field.string
            case "year": source.year = field.token(1)?.integer
            default: break
            }
        }
        return source
    }

    private mutating func claim(_ declared: Declared) -> (claim: Claim, figures: [Figure]) {
        let node = declared.node
        var claim = Claim(
            name: declared.name, citations: citations(node), text: node.string,
            origin: origin(declared.token))
        if claim.citations.isEmpty, node.first(.atClause) == nil, !isBroken(node) {
            report(
                "claim-without-location", "the claim `\(declared.name)` does not say where it stands",
                at: declared.token.place, label: "no document and place is given",
                help: ["write `at SOURCE \"page or section\"` behind its name"])
        }
        if let word = node.first(.firmnessClause)?.name {
            switch word.text {
            case "strong": claim.firmness = .strong
            case "qualified": claim.firmness = .qualified
            case "hypothesis": claim.firmness = .hypothesis
            default: reportWord(word, ["strong", "qualified", "hypothesis"], "a firmness")
            }
        }
        claim.restates = node.all(.restatesClause).flatMap { $0.names() }
            .compactMap { resolve($0, .claim, as: Claim.self) }
        for token in node.all(.fromCaseClause).flatMap({ $0.names() }) { checkCase(token) }
        claim.fromCases = node.all(.fromCaseClause).flatMap { $0.names() }.map(\.text)
        let stated = node.all(.figureClause).flatMap { $0.all(.valueSet) }
        if !stated.isEmpty {
            claim.figure = Claim.Figure(
                text: stated.map(\.wording).joined(separator: ", "), ticks: stated.flatMap { statedTicks($0) }
            )
        }
        if let excluded = node.first(.notEncoded) { claim.exclusion = exclusion(excluded) }
        return (claim, stated.flatMap { figures($0) })
    }

    /// Cases need not be at hand, but one that is all but called so is meant.
    private mutating func checkCase(_ token: SyntaxToken) {
        guard names[.clusterCase, token] == nil else { return }
        let known = names.all(.clusterCase)
        guard NearNames.closest(to: token.text, among: known) != nil else {
            return
        }
        reportMissing(token, "no case is called `\(token.text)`", near: [("case", known)])
    }

    /// The numbers of a figure in units of their own.
    private func statedTicks(_ node: SyntaxNode) -> [TickRange] {
        var runs: [TickRange] = []
        for child in node.children {
            let ends = figureNumbers(child)
            if let first = ends.first, let last = ends.last { runs.append(TickRange(first, last)) }
        }
        return runs
    }

    private func figureNumbers(_ node: SyntaxNode) -> [Int64] {
        let values = node.kind == .value ? [node] : node.all(.value)
        var parts = values.map(LiteralParts.init)
        if parts.count == 2 {
            parts[0].share(with: parts[1])
            parts[1].share(with: parts[0])
        }
        return parts.compactMap { part in
            guard case .success(let literal) = part.literal() else { return nil }
            return if case .number(let ticks) = literal.content { ticks } else { nil }
        }
    }

    private mutating func exclusion(_ node: SyntaxNode) -> Claim.Exclusion? {
        guard let word = node.name else { return nil }
        guard let reason = Claim.Exclusion.Reason(rawValue: word.text) else {
            reportWord(
                word, Claim.Exclusion.Reason.allCases.map(\.rawValue), "a reason for leaving a claim out")
            return nil
        }
        return Claim.Exclusion(
            reason: reason, claims: node.names(from: 2).compactMap { resolve($0, .claim, as: Claim.self) },
            note: node.string)
    }

    /// Says that a word of a short list was wanted.
    mutating func reportWord(_ token: SyntaxToken, _ words: [String], _ what: String) {
        let offer = NearNames.offer(for: token.text, at: token.place, among: words)
        report(
            "unknown-value", "`\(token.text)` is not \(what)", at: token.place,
            label: offer?.label ?? "not one of the words that can stand here",
            help: ["it is one of \(list(words.map { "`\($0)`" }, "and"))"],
            suggestion: offer?.suggestion)
    }

    /// Disputes turn on diagnostics and concepts, so they come after the vocabulary.
    mutating func buildDisputes() {
        rules.disputes = declarations[.dispute].map { declared in
            let sides = declared.node.all(.disputeSide).map { side in
                let claims = side.names().compactMap { resolve($0, .claim, as: Claim.self) }
                for claim in claims { usage.claims.insert(claim.index) }
                return Dispute.Side(claims: claims, summary: side.string)
            }
            if sides.count < 2, !isBroken(declared.node) {
                report(
                    "one-sided-dispute",
                    "the dispute `\(declared.name)` has \(sides.isEmpty ? "no side" : "one side only")",
                    at: declared.token.place, .warning, label: "who disagrees?",
                    help: ["write a `side CLAIM \"what it says\"` for each of the views"])
            }
            let topics = declared.node.all(.turnsOnClause).flatMap { $0.names() }.compactMap { topic($0) }
            return Dispute(
                name: declared.name, title: declared.node.string, sides: sides, turnsOn: topics,
                origin: origin(declared.token))
        }
    }

    private mutating func topic(_ token: SyntaxToken) -> Dispute.Topic? {
        guard let found = resolve(token, [.diagnostic, .concept, .classification]) else { return nil }
        switch found.kind {
        case .diagnostic:
            usage.diagnostics.insert(found.index)
            return .diagnostic(ID(found.index))
        case .concept: return .concept(ID(found.index))
        default: return .classification(ID(found.index))
        }
    }
}
