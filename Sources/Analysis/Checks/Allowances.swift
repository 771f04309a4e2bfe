import Notation

/// What the authors of files have looked at and let stand, with their reasons.
///
///     # allow untested-rule: the next harvest will show
///     rule store-together {
///
/// An allowance is a comment, so that it changes no rule and no digest. It holds for the declaration that
/// it stands right above or inside of; above `language`, for the whole file. Errors cannot be allowed.
struct Allowances {
    let all: [Allowance]

    struct Allowance {
        var code: String
        /// Empty where none is given.
        var reason: String
        /// From `#` to the end of the line.
        var place: Place
        var line: Int
        /// Where it holds.
        fileprivate var scope: Range<Int>
        var lines: ClosedRange<Int>
        /// What goes with it when it is taken out: the line, if it has one of its own.
        fileprivate var whole: Range<Int>

        /// Whether it is about what an analysis finds, which a check knows nothing of.
        fileprivate var isOfAnalysis: Bool { FaultQuestion(rawValue: code) != nil }

        fileprivate func covers(_ finding: Finding) -> Bool {
            guard finding.code == code, finding.severity != .error else { return false }
            let places = (finding.place.map { [$0] } ?? []) + finding.notes.map(\.place)
            return places.contains { $0.file == place.file && scope.contains($0.start) }
        }
    }

    init(_ files: [ParsedFile]) { all = files.flatMap { Allowances.read($0.tree) } }

    /// The findings that nothing allows, and what is to be said of the allowances themselves.
    func left(of findings: [Finding]) -> (findings: [Finding], unused: [Finding]) {
        guard !all.isEmpty else { return (findings, []) }
        var isUsed = Array(repeating: false, count: all.count)
        let left = findings.filter { finding in
            // One finding may be allowed twice; each of the two is of use then.
            let covering = all.indices.filter { all[$0].covers(finding) }
            for place in covering { isUsed[place] = true }
            return covering.allSatisfy { all[$0].reason.isEmpty }
        }
        let unused = zip(all, isUsed).compactMap { allowance, isUsed -> Finding? in
            guard isUsed || allowance.isOfAnalysis else { return Allowances.unused(allowance) }
            return allowance.reason.isEmpty ? Allowances.unfounded(allowance) : nil
        }
        return (left, unused)
    }

    private static func unused(_ allowance: Allowance) -> Finding {
        Finding(
            code: "unused-allowance", severity: .warning,
            message: "nothing called `\(allowance.code)` is found here, so that there is nothing to allow",
            place: allowance.place, label: "allows nothing",
            help: ["take the comment out, or move it to the declaration that it is about"],
            suggestion: Finding.Suggestion(
                place: Place(
                    file: allowance.place.file, start: allowance.whole.lowerBound,
                    end: allowance.whole.upperBound), replacement: ""))
    }

    private static func unfounded(_ allowance: Allowance) -> Finding {
        Finding(
            code: "allowance-without-reason", severity: .warning,
            message: "`\(allowance.code)` is allowed here without a reason",
            place: allowance.place, label: "allows nothing until it says why",
            help: ["write the reason behind a colon: `# allow \(allowance.code): …`"])
    }

    // MARK: Reading

    private static func read(_ tree: SyntaxTree) -> [Allowance] {
        tree.tokens.indices.flatMap { place -> [Allowance] in
            let trivia = Int(tree.tokens[place].triviaStart)..<Int(tree.tokens[place].start)
            guard trivia.count > 8, tree.source[trivia].contains(UInt8(ascii: "#")) else { return [] }
            return comments(tree, trivia).compactMap { comment in
                guard let (code, reason) = parts(tree.source[comment]) else { return nil }
                let isBehind = tree.isBehindText(comment.lowerBound)
                let scope = scope(tree, of: isBehind ? place - 1 : place)
                let last = min(scope.upperBound - 1, tree.source.count)
                return Allowance(
                    code: code, reason: reason,
                    place: Place(file: tree.fileName, start: comment.lowerBound, end: comment.upperBound),
                    line: tree.lines.line(of: comment.lowerBound), scope: scope,
                    lines: tree.lines.line(of: scope.lowerBound)...tree.lines.line(of: last),
                    whole: isBehind ? tree.withBlanksBefore(comment) : tree.wholeLine(comment))
            }
        }
    }

