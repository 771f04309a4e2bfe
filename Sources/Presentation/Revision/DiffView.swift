import Advice
import Analysis
import RuleModel

/// What an edit of the rules does: to the historic cases, sentence by sentence, and to the claims.
public struct DiffView: Sendable {
    private let rules: RulesRevision
    private let stages: [AdviceRevision]
    private let clusters: DifferenceView
    private let old: Side
    private let new: Side
    private let unmatched: Unmatched
    private let tellsAll: Bool

    /// One of the two versions.
    public struct Side: Sendable {
        /// As it was asked for: a folder, a revision, or the rules in use.
        public var name: String
        public var digest: Digest
        public var ruleCount: Int

        public init(_ name: String, digest: Digest, ruleCount: Int) {
            self.name = name
            self.digest = digest
            self.ruleCount = ruleCount
        }
    }

    /// Cases and stages that only one version has, and cases that were edited themselves.
    public struct Unmatched: Sendable {
        public var added: [String] = []
        public var removed: [String] = []
        public var edited: [String] = []
        public init() {}
    }

    /// - Parameters:
    ///   - stages: one for each stage that both versions have, in order of case and stage.
    ///   - advice: what becomes of the advice on any cluster.
    ///   - bases: the old rules and the new ones, in whose words clusters are shown.
    ///   - tellsAll: whether long lists are told to their end.
    public init(
        _ rules: RulesRevision, stages: [AdviceRevision], advice: AdviceDifference,
        bases: (old: RuleBase, new: RuleBase), from old: Side, to new: Side,
        unmatched: Unmatched, tellsAll: Bool
    ) {
        self.rules = rules
        self.stages = stages
        clusters = DifferenceView(advice, bases, tellsAll: tellsAll)
        self.old = old
        self.new = new
        self.unmatched = unmatched
        self.tellsAll = tellsAll
    }

    public var document: Document {
        var document = Document([
            .title(Prose("From \(old.name) to \(new.name)")),
            .paragraph(
                .faint(
                    "\(counted(old.ruleCount, "rule")) (\(old.digest.short)) → "
                        + "\(counted(new.ruleCount, "rule")) (\(new.digest.short))")),
        ])
        guard old.digest != new.digest || !unmatched.isEmpty else {
            document.add([.gap, .paragraph("Both say the same, word for word of their meaning.")])
            return document
        }
        document.add(edits)
        document.add(cases)
        document.add(clusters.blocks)
        document.add(claims)
        document.add(leftOver)
        return document
    }

    /// Each cluster on which the two advise differently, as a case file, by the name it is to have.
    public var caseFiles: [(name: String, text: String)] { clusters.caseFiles }

    // MARK: What was edited

    private var edits: [Document.Block] {
        guard !rules.edits.isEmpty else {
            return [.gap, .paragraph("No rule, package, claim or word that is asked for was edited.")]
        }
        var blocks: [Document.Block] = [.heading("EDITED")]
        for kind in DeclaredText.Kind.allCases {
            for what in RulesRevision.Edit.What.allCases {
                let names = rules.edits.filter { $0.kind == kind && $0.what == what }.map(\.name)
                if names.isEmpty { continue }
                blocks.append(
                    .item(
                        DiffView.mark(what),
                        Prose("\(counted(names.count, kind.rawValue)) \(what.rawValue): ") + listing(names)))
            }
        }
        return blocks
    }

    private static func mark(_ what: RulesRevision.Edit.What) -> String {
        switch what {
        case .added: "+"
        case .edited: "~"
        case .removed: "−"
        }
    }

    /// Names, as many as one reads.
    private func listing(_ names: [String]) -> Prose {
        let shown = tellsAll ? names[...] : names.prefix(8)
        let rest = names.count - shown.count
        return shown.map { Prose.name($0) }.joined(by: ", ")
            + (rest > 0 ? .faint(" and \(rest) more") : "")
    }

    // MARK: What becomes of the cases

