import Notation

/// The smallest change that makes a mistake go away, found by trying.
///
/// Most slips are a word too many (`through the union`), a word for another (`then` for `before`), or
/// two words that have changed places. For the first errors that carry no offer of their own such changes
/// are made, the files read again, and the change that leaves the fewest errors is offered. What vanishes
/// with it was an echo of the same mistake. An offer that a finding has already is tried first.
///
/// That a text checks without a word does not show that the word meant nothing: only words that say nothing
/// by themselves (`the`, `it is`), repeat their neighbour or name the kind of what follows are ever offered to
/// be left out. A word that denies, doubts or counts is not replaced either.
///
/// The cost is a parse of one file for each change tried and a build of all files for the few of them that
/// parse better; long lists of errors are not tried at all.
struct Repair {
    private let files: [ParsedFile]
    private let rules: RuleBase
    private let before: Int
    private let sharing: any WorkSharing

    /// Errors that are tried to be mended, of lists that are no longer than a slip or two would make them.
    private static let mostTried = 2
    private static let longestList = 24
    private static let mostBytes = 4_000_000

    /// Findings that a word too many may have caused, and two words in each other's place. Others say what is
    /// wrong themselves, and that something can be left out is no answer to them.
    private static let ofWordsTooMany: Set = [
        "unknown-name", "free-variable", "unexpected-text", "missing-name", "missing-word", "unknown-value",
    ]
    private static let ofOrder: Set = ["wrong-kind", "unknown-name"]

    init(_ files: [ParsedFile], _ built: BuiltRuleBase, sharing: any WorkSharing) {
        self.files = files
        self.sharing = sharing
        rules = built.rules
        before = Repair.errors(files, built.findings).count
    }

    /// The findings, with offers where a change was found, and without what vanishes with it.
    func offers(for findings: [Finding]) -> [Finding] {
        guard (1...Repair.longestList).contains(before),
            files.reduce(0, { $0 + $1.tree.source.count }) <= Repair.mostBytes
        else { return findings }
        var kept = findings
        var tried = 0
        var place = 0
        while place < kept.count, tried < Repair.mostTried {
            defer { place += 1 }
            guard kept[place].severity == .error, !kept[place].isAboutUse, kept[place].place != nil else {
                continue
            }
            tried += 1
            guard let (mended, left) = mended(kept[place]) else { continue }
            let earlier = kept[..<place].filter { left.contains(Mark($0)) }
            let later = kept[(place + 1)...].filter { left.contains(Mark($0)) }
            place = earlier.count
            kept = earlier + [mended] + later
        }
        return kept
    }

    // MARK: Trying

    /// A finding as it is known again where its place has moved.
    private struct Mark: Hashable {
        var code: String
        var message: String
        var file: String?

        init(_ finding: Finding) {
            (code, message, file) = (finding.code, finding.message, finding.place?.file)
        }
    }

    /// The finding with the change that mends it, and what would be left to find.
    private func mended(_ finding: Finding) -> (finding: Finding, left: Set<Mark>)? {
        guard let index = files.firstIndex(where: { $0.tree.fileName == finding.place?.file }) else {
            return nil
        }
        let old = files[index]
        let oldErrors = old.findings.count { $0.severity == .error }
        var best: (change: Change, errors: Int, left: Set<Mark>)?
        for change in changes(finding, in: old.tree) where best == nil {
            let new = parse(fileName: old.tree.fileName, source: change.applied(to: old.tree.source))
            let newErrors = new.findings.count { $0.severity == .error }
            guard newErrors < oldErrors || newErrors == 0 else { continue }
            var edited = files
            edited[index] = new
            let built = build(edited, sharing: sharing)
            let errors = Repair.errors(edited, built.findings)
            guard errors.count < before else { continue }
            let left = Set(edited.flatMap(\.findings).map(Mark.init)).union(built.findings.map(Mark.init))
            // The mistake itself has to be gone, and not only what followed from it.
            guard !left.contains(Mark(finding)) else { continue }
            best = (change, errors.count, left)
        }
        guard let best else { return nil }
        var mended = finding
        guard !best.change.advice.isEmpty else { return (finding, best.left) }
        mended.suggestion = best.change.suggestion(in: old.tree.fileName)
        mended.label = best.change.advice
        mended.help = []
        mended.notes = []
        if let (code, message) = best.change.theory { (mended.code, mended.message) = (code, message) }
        if best.change.theory != nil, let place = mended.suggestion?.place { mended.place = place }
        return (mended, best.left)
    }

    private static func errors(_ files: [ParsedFile], _ built: [Finding]) -> [Finding] {
        (files.flatMap(\.findings) + built).filter { $0.severity == .error && !$0.isAboutUse }
    }

    // MARK: Changes

    /// A replacement of some bytes, and how it is put to the author.
    private struct Change {
        var range: Range<Int>
        var replacement: String
        /// Empty where the finding offers the change already.
        var advice: String
        /// What the mistake is, where the change shows that it was another than it seemed.
        var theory: (code: String, message: String)?

