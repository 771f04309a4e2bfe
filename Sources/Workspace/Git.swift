import Foundation

/// The program git, asked in the working folder.
struct Git {
    let workingFolder: URL

    /// - Returns: What git printed; `nil` when it refused.
    /// - Throws: when there is no git.
    func run(_ arguments: [String], input: String = "") throws(SourceError) -> [UInt8]? {
        let git = Process()
        git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        git.arguments = ["git"] + arguments
        git.currentDirectoryURL = workingFolder
        let (output, told) = (Pipe(), Pipe())
        git.standardOutput = output
        git.standardError = FileHandle.nullDevice
        git.standardInput = told
        do { try git.run() } catch { throw .noGit }
        // Written beside the reading, so that neither side waits for the other for ever.
        DispatchQueue(label: "git input").async {
            try? told.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try? told.fileHandleForWriting.close()
        }
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        git.waitUntilExit()
        // What `env` says when it finds no program of that name.
        if git.terminationStatus == 127 { throw .noGit }
        return git.terminationStatus == 0 ? Array(bytes) : nil
    }

    /// The first line of what git printed; empty when it refused.
    func line(_ arguments: [String]) throws(SourceError) -> String {
        String(decoding: (try run(arguments) ?? []).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}

extension SourceFinder {
    /// The messages of the commits since a revision, one after the other; empty where git knows none.
    public func commitMessages(since revision: String) throws(SourceError) -> String {
        guard !revision.hasPrefix("-") else { return "" }
        let git = Git(workingFolder: reader.workingFolder)
        return String(
            decoding: try git.run(["log", "--format=%B", "\(revision)..HEAD"]) ?? [], as: UTF8.self)
    }
}
