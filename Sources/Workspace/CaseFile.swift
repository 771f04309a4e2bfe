import Foundation
import RuleModel

/// A case in its file, written on statement by statement: what is told is on the disk, whole, at once.
///
/// A case that the program carries gets a file of its own with the first statement.
public struct CaseFile: Sendable {
    /// As its file tells it now.
    public private(set) var cluster: ClusterCase
    /// The program carries the case, and nothing has been told yet.
    public private(set) var isToBeCopied: Bool
    private var draft: CaseDraft
    private let rules: RuleBase
    private let replacer: FileReplacer
    private let writer: CaseWriter

    /// - Parameter stage: Place in `cluster.stages` of the stage to write on.
    /// - Throws: where the file of the case was not among those read.
    public init(of cluster: ClusterCase, stage: Int, in checked: CheckedRules, workingFolder: String)
        throws(SourceError)
    {
        let file = cluster.origin.file
        guard let text = checked.sources.texts.first(where: { $0.name == file }) else {
            throw .noSuchFile(file)
        }
        self.cluster = cluster
        rules = checked.advising
        draft = CaseDraft(text, of: cluster, stage: stage)
        replacer = FileReplacer(workingFolder: workingFolder)
        writer = CaseWriter(workingFolder: workingFolder)
        isToBeCopied = checked.sources.isCarried(text) && !FileManager.default.fileExists(atPath: file)
    }

    public var name: String { draft.text.name }
    public var bytes: [UInt8] { draft.text.bytes }

    /// Puts statements in the place of what the stage says of the same things.
    ///
    /// - Returns: Whether it could be done; if not, file and case stay as they were.
    /// - Throws: when the disk refuses, or the file was changed by somebody else.
    public mutating func tell(_ statements: [Statement]) throws(SourceError) -> Bool {
        var told = draft
        guard told.tell(statements, in: rules), let read = told.cluster(in: rules) else { return false }
        try save(told, read)
        return true
    }

    /// Goes back to an earlier text.
    public mutating func takeBack(_ bytes: [UInt8]) throws(SourceError) {
        var before = draft
        before.restore(bytes)
        if let read = before.cluster(in: rules) { try save(before, read) }
    }

    private mutating func save(_ changed: CaseDraft, _ read: ClusterCase) throws(SourceError) {
        var changed = changed
        if changed.text != draft.text {
            if isToBeCopied {
                let text = String(decoding: changed.text.bytes, as: UTF8.self)
                changed = changed.moved(to: try writer.write(text, name: cluster.name))
                isToBeCopied = false
            } else {
                try replacer.replace(draft.text, with: changed.text.bytes)
            }
        }
        draft = changed
        cluster = read
    }
}
