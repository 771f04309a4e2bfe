import Analysis

/// How many planted faults an analysis finds, kind by kind.
public struct TrialView: Sendable {
    private let trial: AnalysisTrial

    public init(_ trial: AnalysisTrial) { self.trial = trial }

    public var document: Document {
        var document = Document([
            .paragraph(
                Prose(
                    "\(counted(trial.planted, "fault")) planted one at a time, \(trial.found) found, each with a cluster that shows it"
                )),
            .gap,
            .table(
                Document.Table(
                    ["", "planted", "found"],
                    rows: trial.rows.map { row in
                        [
                            Prose(row.kind.rawValue), Prose("\(row.planted)"),
                            row.found == row.planted ? .good("\(row.found)") : .bad("\(row.found)"),
                        ]
                    }, caption: "Faults planted in the rules, and those an analysis found.")),
        ])
        for row in trial.rows where !row.missed.isEmpty {
            document.add(
                .item("✗", Prose("not found: \(row.kind.rawValue), in ") + .name(listed(row.missed))))
        }
        return document
    }
}