        func applied(to source: [UInt8]) -> [UInt8] {
            Array(source[..<range.lowerBound]) + Array(replacement.utf8) + Array(source[range.upperBound...])
        }

        func suggestion(in file: String) -> Finding.Suggestion {
            Finding.Suggestion(
                place: Place(file: file, start: range.lowerBound, end: range.upperBound),
                replacement: replacement)
        }
    }

    /// What could be meant, the likeliest first.
    private func changes(_ finding: Finding, in tree: SyntaxTree) -> [Change] {
        guard let place = finding.place else { return [] }
        var offered: [Change] = []
        if let suggestion = finding.suggestion, suggestion.place.file == place.file {
            offered.append(
                Change(
                    range: suggestion.place.start..<suggestion.place.end,
                    replacement: suggestion.replacement, advice: ""))
        }
        return offered + guesses(finding, at: place, in: tree)
    }

    private func guesses(_ finding: Finding, at place: Place, in tree: SyntaxTree) -> [Change] {
        let first = tree.tokens.firstIndex {
            !$0.isMissing && Int($0.start) >= place.start && $0.start < $0.end
        }
        guard let first else { return [] }
        let words = (first..<min(first + 2, tree.tokens.count)).map { SyntaxToken(tree: tree, index: $0) }
        guard let word = words.first, word.kind != .endOfFile else { return [] }
        let next = words.count > 1 && sharesLine(words[1]) && !words[1].text.isEmpty ? words[1] : nil
        var changes =
            titles(word) + substitutes(finding, word)
        if Repair.ofWordsTooMany.contains(finding.code) {
            changes += removals(word, next) + separator(before: first, in: tree)
        }
        if Repair.ofOrder.contains(finding.code) { changes += exchange(word, next) }
        return changes
    }

    /// What was to be put in may be meant by the word that stands there.
    private func substitutes(_ finding: Finding, _ word: SyntaxToken) -> [Change] {
        guard let suggestion = finding.suggestion, suggestion.place.start == suggestion.place.end,
            word.kind == .word, sharesLine(word), !isTellingWord(word.text)
        else { return [] }
        let meant = suggestion.replacement.split(separator: " ").joined(separator: " ")
        guard meant.first?.isLetter == true else { return [] }
        return [Change(range: word.range, replacement: meant, advice: "write `\(meant)` for `\(word.text)`")]
    }

    /// A comma or a colon right before the place, without which the text may go on as it should.
    private func separator(before index: Int, in tree: SyntaxTree) -> [Change] {
        guard let last = tree.tokens[..<index].lastIndex(where: { !$0.isMissing }) else { return [] }
        let sign = SyntaxToken(tree: tree, index: last)
        guard [.comma, .colon, .semicolon, .equals].contains(sign.kind) else { return [] }
        return [Change(range: sign.range, replacement: "", advice: "leave out `\(sign.text)`")]
    }

    private func removals(_ word: SyntaxToken, _ next: SyntaxToken?) -> [Change] {
        // What begins a line is what the line is about.
        guard sharesLine(word) || word.kind != .word, saysNothing(word, before: next) else { return [] }
        var removals = [Change(range: word.range, replacement: "", advice: "leave out `\(word.text)`")]
        if let next, word.kind == .word, next.kind == .word, isEmptyWord(next.text) {
            removals.append(
                Change(
                    range: word.range.lowerBound..<next.range.upperBound, replacement: "",
                    advice: "leave out `\(word.text) \(next.text)`"))
        }
        return removals
    }

    /// Whether nothing that the author said is lost without a token.
    private func saysNothing(_ word: SyntaxToken, before next: SyntaxToken?) -> Bool {
        switch word.kind {
        case .comma, .colon, .semicolon, .equals, .dash, .bar, .slash, .leftParenthesis, .rightParenthesis:
            true
        case .word:
            isEmptyWord(word.text) || word.text == next?.text
                || rules.collections.contains { [$0.name, $0.plural].contains(word.text) }
        default: false
        }
    }

    /// A title where the name of what it entitles belongs.
    private func titles(_ word: SyntaxToken) -> [Change] {
        guard word.kind == .string else { return [] }
        let title = word.stringValue
        guard let package = rules.packages.first(where: { $0.title == title }) else { return [] }
        return [
            Change(
                range: word.range, replacement: package.name, advice: "write `\(package.name)`",
                theory: ("quoted-name", "a package is meant by its name, and this is its title"))
        ]
    }

    private func exchange(_ word: SyntaxToken, _ next: SyntaxToken?) -> [Change] {
        guard let next, word.kind == .word, next.kind == .word else { return [] }
        let turned = "\(next.text) \(word.text)"
        return [
            Change(
                range: word.range.lowerBound..<next.range.upperBound, replacement: turned,
                advice: "write `\(turned)`")
        ]
    }

    /// Whether something stands before a token on its line.
    private func sharesLine(_ token: SyntaxToken) -> Bool {
        let source = token.tree.source
        var place = token.range.lowerBound
        while place > 0 {
            place -= 1
            if source[place] == 0x0A || source[place] == 0x0D { return false }
            if source[place] != 0x20, source[place] != 0x09 { return true }
        }
        return false
    }
}
