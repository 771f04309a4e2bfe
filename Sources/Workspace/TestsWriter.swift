import Foundation

/// Puts tests that were made into a file of their own.
public struct TestsWriter: Sendable {
    let workingFolder: String

    public init(workingFolder: String) { self.workingFolder = workingFolder }

    /// - Throws: when the file is there already, or the disk refuses.
    public func write(_ text: String, to path: String) throws(SourceError) {
        let url = URL(
            fileURLWithPath: path, relativeTo: URL(fileURLWithPath: workingFolder, isDirectory: true))
        try NewFile.write(text, to: url, shown: path)
    }
}
