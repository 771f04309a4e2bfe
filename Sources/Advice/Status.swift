import Inference
import RuleModel

/// What the verdicts say of each package before anything is ranked or chosen.
struct PackageStatus {
    /// Of the recommendation itself.
    var recommended: Verdict
    /// Of each objection, in order; all three are there.
    var objections: [Verdict]
    /// The smaller of the recommendation and what each requirement leaves of it.
    var status: Verdict

    var objected: Verdict { objections.max() ?? .no }
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

/// The packages' statuses under one evaluation, with the requirements behind them.
struct Statuses {
    private(set) var byPackage: [ID<Package>: PackageStatus] = [:]
    /// Requirements that are not plainly refuted, in the evaluation's order of facts.
    private(set) var requirements: [Requirement] = []

    struct Requirement {
        var subject: GroundPrerequisite
        var package: ID<Package>
        var verdict: Verdict
    }

    /// - Parameter required: The facts that say what is required, in the evaluation's order.
    init(_ evaluation: any Evaluation, packages: [ID<Package>], required: [Fact]) {
        for fact in required {
            guard case .required(let subject, before: let package) = fact else { continue }
            let verdict = evaluation.verdict(of: fact)
            if verdict != .no {
                requirements.append(Requirement(subject: subject, package: package, verdict: verdict))
            }
        }
        for package in packages {
            let recommended = evaluation.verdict(of: .recommended(package))
            byPackage[package] = PackageStatus(
                recommended: recommended,
                objections: Objection.allCases.map { evaluation.verdict(of: .advisedAgainst(package, $0)) },
                status: recommended)
        }
        settle(evaluation)
    }

    subscript(package: ID<Package>) -> PackageStatus {
        byPackage[package] ?? PackageStatus(recommended: .no, objections: [], status: .no)
    }

    /// Whether what is required is there.
    func verdict(of subject: GroundPrerequisite, _ evaluation: any Evaluation) -> Verdict {
        switch subject {
        case .package(let package): self[package].status
        case .concept(let concept): evaluation.verdict(of: .concept(concept, member: nil))
        case .diagnostic(let diagnostic): evaluation.verdict(of: .holds(.diagnostic(diagnostic)))
        }
    }

    /// A requirement counts only as far as it holds: "if it is required, it is there".
    static func effect(requirement: Verdict, subject: Verdict) -> Verdict {
        max(requirement.negated, subject)
    }

    /// Lowers statuses until none changes. Packages that require each other start from their own
    /// verdicts, so that a circle of recommended packages stands.
    private mutating func settle(_ evaluation: any Evaluation) {
        var changed = true
        while changed {
            changed = false
            for requirement in requirements {
                guard let status = byPackage[requirement.package]?.status else { continue }
                let effect = Statuses.effect(
                    requirement: requirement.verdict, subject: verdict(of: requirement.subject, evaluation))
                if effect < status {
                    byPackage[requirement.package]?.status = effect
                    changed = true
                }
            }
        }
    }
}
