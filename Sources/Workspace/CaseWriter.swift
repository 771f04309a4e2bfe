import Foundation

/// Puts a new case file in its place, whole or not at all.
public struct CaseWriter: Sendable {
    private let reader: SourceReader

    public init(workingFolder: String) {
        reader = SourceReader(workingFolder: URL(fileURLWithPath: workingFolder, isDirectory: true))
    }

    /// Writes `Cases/NAME.case` in the nearest `Cases` folder above, or makes one here.
    ///
    /// - Returns: the file's name as shown.
    /// - Throws: when the name is not a case's name, the file is there already, or the disk refuses.
    public func write(_ text: String, name: String) throws(SourceError) -> String {
        try refuse(name)
        let file = file(of: name)
        let folder = file.deletingLastPathComponent()
        let shown = reader.shownName(of: file)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            // Written aside and linked into place: a link, unlike a move, never replaces a file.
            let draft = folder.appendingPathComponent(
                ".\(name).\(ProcessInfo.processInfo.processIdentifier).draft")
            defer { try? FileManager.default.removeItem(at: draft) }
            try Data(text.utf8).write(to: draft)
            try FileManager.default.linkItem(at: draft, to: file)
        } catch {
            if FileManager.default.fileExists(atPath: file.path) { throw .exists(shown) }
            throw .notWritten(shown, reason: "the folder does not allow it")
        }
        return shown
    }

    /// Before anything is asked of anyone: throws where no file of that name can be begun.
    public func refuse(_ name: String) throws(SourceError) {
        guard CaseWriter.isName(name) else { throw .badName(name) }
        let file = file(of: name)
        if FileManager.default.fileExists(atPath: file.path) { throw .exists(reader.shownName(of: file)) }
    }

    private func file(of name: String) -> URL {
        let folder = reader.findUpward("Cases") ?? reader.workingFolder.appendingPathComponent("Cases")
        return folder.appendingPathComponent(name + SourceText.caseEnding)
    }

    /// Lower-case words joined by hyphens, as the language writes names.
    private static func isName(_ name: String) -> Bool {
        let words = name.split(separator: "-", omittingEmptySubsequences: false)
        return name.first?.isLowercase == true && name.utf8.count <= 80
            && words.allSatisfy { word in
                !word.isEmpty && word.allSatisfy { ($0.isLetter && $0.isLowercase) || $0.isNumber }
            }
    }
}
