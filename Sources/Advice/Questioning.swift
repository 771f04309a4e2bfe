import Inference
import RuleModel

/// Finds what is worth asking, by giving each possible answer and seeing what becomes of the advice.
struct Questioning {
    private let request: AdviceRequest
    private let scope: Scope
    private let evaluation: any Evaluation
    private let rules: RuleBase
    private let facts: StatusFacts
    private let diagnostics: [Verdict]
    private let statuses: Statuses
    /// As the facts stand, in the order of `facts`.
    private let verdicts: [Verdict]
    /// Where each package in scope stands, and whether an answer can settle it.
    private let now: [(position: Question.Position, isUnsettled: Bool)]
    private let openProofs: OpenProofs

    /// - Parameter openProofs: Written already, for whoever looks into them as well.
    init(
        _ request: AdviceRequest, _ scope: Scope, _ evaluation: any Evaluation,
        openProofs: OpenProofs? = nil
    ) {
        self.openProofs = openProofs ?? OpenProofs(evaluation)
        self.request = request
        self.scope = scope
        self.evaluation = evaluation
        rules = request.rules
        facts = StatusFacts(evaluation, packages: scope.packages)
        diagnostics = facts.diagnostics.map { evaluation.verdict(of: .holds(.diagnostic($0))) }
        verdicts = facts.all.map { evaluation.verdict(of: $0) }
        let statuses = Statuses(facts, verdicts: verdicts, diagnostics: diagnostics)
        self.statuses = statuses
        now = scope.packages.map { package in
            let position = statuses[package].position
            return (position, position.standing == .open || position.standing == .provisional)
        }
    }

    /// Questions of which some answer changes something, the most telling first: by how many packages
    /// the answers settle on average, then by how many each settles at least, then in the vocabulary's
    /// order. No answer is held likelier than another.
    func questions() -> [Question] {
        questions(at: places()).values.sorted { one, other in
            let mine = one.settled * other.answers.count
            let theirs = other.settled * one.answers.count
            if mine != theirs { return mine > theirs }
            if one.settlesAtLeast != other.settlesAtLeast { return one.settlesAtLeast > other.settlesAtLeast }
            return ReadingPlace.order(one.place, other.place)
        }
    }

    /// The questions at some places, as far as some answer changes something.
    func questions(at places: [ReadingPlace]) -> [ReadingPlace: Question] {
        let cells = AnswerCells(rules, history: request.history)
        // Where rules tell no two answers apart, there is nothing to ask; of a text they know only some.
        let asked = places.map { place in (place: place, values: cells.answers(at: place)) }
            .filter { $0.values.count > 1 || cells.type(of: $0.place) == .text }
        // All at once, since getting ready to suppose anything costs more than supposing it.
        let suppositions = asked.flatMap { place, values in values.map { Supposition($0, at: place) } }
        var rows = evaluation.verdicts(of: facts.all, supposing: suppositions)[...]
        var questions: [ReadingPlace: Question] = [:]
        for (place, values) in asked {
            let answers = zip(values, rows).map { possibleAnswer($0, at: place, verdicts: $1) }
            rows.removeFirst(values.count)
            questions[place] = question(at: place, cells.type(of: place), answers)
        }
        return questions
    }

    /// Packages whose advice something still to be learnt could change, in order of name.
    var undecided: [ID<Package>] { statuses.undecided(among: scope.packages) }

    /// Why everything that decides on a package has the verdict it has.
    func proofs(decidingOn package: ID<Package>) -> [Proof] {
        statuses.parts(decidingOn: package).map { part in
            switch part {
            case .fact(let fact): evaluation.proof(of: fact)
            case .diagnostic(let diagnostic): evaluation.proof(of: .holds(.diagnostic(diagnostic)))
            }
        }
    }

