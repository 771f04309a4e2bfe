import RuleModel

/// Carries the operations of conditions out at once, on one stage: for what no network was made for.
struct StageReader: VerdictAlgebra {
    typealias Node = VerdictCode

    let stage: StageEvaluation
    let catalogue: Catalogue
    /// Facts taken at another verdict than theirs, for asking what rests on what.
    var supposed: [Fact: VerdictCode] = [:]

    func constant(_ verdict: Verdict) -> VerdictCode { VerdictCode(verdict) }

    func lies(_ slot: Slot, in accepted: ValueSet) -> VerdictCode {
        VerdictCode(estimate(at: slot).isAmong(accepted))
    }

    func fact(_ fact: Fact) -> VerdictCode {
        supposed.isEmpty ? stage.code(of: fact) : supposed[fact] ?? stage.code(of: fact)
    }

    func isOpenEnded(_ collection: ID<Collection>, parent: Int32?) -> VerdictCode {
        let reader = SituationReader(
            compiled: stage.compiled, shape: stage.shape, situation: stage.situation, earlier: stage.earlier)
        return reader.isOpenEnded(collection, parent: parent) ? .yes : .no
    }

    func retrospect(_ retrospect: Retrospect) -> VerdictCode {
        stage.earlier?.code(of: retrospect, stage.shape, stage.situation, catalogue) ?? .open
    }

    func lies(_ figure: GroundFigure<VerdictCode>, in accepted: ValueSet) -> VerdictCode {
        VerdictCode(estimate(of: figure)?.isAmong(accepted) ?? .open)
    }

    func compares(
        _ left: GroundFigure<VerdictCode>, _ comparison: Comparison, _ right: GroundFigure<VerdictCode>
    ) -> VerdictCode {
        guard let left = estimate(of: left), let right = estimate(of: right) else { return .open }
        return VerdictCode(left.compared(comparison, right))
    }

    func negated(_ code: VerdictCode) -> VerdictCode { code.negated }
    func presumed(_ code: VerdictCode) -> VerdictCode { code.presumed }
    func both(_ left: VerdictCode, _ right: VerdictCode) -> VerdictCode {
        VerdictCode(bits: left.bits & right.bits)
    }

    // MARK: Values

    func estimate(of figure: GroundFigure<VerdictCode>) -> Estimate? {
        figure.estimate(
            stageFrom: stage.situation.from, code: { $0 }, reading: { estimate(at: $0) },
            before: { formula, frame in
                stage.earlier?.estimate(
                    of: Network.PastFigure(formula: formula, frame: frame), stage.shape, stage.situation,
                    catalogue)
            })
    }

    private func estimate(at slot: Slot) -> Estimate {
        reading(at: slot).map { Estimate($0) }
            ?? Estimate(known: stage.compiled.readings.domain(of: slot))
    }

    /// What the case says at a slot.
    func reading(at slot: Slot) -> Reading? {
        switch slot {
        case .diagnostic(let diagnostic): stage.situation.readings[diagnostic]
        case .attribute(let attribute, of: let member):
            stage.situation[stage.shape.member(member)]?.attributes[attribute]
        case .inForce(let package): stage.situation.inForce[package]
        }
    }
}

extension StageEvaluation {
    func grounding(_ catalogue: Catalogue, _ frame: Frame = Frame()) -> Grounding<StageReader> {
        Grounding(
            compiled: compiled, catalogue: catalogue, shape: shape,
            algebra: StageReader(stage: self, catalogue: catalogue), frame: frame)
    }

    func code(of phrase: PhraseID, _ frame: Frame, _ catalogue: Catalogue) -> VerdictCode {
        var grounding = grounding(catalogue, frame)
        return grounding.node(phrase)
    }

    func estimate(of formula: FormulaID, _ frame: Frame, _ catalogue: Catalogue) -> Estimate? {
        var grounding = grounding(catalogue, frame)
        let figure = grounding.figure(formula)
        return grounding.algebra.estimate(of: figure)
    }

    // MARK: Looking back, asked by the stage just after

    func code(
        of retrospect: Retrospect, _ shape: Shape, _ situation: Situation, _ catalogue: Catalogue
    ) -> VerdictCode {
        switch retrospect.subject {
        case .previously(let phrase):
            return code(of: phrase, moved(retrospect.frame, from: shape, situation), catalogue)
        case .earlier(let phrase):
            // What came before the first stage told is not told, so that it may always have been.
            var greatest = VerdictCode.open
            var stage: StageEvaluation? = self
            while let now = stage {
                let frame = now.moved(retrospect.frame, from: shape, situation)
                greatest.bits |= now.code(of: phrase, frame, catalogue).bits
                stage = now.earlier
            }
            return greatest
        }
    }

    func estimate(
        of past: Network.PastFigure, _ shape: Shape, _ situation: Situation, _ catalogue: Catalogue
    ) -> Estimate? {
        estimate(of: past.formula, moved(past.frame, from: shape, situation), catalogue)
    }

    /// A later stage's frame at this one: members are known again by collection, parent and name. One
    /// that is not here is left out, and what is asked of it is unknown.
    func moved(_ frame: Frame, from later: Shape, _ laterSituation: Situation) -> Frame {
        var moved = Frame()
        for (number, value) in frame.bound {
            if value < -1 {
                moved[Variable(number)] = value
            } else if let member = counterpart(of: later.member(value), in: laterSituation),
                let here = shape.number(of: member)
            {
                moved[Variable(number)] = here
            }
        }
        return moved
    }

    private func counterpart(of member: MemberID, in other: Situation) -> MemberID? {
        guard let known = other[member] else { return nil }
        var parent: MemberID?
        if let theirs = known.parent {
            parent = counterpart(of: theirs, in: other)
            if parent == nil { return nil }
        }
        let candidates = situation.members[member.collection] ?? []
        return candidates.firstIndex { $0.name == known.name && $0.parent == parent }
            .map { MemberID(collection: member.collection, index: $0) }
    }
}
