import Inference
import RuleModel

/// What each reading of a case could turn out to be, or become.
struct Possibilities {
    private let rules: RuleBase
    private let situation: Situation
    private let evaluation: any Evaluation
    private let cells: AnswerCells

    init(_ request: AdviceRequest, _ evaluation: any Evaluation) {
        rules = request.rules
        situation = request.history.last ?? Situation()
        self.evaluation = evaluation
        cells = AnswerCells(request.rules, history: request.history)
    }

    /// Values that the rules tell apart: each is some of what is possible now, or none of it and open to
    /// be changed to.
    func options(of target: Levers.Target) -> [ValueSet] {
        let place = ReadingPlace(target)
        switch target {
        case .concept(let concept, let member): return statements(on: concept, member)
        // What the case says of its classification takes the place of the rules; nobody can change that.
        case .classification: return []
        case .diagnostic, .attribute, .inForce: break
        }
        let possible = situation.reading(at: place)?.possible
        return cells.cells(at: place).flatMap { cell -> [ValueSet] in
            guard let possible else { return [cell] }
            let found = cell.intersection(possible)
            // What may be so already is to be found out; bringing it about needs no other word.
            if !found.isEmpty { return possible.isSubset(of: cell) ? [] : [found] }
            return canChange(place) ? [cell] : []
        }
    }

    /// Somebody who knows the place can tell what the rules have only signs of.
    private func statements(on concept: ID<Concept>, _ member: MemberID?) -> [ValueSet] {
        let isOpen = evaluation.verdict(of: .concept(concept, member: member)) == .open
        guard rules[concept].isBySigns, isOpen, situation.reading(at: .concept(concept, member)) == nil else {
            return []
        }
        return [.no, .yes]
    }

    func kind(of option: ValueSet, at place: ReadingPlace) -> Repair.Kind {
        guard let possible = situation.reading(at: place)?.possible else { return .findOut }
        return option.isDisjoint(with: possible) ? .change : .findOut
    }

    /// Only what is declared to move, or to be in somebody's power, can become otherwise.
    private func canChange(_ place: ReadingPlace) -> Bool {
        switch place {
        case .diagnostic(let diagnostic): rules[diagnostic].measurement.canChange
        case .attribute(let attribute, _): rules[attribute].measurement.canChange
        case .inForce: true
        case .concept, .classification, .allListed: false
        }
    }
}

extension Measurement {
    fileprivate var canChange: Bool { isChanging || !changedBy.isEmpty }
}

extension ReadingPlace {
    init(_ target: Levers.Target) {
        self =
            switch target {
            case .diagnostic(let diagnostic): .diagnostic(diagnostic)
            case .attribute(let attribute, let member): .attribute(attribute, member)
            case .inForce(let package): .inForce(package)
            case .concept(let concept, let member): .concept(concept, member)
            case .classification(let classification, let value, let member):
                .classification(classification, value: value, member)
            }
    }
}