    /// Where something uncertain bears on undecided advice.
    private func places() -> [ReadingPlace] {
        let reading = ProofReading(evaluation)
        var facts: [Fact] = []
        var diagnostics: Set<ID<Diagnostic>> = []
        for part in undecided.flatMap(statuses.parts(decidingOn:)) {
            switch part {
            case .fact(let fact): facts.append(fact)
            case .diagnostic(let diagnostic): diagnostics.insert(diagnostic)
            }
        }
        let proofs =
            openProofs(of: facts)
            + diagnostics.map { evaluation.proof(of: .holds(.diagnostic($0))) }
        return reading.asks(in: proofs).sorted { ReadingPlace.order($0, $1) }
    }

    private func question(
        at place: ReadingPlace, _ domain: ValueType, _ each: [Question.PossibleAnswer]
    ) -> Question? {
        var answers: [Question.PossibleAnswer] = []
        for answer in each {
            if let same = answers.firstIndex(where: { $0.agrees(with: answer) }) {
                answers[same].join(answer)
            } else {
                answers.append(answer)
            }
        }
        let packages = Set(answers.flatMap { $0.changes.map(\.package) }).sorted()
        // What every answer settles alike is settled either way, and no one need be asked.
        guard !packages.isEmpty, answers.count > 1 || domain == .text else { return nil }
        let measurement = measurement(of: place)
        return Question(
            place: place, text: measurement?.question ?? "", method: measurement?.method ?? "", type: domain,
            answers: answers, packages: packages, settlesAtLeast: answers.map(\.settles).min() ?? 0,
            settlesAtMost: answers.map(\.settles).max() ?? 0)
    }

    private func possibleAnswer(
        _ value: ValueSet, at place: ReadingPlace, verdicts: [Verdict]
    ) -> Question.PossibleAnswer {
        let diagnostics = diagnostics(supposing: value, at: place)
        let isChange = verdicts != self.verdicts || diagnostics != self.diagnostics
        let after =
            isChange ? Statuses(facts, verdicts: verdicts, diagnostics: diagnostics) : statuses
        var answer = Question.PossibleAnswer(value: value, changes: [], settles: 0)
        for (package, now) in zip(scope.packages, now) {
            let status = after[package]
            if now.isUnsettled, status.isSettled { answer.settles += 1 }
            guard isChange else { continue }
            let (from, to) = (now.position, status.position)
            // What falls either way is no news, whatever the reasons.
            guard from.standing != to.standing || from.isContested != to.isContested else { continue }
            answer.changes.append(Question.Change(package: package, from: from, to: to))
        }
        return answer
    }

    /// How far the diagnostics that packages require would hold.
    private func diagnostics(supposing value: ValueSet, at place: ReadingPlace) -> [Verdict] {
        guard case .diagnostic(let diagnostic) = place,
            let number = facts.diagnostics.firstIndex(of: diagnostic)
        else { return diagnostics }
        var now = request.history.last ?? Situation()
        now.learn(value, at: place)
        var supposed = diagnostics
        supposed[number] = evaluation.replacingLastStage(with: now).verdict(
            of: .holds(.diagnostic(diagnostic)))
        return supposed
    }

    private func measurement(of place: ReadingPlace) -> Measurement? {
        switch place {
        case .diagnostic(let diagnostic): rules[diagnostic].measurement
        case .attribute(let attribute, _): rules[attribute].measurement
        case .inForce, .concept, .classification, .allListed: nil
        }
    }
}

extension Question {
    fileprivate var settled: Int { answers.reduce(0) { $0 + $1.settles } }
}

extension Question.PossibleAnswer {
    /// Whether the same packages stand or fall, for whatever reasons.
    fileprivate func agrees(with other: Self) -> Bool {
        changes.count == other.changes.count
            && zip(changes, other.changes).allSatisfy { mine, theirs in
                mine.package == theirs.package && mine.to.standing == theirs.to.standing
                    && mine.to.isContested == theirs.to.isContested
            }
    }

    /// Takes in the values of an answer that agrees.
    fileprivate mutating func join(_ other: Self) {
        value = value.union(other.value)
        settles = min(settles, other.settles)
        for index in changes.indices where !other.changes[index].to.isAdvisedAgainst {
            changes[index].to.isAdvisedAgainst = false
        }
    }
}
