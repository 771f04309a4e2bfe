import Notation

/// All that is wrong with some files, of grammar and of meaning, in order of place: each mistake once.
///
/// What only echoes another mistake is left out, so that what is left can be mended from the top.
/// - Parameter built: What `build` made of the same files.
public func allFindings(
    _ files: [ParsedFile], _ built: BuiltRuleBase, sharing: any WorkSharing = SingleHanded()
) -> [Finding] {
    let meaning = theories(built.findings)
    var kept = meaning.filter { !$0.isAboutUse }
    for file in files {
        let errors = file.findings.filter { $0.severity == .error }
        guard !errors.isEmpty else { continue }
        let echoes = Echoes(errors, in: file.tree)
        kept.removeAll { $0.place.map { $0.file == file.tree.fileName && echoes.hold($0) } ?? false }
    }
    kept = withoutEchoesOfDuplicates(kept)
    for file in files {
        // Whoever means a thing that was declared without its name finds nothing.
        for nameless in file.findings where nameless.code == "missing-name" {
            let kind = nameless.message.between("the name of the ", and: " is missing")
            kept.removeAll { $0.code == "unknown-name" && $0.message.hasPrefix("no \(kind) is called") }
        }
    }
    if files.contains(where: \.isOfUnknownVersion) {
        // What is declared in such a file is not there, and who means it finds nothing.
        kept.removeAll {
            $0.code.hasPrefix("unknown-") || $0.code == "wrong-kind" || $0.code == "unbound-member"
        }
    }
    let grammar = files.flatMap { withoutEchoes($0, of: kept) }
    // While something is not understood, nobody knows what is made use of.
    if !(grammar + kept).contains(where: { $0.severity == .error }) { kept += meaning.filter(\.isAboutUse) }
    let all = (grammar + kept).sorted { left, right in
        switch (left.place, right.place) {
        case (let mine?, let theirs?) where mine != theirs: mine < theirs
        case (nil, .some): false
        case (.some, nil): true
        default: (left.code, left.message) < (right.code, right.message)
        }
    }
    guard all.contains(where: { $0.severity == .error }) else { return all }
    // Repair knows findings again by what they say, and so goes first.
    let repaired = Repair(files, built, sharing: sharing).offers(for: all)
    return onePerLine(BlanksInNames(files, built.rules).joined(repaired), files)
}

/// Without what is not understood behind something on its line that is not understood: it could not but
/// fail. What comes with an offer of its own is kept.
private func onePerLine(_ findings: [Finding], _ files: [ParsedFile]) -> [Finding] {
    let lines = Dictionary(files.map { ($0.tree.fileName, $0.tree.lines) }) { first, _ in first }
    let misread: Set = [
        "unknown-name", "wrong-kind", "free-variable", "missing-test", "missing-name", "unexpected-text",
        "missing-word", "unbound-member",
    ]
    var kept: [Finding] = []
    for finding in findings {
        let isEcho = kept.last.map { last in
            guard misread.contains(finding.code), misread.contains(last.code), finding.suggestion == nil,
                let first = last.place, let second = finding.place, first.file == second.file,
                first.start < second.start, let lines = lines[first.file]
            else { return false }
            return lines.line(of: first.start) == lines.line(of: second.start)
        }
        if isEcho != true { kept.append(finding) }
    }
    return kept
}

/// A file's own findings without those of text that "cannot stand" behind a name on its line that means
/// nothing: it could not but fail.
private func withoutEchoes(_ file: ParsedFile, of findings: [Finding]) -> [Finding] {
    let lines = file.tree.lines
    /// Where the first error of a line ends.
    var firstEnds: [Int: Int] = [:]
    for case let culprit? in findings.lazy.filter({ $0.severity == .error }).map(\.place)
    where culprit.file == file.tree.fileName {
        let line = lines.line(of: culprit.end)
        firstEnds[line] = min(firstEnds[line] ?? culprit.end, culprit.end)
    }
    return file.findings.filter { finding in
        guard finding.code == "unexpected-text", let place = finding.place else { return true }
        return firstEnds[lines.line(of: place.start)].map { $0 > place.start } ?? true
    }
}

