import RuleModel

/// How a figure is worked out from readings and verdicts, in words that hold in any circuit.
///
/// Figures of one form over equal readings and equal verdicts are equal.
public struct FigureForm: Sendable {
    /// The operations, in order.
    public fileprivate(set) var text = ""
    /// Places in `RuleCircuit.inputs`, in the order in which the operations read them.
    public fileprivate(set) var readings: [Int] = []
    public fileprivate(set) var verdicts: [RuleCircuit.Wire] = []

    /// `nil` for a figure that looks at the stage before: that is written in terms of one rule base.
    init?(
        _ test: Network.Figure.Test, input: (Slot) -> Int, wire: (Signal) -> RuleCircuit.Wire
    ) {
        switch test {
        case .lies(let figure, in: let accepted):
            guard add(figure, input, wire) else { return nil }
            text += " in \(accepted)"
        case .compares(let left, let comparison, let right):
            guard add(left, input, wire) else { return nil }
            text += " \(comparison) "
            guard add(right, input, wire) else { return nil }
        }
    }

    private mutating func add(
        _ figure: GroundFigure<Signal>, _ input: (Slot) -> Int, _ wire: (Signal) -> RuleCircuit.Wire
    ) -> Bool {
        switch figure {
        case .reading(let slot):
            text += "reading"
            readings.append(input(slot))
        case .known(let values): text += "\(values)"
        case .before: return false
        case .count(let nodes, isOpenEnded: let open):
            text += "count of \(nodes.count)"
            verdicts += (nodes + [open]).map(wire)
        case .proportion(let nodes, isOpenEnded: let open):
            text += "proportion of \(nodes.count)"
            verdicts += (nodes + [open]).map(wire)
        case .fold(let fold, ofDomain: let domain, let addends, isOpenEnded: let open):
            text += "\(fold) of \(addends.count) in \(domain)"
            verdicts += (addends.map(\.belongs) + [open]).map(wire)
            readings += addends.map { input($0.value) }
        case .timeSince(let date):
            text += "time since "
            return add(date, input, wire)
        }
        return true
    }
}
