import Inference
import RuleModel

/// Finds what is worth asking, by giving each possible answer and seeing what becomes of the advice.
struct Questioning {
    private let request: AdviceRequest
    private let scope: Scope
    private let evaluation: any Evaluation
    private let rules: RuleBase
    private let required: [Fact]
    private let statuses: Statuses

    init(_ request: AdviceRequest, _ scope: Scope, _ evaluation: any Evaluation) {
        self.request = request
        self.scope = scope
        self.evaluation = evaluation
        rules = request.rules
        required = evaluation.facts.requirements
        statuses = Statuses(evaluation, packages: scope.packages, required: required)
    }

    /// Questions of which some answer changes something, the most telling first: by how many packages
    /// the answers settle on average, then by how many each settles at least, then in the vocabulary's
    /// order. No answer is held likelier than another.
    func questions() -> [Question] {
        let cells = AnswerCells(rules, history: request.history)
        let questions = places().compactMap { question(at: $0, cells) }
        return questions.sorted { one, other in
            let mine = one.settled * other.answers.count
            let theirs = other.settled * one.answers.count
            if mine != theirs { return mine > theirs }
            if one.settlesAtLeast != other.settlesAtLeast { return one.settlesAtLeast > other.settlesAtLeast }
            return ReadingPlace.order(one.place, other.place)
        }
    }

    /// Where something uncertain bears on undecided advice.
    private func places() -> [ReadingPlace] {
        let reading = ProofReading(evaluation)
        var proofs = scope.packages.filter { !statuses[$0].isSettled }.flatMap { package in
            [.recommended(package)] + Objection.allCases.map { Fact.advisedAgainst(package, $0) }
        }.map { evaluation.proof(of: $0) }
        for requirement in statuses.requirements where !statuses[requirement.package].isSettled {
            proofs.append(
                evaluation.proof(of: .required(requirement.subject, before: requirement.package)))
            switch requirement.subject {
            case .package(let package): proofs.append(evaluation.proof(of: .recommended(package)))
            case .concept(let concept): proofs.append(evaluation.proof(of: .concept(concept, member: nil)))
            case .diagnostic(let diagnostic):
                proofs.append(evaluation.proof(of: .holds(.diagnostic(diagnostic))))
            }
        }
        let places = Set(proofs.flatMap { reading.asks(in: $0, from: [$0.root]) })
        return places.sorted { ReadingPlace.order($0, $1) }
    }

    private func question(at place: ReadingPlace, _ cells: AnswerCells) -> Question? {
        let domain = cells.type(of: place)
        var answers: [Question.PossibleAnswer] = []
        let values = cells.answers(at: place)
        // Where rules tell no two answers apart, there is nothing to ask; of a text they know only some.
        guard values.count > 1 || domain == .text else { return nil }
        for value in values {
            let answer = possibleAnswer(value, at: place)
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

    private func possibleAnswer(_ value: ValueSet, at place: ReadingPlace) -> Question.PossibleAnswer {
        var now = request.history.last ?? Situation()
        now.learn(value, at: place)
        let learnt = evaluation.replacingLastStage(with: now)
        let after = Statuses(learnt, packages: scope.packages, required: required)
        let changes = scope.packages.compactMap { package -> Question.Change? in
            let (from, to) = (statuses[package].position, after[package].position)
            // What falls either way is no news, whatever the reasons.
            guard from.standing != to.standing || from.isContested != to.isContested else { return nil }
            return Question.Change(package: package, from: from, to: to)
        }
        let settled = scope.packages.count { package in
            let standing = statuses[package].position.standing
            return (standing == .open || standing == .provisional) && after[package].isSettled
        }
        return Question.PossibleAnswer(value: value, changes: changes, settles: settled)
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

extension Situation {
    /// Puts what has been learnt in the place of what was known.
    mutating func learn(_ value: ValueSet, at place: ReadingPlace) {
        let reading = Reading(possible: value)
        switch place {
        case .diagnostic(let diagnostic): readings[diagnostic] = reading
        case .attribute(let attribute, let member):
            change(member) { $0.attributes[attribute] = reading }
        case .inForce(let package): inForce[package] = reading
        case .concept(let concept, let member):
            changeStatements(of: member) { $0.concepts[concept] = reading }
        case .classification(let classification, value: let of, let member):
            changeStatements(of: member) {
                if let of {
                    $0.classificationValues[ClassificationValue(classification, of)] = reading
                } else {
                    $0.classifications[classification] = reading
                }
            }
        case .allListed(let collection, of: let member):
            guard value == .yes else { return }
            if let member {
                change(member) { $0.closed.insert(collection) }
            } else {
                closed.insert(collection)
            }
        }
    }

    private mutating func change(_ member: MemberID, _ body: (inout Member) -> Void) {
        guard var list = members[member.collection], list.indices.contains(member.index) else { return }
        body(&list[member.index])
        members[member.collection] = list
    }

    private mutating func changeStatements(of member: MemberID?, _ body: (inout Statements) -> Void) {
        if let member {
            change(member) { body(&$0.statements) }
        } else {
            body(&statements)
        }
    }
}
