import Foundation
import RuleModel
import Training

/// A journal in its file: what is said is on the disk, whole, before the next line is read.
public struct SessionFile: Sendable {
    public private(set) var journal: Journal
    /// As it was last read or written; `nil` while there is no such file.
    private var text: SourceText?
    public let name: String
    private let reader: SourceReader
    private let replacer: FileReplacer

    /// - Parameter name: The file; made with the first thing said.
    /// - Throws: where the file is there and is no session, or cannot be read.
    public init(_ name: String, workingFolder: String) throws(SourceError) {
        self.name = name
        reader = SourceReader(workingFolder: URL(fileURLWithPath: workingFolder, isDirectory: true))
        replacer = FileReplacer(workingFolder: workingFolder)
        journal = Journal()
        if SourceText.hasKnownEnding(name) {
            throw .notWritten(name, reason: "a walk's session does not replace rules or cases")
        }
        let path = reader.url(name).path
        guard let kind = Disk.kind(of: path) else { return }
        if kind == .folder { throw .folderForFile(name) }
        guard kind == .file else { throw .unreadable(name, reason: "it is no plain file") }
        do {
            let bytes = try Disk.contents(of: path)
            text = SourceText(name: name, bytes: bytes)
            journal = try Journal(String(decoding: bytes, as: UTF8.self))
        } catch let fault as Journal.Fault {
            throw .noSession(name, line: fault.line, text: fault.text)
        } catch {
            throw .unreadable(name, reason: "permission is denied")
        }
    }

    /// Where a walk is kept unless another file is named: that through a lesson here, under its name.
    public static func beside(_ plan: WalkPlan, in checked: CheckedRules) -> String {
        if let lesson = plan.lesson { return lesson + ending }
        return plan.cases.first.map { beside($0, in: checked) } ?? ending
    }

    /// Where the walk through a case is kept unless another file is named: beside the case's own file,
    /// or here for a case that has none on this machine.
    public static func beside(_ cluster: ClusterCase, in checked: CheckedRules) -> String {
        let file = cluster.origin.file
        let isCarried = checked.sources.texts.first { $0.name == file }.map(checked.sources.isCarried) ?? true
        guard !isCarried, file.hasSuffix(SourceText.caseEnding) else { return cluster.name + ending }
        return file.dropLast(SourceText.caseEnding.count) + ending
    }

    public static let ending = ".walk"

    /// Changes what the journal says, and brings it to the disk.
    ///
    /// - Throws: when the disk refuses, or the file was changed by somebody else; the journal stays as it was.
    public mutating func change(_ body: (inout Journal) -> Void) throws(SourceError) {
        var changed = journal
        body(&changed)
        guard changed != journal else { return }
        let bytes = Array(changed.text.utf8)
        if let text {
            try replacer.replace(text, with: bytes)
        } else {
            try NewFile.write(changed.text, to: reader.url(name), shown: name)
        }
        text = SourceText(name: name, bytes: bytes)
        journal = changed
    }
}
