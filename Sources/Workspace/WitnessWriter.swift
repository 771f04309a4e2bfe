import Foundation

/// Puts cases that show something into a folder of their own, one file each.
public struct WitnessWriter: Sendable {
    private let reader: SourceReader

    public init(workingFolder: String) {
        reader = SourceReader(workingFolder: URL(fileURLWithPath: workingFolder, isDirectory: true))
    }

    /// Writes `FOLDER/NAME.case`, and makes the folder where it is missing.
    ///
    /// - Returns: the file's name as shown.
    /// - Throws: when the file is there already, or the disk refuses.
    public func write(_ text: String, name: String, in folder: String) throws(SourceError) -> String {
        let file = reader.url(folder).appendingPathComponent(name + SourceText.caseEnding)
        let shown = reader.shownName(of: file)
        try NewFile.write(text, to: file, shown: shown)
        return shown
    }
}
