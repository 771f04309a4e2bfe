import Inference
import RuleModel

/// What an edit of the rules does to the advice on one case at one stage. Things are known by their
/// names, since each rule base numbers its own.
public struct AdviceRevision: Hashable, Sendable {
    public var caseName: String
    /// The stage's name; empty where the case has only one.
    public var stage: String
    /// Packages that stand elsewhere or for other reasons: those that start first, then by effect and place.
    public var packages: [RevisedPackage]

    /// Whether the programme is another one, or its packages are advised otherwise.
    public var changesProgramme: Bool { packages.contains(where: \.changesProgramme) }

    /// Whether anything that an adviser could be asked to defend is another.
    public var changesAnything: Bool { !packages.isEmpty }
}

/// A package that an edit of the rules moves, or for or against which other rules speak.
public struct RevisedPackage: Hashable, Sendable {
    public var name: String
    public var title: String
    /// `nil`: it stands where it stood, for other reasons.
    public var effect: PackageChange.Effect?
    public var from: Outline.Place
    public var to: Outline.Place
    /// Rules that say something of it now and did not before, by what they say and in order of name.
    public var gained: [Voice]
    public var lost: [Voice]
    /// Rules that say the same of it as before, and do not read the same.
    public var edited: [Voice]

    public var changesProgramme: Bool { effect != nil && effect != .standsAsideOtherwise }

    /// A rule that applies, at least presumably, and what it says of the package.
    public struct Voice: Hashable, Sendable {
        public enum Side: String, Hashable, Sendable, CaseIterable {
            case speaksFor, against
            /// It says what comes before or after the package, or instead of it.
            case orders
        }
        public var side: Side
        public var rule: String
        public var claims: [String]
    }
}

/// A case at one stage under one version of the rules.
public struct RevisedSide: Sendable {
    public var request: AdviceRequest
    public var evaluation: any Evaluation

    public init(_ request: AdviceRequest, _ evaluation: any Evaluation) {
        self.request = request
        self.evaluation = evaluation
    }
}

/// Compares the advice under two rule bases.
///
/// It costs no evaluation besides those that the sides bring.
///
/// - Parameters:
///   - edited: names of rules that both have, and that do not read the same.
public func revision(
    from old: RevisedSide, to new: RevisedSide, edited: Set<String>
) -> AdviceRevision {
    let names = PackageNames(old.request.rules, new.request.rules)
    let before = names.outline(Outlining(old.request).outline(of: old.evaluation), of: \.old)
    let after = names.outline(Outlining(new.request).outline(of: new.evaluation), of: \.new)
    let voices = (RuleVoices(old.evaluation), RuleVoices(new.evaluation))
    var packages = before.changes(to: after).map { change in
        names.revised(change.package, change.effect, change.from, change.to, voices, edited)
    }
    let moved = Set(packages.map(\.name))
    for (package, place) in after.places where !moved.contains(names.names[package.index]) {
        let revised = names.revised(package, nil, place, place, voices, edited)
        if !(revised.gained + revised.lost + revised.edited).isEmpty { packages.append(revised) }
    }
    let stages = new.request.cluster.stages
    return AdviceRevision(
        caseName: new.request.cluster.name,
        stage: stages.count > 1 ? stages[new.request.stage].name : "", packages: packages)
}

/// The packages of two rule bases under one numbering, by name.
private struct PackageNames {
    let names: [String]
    private let titles: [String]
    /// For each name its place in each rule base, if it is there.
    private let places: [Places]

    struct Places {
        var old: Int?
        var new: Int?
    }

    init(_ old: RuleBase, _ new: RuleBase) {
        let (before, after) = (old.packagePlaces, new.packagePlaces)
        names = Set(before.keys).union(after.keys).sorted()
        places = names.map { Places(old: before[$0], new: after[$0]) }
        titles = places.map { place in
            place.new.map { new.packages[$0].title } ?? place.old.map { old.packages[$0].title } ?? ""
        }
    }

    /// An outline in the common numbering; what a rule base does not know, it does not advise.
    func outline(_ outline: Outline, of side: KeyPath<Places, Int?>) -> Outline {
        var numbers: [ID<Package>: ID<Package>] = [:]
        for (number, places) in places.enumerated() {
            if let place = places[keyPath: side] { numbers[ID(place)] = ID(number) }
        }
        func renamed<Value>(_ table: [ID<Package>: Value]) -> [ID<Package>: Value] {
            var result: [ID<Package>: Value] = [:]
            for (package, value) in table { if let number = numbers[package] { result[number] = value } }
            return result
        }
        var outside = renamed(outline.outside)
        for (number, places) in places.enumerated() where places[keyPath: side] == nil {
            outside[ID(number)] = .notAdvised
        }
        return Outline(
            programme: outline.programme.map { phase in
                phase.compactMap { entry in
                    numbers[entry.package].map { Outline.Entry(package: $0, standing: entry.standing) }
                }
            }, strengths: renamed(outline.strengths), outside: outside)
    }

    func revised(
        _ package: ID<Package>, _ effect: PackageChange.Effect?, _ from: Outline.Place, _ to: Outline.Place,
        _ voices: (old: RuleVoices, new: RuleVoices), _ edited: Set<String>
    ) -> RevisedPackage {
        let place = places[package.index]
        let before = place.old.map { voices.old.about(ID($0)) } ?? []
        let after = place.new.map { voices.new.about(ID($0)) } ?? []
        func isIn(_ voices: [RevisedPackage.Voice], _ voice: RevisedPackage.Voice) -> Bool {
            voices.contains { $0.rule == voice.rule && $0.side == voice.side }
        }
        return RevisedPackage(
            name: names[package.index], title: titles[package.index], effect: effect, from: from, to: to,
            gained: after.filter { !isIn(before, $0) }, lost: before.filter { !isIn(after, $0) },
            edited: after.filter { isIn(before, $0) && edited.contains($0.rule) })
    }
}

extension RuleBase {
    fileprivate var packagePlaces: [String: Int] {
        Dictionary(packages.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
    }
}

/// The rules that say something of each package in one evaluation.
private struct RuleVoices {
    private let evaluation: any Evaluation
    private var facts: [ID<Package>: [(side: RevisedPackage.Voice.Side, fact: Fact)]] = [:]

    init(_ evaluation: any Evaluation) {
        self.evaluation = evaluation
        for fact in evaluation.facts where evaluation.verdict(of: fact).holds {
            let side: RevisedPackage.Voice.Side =
                switch fact {
                case .recommended: .speaksFor
                case .advisedAgainst: .against
                default: .orders
                }
            for package in fact.packagesConcerned { facts[package, default: []].append((side, fact)) }
        }
    }

    /// By what they say, in order of name.
    func about(_ package: ID<Package>) -> [RevisedPackage.Voice] {
        let facts = facts[package] ?? []
        return RevisedPackage.Voice.Side.allCases.flatMap { side in
            var rules: Set<ID<Rule>> = []
            for (_, fact) in facts.filter({ $0.side == side }) {
                for application in evaluation.applications(drawing: fact) where application.verdict.holds {
                    rules.insert(application.rule)
                }
            }
            return rules.sorted().map { id in
                let rule = evaluation.rules[id]
                return RevisedPackage.Voice(
                    side: side, rule: rule.name, claims: rule.claims.map { evaluation.rules[$0].name })
            }
        }
    }
}
