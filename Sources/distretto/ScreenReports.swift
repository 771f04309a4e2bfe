import Census
import Foundation
import Presentation
import Workspace

/// Tells what could not be read: the first of it on standard error, all of it in a file where that is asked for.
final class ReportPaper {
    private static let shown = 10
    private let columns: [String]
    private let name: String?
    private var file: FileHandle?
    /// Bytes of the file.
    private(set) var size = 0
    private var count = 0

    /// - Parameter size: Where a run goes on, how many bytes of the file were written before.
    init(_ name: String?, columns: [String], goingOn size: Int) throws(TableFault) {
        self.columns = columns
        self.name = name
        guard let name else { return }
        if size > 0 {
            guard let file = FileHandle(forWritingAtPath: name), let end = try? file.seekToEnd(), end >= size,
                (try? file.truncate(atOffset: UInt64(size))) != nil
            else {
                throw TableFault(
                    "`\(name)` has no longer what was reported before the run was broken off",
                    help: "go on without --reports, or begin anew without --resume")
            }
            self.file = file
            self.size = size
            return
        }
        // Opened and not made anew: a device or a pipe is written to, and not replaced.
        let descriptor = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw TableFault("`\(name)` cannot be written") }
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        put("row,line,column,text,reason,table\n")
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
        guard file != nil else { return }
        let lines = reports.map { report in
            [
                String(report.row), String(report.line), report.column ?? "", report.text, report.reason,
                report.table ?? "",
            ]
            .map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
        }
        put(lines.joined())
    }

    /// What cannot be written whole is taken back, and said once; the run goes on without.
    private func put(_ text: String) {
        do {
            try file?.write(contentsOf: Data(text.utf8))
            size += text.utf8.count
        } catch {
            try? file?.truncate(atOffset: UInt64(size))
            close()
            file = nil
            Progress.clear()
            Output.complain(
                raw: "warning: `\(name ?? "")` cannot be written further, so that later reports are not in it"
            )
        }
    }

    func close() { try? file?.close() }

    func sumUp(_ outcome: ScreenRun.Outcome) {
        if outcome.rows == 0 { Output.complain(raw: "note: the table has no rows behind its first line") }
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
        // Where a file may grow no longer, that is an error of writing and can be told.
        signal(SIGXFSZ, SIG_IGN)
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