    /// The comments among some white space, each to the end of its line.
    private static func comments(_ tree: SyntaxTree, _ trivia: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var place = trivia.lowerBound
        while place < trivia.upperBound {
            guard tree.source[place] == UInt8(ascii: "#") else {
                place += 1
                continue
            }
            let end = tree.lines.range(ofLine: tree.lines.line(of: place)).upperBound
            found.append(place..<max(place + 1, min(end, trivia.upperBound)))
            place = found[found.count - 1].upperBound
        }
        return found
    }

    /// `# allow CODE: reason`, and `# allow CODE` without one; other comments are prose.
    private static func parts(_ comment: ArraySlice<UInt8>) -> (code: String, reason: String)? {
        let text = String(decoding: comment.drop { $0 == UInt8(ascii: "#") || $0 == 0x20 }, as: UTF8.self)
        guard text.hasPrefix("allow ") else { return nil }
        let rest = text.dropFirst(6)
        let code = rest.prefix { $0.isLetter && $0.isLowercase || $0 == "-" || $0.isNumber }
        guard code.contains("-") || FaultQuestion(rawValue: String(code)) != nil, code.last != "-" else {
            return nil
        }
        let behind = rest.dropFirst(code.count)
        guard behind.allSatisfy({ $0 == " " }) || behind.first == ":" else { return nil }
        let reason = behind.drop { $0 == ":" || $0 == " " }
        return (String(code), reason.allSatisfy { !$0.isLetter } ? "" : String(reason))
    }

    private static func scope(_ tree: SyntaxTree, of token: Int) -> Range<Int> {
        let innermost = tree.nodes.indices.last { place in
            let node = tree.nodes[place]
            return Int(node.firstToken) <= token && token < Int(node.endToken) && node.kind.isDeclaration
        }
        guard let innermost, tree.nodes[innermost].kind != .languageVersion else {
            return 0..<tree.source.count + 1
        }
        let range = SyntaxNode(tree: tree, index: innermost).range
        return range.lowerBound..<range.upperBound + 1
    }
}

extension SyntaxTree {
    /// Whether something stands on the line before a place.
    fileprivate func isBehindText(_ place: Int) -> Bool {
        source[lines.range(ofLine: lines.line(of: place)).lowerBound..<place]
            .contains { $0 != 0x20 && $0 != 0x09 }
    }

    fileprivate func withBlanksBefore(_ comment: Range<Int>) -> Range<Int> {
        let blanks = source[..<comment.lowerBound].reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
        return comment.lowerBound - blanks..<comment.upperBound
    }

    /// A line with its end.
    fileprivate func wholeLine(_ comment: Range<Int>) -> Range<Int> {
        let line = lines.line(of: comment.lowerBound)
        let end = line < lines.lineCount ? lines.range(ofLine: line + 1).lowerBound : source.count
        return lines.range(ofLine: line).lowerBound..<max(comment.upperBound, end)
    }
}

extension SyntaxKind {
    /// What an allowance can be about.
    fileprivate var isDeclaration: Bool {
        switch self {
        case .languageVersion, .sourceDeclaration, .claimDeclaration, .disputeDeclaration, .scaleDeclaration,
            .choiceDeclaration, .sectionDeclaration, .diagnosticDeclaration, .collectionDeclaration,
            .attributeDeclaration, .conceptDeclaration, .classificationDeclaration, .criterionDeclaration,
            .lensDeclaration, .actorDeclaration, .roleDeclaration, .indicatorDeclaration,
            .packageAttributesDeclaration, .packageDeclaration, .measureClause, .ruleDeclaration,
            .tableDeclaration, .rowClause, .reportDeclaration, .caseDeclaration, .stageDeclaration,
            .testDeclaration:
            true
        default: false
        }
    }
}
