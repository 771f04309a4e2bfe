import RuleModel

/// How many expectations of each case hold when the rules drawn from its own story are left out.
///
/// History is in-sample for rules that were drawn from it: what still holds was told by others.
public struct HeldOutView: Sendable {
    private let lots: [Lot]

    /// One case, its stages together.
    private struct Lot: Sendable {
        var title: String
        var leftOut: Int
        var expectations = 0
        var met = 0
    }

    /// - Parameter trials: stages of cases, each with how many rules were left out for it.
    public init(_ trials: [(trial: TestView.Trial, leftOut: Int)]) {
        var lots: [Lot] = []
        for (trial, leftOut) in trials {
            if lots.last?.title != trial.title { lots.append(Lot(title: trial.title, leftOut: leftOut)) }
            lots[lots.count - 1].expectations += trial.outcomes.count
            lots[lots.count - 1].met += trial.outcomes.count(where: \.isMet)
        }
        self.lots = lots
    }

    public var document: Document {
        let (all, met) = (lots.reduce(0) { $0 + $1.expectations }, lots.reduce(0) { $0 + $1.met })
        var rows = lots.map { row($0.title, $0.leftOut, $0.expectations, $0.met) }
        if lots.count > 1 { rows.append(row("all", nil, all, met)) }
        return Document([
            .paragraph(
                "Each case without the rules that rest on claims from its own story alone."),
            .gap,
            .table(Document.Table(["case", "rules left out", "expectations", "still met"], rows: rows)),
            .gap, .paragraph("\(met) of \(counted(all, "expectation")) still met. What is not: --details"),
        ])
    }

    private func row(_ title: String, _ leftOut: Int?, _ all: Int, _ met: Int) -> [Prose] {
        [
            Prose(title), Prose(leftOut.map(String.init) ?? ""), Prose("\(all)"),
            met == all ? .good("\(met)") : .doubtful("\(met)"),
        ]
    }
}
