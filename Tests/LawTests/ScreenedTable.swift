import Advice
import Census
import Foundation
import Inference
import RuleModel
import Synchronization
import Workspace

/// A table in a file of its own, screened into memory.
final class ScreenedTable {
    static let words = ["no", "presumably-no", "open", "presumably-yes", "yes"]
    private let text: [UInt8]
    private let checked: CheckedRules
    private let columns: [String]
    /// A mapping, and tables of members by the names of their collections.
    var mapping: String?
    var members: [(collection: String, text: String)] = []
    let reports = Mutex<[RowReport]>([])

    init(_ text: [UInt8], checked: CheckedRules, columns: [String]) {
        self.text = text
        self.checked = checked
        self.columns = columns
    }

    /// - Parameter rules: Written down and read again, as those of a file.
    convenience init(_ text: [UInt8], rules: RuleBase, columns: [String]) {
        let source = SourceText(name: "workload.rules", bytes: Array(print(rules).utf8))
        self.init(text, checked: CheckedRules(SourceSet(basis: .carried, texts: [source])), columns: columns)
    }

    func lines() throws -> [String] {
        String(decoding: try bytes(), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    func bytes(threads: Int = 2, stretch: Int = 1 << 16) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "screen-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(text).write(to: folder.appending(path: "table.csv"))
        if let mapping { try Data(mapping.utf8).write(to: folder.appending(path: "table.map")) }
        var request = TableScreen.Request(
            table: "table.csv", mapping: mapping == nil ? nil : "table.map", columns: columns, form: .csv,
            top: 3, group: nil, stretchSize: stretch)
        for (collection, text) in members {
            try Data(text.utf8).write(to: folder.appending(path: "\(collection).csv"))
            request.members.append((collection, "\(collection).csv"))
        }
        let screen = try TableScreen(
            request, checked: checked, workingFolder: folder.path(percentEncoded: false))
        let written = Mutex(screen.screening.head)
        _ = try ScreenRun(
            screen.screening, screen.source,
            outlets: ScreenRun.Outlets(
                write: { bytes in written.withLock { $0 += bytes } },
                report: { new in self.reports.withLock { $0 += new } }, progress: { _ in }),
            stop: ScreenRun.Stop()
        ).run(threads: threads)
        return written.withLock { $0 }
    }
}

/// Where packages stand in one case, in the words of a result.
struct Outlined {
    let rules: RuleBase

    init(_ rules: RuleBase) { self.rules = rules }

    func outline(_ situation: Situation, _ evaluation: any Evaluation) -> [String] {
        let request = AdviceRequest(
            rules: rules, cluster: ClusterCase(name: "", title: "", stages: []), stage: 0,
            history: [situation],
            asksQuestions: false)
        let answer = advise(request, evaluation)
        var words = rules.packages.map { _ in "not-advised" }
        for entry in answer.entries {
            words[entry.package.index] = entry.standing == .stands ? "stands" : "provisional"
        }
        for left in answer.leftOut {
            words[left.package.index] = left.standing == .stands ? "stands" : "provisional"
        }
        for package in answer.contested { words[package.package.index] = "contested" }
        for package in answer.waiting { words[package.package.index] = "open" }
        for refused in answer.notAdvised where refused.kind != .doesNotApply {
            words[refused.package.index] = "advised-against"
        }
        return words
    }
}

extension RuleBase {
    /// A reading as a case file says it behind the name of what is read.
    ///
    /// - Parameter statement: Of a reading, such as `Statement.diagnostic`.
    func cell(_ reading: Reading?, of name: String, _ statement: (Reading) -> Statement) -> String {
        guard let reading else { return "" }
        let bare = Reading(
            possible: reading.possible, presumed: reading.presumed, basis: reading.basis, note: reading.note)
        let line = print(statement(bare), in: self).trimmingCharacters(in: .whitespacesAndNewlines)
        if line.hasPrefix("not ") { return "no" + line.dropFirst(4 + name.count) }
        let rest = line.dropFirst(name.count).drop { $0 == " " }
        if rest.hasPrefix("= ") { return String(rest.dropFirst(2)) }
        if rest.hasPrefix("is ") { return String(rest.dropFirst(3)) }
        return "yes \(rest)"
    }
}
