import Inference
import RuleModel

/// Where every package stands in an answer, without a word on why: what two answers are compared by.
public struct Outline: Hashable, Sendable {
    /// Phases in order, each with its packages in order of rank.
    public var programme: [[Entry]]
    /// How firmly each package of the programme is advised.
    public var strengths: [ID<Package>: Strength]
    /// What became of every other package that the lens lets through.
    public var outside: [ID<Package>: Outside]

    public struct Entry: Hashable, Sendable {
        public var package: ID<Package>
        public var standing: Standing
    }

    /// Why a package is not in the programme.
    public enum Outside: Hashable, Sendable {
        /// It needs a fact.
        case open
        /// No rule for it applies, what it requires is missing, or an exception withholds it.
        case notAdvised
        case advisedAgainst(Objection)
        /// Recommended and advised against at once.
        case contested
        /// Advised, and given up for a choice, a preference or the limit on places.
        case givenUp
    }

    /// Where one package stands.
    public enum Place: Hashable, Sendable {
        /// Numbers count from 1.
        case programme(number: Int, phase: Int, Standing, Strength)
        case outside(Outside)
    }

    /// Whether both have the same programme, as firmly advised, whatever stands outside.
    public func hasProgramme(of other: Outline) -> Bool {
        programme == other.programme && strengths == other.strengths
    }

    /// Whether one package is as firmly advised in both, or in neither.
    func hasPlace(of other: Outline, for package: ID<Package>) -> Bool {
        standing(of: package) == other.standing(of: package)
            && strengths[package] == other.strengths[package]
    }

    private func standing(of package: ID<Package>) -> Standing? {
        programme.joined().first { $0.package == package }?.standing
    }

    /// The programme's packages in order.
    public var order: [ID<Package>] { programme.flatMap { $0.map(\.package) } }

    /// Where every package stands, in order of name.
    public var places: [(package: ID<Package>, place: Place)] {
        var places = outside.map { (package: $0, place: Place.outside($1)) }
        var number = 0
        for (phase, entries) in programme.enumerated() {
            for entry in entries {
                number += 1
                places.append(
                    (
                        entry.package,
                        .programme(
                            number: number, phase: phase + 1, entry.standing,
                            strengths[entry.package] ?? .tentatively)
                    ))
            }
        }
        return places.sorted { $0.package < $1.package }
    }
}

/// Makes outlines of one request, evaluation after evaluation.
struct Outlining {
    let request: AdviceRequest
    let scope: Scope
    private let evidence: IndependentEvidence

    init(_ request: AdviceRequest) {
        self.request = request
        scope = Scope(request)
        evidence = IndependentEvidence(request.rules)
    }

    func outline(of evaluation: any Evaluation) -> Outline {
        Deliberation(request, scope, evaluation, evidence: evidence).outline()
    }
}

extension Deliberation {
    func outline() -> Outline {
        let plan = plan()
        let ranked = Dictionary(plan.ranked.map { ($0.package, $0) }) { first, _ in first }
        let kept = Set(plan.ordering.packages)
        var outside: [ID<Package>: Outline.Outside] = [:]
        for package in scope.packages where !kept.contains(package) {
            outside[package] = plan.causes[package] == nil ? whyOutside(package) : .givenUp
        }
        return Outline(
            programme: plan.ordering.phases.map { phase in
                phase.compactMap { package in
                    ranked[package].map { Outline.Entry(package: package, standing: $0.standing) }
                }
            },
            strengths: ranked.filter { kept.contains($0.key) }.mapValues(\.strength), outside: outside)
    }

    private func whyOutside(_ package: ID<Package>) -> Outline.Outside {
        let status = statuses[package]
        if status.isContested { return .contested }
        if status.objected.holds {
            return .advisedAgainst(gravest(of: status.objections))
        }
        return status.status == .open ? .open : .notAdvised
    }

    /// Among equally sure objections the gravest speaks: harm before dispute before no need.
    func gravest(of objections: ArraySlice<Verdict>) -> Objection {
        let gravity: [Objection] = [.harmful, .disputed, .notNeeded]
        let worst = objections.max() ?? .no
        return gravity.first { objections.dropFirst($0.rawValue).first == worst } ?? .disputed
    }
}
