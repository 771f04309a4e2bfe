import Notation

/// What a set of files says: the rules, the cases, and what is wrong with them.
public struct BuiltRuleBase: Sendable {
    public var rules: RuleBase
    /// In order of name.
    public var cases: [ClusterCase]
    public var teaching = Teaching()
    /// Of meaning only, in order of place; those of grammar stand in the parsed files.
    public var findings: [Finding]
}

/// Builds rules and cases from parsed files.
///
/// It never fails: a declaration that makes no sense is left out, or mended so
/// that the rest can be checked, and a finding says so. All names are declared
/// before any is looked up, so neither the order of files nor that of
/// declarations matters. The cost is close to linear in the length of the text.
///
/// - Parameter sharing: Who builds what the declarations say; the outcome is the same.
public func build(_ files: [ParsedFile], sharing: any WorkSharing = SingleHanded()) -> BuiltRuleBase {
    BegunRuleBase(files, sharing: sharing).finished()
}

/// Rules and cases built, so that advice can be worked out, and the tests of rules not yet.
///
/// Tests say nothing to a case. They are half of the text, though, so that who wants an answer soon
/// begins with it while they are built elsewhere.
public struct BegunRuleBase: Sendable {
    /// Without tests.
    public var rules: RuleBase { builder.rules }
    /// In order of name.
    public let cases: [ClusterCase]
    private let builder: Builder

    /// - Parameters:
    ///   - isKnownSound: Whether it is known already that nothing is wrong with the rules, so that they need
    ///     not be looked through for it.
    ///   - goOn: What can be begun with the rules while cases are being built.
    public init(
        _ files: [ParsedFile], isKnownSound: Bool = false, sharing: any WorkSharing = SingleHanded(),
        whenRulesStand goOn: (RuleBase) -> Void = { _ in }
    ) {
        let files = sorted(files)
        let declarations = Declarations(files, sharing: sharing)
        var builder = Builder(files: files, declarations: declarations, sharing: sharing)
        builder.isKnownSound = isKnownSound
        let literature = isKnownSound ? builder.begunLiterature() : nil
        if literature == nil { builder.buildLiterature() }
        builder.buildVocabulary()
        builder.buildPackages()
        builder.buildRules()
        builder.placeRules(leavingOutLoops: !isKnownSound)
        builder.buildMisconceptions()
        if let literature { builder.take(literature.value) }
        if !isKnownSound {
            // Before the cases: what only they tell of or expect puts nothing to use.
            builder.checkUse()
            builder.checkPastedRules()
        }
        goOn(builder.rules)
        cases = builder.buildAllCases()
        self.builder = builder
    }

    /// Whether an error of meaning was found so far that could make an answer wrong.
    public var hasErrors: Bool {
        (builder.declarations.findings + builder.findings).contains {
            $0.severity == .error && !$0.isAboutUse
        }
    }

    /// The same of one file alone.
    public func hasErrors(in file: String) -> Bool {
        (builder.declarations.findings + builder.findings).contains {
            $0.severity == .error && !$0.isAboutUse && $0.place?.file == file
        }
    }

    /// With tests, and all that is to be said about them and the rest.
    public func finished() -> BuiltRuleBase {
        var builder = builder
        builder.buildTests()
        let teaching = builder.teaching(cases)
        return BuiltRuleBase(
            rules: builder.rules, cases: cases, teaching: teaching,
            findings: collected(builder.declarations, builder.findings))
    }
}

/// Builds cases of files that are not part of a rule base, against one that is.
///
/// Other declarations in the files are left alone, but for a finding each.
public func buildCases(_ files: [ParsedFile], against rules: RuleBase) -> (
    cases: [ClusterCase], findings: [Finding]
) {
    let files = sorted(files)
    let sharing = SingleHanded()
    let declarations = Declarations(files, onlyCases: true, sharing: sharing)
    var builder = Builder(files: files, declarations: declarations, rules: rules, sharing: sharing)
    let cases = builder.buildAllCases()
    return (cases, collected(declarations, builder.findings))
}

private func sorted(_ files: [ParsedFile]) -> [ParsedFile] {
    files.sorted { left, right in
        if left.tree.fileName != right.tree.fileName { return left.tree.fileName < right.tree.fileName }
        return left.tree.source.lexicographicallyPrecedes(right.tree.source)
    }
}

private func collected(_ declarations: Declarations, _ built: [Finding]) -> [Finding] {
    let all = declarations.findings + built
    return gathered(all).sorted { left, right in
        switch (left.place, right.place) {
        case (let mine?, let theirs?) where mine != theirs: mine < theirs
        case (nil, .some): false
        case (.some, nil): true
        default: (left.code, left.message) < (right.code, right.message)
        }
    }
}

/// One name misspelt or undeclared in ten places is one mistake: told at the first, with notes at the others.
private func gathered(_ findings: [Finding]) -> [Finding] {
    let most = 3
    var kept: [Finding] = []
    var places: [String: Int] = [:]
    let ordered = findings.sorted {
        ($0.place?.file ?? "", $0.place?.start ?? 0) < ($1.place?.file ?? "", $1.place?.start ?? 0)
    }
    for finding in ordered {
        guard finding.code == "unknown-name", let place = finding.place else {
            kept.append(finding)
            continue
        }
        if let first = places[finding.message] {
            // A column of a table is looked up row by row.
            guard kept[first].place != place else { continue }
            let others = kept[first].notes.count { $0.label == "also here" }
            if others < most { kept[first].notes.append(Finding.Note(place: place, label: "also here")) }
        } else {
            places[finding.message] = kept.count
            kept.append(finding)
        }
    }
    return kept
}
