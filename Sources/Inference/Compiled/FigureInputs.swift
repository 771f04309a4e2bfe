import RuleModel

/// What the figures of a network read of one case, verdicts aside.
struct FigureInputs: Sendable {
    /// The values of slots that figures read whole; `nil` for the others.
    var whole: [Estimate?]
    /// What figures want of the stage before; `nil` without one.
    var past: [Estimate?]
    var stageFrom: TickRange?

    /// Nothing said of anything.
    init(_ network: Network) {
        whole = network.slots.map { $0.isReadWhole ? Estimate(known: $0.domain) : nil }
        past = Array(repeating: nil, count: network.pastFigures.count)
    }

    /// Whether no reading tells anything of a figure: it wants a stage or a date that is not told.
    func isBeyondTelling(_ figure: Network.Figure, _ network: Network) -> Bool {
        switch figure.test {
        case .lies(let figure, in: _): isBeyondTelling(figure, network)
        case .compares(let left, _, let right):
            isBeyondTelling(left, network) || isBeyondTelling(right, network)
        }
    }

    private func isBeyondTelling(_ figure: GroundFigure<Signal>, _ network: Network) -> Bool {
        switch figure {
        case .before(let formula, let frame):
            network.pastFigures[Network.PastFigure(formula: formula, frame: frame)]
                .flatMap { past[$0] } == nil
        case .timeSince(let date): stageFrom == nil || isBeyondTelling(date, network)
        case .reading, .known, .count, .proportion, .fold: false
        }
    }

    /// - Parameter code: The verdicts that the figure counts or weighs.
    func verdict(
        of test: Network.Figure.Test, _ network: Network, code: (Signal) -> VerdictCode
    ) -> VerdictCode {
        func estimate(_ figure: GroundFigure<Signal>) -> Estimate? {
            figure.estimate(
                stageFrom: stageFrom, code: code,
                reading: { slot in
                    network.slotNumbers[slot].flatMap { whole[$0] } ?? Estimate(known: .texts(nil))
                },
                before: { formula, frame in
                    network.pastFigures[Network.PastFigure(formula: formula, frame: frame)]
                        .flatMap { past[$0] }
                })
        }
        switch test {
        case .lies(let figure, in: let accepted):
            return VerdictCode(estimate(figure)?.isAmong(accepted) ?? .open)
        case .compares(let left, let comparison, let right):
            guard let left = estimate(left), let right = estimate(right) else { return .open }
            return VerdictCode(left.compared(comparison, right))
        }
    }
}

extension GroundFigure {
    /// Its possible and presumed values; `nil` when it wants a stage that is not there.
    func estimate(
        stageFrom: TickRange?, code: (Node) -> VerdictCode, reading: (Slot) -> Estimate,
        before: (FormulaID, Frame) -> Estimate?
    ) -> Estimate? {
        /// The figure worked out from what is possible, and from what is presumed.
        func both(_ values: (Bool) -> ValueSet) -> Estimate {
            Estimate(possible: values(false), presumed: values(true))
        }
        func belonging(_ nodes: [Node], _ presuming: Bool) -> [FigureArithmetic.Belonging] {
            nodes.map { FigureArithmetic.Belonging(code($0), presuming: presuming) }
        }
        switch self {
        case .reading(let slot):
            return reading(slot)
        case .known(let values):
            return Estimate(known: values)
        case .before(let formula, let frame):
            return before(formula, frame)
        case .count(let members, let isOpenEnded):
            let mayBeMore = code(isOpenEnded) == .yes
            return both { FigureArithmetic.count(belonging(members, $0), isOpenEnded: mayBeMore) }
        case .proportion(let members, let isOpenEnded):
            let mayBeMore = code(isOpenEnded) == .yes
            return both { FigureArithmetic.proportion(belonging(members, $0), isOpenEnded: mayBeMore) }
        case .fold(let fold, let domain, let addends, let isOpenEnded):
            let mayBeMore = code(isOpenEnded) == .yes
            return both { presuming in
                let members = addends.map { addend in
                    let estimate = reading(addend.value)
                    let values = presuming ? estimate.presumed : estimate.possible
                    return (
                        FigureArithmetic.Belonging(code(addend.belongs), presuming: presuming),
                        values.extent ?? domain
                    )
                }
                return .runs([FoldRange(members, domain: domain, isOpenEnded: mayBeMore).of(fold)])
            }
        case .timeSince(let date):
            return date.estimate(stageFrom: stageFrom, code: code, reading: reading, before: before).map {
                dates in
                both {
                    FigureArithmetic.timeSince($0 ? dates.presumed : dates.possible, stageFrom: stageFrom)
                }
            }
        }
    }
}
