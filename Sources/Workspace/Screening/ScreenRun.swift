import Census
import Foundation
import Synchronization

/// Screens a whole table on all cores.
///
/// Each thread takes the next stretch of the table, screens it, waits until all before it are written, and
/// writes it. As much is held as there are threads, whatever the table's length, and neither their number
/// nor the size of a stretch changes a byte of what comes out.
public final class ScreenRun {
    private let screening: Screening
    private let outlets: Outlets
    private let source: StretchSource
    private let stop: Stop

    /// Held by who takes a stretch.
    private let sourceLock = NSLock()
    private var given = 0
    private var isExhausted = false
    /// Held by who writes; told when the turn passes on.
    private let turn = NSCondition()
    private var written = 0
    private var outcome: Outcome
    private var fault: TableFault?
    /// Whether a stretch was given up, so that none behind it is written.
    private var isCut = false

    /// Asks a run to end, from any thread: what is being worked out is given up, and what was written stays.
    public final class Stop: Sendable {
        private let asked = Atomic<Int32>(0)
        public init() {}
        /// - Parameter signal: What asks, a number above zero.
        public func ask(_ signal: Int32) { asked.store(signal, ordering: .relaxed) }
        public var signal: Int32? {
            let signal = asked.load(ordering: .relaxed)
            return signal == 0 ? nil : signal
        }
        var isAsked: Bool { signal != nil }
    }

    /// How far a run has come, and what it met.
    public struct Outcome: Sendable {
        public var rows = 0
        /// The header's lines are counted.
        public var lines = 0
        /// Bytes of the table.
        public var input = 0
        /// Column by column how many values could not be read; the last are rows left out.
        public var unreadable: [Int] = []
        /// The same of tables of members, values and rows.
        public var unreadableOfMembers = 0
        public var summary = GroupCounts()
        /// Whether it ended before the table did.
        public var isInterrupted = false
        /// Column by column, the largest plain share without a unit in ticks; below zero where none was read.
        public var largestShares: [Int64] = []
        /// The largest of the columns of tables of members.
        var largestSharesOfMembers: [[Int64]] = []
        /// Column by column, and the same of tables of members.
        var smallShares: [SmallShares] = []
        var smallSharesOfMembers: [[SmallShares]] = []
        var firstBroken: BrokenField?

        public init() {}
    }

    /// Where things go as they come, in the order of the table.
    public struct Outlets {
        /// Whole rows.
        public var write: ([UInt8]) throws(TableFault) -> Void
        public var report: ([RowReport]) -> Void
        /// After each stretch.
        public var progress: (Outcome) -> Void

        public init(
            write: @escaping ([UInt8]) throws(TableFault) -> Void,
            report: @escaping ([RowReport]) -> Void, progress: @escaping (Outcome) -> Void
        ) {
            (self.write, self.report, self.progress) = (write, report, progress)
        }
    }

    /// - Parameter begun: What was done before, the header read at least.
    public init(
        _ screening: Screening, _ source: StretchSource, outlets: Outlets, stop: Stop,
        begun: Outcome? = nil
    ) {
        self.screening = screening
        self.source = source
        self.outlets = outlets
        self.stop = stop
        var outcome = begun ?? Outcome()
        let columns = screening.plan.columns.count
        if begun == nil { outcome.lines = source.head.lines }
        if outcome.largestShares.count != columns {
            outcome.largestShares = Array(repeating: -1, count: columns)
        }
        if outcome.unreadable.count != columns + 1 {
            outcome.unreadable = Array(repeating: 0, count: columns + 1)
        }
        if outcome.largestSharesOfMembers.map(\.count) != screening.members.map(\.columns.count) {
            outcome.largestSharesOfMembers = []
        }
        if outcome.smallShares.count != columns {
            outcome.smallShares = Array(repeating: SmallShares(), count: columns)
        }
        outcome.smallSharesOfMembers = screening.members.map { $0.columns.map { _ in SmallShares() } }
        self.outcome = outcome
    }

    /// Runs to the table's end, to a fault, or until it is asked to stop.
    public func run(threads: Int) throws(TableFault) -> Outcome {
        // What threads share is held by one at a time, under the two locks.
        nonisolated(unsafe) let run = self
        DispatchQueue.concurrentPerform(iterations: max(1, threads)) { _ in run.work() }
        if let fault { throw fault }
        outcome.isInterrupted = !isExhausted || isCut
        if !outcome.isInterrupted {
            let left = try source.finish()
            outcome.unreadableOfMembers += left.count
            if !left.isEmpty { outlets.report(left) }
            try requireUnits()
        }
        return outcome
    }

