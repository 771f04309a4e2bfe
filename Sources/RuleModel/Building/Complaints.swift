import Notation

/// All that is wrong with some files, of grammar and of meaning, in order of place: each mistake once.
///
/// What only echoes another mistake is left out, so that what is left can be mended from the top.
/// - Parameter built: What `build` made of the same files.
public func allFindings(_ files: [ParsedFile], _ built: BuiltRuleBase) -> [Finding] {
    let meaning = theories(built.findings)
    var kept = meaning.filter { $0.severity == .error || !$0.isAboutUse }
    let grammar = files.flatMap { file in
        let errors = file.findings.filter { $0.severity == .error }
        if !errors.isEmpty {
            let echoes = Echoes(errors, in: file.tree)
            kept.removeAll { $0.place.map { $0.file == file.tree.fileName && echoes.hold($0) } ?? false }
        }
        return file.findings
    }
    if kept.contains(where: { $0.code == "duplicate-name" }) {
        // The second of two is not there, and who meant it finds nothing.
        kept.removeAll { $0.code.hasPrefix("unknown-") && $0.suggestion == nil }
    }
    // While something is not understood, nobody knows what is made use of.
    if !(grammar + kept).contains(where: { $0.severity == .error }) { kept += meaning.filter(\.isAboutUse) }
    return (grammar + kept).sorted { left, right in
        switch (left.place, right.place) {
        case (let mine?, let theirs?) where mine != theirs: mine < theirs
        case (nil, .some): false
        case (.some, nil): true
        default: (left.code, left.message) < (right.code, right.message)
        }
    }
}

/// Where mistakes of grammar make others seem to be: behind them on their line, and, where a brace
/// is lost, in the rest of their declaration.
private struct Echoes {
    private var ranges: [Range<Int>]

    init(_ errors: [Finding], in tree: SyntaxTree) {
        let lines = LineIndex(tree.source)
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
    fileprivate var isAboutUse: Bool {
        ["unread-diagnostic", "unused-claim", "unrecommended-package"].contains(code)
    }

    /// Whether it follows from a variable's not being bound.
    var restsOnBinding: Bool {
        ["unbound-member", "free-variable", "member-concept-without-for-each"].contains(code)
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
    /// Without blanks at its end.
    var trimmedEnd: String {
        var rest = self[...]
        while rest.last == " " { rest = rest.dropLast() }
        return String(rest)
    }
}
