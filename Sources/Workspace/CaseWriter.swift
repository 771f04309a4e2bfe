import Foundation

/// Puts a new case file in its place, whole or not at all.
public struct CaseWriter: Sendable {
    private let reader: SourceReader

    public init(workingFolder: String) {
        reader = SourceReader(workingFolder: URL(fileURLWithPath: workingFolder, isDirectory: true))
    }

    /// Writes `Cases/NAME.case` in the nearest `Cases` folder above, or makes one here.
    ///
    /// - Parameter noun: What the name is to name.
    /// - Returns: the file's name as shown.
    /// - Throws: when the name is not a case's name, the file is there already, or the disk refuses.
    public func write(_ text: String, name: String, of noun: String = "a case") throws(SourceError) -> String
    {
        try refuse(name, of: noun)
        let file = file(of: name)
        let shown = reader.shownName(of: file)
        try NewFile.write(text, to: file, shown: shown)
        return shown
    }

    /// Before anything is asked of anyone: throws where no file of that name can be begun.
    public func refuse(_ name: String, of noun: String = "a case") throws(SourceError) {
        guard NameRule.allows(name) else { throw .badName(name, of: noun) }
        let file = file(of: name)
        if FileManager.default.fileExists(atPath: file.path) { throw .exists(reader.shownName(of: file)) }
    }

    private func file(of name: String) -> URL {
        let folder = reader.findUpward("Cases") ?? reader.workingFolder.appendingPathComponent("Cases")
        return folder.appendingPathComponent(name + SourceText.caseEnding)
    }
}