    private func work() {
        let screen = ChunkScreen(screening, source.head.format) { [stop] in stop.isAsked }
        while let (number, stretch) = take() {
            var text = stretch.text
            let chunk = screen.screen(&text, rowsBefore: stretch.rowsBefore, members: stretch.members)
            turn.lock()
            while written != number { turn.wait() }
            if chunk.isGivenUp { isCut = true }
            if fault == nil, !isCut { put(chunk, stretch) }
            written += 1
            turn.broadcast()
            turn.unlock()
        }
    }

    private func take() -> (number: Int, stretch: TableStretches.Stretch)? {
        sourceLock.lock()
        defer { sourceLock.unlock() }
        if isExhausted || stop.isAsked || hasFault { return nil }
        do throws(TableFault) {
            guard let next = try source.next() else {
                isExhausted = true
                return nil
            }
            given += 1
            return (given - 1, next)
        } catch {
            fail(error)
            return nil
        }
    }

    private var hasFault: Bool {
        turn.lock()
        defer { turn.unlock() }
        return fault != nil
    }

    /// What was taken before is written still.
    private func fail(_ error: TableFault) {
        turn.lock()
        while written != given { turn.wait() }
        if fault == nil { fault = error }
        turn.unlock()
    }

    /// With the turn held.
    private func put(_ chunk: ScreenedChunk, _ stretch: TableStretches.Stretch) {
        do throws(TableFault) {
            try outlets.write(chunk.output)
        } catch {
            fault = error
            return
        }
        if let end = chunk.end {
            tell(chunk, stretch)
            fault = TableFault(
                "in row \(outcome.rows + end.row), which begins on line \(outcome.lines + end.line), \(end.reason)",
                help: "all that follows would be one field; the rows before it are written")
            return
        }
        tell(chunk, stretch)
        outcome.rows += chunk.rows
        outcome.lines += chunk.lines
        outcome.input = stretch.offset
        for place in chunk.unreadable.indices { outcome.unreadable[place] += chunk.unreadable[place] }
        for (place, shares) in chunk.unstatedShares.enumerated() where shares.count > 0 {
            outcome.largestShares[place] = max(outcome.largestShares[place], shares.largest)
        }
        if outcome.largestSharesOfMembers.isEmpty {
            outcome.largestSharesOfMembers = chunk.largestSharesOfMembers
        }
        for (table, shares) in chunk.largestSharesOfMembers.enumerated() {
            for (place, largest) in shares.enumerated() {
                let known = outcome.largestSharesOfMembers[table][place]
                outcome.largestSharesOfMembers[table][place] = max(known, largest)
            }
        }
        outcome.summary.join(chunk.summary)
        outlets.progress(outcome)
    }

    /// With the turn held.
    private func tell(_ chunk: ScreenedChunk, _ stretch: TableStretches.Stretch) {
        outcome.unreadableOfMembers += stretch.reports.count + chunk.unreadableOfMembers
        let reports =
            stretch.reports
            + chunk.reports.map { report in
                // Those of other tables are counted from their beginning.
                guard report.table == nil else { return report }
                var report = report
                report.row += outcome.rows
                report.line += outcome.lines
                return report
            }
        if !reports.isEmpty { outlets.report(reports) }
        if outcome.firstBroken == nil, var broken = chunk.firstBroken {
            broken.row += outcome.rows
            outcome.firstBroken = broken
        }
        for (place, small) in chunk.smallShares.enumerated() {
            outcome.smallShares[place].join(small, after: outcome.rows)
        }
        for (table, columns) in chunk.smallSharesOfMembers.enumerated() {
            for (place, small) in columns.enumerated() {
                outcome.smallSharesOfMembers[table][place].join(small, after: 0)
            }
        }
    }

    /// What somebody should look at in what was read so far, although nothing is wrong with it for certain.
    public var warnings: [String] {
        [outcome.firstBroken?.warning].compactMap(\.self)
            + screening.plan.mixedShares(largestShares: outcome.largestShares, small: outcome.smallShares)
            + zip(screening.members, zip(outcome.largestSharesOfMembers, outcome.smallSharesOfMembers))
            .flatMap { plan, shares in plan.mixedShares(largestShares: shares.0, small: shares.1) }
    }

    private func requireUnits() throws(TableFault) {
        try screening.plan.requireUnits(largestShares: outcome.largestShares)
        for (plan, shares) in zip(screening.members, outcome.largestSharesOfMembers) {
            try plan.requireUnits(largestShares: shares)
        }
    }
}
