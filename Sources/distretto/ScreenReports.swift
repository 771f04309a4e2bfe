import Census
import Foundation
import Presentation
import Workspace

/// Tells what could not be read: the first of it on standard error, all of it in a file where that is asked for.
final class ReportPaper {
    private static let shown = 10
    private let columns: [String]
    private let name: String?
    private let file: FileHandle?
    private var count = 0

    init(_ name: String?, columns: [String]) throws(TableFault) {
        self.columns = columns
        self.name = name
        guard let name else {
            file = nil
            return
        }
        guard
            FileManager.default.createFile(
                atPath: name, contents: Data("row,line,column,text,reason,table\n".utf8)),
            let file = FileHandle(forWritingAtPath: name)
        else { throw TableFault("`\(name)` cannot be written") }
        _ = try? file.seekToEnd()
        self.file = file
    }

    func take(_ reports: [RowReport]) {
        for report in reports where count < Self.shown {
            count += 1
            Progress.clear()
            let place =
                report.column.map { ", column `\($0)`: `\(report.text)` is left unknown: " }
                ?? " is left out: "
            let table = report.table.map { "\($0), " } ?? ""
            Output.complain(raw: "\(table)row \(report.row) (line \(report.line))\(place)\(report.reason)")
        }
        guard let file else { return }
        let lines = reports.map { report in
            [
                String(report.row), String(report.line), report.column ?? "", report.text, report.reason,
                report.table ?? "",
            ]
            .map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
        }
        try? file.write(contentsOf: Data(lines.joined().utf8))
    }

    func close() { try? file?.close() }

    func sumUp(_ outcome: ScreenRun.Outcome) {
        let values = outcome.unreadable.dropLast().reduce(0, +)
        let left = outcome.unreadable.last ?? 0
        let ofMembers = outcome.unreadableOfMembers
        guard values + left + ofMembers > 0 else { return }
        var parts: [String] = []
        if values > 0 {
            let by = zip(columns, outcome.unreadable).filter { $0.1 > 0 }.map { "`\($0.0)` \($0.1)" }
            parts.append("\(counted(values, "value")) left unknown (\(by.joined(separator: ", ")))")
        }
        if left > 0 { parts.append("\(counted(left, "row")) left out") }
        if ofMembers > 0 { parts.append("\(counted(ofMembers, "report")) on tables of members") }
        let more =
            values + left + ofMembers > Self.shown && name == nil ? "; all of them with --reports FILE" : ""
        Output.complain(
            raw: "of \(counted(outcome.rows, "row")): \(parts.joined(separator: ", "))\(more)")
    }
}

/// Says on a terminal how far a run has come, how fast, and how long it will take.
final class ProgressClock {
    private let size: Int?
    private let start = ContinuousClock.now
    private var last = ContinuousClock.now
    private var firstRows: Int?
    private var firstInput = 0

    init(size: Int?) { self.size = size }

    /// Whether a moment has gone by since it last was.
    var isDue: Bool { ContinuousClock.now - last > .milliseconds(500) }

    func show(_ outcome: ScreenRun.Outcome) {
        if firstRows == nil { (firstRows, firstInput) = (outcome.rows, outcome.input) }
        guard isDue else { return }
        last = .now
        let seconds = max(0.001, Double((last - start) / .milliseconds(1)) / 1_000)
        let rate = Double(outcome.rows - (firstRows ?? 0)) / seconds
        var text = "\(outcome.rows) rows · \(Int(rate)) a second"
        if let size, size > 0, outcome.input > firstInput {
            let left = Double(size - outcome.input) * seconds / Double(outcome.input - firstInput)
            text += " · \(outcome.input * 100 / size) % · \(Int(left.rounded(.up))) s left"
        }
        Progress.show(text)
    }
}

/// Hears of Ctrl-C and of being told to end, so that a run can end at a whole row; a second one ends it at once.
final class Interruption {
    private let sources: [any DispatchSourceSignal]

    /// - Parameter heard: Is told the signal's number.
    init(_ heard: @escaping @Sendable (Int32) -> Void) {
        // Of its own, since those for all are taken by the work.
        let queue = DispatchQueue(label: "signals")
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                heard(number)
                signal(number, SIG_DFL)
            }
            source.resume()
            return source
        }
    }

    func end() { for source in sources { source.cancel() } }
}
