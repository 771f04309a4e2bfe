import Notation

// Rules that read well and make no sense: that contradict themselves, can never apply, or say a thing twice.

extension Builder {
    /// - Parameter node: The rule's, all parts of which were understood.
    mutating func checkSense(of rule: Rule, _ node: SyntaxNode) {
        if rule.conclusions.count > 1 { checkConclusions(rule, node) }
        if rule.claims.count > 1 { checkCitations(rule, node) }
        if let condition = rule.condition { checkConjunction(condition, node) }
    }

    // MARK: Conclusions

    private mutating func checkConclusions(_ rule: Rule, _ node: SyntaxNode) {
        let clauses = node.children.filter(\.kind.isConclusion)
        guard clauses.count == rule.conclusions.count else { return }
        for (place, conclusion) in rule.conclusions.enumerated() {
            for earlier in 0..<place {
                let former = rule.conclusions[earlier]
                if former == conclusion {
                    reportTwice(
                        "the rule `\(rule.name)` concludes this twice", clauses[place], clauses[earlier])
                } else if let what = contradiction(former, conclusion) {
                    report(
                        "contradicting-conclusions", "the rule `\(rule.name)` \(what)",
                        at: clauses[place].place,
                        label: "contradicts the other",
                        notes: [Finding.Note(place: clauses[earlier].place, label: "concluded here")],
                        help: ["leave one of them out, or write a rule for each with what tells them apart"])
                } else {
                    continue
                }
                break
            }
        }
    }

    /// What is wrong with two conclusions in one rule; `nil` if they agree.
    private func contradiction(_ first: Conclusion, _ second: Conclusion) -> String? {
        switch (first, second) {
        case (.classification(let one, _, of: let bearer), .classification(let other, _, of: let holder))
        where one == other && bearer == holder && !rules[one].isSeveral:
            "gives `\(rules[one].name)` two values"
        case (.recommend(let one, _), .adviseAgainst(let other, _)) where one == other,
            (.adviseAgainst(let other, _), .recommend(let one, _)) where one == other:
            "recommends a package and advises against it"
        default: nil
        }
    }

    private mutating func reportTwice(_ message: String, _ second: SyntaxNode, _ first: SyntaxNode) {
        report(
            "said-twice", message, at: second.place, .warning, label: "said again",
            notes: [Finding.Note(place: first.place, label: "first here")],
            help: ["leave one of the two out"],
            suggestion: Finding.Suggestion(place: second.place, replacement: ""))
    }

    // MARK: Citations

    private mutating func checkCitations(_ rule: Rule, _ node: SyntaxNode) {
        // A handful of claims is compared faster one by one than by a table.
        let isRepeated = rule.claims.indices.dropFirst().contains {
            rule.claims[..<$0].contains(rule.claims[$0])
        }
        guard isRepeated else { return }
        var first: [String: SyntaxToken] = [:]
        for clause in node.all(.fromClause) {
            for token in clause.names() {
                guard let earlier = first[token.text] else {
                    first[token.text] = token
                    continue
                }
                // The comma before it goes with it.
                let before = SyntaxToken(tree: token.tree, index: token.index - 1)
                let start = before.kind == .comma ? before.range.lowerBound : token.range.lowerBound
                report(
                    "said-twice", "the rule `\(rule.name)` cites `\(token.text)` twice", at: token.place,
                    .warning,
                    label: "cited again", notes: [Finding.Note(place: earlier.place, label: "first here")],
                    help: ["leave one of the two out"],
                    suggestion: before.kind == .comma
                        ? Finding.Suggestion(
                            place: Place(file: token.place.file, start: start, end: token.range.upperBound),
                            replacement: "") : nil)
            }
        }
    }

    // MARK: Conditions

    /// Conditions joined by `and` that cannot hold together, of one thing each: more is for the analysis of rules.
    private mutating func checkConjunction(_ condition: Condition, _ node: SyntaxNode) {
        guard case .all(let parts) = condition else { return }
        var all: [Condition] = []
        for part in parts {
            if case .all(let inner) = part { all += inner } else { all.append(part) }
        }
        guard all.count < 64 else { return }
        for (place, part) in all.enumerated() {
            for earlier in all[..<place] where excludes(earlier, part) {
                report(
                    "never-true", "the conditions of this rule exclude each other, so that it never applies",
                    at: node.first(.whenClause)?.place ?? node.place, .warning,
                    label: "two of them ask for different things of one and the same",
                    help: ["write `or` between them if either will do, or leave one of them out"])
                return
            }
        }
    }

    private func excludes(_ first: Condition, _ second: Condition) -> Bool {
        switch (first, second) {
        case (.lies(let mine, in: let set, _), .lies(let theirs, in: let other, _)):
            mine == theirs && set.isDisjoint(with: other)
        case (.not(let inner), _): inner == second
        case (_, .not(let inner)): inner == first
        default: false
        }
    }

    // MARK: Rules

    /// A rule pasted under another name: what stands between its braces stands in another rule, byte by byte.
    mutating func checkPastedRules() {
        var first: [UInt64: Int] = [:]
        let declared = declarations[.rule]
        first.reserveCapacity(declared.count)
        let marks = sharing.mapRuns(of: declared) { rule in
            rule.body.flatMap { body in body.count > 16 ? rule.node.tree.source[body].mark : nil }
        }
        for place in declared.indices {
            guard let mark = marks[place], let earlier = first.updateValue(place, forKey: mark) else {
                continue
            }
            let rule = declared[place]
            guard let body = rule.body, let former = declared[earlier].body,
                declared[earlier].node.tree.source[former].elementsEqual(rule.node.tree.source[body])
            else { continue }
            report(
                "said-twice", "the rules `\(declared[earlier].name)` and `\(rule.name)` say the same",
                at: rule.token.place, .warning, label: "the same once more",
                notes: [Finding.Note(place: declared[earlier].token.place, label: "said first here")],
                help: ["leave one of them out, or change what was to be different"])
        }
    }
}

extension Declared {
    /// From the brace that opens a rule to its end.
    fileprivate var body: Range<Int>? {
        guard let brace = node.first(where: { $0.kind == .leftBrace && !$0.isMissing }) else { return nil }
        return brace.range.lowerBound..<node.range.upperBound
    }
}

extension ArraySlice<UInt8> {
    /// A number that equal runs of bytes share and others hardly ever do.
    fileprivate var mark: UInt64 {
        withUnsafeBytes { bytes in
            var mark = UInt64(bytes.count)
            var place = 0
            while place + 8 <= bytes.count {
                mark =
                    (mark ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                    &* 0x9E37_79B9_7F4A_7C15
                mark ^= mark >> 32
                place += 8
            }
            for byte in bytes[place...] { mark = (mark ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15 }
            return mark
        }
    }
}
