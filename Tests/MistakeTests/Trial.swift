import Analysis
import Notation
import Presentation
import RuleModel

/// The sound files that mistakes are made in, by name.
typealias Texts = [String: [UInt8]]

/// A mistake made, and what is said of it.
struct Trial {
    var mistake: Mistake
    let base: Texts
    var edited: Texts
    let findings: [Finding]
    /// The file that was changed, and the lines of it that differ, counted from 1.
    let file: String
    let changedLines: ClosedRange<Int>

    /// `nil` when the text to change does not stand exactly once in the base.
    init?(_ mistake: Mistake, in base: Texts) {
        self.mistake = mistake
        self.base = base
        guard let (file, bytes) = Trial.edit(mistake, base) else { return nil }
        self.file = file
        edited = base
        edited[file] = bytes
        findings = Trial.check(edited)
        changedLines = Trial.difference(base[file] ?? [], bytes)
        if mistake.code.isEmpty { keepFirstTry() }
    }

    /// Notes of a mistake written blind what is said of it now, and what of that is right.
    private mutating func keepFirstTry() {
        mistake.code = findings.first?.code ?? "nothing"
        let isTold = !findings.isEmpty
        let right = [
            ("line", isTold && hasRightLine), ("once", findings.count == 1), ("offer", isTold && offersFix),
        ]
        mistake.first = right.filter(\.1).map(\.0).joined(separator: " ")
    }

    /// All that is found in some files, as `distretto check` finds it.
    static func check(_ texts: Texts) -> [Finding] {
        let files = texts.sorted { $0.key < $1.key }.map { parse(fileName: $0.key, source: $0.value) }
        return allFindings(files, build(files))
    }

    /// The same with what checks find worth a look.
    static func review(_ texts: Texts) -> [Finding] {
        let files = texts.sorted { $0.key < $1.key }.map { parse(fileName: $0.key, source: $0.value) }
        let built = build(files)
        return Checks.reviewed(
            allFindings(files, built), rules: built.rules, cases: built.cases, files: files)
    }

    private static func edit(_ mistake: Mistake, _ base: Texts) -> (String, [UInt8])? {
        let replacement = mistake.replacement.unescaped
        let named = mistake.file ?? "orchard.rules"
        switch mistake.change {
        case "(start)": return base[named].map { (named, replacement + $0) }
        case "(all)": return (named, replacement)
        case "(line ends)":
            return base[named].map { (named, $0.flatMap { $0 == 0x0A ? replacement : [$0] }) }
        default: break
        }
        let wanted = mistake.change.unescaped
        var found: [(String, Int)] = []
        for (name, bytes) in base where mistake.file == nil || mistake.file == name {
            found += starts(of: wanted, in: bytes).map { (name, $0) }
        }
        guard found.count == 1, let (file, start) = found.first, var bytes = base[file] else { return nil }
        bytes.replaceSubrange(start..<(start + wanted.count), with: replacement)
        return (file, bytes)
    }

    static func starts(of wanted: [UInt8], in bytes: [UInt8]) -> [Int] {
        guard !wanted.isEmpty, bytes.count >= wanted.count else { return [] }
        return (0...(bytes.count - wanted.count)).filter {
            bytes[$0] == wanted[0] && bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
    }

    /// The lines of the new text between what both texts begin and end with.
    private static func difference(_ old: [UInt8], _ new: [UInt8]) -> ClosedRange<Int> {
        let shared = zip(old, new).prefix { $0 == $1 }.count
        let room = min(old.count, new.count) - shared
        let ending = zip(old.reversed(), new.reversed()).prefix(room).prefix { $0 == $1 }.count
        let lines = LineIndex(new)
        let first = lines.position(of: shared).line
        return first...max(first, lines.position(of: new.count - ending).line)
    }

    // MARK: Judging

    /// What the author is shown.
    var printed: String {
        let view = FindingsView(findings, texts: SourceTexts(edited))
        return TerminalLayout(width: 100).render(view.document)
    }

    var hasRightLine: Bool {
        guard mistake.code != "nothing" else { return findings.isEmpty }
        guard let first = findings.first(where: { $0.code == mistake.code }) else { return false }
        guard let place = first.place, let bytes = edited[place.file] else {
            return mistake.line == "(nowhere)"
        }
        let lines = LineIndex(bytes)
        let line = lines.position(of: place.start).line
        if let wanted = mistake.line { return lines.text(ofLine: line).contains(wanted) }
        return place.file == file && changedLines.contains(line)
    }

    var isOneFinding: Bool {
        mistake.code == "nothing" ? findings.isEmpty : findings.map(\.code) == [mistake.code]
    }

    var offersFix: Bool {
        if mistake.code == "nothing" { return true }
        guard let finding = findings.first else { return false }
        if let fix = mistake.fix {
            let offers = [finding.suggestion?.replacement, finding.label].compactMap { $0 } + finding.help
            return offers.contains { $0.contains(fix) }
        }
        guard let cured = applied(finding) else { return false }
        // Blanks apart, the text is the author's own again.
        func dense(_ texts: Texts) -> [UInt8] {
            texts.sorted { $0.key < $1.key }.flatMap { $0.value.filter { $0 > 0x20 } }
        }
        return dense(cured) == dense(base)
    }

    /// Whether what the suggestion makes of the text is sound; `nil` without a suggestion.
    var isCured: Bool? {
        guard let finding = findings.first(where: { $0.suggestion != nil }), let cured = applied(finding)
        else { return nil }
        let left = Trial.check(cured)
        return left.count < findings.count && !left.contains { $0.code == finding.code }
    }

    private func applied(_ finding: Finding) -> Texts? {
        guard let suggestion = finding.suggestion else { return nil }
        var texts = edited
        let place = suggestion.place
        texts[place.file]?.replaceSubrange(place.start..<place.end, with: suggestion.replacement.utf8)
        return texts
    }
}