    private var cases: [Document.Block] {
        let moved = stages.filter(\.changesProgramme)
        let reasoned = stages.filter { !$0.changesProgramme && $0.changesAnything }
        var blocks: [Document.Block] = []
        if !moved.isEmpty {
            blocks.append(.heading("CASES WITH ANOTHER PROGRAMME"))
            blocks += moved.map { .item("·", sentence($0)) }
        }
        if !reasoned.isEmpty {
            blocks.append(.heading("CASES WITH OTHER REASONS ONLY"))
            blocks += reasoned.map { .item("·", sentence($0)) }
        }
        let same = stages.count - moved.count - reasoned.count
        let tally =
            same == stages.count
            ? "In \(counted(stages.count, "stage")) of the cases the advice stays as it is, reasons and all."
            : "\(moved.count) of \(counted(stages.count, "stage")) of the cases with another programme, "
                + "\(reasoned.count) with other reasons only, \(same) as before."
        return blocks + [.gap, .paragraph(Prose(tally))]
    }

    private func sentence(_ stage: AdviceRevision) -> Prose {
        let head = Prose.strong(stage.stage.isEmpty ? stage.caseName : "\(stage.caseName), \(stage.stage)")
        // Where the programme is another one, mere reasons are told on request.
        let first = stage.changesProgramme ? stage.packages.filter(\.changesProgramme) : stage.packages
        let shown = tellsAll ? stage.packages[...] : first.prefix(4)
        let rest = stage.packages.count - shown.count
        let more = first.count > shown.count ? "\(rest) more packages" : "other reasons for \(rest) more"
        return head + ": " + shown.map { RevisionWords(package: $0).clause }.joined(by: "; ")
            + (rest > 0 ? .faint("; and \(more)") : "") + "."
    }

    // MARK: Claims

    private var claims: [Document.Block] {
        guard !rules.claims.isEmpty else { return [] }
        let shown = tellsAll ? rules.claims[...] : rules.claims.prefix(12)
        let rest = rules.claims.count - shown.count
        return [.heading("CLAIMS ON WHICH OTHER RULES STAND")]
            + shown.map { claim in
                let gained = claim.gained.isEmpty ? [] : [Prose("gains ") + listing(claim.gained)]
                let lost = claim.lost.isEmpty ? [] : [Prose("loses ") + listing(claim.lost)]
                return .item("·", .citation(claim.claim) + " " + (gained + lost).joined(by: ", "))
            } + (rest > 0 ? [.paragraph(.faint("and \(counted(rest, "more claim"))"))] : [])
    }

    private var leftOver: [Document.Block] {
        var lines: [Prose] = []
        if !unmatched.edited.isEmpty { lines.append("edited themselves: " + listing(unmatched.edited)) }
        if !unmatched.added.isEmpty {
            lines.append(Prose("only in \(new.name): ") + listing(unmatched.added))
        }
        if !unmatched.removed.isEmpty {
            lines.append(Prose("only in \(old.name): ") + listing(unmatched.removed))
        }
        return lines.isEmpty ? [] : [.heading("CASES AS SUCH")] + lines.map { .item("·", $0) }
    }
}

extension DiffView.Unmatched {
    fileprivate var isEmpty: Bool { added.isEmpty && removed.isEmpty && edited.isEmpty }
}

extension DiffView {
    /// `distretto/diff/1`: what was edited, what becomes of each stage of each case, and of each claim.
    public var json: JSON {
        .object([
            "format": .string("distretto/diff/1"), "from": DiffView.json(old), "to": DiffView.json(new),
            "edits": .array(
                rules.edits.map { edit in
                    .object([
                        "what": .string(edit.what.rawValue), "kind": .string(edit.kind.rawValue),
                        "name": .string(edit.name),
                    ])
                }),
            "stages": .array(
                stages.filter(\.changesAnything).map { stage in
                    .object([
                        "case": .string(stage.caseName), "stage": .string(stage.stage),
                        "changesProgramme": .bool(stage.changesProgramme),
                        "packages": .array(stage.packages.map { RevisionWords(package: $0).json }),
                    ])
                }),
            "stagesCompared": .integer(stages.count),
            "packages": clusters.json,
            "claims": .array(
                rules.claims.map { claim in
                    .object([
                        "claim": .string(claim.claim), "gained": .strings(claim.gained),
                        "lost": .strings(claim.lost),
                    ])
                }),
            "cases": .object([
                "edited": .strings(unmatched.edited), "added": .strings(unmatched.added),
                "removed": .strings(unmatched.removed),
            ]),
        ])
    }

    private static func json(_ side: Side) -> JSON {
        .object([
            "name": .string(side.name), "rules": .string(side.digest.description),
            "ruleCount": .integer(side.ruleCount),
        ])
    }
}
