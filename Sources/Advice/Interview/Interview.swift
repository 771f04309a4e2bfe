import Inference
import RuleModel

/// Asks of a case what is missing, one thing at a time, so that the advice is settled soon.
///
///     let interview = Interview(request, evaluation)
///     interview.next(passing: asked, after: nil)
///
/// Asked is what settles most by itself, and beside it what most of the undecided advice hangs on
/// (see `Bearing`), as far as an answer is to be hoped for: who knew little of a subject so far is
/// asked of others first. What belongs to the subject of the last question goes before what is only a
/// little more telling, so that a subject is not dropped and taken up again.
public struct Interview {
    private let questioning: Questioning
    private let bearing: Bearing
    private let rules: RuleBase
    private let now: Situation

    /// - Parameter evaluation: Of the request's history, without the request's `excludedRules`.
    ///
    /// Costs the proofs of all undecided packages.
    public init(_ request: AdviceRequest, _ evaluation: any Evaluation) {
        rules = request.rules
        now = request.history.last ?? Situation()
        questioning = Questioning(request, Scope(request), evaluation)
        var bearing = Bearing(evaluation)
        for package in questioning.undecided {
            bearing.vote(of: package, down: questioning.proofs(decidingOn: package))
        }
        self.bearing = bearing
    }

    /// Something to ask, and what for.
    public struct Query: Hashable, Sendable {
        public var place: ReadingPlace
        /// Undecided packages that hang on it, the most first.
        public var packages: [ID<Package>]
        /// What each answer changes by itself; `nil` where others must come with it.
        public var effects: Question?
    }

    /// Packages that are still undecided.
    public var undecided: [ID<Package>] { questioning.undecided }

    /// How many of the most telling places are looked at closely.
    private static let candidates = 12
    /// What is of the last question's subject may be this much less telling.
    private static let patience = 0.75

    /// The question to ask next; `nil` when nothing is left on which undecided advice hangs.
    ///
    /// - Parameters:
    ///   - passing: What was asked already, answered or not.
    ///   - last: What was asked before, so that its subject can be gone on with.
    public func next(passing: Set<ReadingPlace> = [], after last: ReadingPlace? = nil) -> Query? {
        let hope = hope(passing)
        let likeliest = bearing.votes.keys.filter { !passing.contains($0) }
            .map { Candidate(place: $0, telling: bearing.total($0) * hope($0)) }
            .sorted().prefix(Self.candidates)
        let effects = questioning.questions(at: likeliest.map(\.place))
        let candidates = likeliest.map { candidate in
            guard let question = effects[candidate.place] else { return candidate }
            let settled = question.answers.reduce(0) { $0 + $1.settles }
            let average = Double(settled) / Double(question.answers.count)
            return Candidate(
                place: candidate.place, telling: candidate.telling + average * hope(candidate.place))
        }.sorted()
        guard let best = candidates.first else { return nil }
        let subject = last.map(subject)
        let kin = candidates.first {
            $0.telling >= Self.patience * best.telling && self.subject(of: $0.place) == subject
        }
        // Within a subject, what the vocabulary has first: whether there is one, before what it is like.
        let about = self.subject(of: (kin ?? best).place)
        let enough = Self.patience * (kin ?? best).telling
        let first = candidates.filter { $0.telling >= enough && self.subject(of: $0.place) == about }
            .map(\.place).min { ReadingPlace.order($0, $1) }
        let chosen = first ?? (kin ?? best).place
        let packages = (bearing.votes[chosen] ?? [:]).sorted { one, other in
            one.value != other.value ? one.value > other.value : one.key < other.key
        }
        return Query(place: chosen, packages: packages.map(\.key), effects: effects[chosen])
    }

    private struct Candidate: Comparable {
        var place: ReadingPlace
        var telling: Double
        /// The more telling first, then in the order of the vocabulary.
        static func < (left: Candidate, right: Candidate) -> Bool {
            left.telling != right.telling
                ? left.telling > right.telling : ReadingPlace.order(left.place, right.place)
        }
    }

    /// How likely an answer is, from how many questions on the same subject have got one: Laplace's rule
    /// of succession.
    private func hope(_ asked: Set<ReadingPlace>) -> (ReadingPlace) -> Double {
        var counts: [Subject: (answered: Int, asked: Int)] = [:]
        for place in asked {
            counts[subject(of: place), default: (0, 0)].asked += 1
            if now.reading(at: place) != nil { counts[subject(of: place), default: (0, 0)].answered += 1 }
        }
        return { place in
            let count = counts[subject(of: place)] ?? (0, 0)
            return Double(count.answered + 1) / Double(count.asked + 2)
        }
    }

    /// What a question is about.
    private func subject(of place: ReadingPlace) -> Subject {
        switch place {
        case .diagnostic(let diagnostic): .section(rules[diagnostic].section)
        case .attribute(_, let member): .member(member)
        case .allListed: .members
        case .concept: .concepts
        case .classification: .classifications
        case .inForce: .inForce
        }
    }

    private enum Subject: Hashable {
        case section(ID<Section>?)
        case member(MemberID)
        case members, concepts, classifications, inForce
    }
}
