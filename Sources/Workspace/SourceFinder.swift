import Foundation

/// Decides which files a command works with.
///
/// The rules are the nearest `Rules` folder at or above the working folder, with the nearest `Cases`
/// beside it; where there is none, the copy the binary carries. What `--rules` names is added to them,
/// and so are files named one by one, except that a folder called `Rules` takes the place of those found.
public struct SourceFinder: Sendable {
    let reader: SourceReader

    public init(workingFolder: String) {
        reader = SourceReader(workingFolder: URL(fileURLWithPath: workingFolder, isDirectory: true))
    }

    /// - Parameters:
    ///   - rules: what was given by `--rules`: folders or files.
    ///   - files: files and folders named on the command line.
    public func sources(rules: [String] = [], files: [String] = []) throws(SourceError) -> SourceSet {
        var texts: [SourceText] = []
        var added: [String] = []
        var basis: URL?
        for path in rules + files where isBasis(path) { basis = reader.url(path) }
        for path in rules where !isBasis(path) { added.append(path) }
        let found = basis ?? reader.findUpward("Rules")
        if let found {
            texts += try reader.folder(found)
            let beside = found.deletingLastPathComponent().appendingPathComponent("Cases")
            let cases =
                basis == nil ? reader.findUpward("Cases") : reader.isFolder(beside.path) ? beside : nil
            if let cases { texts += try reader.folder(cases) }
        } else {
            // An adviser's own cases replace carried ones of the same file name.
            let own =
                try reader.findUpward("Cases").map { url throws(SourceError) in try reader.folder(url) } ?? []
            let ownNames = Set(own.map(\.fileName))
            texts += SourceSet.carried.texts.filter { !$0.isCase || !ownNames.contains($0.fileName) } + own
        }
        for path in added { texts += try reader.fileOrFolder(path) }
        var named: [String] = []
        for path in files {
            let read = try reader.fileOrFolder(path)
            texts += read
            named += read.map(\.name)
        }
        return SourceSet(
            basis: found.map { .found(reader.shownName(of: $0)) } ?? .carried, texts: onceEach(texts),
            named: named)
    }

    private func isBasis(_ path: String) -> Bool {
        reader.isFolder(path) && reader.url(path).lastPathComponent == "Rules"
    }

    /// A file reached in two ways is one file.
    private func onceEach(_ texts: [SourceText]) -> [SourceText] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0.name).inserted }
    }
}

extension SourceText {
    /// The name without its folders.
    fileprivate var fileName: Substring { name.split(separator: "/").last ?? name[...] }
}
