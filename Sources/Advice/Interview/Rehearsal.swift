import Inference
import RuleModel

/// An interview in which the case itself gives the answers: how soon its programme is reached.
public struct Rehearsal: Hashable, Sendable {
    /// Questions until the programme is that of the whole case; `nil` where it never is.
    public var asked: Int?
    /// The same, were everything asked in the order of the vocabulary.
    public var askedInVocabularyOrder: Int?
}

/// Asks the last stage of a case anew, as if nothing had been said of it but when it was.
///
/// Costs an evaluation and the proofs of all undecided packages for each question.
public func rehearse(_ request: AdviceRequest, evaluate: @escaping Evaluator) -> Rehearsal {
    var rehearsing = Rehearsing(request, evaluate)
    return Rehearsal(
        asked: rehearsing.questions(), askedInVocabularyOrder: rehearsing.questionsInVocabularyOrder())
}

/// One case being rehearsed, again and again from the beginning.
private struct Rehearsing {
    private var request: AdviceRequest
    private let evaluate: Evaluator
    private let whole: Situation
    private let goal: Outline
    private let excluded: Set<ID<Rule>>

    init(_ request: AdviceRequest, _ evaluate: @escaping Evaluator) {
        self.request = request
        self.evaluate = evaluate
        whole = request.history.last ?? Situation()
        excluded = request.excludedRules
        goal = Outlining(request).outline(of: evaluate(request.history, excluded))
    }

    /// Nothing said yet but when it was, and what the case itself says of derived things: an interview
    /// asks for readings.
    private var blank: Situation {
        Situation(
            caseName: whole.caseName, stageName: whole.stageName, from: whole.from, to: whole.to,
            statements: whole.statements)
    }

    mutating func questions() -> Int? {
        var situation = blank
        var passing: Set<ReadingPlace> = []
        var last: ReadingPlace?
        var count = 0
        while true {
            let evaluation = evaluation(of: situation)
            if isReached(by: evaluation) { return count }
            guard let place = Interview(request, evaluation).next(passing: passing, after: last)?.place
            else { return nil }
            situation = situation.answered(place, from: whole)
            passing.insert(place)
            last = place
            count += 1
        }
    }

    mutating func questionsInVocabularyOrder() -> Int? {
        var situation = blank
        var places = request.rules.diagnostics.indices.map { ReadingPlace.diagnostic(ID($0)) }
        places += request.rules.collections.indices.map { .allListed(ID($0), of: nil) }
        places += whole.inForce.keys.sorted().map { .inForce($0) }
        for (collection, members) in whole.members.sorted(by: { $0.key < $1.key }) {
            let attributes = request.rules.attributes.indices
                .filter { request.rules.attributes[$0].collection == collection }
            for index in members.indices {
                places += attributes.map {
                    .attribute(ID($0), MemberID(collection: collection, index: index))
                }
            }
        }
        for (count, place) in places.enumerated() {
            if isReached(by: evaluation(of: situation)) { return count }
            situation = situation.answered(place, from: whole)
        }
        return isReached(by: evaluation(of: situation)) ? places.count : nil
    }

    private mutating func evaluation(of situation: Situation) -> any Evaluation {
        request.history = request.history.dropLast() + [situation]
        return evaluate(request.history, excluded)
    }

    /// The same packages in the same order, as sure. How firmly they are advised may hang on further
    /// reasons, which an interview does not ask for once the package stands.
    private func isReached(by evaluation: any Evaluation) -> Bool {
        Outlining(request).outline(of: evaluation).programme == goal.programme
    }
}

extension Situation {
    /// With what another says at a place. Members are told by name, all of a collection at once.
    fileprivate func answered(_ place: ReadingPlace, from whole: Situation) -> Situation {
        var answered = self
        guard case .allListed(let collection, of: let parent) = place else {
            if let reading = whole.reading(at: place) { answered.tell(reading, at: place) }
            return answered
        }
        if answered.members[collection] == nil {
            answered.members[collection] = whole.members[collection]?.map {
                Member(name: $0.name, title: $0.title, parent: $0.parent, statements: $0.statements)
            }
        }
        let isClosed = parent.map { whole[$0]?.closed.contains(collection) ?? false }
        if isClosed ?? whole.closed.contains(collection) {
            answered.tell(Reading(possible: .yes), at: place)
        }
        return answered
    }
}
