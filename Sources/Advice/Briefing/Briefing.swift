import Inference
import RuleModel

/// What an adviser hands over: the answer, cut down to what a reader with ten minutes needs.
///
/// It decides what leads and what is told in a line; a view makes pages of it.
public struct Briefing: Hashable, Sendable {
    public var answer: Answer
    public var cluster: ClusterCase
    /// Packages told in full, in the programme's order: the best ranked, with what must come before
    /// them. The others have a line each.
    public var leading: [ID<Package>]
    /// What the programme rests on, that which carries most of it first.
    public var readings: [WeighedReading]
    /// Classifications and concepts that hold, each with the rules that say so.
    public var diagnosis: [DiagnosisItem]
    /// Questions that could change the programme, the most telling first.
    public var openQuestions: [Question]
    public var precedents: [SimilarCase]

    /// The reading at one place, and what hangs on it.
    public struct WeighedReading: Hashable, Sendable {
        public var place: ReadingPlace
        public var reading: Reading
        /// Packages of the programme that rest on it, in the programme's order.
        public var packages: [ID<Package>]
    }

    /// Something the rules, or the case itself, make of the readings.
    public struct DiagnosisItem: Hashable, Sendable {
        public var fact: Fact
        public var verdict: Verdict
        public var isStated: Bool
        /// Two values of one classification hold that exclude each other.
        public var isContested: Bool
        public var reasons: [Reason]
        /// How many packages of the programme rest on it.
        public var bearing: Int
    }
}

/// Selects what a brief tells.
///
/// - Parameters:
///   - evaluation: the one the answer was made from.
///   - precedents: similar cases, the most alike first.
///   - inFull: how many packages are told in full; of a long programme fewer, since each of the others
///     takes a line.
public func briefing(
    _ answer: Answer, of cluster: ClusterCase, _ evaluation: any Evaluation, precedents: [SimilarCase],
    inFull: Int = 4
) -> Briefing {
    let selection = BriefingSelection(answer, evaluation)
    let leading = selection.leading(answer.entries.count > 2 * inFull ? inFull - 1 : inFull)
    return Briefing(
        answer: answer, cluster: cluster, leading: answer.entries.map(\.package).filter(leading.contains),
        readings: selection.readings, diagnosis: selection.diagnosis, openQuestions: answer.questions,
        precedents: precedents)
}

private struct BriefingSelection {
    let answer: Answer
    let evaluation: any Evaluation
    let reading: ProofReading
    let proofs: [(package: ID<Package>, proof: Proof)]

    init(_ answer: Answer, _ evaluation: any Evaluation) {
        self.answer = answer
        self.evaluation = evaluation
        reading = ProofReading(evaluation)
        proofs = answer.entries.map { ($0.package, evaluation.proof(of: .recommended($0.package))) }
    }

    /// The best ranked, each with all that must come before it, as long as there is room: a page that
    /// explains the second step and not the first explains little.
    func leading(_ most: Int) -> Set<ID<Package>> {
        let before = Dictionary(answer.entries.map { ($0.package, $0.after.map(\.package)) }) { $1 }
        var leading: Set<ID<Package>> = []
        for entry in answer.entries.sorted(by: { $0.placement.rank < $1.placement.rank }) {
            var together = leading
            var waiting = [entry.package]
            while let next = waiting.popLast() {
                guard together.insert(next).inserted else { continue }
                waiting += before[next] ?? []
            }
            if together.count <= most { leading = together }
        }
        return leading
    }

    var readings: [Briefing.WeighedReading] {
        var packages: [ReadingPlace: [ID<Package>]] = [:]
        for (package, proof) in proofs {
            for place in reading.readingsUsed(in: [proof]) { packages[place, default: []].append(package) }
        }
        return answer.header.readings.all.compactMap { place in
            reading.situation.reading(at: place).map {
                Briefing.WeighedReading(place: place, reading: $0, packages: packages[place] ?? [])
            }
        }.enumerated().sorted { one, other in
            let (mine, theirs) = (one.element.packages.count, other.element.packages.count)
            return mine == theirs ? one.offset < other.offset : mine > theirs
        }.map(\.element)
    }

    /// Classifications in the rule base's order, then the concepts that carry most of the programme.
    var diagnosis: [Briefing.DiagnosisItem] {
        var bearing: [Fact: Int] = [:]
        for (_, proof) in proofs {
            for fact in Set(reading.carriers(in: proof).map(\.step.fact)) { bearing[fact, default: 0] += 1 }
        }
        func item(_ fact: Fact, _ verdict: Verdict, isStated: Bool, isContested: Bool = false)
            -> Briefing.DiagnosisItem
        {
            let reasons = evaluation.applications(drawing: fact).filter { $0.verdict == verdict }
            return Briefing.DiagnosisItem(
                fact: fact, verdict: verdict, isStated: isStated, isContested: isContested,
                reasons: reasons.map(\.reason), bearing: bearing[fact] ?? 0)
        }
        let classes = answer.header.classifications.flatMap { classification in
            classification.values.filter(\.verdict.holds).map { value in
                item(
                    .classification(
                        ClassificationValue(classification.classification, value.value), member: nil),
                    value.verdict, isStated: value.isStated, isContested: classification.isContested)
            }
        }
        let concepts = answer.header.concepts.map {
            item(.concept($0.concept, member: nil), $0.verdict, isStated: $0.isStated)
        }.filter { $0.bearing > 0 }
        return classes
            + concepts.enumerated().sorted { one, other in
                let (mine, theirs) = (one.element.bearing, other.element.bearing)
                return mine == theirs ? one.offset < other.offset : mine > theirs
            }.map(\.element)
    }
}
