import ArgumentParser
import Census
import Foundation
import Presentation
import Workspace

/// A table on its way through the rules: rows out, reports and progress beside them.
struct ScreenLoop {
    private let screen: TableScreen
    private let options: Screen

    init(_ screen: TableScreen, _ options: Screen) {
        self.screen = screen
        self.options = options
    }

    /// - Returns: What the run came to, once the table is at its end.
    func run() throws(TableFault) -> ScreenRun.Outcome {
        noteUnnamedColumns()
        let question = screen.question
        var state = ResultState(question: question)
        let file = try options.output.map { name throws(TableFault) in
            try ResultFile(
                name, workingFolder: Output.workingFolder, resuming: options.resume, state: &state)
        }
        if options.resume { try screen.source.skip(to: state.input, rows: state.rows) }
        let write: ([UInt8]) throws(TableFault) -> Void = { bytes throws(TableFault) in
            if let file { try file.write(bytes) } else { Output.write(bytes: bytes) }
        }
        if !options.resume { try write(screen.screening.head) }
        let reports = try ReportPaper(
            options.reports, columns: screen.plan.columns.map(\.name), goingOn: state.reports)
        func reached(_ outcome: ScreenRun.Outcome) -> ResultState {
            ResultState(
                question: question, outcome, output: file?.written ?? 0, reports: reports.size)
        }
        var begun = state.begun
        if !options.resume { begun.lines = screen.source.head.lines }
        var last = reached(begun)
        let stop = ScreenRun.Stop()
        let signals = Interruption { stop.ask($0) }
        defer { signals.end() }
        let clock = ProgressClock(size: screen.size)
        let run = ScreenRun(
            screen.screening, screen.source,
            outlets: ScreenRun.Outlets(
                write: write, report: { reports.take($0) },
                progress: { outcome in
                    last = reached(outcome)
                    if clock.isDue { file?.keep(last) }
                    clock.show(outcome)
                }),
            stop: stop, begun: begun)
        // A run that is ended before its first stretch can be gone on with as well.
        if !options.resume { file?.keep(last) }
        let threads = options.threads ?? ProcessInfo.processInfo.activeProcessorCount
        let outcome: ScreenRun.Outcome
        do throws(TableFault) {
            outcome = try run.run(threads: threads)
        } catch {
            Progress.clear()
            reports.close()
            file?.keep(last)
            throw error
        }
        Progress.clear()
        reports.close()
        if outcome.isInterrupted {
            file?.keep(last)
            Output.complain(
                raw: "interrupted after \(outcome.rows) rows, all of them whole"
                    + (file.map { ", in \($0.shownPart); go on with --resume" } ?? ""))
            Output.exit(128 + (stop.signal ?? SIGINT))
        }
        try file?.finish()
        for warning in run.warnings { Output.complain(raw: warning) }
        reports.sumUp(outcome)
        noteUnaskedColumns()
        return outcome
    }

    /// What no rule asks about looks as if it mattered.
    private func noteUnaskedColumns() {
        let names = screen.screening.unaskedColumns.map { "`\($0.name)`" }
        guard !names.isEmpty else { return }
        let more = names.count > 8 ? " and \(names.count - 8) more" : ""
        Output.complain(
            raw: "note: no rule asks about \(names.prefix(8).joined(separator: ", "))\(more): "
                + "\(names.count == 1 ? "it changes" : "they change") no answer")
    }

    /// Columns that nothing is made of are named, since a slip in a name would go unseen.
    private func noteUnnamedColumns() {
        let names = screen.plan.columns.compactMap { column -> String? in
            guard case .unnamed = column.use else { return nil }
            return column.name
        }
        guard !names.isEmpty else { return }
        let known = screen.plan.rules.diagnostics.map(\.name)
        let shown = names.prefix(8).map { name -> String in
            let near = NearNames.of(name, among: known).first.map { " (did you mean `\($0)`?)" } ?? ""
            return "`\(name)`\(near)"
        }
        let more = names.count > 8 ? " and \(names.count - 8) more" : ""
        Output.complain(
            raw: "note: no diagnostic has the name of \(shown.joined(separator: ", "))\(more); not read")
    }
}
