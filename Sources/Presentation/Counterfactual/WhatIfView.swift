import Advice
import Inference
import RuleModel

/// What changes in the advice when something is otherwise, and through which rules.
public struct WhatIfView: Sendable {
    private let whatIf: WhatIf
    private let heading: CaseHeading
    private let request: AdviceRequest
    private let said: SaidWords
    private let words: ChangeWords
    private let rulesDigest: Digest

    /// - Parameter after: The situations with the last one told otherwise; members are named from it.
    public init(_ whatIf: WhatIf, request: AdviceRequest, after: [Situation], rulesDigest: Digest) {
        self.whatIf = whatIf
        self.request = request
        self.rulesDigest = rulesDigest
        heading = CaseHeading(request)
        let phraser = Phraser(rules: request.rules, history: after)
        said = SaidWords(
            before: Phraser(rules: request.rules, history: request.history), after: phraser)
        words = ChangeWords(phraser: phraser)
    }

    public var document: Document {
        var document = Document([heading.block])
        document.add(.heading("WHAT IF"))
        if whatIf.said.isEmpty {
            document.add(.paragraph("The case says so already."))
        }
        for said in whatIf.said { document.add(.item("·", self.said.line(said))) }
        guard !whatIf.packages.isEmpty else {
            document.add([.gap, .paragraph(nothing)])
            return closed(document)
        }
        for effect in PackageChange.Effect.allCases {
            let packages = whatIf.packages.filter { $0.effect == effect }
            guard !packages.isEmpty else { continue }
            document.add(.heading(Prose(ChangeWords.heading(effect))))
            document.add(packages.map(item))
        }
        if !whatIf.changesProgramme {
            document.add([.gap, .paragraph("The programme itself stays as it is.")])
        }
        return closed(document)
    }

    private var nothing: Prose {
        whatIf.derived.isEmpty
            ? "Nothing changes: no rule that asks for it comes to another verdict."
            : "Nothing changes in the advice; only what stands below."
    }

    private func closed(_ document: Document) -> Document {
        var document = document
        if !whatIf.derived.isEmpty {
            document.add(.heading("WHAT FOLLOWS ABOUT THE CLUSTER"))
            document.add(
                whatIf.derived.map { derived in
                    .item(
                        "·", Prose(words.phraser.phrase(derived.fact)),
                        aside: .faint("\(derived.from.prose.text) → ") + derived.to.prose)
                })
        }
        document.add([.gap, .paragraph(.faint("rules \(rulesDigest.short)"))])
        return document
    }

    private func item(_ change: PackageChange) -> Document.Block {
        .item(
            ChangeWords.mark(change.effect), .strong(words.phraser.title(of: change.package)),
            aside: words.aside(change),
            below: carriers(of: change))
    }

    /// The rules that speak for the package or against it; others only where there are none.
    private func carriers(of change: PackageChange) -> [Document.Block] {
        let direct = change.carriers.filter { carrier in
            switch carrier.fact {
            case .recommended, .advisedAgainst: true
            default: false
            }
        }
        let carriers = direct.isEmpty ? change.carriers : direct
        guard !carriers.isEmpty else { return [.paragraph(.faint("because packages around it change"))] }
        let shown = carriers.prefix(change.effect == .standsAsideOtherwise ? 1 : 3)
        let more = carriers.count - shown.count
        return shown.map(words.carrier)
            + (more > 0 ? [.paragraph(.faint("and \(counted(more, "more rule"))"))] : [])
    }

    /// `distretto/what-if/1`: what is said otherwise, the packages that stand elsewhere, and what else
    /// follows for the cluster.
    public var json: JSON {
        .object([
            "format": .string("distretto/what-if/1"), "rules": .string(rulesDigest.description),
            "case": .string(request.cluster.name), "stage": .string(request.stagePlace.name),
            "said": .array(whatIf.said.map(said.json)),
            "changesProgramme": .bool(whatIf.changesProgramme),
            "packages": .array(whatIf.packages.map { ChangeJSON(rules: request.rules).json($0) }),
            "derived": .array(
                whatIf.derived.map {
                    .object([
                        "what": .string(words.phraser.phrase($0.fact)), "from": .string($0.from.name),
                        "to": .string($0.to.name),
                    ])
                }),
        ])
    }
}