/// The second of two declarations of one name is not there, and who meant it finds nothing.
///
/// A name that is missing and close to one declared twice is what the second was to be called.
private func withoutEchoesOfDuplicates(_ findings: [Finding]) -> [Finding] {
    var kept = findings
    for (index, finding) in findings.enumerated() where finding.code == "duplicate-name" {
        guard let name = finding.message.split(separator: "`").first.map(String.init) else { continue }
        let echo = findings.first { $0.code == "unknown-name" && $0.mayMean(name) }
        if let meant = echo?.wantedName, let place = finding.place {
            kept[index].help = ["`\(meant)` is used and not declared: is this one meant to be it?"]
            kept[index].suggestion = Finding.Suggestion(place: place, replacement: meant)
        }
        kept.removeAll { $0.code == "unknown-name" && $0.mayMean(name) }
        kept.removeAll { $0.code.hasPrefix("unknown-") && $0.suggestion == nil }
        break
    }
    return kept
}

/// Where mistakes of grammar make others seem to be: behind them on their line, and, where a brace
/// is lost, in the rest of their declaration.
private struct Echoes {
    private var ranges: [Range<Int>]

    init(_ errors: [Finding], in tree: SyntaxTree) {
        let lines = tree.lines
        let declarations = tree.root.children.map(\.range)
        ranges = errors.compactMap { error in
            guard let place = error.place else { return nil }
            if error.code == "missing-brace",
                let whole = declarations.first(where: {
                    $0.lowerBound <= place.start && place.start <= $0.upperBound
                })
            {
                return place.start..<max(place.start, whole.upperBound)
            }
            let line = lines.range(ofLine: lines.position(of: place.end).line)
            return place.start..<max(place.end, line.upperBound)
        }
    }

    func hold(_ place: Place) -> Bool {
        ranges.contains { place.start <= $0.upperBound && $0.lowerBound <= max(place.start, place.end - 1) }
    }
}

/// One name used in several places and declared nowhere, another declared and used nowhere, and the two
/// close: the declaration is what is misspelt.
private func theories(_ findings: [Finding]) -> [Finding] {
    let unused = findings.filter(\.isAboutUse)
    var result = findings
    for warning in unused {
        guard let declaration = warning.place else { continue }
        let uses = result.filter { finding in
            finding.code == "unknown-name" && finding.suggestion != nil
                && finding.notes.contains { $0.place == declaration }
        }
        let wanted = Set(uses.compactMap(\.wantedName))
        let places = uses.flatMap { use -> [Place] in
            (use.place.map { [$0] } ?? []) + use.notes.dropFirst().map(\.place)
        }
        guard let name = wanted.first, wanted.count == 1, places.count > 1,
            let declared = uses.first?.suggestion?.replacement
        else { continue }
        result.removeAll { uses.contains($0) || $0 == warning }
        result.append(
            Finding(
                code: "unknown-name",
                message: "`\(name)` is used in \(places.count) places, and only `\(declared)` is declared",
                place: declaration, label: "did you mean `\(name)`?",
                notes: places.sorted().prefix(3).map { Finding.Note(place: $0, label: "used here") },
                suggestion: Finding.Suggestion(place: declaration, replacement: name)))
    }
    return result
}

extension Finding {
    /// That nothing makes use of something: known for certain only when all else is understood.
    ///
    /// It is an error of the rules as a whole, and makes no answer of theirs wrong.
    public var isAboutUse: Bool {
        ["unread-diagnostic", "unused-claim", "unrecommended-package"].contains(code)
    }

    /// Whether it follows from a variable's not being bound.
    var restsOnBinding: Bool {
        ["unbound-member", "free-variable", "member-concept-without-for-each"].contains(code)
    }

    /// Whether what is missing is close to a name: closest to it, or as close as to others.
    fileprivate func mayMean(_ name: String) -> Bool {
        suggestion.map { $0.replacement == name } ?? label.contains("`\(name)`")
    }

    /// The last name between backquotes in the message: the one that is not there.
    fileprivate var wantedName: String? {
        let parts = message.split(separator: "`", omittingEmptySubsequences: false)
        return parts.count >= 3 ? String(parts[parts.count - 2]) : nil
    }
}

extension Array {
    /// Removes elements behind the first ones.
    mutating func removeAll(from start: Int, where isUnwanted: (Element) -> Bool) {
        let tail = self[start...].filter { !isUnwanted($0) }
        self = Array(self[..<start]) + tail
    }
}

extension String {
    /// What stands between a beginning and an end; the whole if it does not begin or end so.
    func between(_ prefix: String, and suffix: String) -> String {
        guard hasPrefix(prefix), hasSuffix(suffix) else { return self }
        return String(dropFirst(prefix.count).dropLast(suffix.count))
    }

    /// Without blanks at its end.
    var trimmedEnd: String {
        var rest = self[...]
        while rest.last == " " { rest = rest.dropLast() }
        return String(rest)
    }
}
