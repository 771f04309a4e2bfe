import Inference
import RuleModel

/// What the verdicts say of each package before anything is ranked or chosen.
struct PackageStatus {
    /// Of the recommendation itself.
    let recommended: Verdict
    /// Of each objection, in order; all three are there.
    let objections: ArraySlice<Verdict>
    /// Of the surest objection.
    let objected: Verdict
    /// The smaller of the recommendation and what each requirement leaves of it.
    var status: Verdict

    init(recommended: Verdict, objections: ArraySlice<Verdict>) {
        self.recommended = recommended
        self.objections = objections
        objected = objections.max() ?? .no
        status = recommended
    }

    var isContested: Bool { recommended.holds && objected.holds }

    /// Nothing that is still to be learnt changes what becomes of it.
    var isSettled: Bool {
        status == .no || objected == .yes || (status == .yes && objected == .no)
    }

    /// What is advised against falls, unless it is recommended as well: then it is contested.
    var position: Question.Position {
        Question.Position(
            standing: objected.holds && !isContested ? .falls : Standing(status), isContested: isContested,
            isAdvisedAgainst: objected.holds)
    }
}

extension Sequence<Fact> {
    /// Those that say what must be there before a package.
    var requirements: [Fact] { filter { if case .required = $0 { true } else { false } } }
}

/// The facts that packages' statuses are worked out from: the same for every telling of a case.
struct StatusFacts {
    let packages: [ID<Package>]
    /// The facts that say what is required, in the evaluation's order.
    let required: [Fact]
    /// Diagnostics that are required to hold.
    let diagnostics: [ID<Diagnostic>]
    /// All to be asked: what is required, the concepts among what is, then each package's own.
    let all: [Fact]
    fileprivate let concepts: [ID<Concept>]

    init(_ evaluation: any Evaluation, packages: [ID<Package>]) {
        self.packages = packages
        required = evaluation.facts.requirements
        var concepts: Set<ID<Concept>> = []
        var diagnostics: Set<ID<Diagnostic>> = []
        for case .required(let subject, before: _) in required {
            switch subject {
            case .package: break
            case .concept(let concept): concepts.insert(concept)
            case .diagnostic(let diagnostic): diagnostics.insert(diagnostic)
            }
        }
        self.concepts = concepts.sorted()
        self.diagnostics = diagnostics.sorted()
        all =
            required + self.concepts.map { .concept($0, member: nil) }
            + packages.flatMap { package in
                [.recommended(package)] + Objection.allCases.map { .advisedAgainst(package, $0) }
            }
    }
}

/// The packages' statuses under one evaluation, with the requirements behind them.
struct Statuses {
    /// By the packages' places in the rules; those out of scope are left out.
    private var byPackage: [PackageStatus?]
    /// Requirements that are not plainly refuted, in the evaluation's order of facts.
    private(set) var requirements: [Requirement] = []
    /// How far what is no package is there.
    private var there: [GroundPrerequisite: Verdict] = [:]

    struct Requirement {
        var subject: GroundPrerequisite
        var package: ID<Package>
        var verdict: Verdict
    }

    init(_ evaluation: any Evaluation, _ facts: StatusFacts) {
        self.init(
            facts, verdicts: facts.all.map { evaluation.verdict(of: $0) },
            diagnostics: facts.diagnostics.map { evaluation.verdict(of: .holds(.diagnostic($0))) })
    }

    /// - Parameters:
    ///   - verdicts: Of all the facts, in order.
    ///   - diagnostics: How far the diagnostics hold, in order.
    init(_ facts: StatusFacts, verdicts: [Verdict], diagnostics: [Verdict]) {
        for (diagnostic, verdict) in zip(facts.diagnostics, diagnostics) {
            there[.diagnostic(diagnostic)] = verdict
        }
        for (place, concept) in facts.concepts.enumerated() {
            there[.concept(concept)] = verdicts[facts.required.count + place]
        }
        for case (.required(let subject, before: let package), let verdict) in zip(facts.required, verdicts)
        where verdict != .no {
            requirements.append(Requirement(subject: subject, package: package, verdict: verdict))
        }
        byPackage = Array(repeating: nil, count: (facts.packages.max()?.index ?? -1) + 1)
        var next = facts.required.count + facts.concepts.count
        for package in facts.packages {
            let objections = verdicts[(next + 1)..<(next + 1 + Objection.allCases.count)]
            byPackage[package.index] = PackageStatus(recommended: verdicts[next], objections: objections)
            next += 1 + objections.count
        }
        settle()
    }

    subscript(package: ID<Package>) -> PackageStatus {
        status(of: package) ?? PackageStatus(recommended: .no, objections: [])
    }

    private func status(of package: ID<Package>) -> PackageStatus? {
        byPackage.indices.contains(package.index) ? byPackage[package.index] : nil
    }

    /// Whether what is required is there.
    func verdict(of subject: GroundPrerequisite) -> Verdict {
        if case .package(let package) = subject { return status(of: package)?.status ?? .no }
        return there[subject] ?? .no
    }

    /// A requirement counts only as far as it holds: "if it is required, it is there".
    static func effect(requirement: Verdict, subject: Verdict) -> Verdict {
        max(requirement.negated, subject)
    }

    /// Lowers statuses until none changes. Packages that require each other start from their own
    /// verdicts, so that a circle of recommended packages stands.
    private mutating func settle() {
        var changed = true
        while changed {
            changed = false
            for requirement in requirements {
                guard let status = status(of: requirement.package)?.status else { continue }
                let effect = Statuses.effect(
                    requirement: requirement.verdict, subject: verdict(of: requirement.subject))
                if effect < status {
                    byPackage[requirement.package.index]?.status = effect
                    changed = true
                }
            }
        }
    }
}

extension Statuses {
    /// Something whose verdict helps to decide what becomes of a package.
    enum Part {
        case fact(Fact)
        case diagnostic(ID<Diagnostic>)
    }

    /// The package's own facts, and each requirement with what is required.
    func parts(decidingOn package: ID<Package>) -> [Part] {
        [.fact(.recommended(package))] + Objection.allCases.map { .fact(.advisedAgainst(package, $0)) }
            + requirements.filter { $0.package == package }.flatMap { requirement -> [Part] in
                let subject: Part =
                    switch requirement.subject {
                    case .package(let required): .fact(.recommended(required))
                    case .concept(let concept): .fact(.concept(concept, member: nil))
                    case .diagnostic(let diagnostic): .diagnostic(diagnostic)
                    }
                return [.fact(.required(requirement.subject, before: package)), subject]
            }
    }

    /// Those of some packages whose advice something still to be learnt could change, in their order.
    func undecided(among packages: [ID<Package>]) -> [ID<Package>] {
        packages.filter { !self[$0].isSettled }
    }
}
