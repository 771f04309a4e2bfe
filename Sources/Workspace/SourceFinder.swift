import Foundation

/// Decides which files a command works with.
///
/// The rules are the nearest `Rules` folder at or above the working folder, with the nearest `Cases`
/// beside it; where there is none, the copy the binary carries. What `--rules` names is added to them,
/// and so are files named one by one, except that a folder called `Rules` takes the place of the rules
/// found, and the `Cases` folder beside it, if there is one, that of the cases.
public struct SourceFinder: Sendable {
    let reader: SourceReader

    public init(workingFolder: String) {
        self.init(SourceReader(workingFolder: URL(fileURLWithPath: workingFolder, isDirectory: true)))
    }

    private init(_ reader: SourceReader) { self.reader = reader }

    /// The same for who wants the rules and cases of the working folder once: they can be read already.
    public var readingAhead: SourceFinder {
        SourceFinder(reader.beginning(with: "Rules").beginning(with: "Cases"))
    }

    /// Reads what `readingAhead` promised, if it has been found.
    public func readAhead() {
        for folder in reader.begun.values { _ = folder.value }
    }

    /// - Parameters:
    ///   - rules: what was given by `--rules`: folders or files.
    ///   - files: files and folders named on the command line.
    /// - Throws: for what cannot be read, save a case nobody named: see `SourceSet.unread`.
    public func sources(rules: [String] = [], files: [String] = []) throws(SourceError) -> SourceSet {
        let replacing = (rules + files).last(where: isBasis).map(reader.url)
        let upward = reader.findUpward("Rules")
        let found = replacing ?? upward
        var texts: [SourceText] = []
        var set = try cases(beside: replacing, withCarried: upward == nil)
        if let found {
            let folder = try reader.folder(found)
            if let first = folder.unread.first { throw first.error }
            texts += folder.texts
            set.passedOver = folder.others + set.passedOver
        } else {
            texts += SourceSet.carried.texts.filter { !$0.isCase }
            set.lookalikes = [reader.lookalike(of: "Rules")].compactMap { $0 } + set.lookalikes
        }
        for path in rules where !isBasis(path) {
            texts += try reader.fileOrFolder(path)
            set.added.append(path)
        }
        for path in files {
            let read = try reader.fileOrFolder(path)
            texts += read
            set.named += read.map(\.name)
        }
        set.basis = found.map { .found(reader.shownName(of: $0)) } ?? .carried
        set.texts = onceEach(set.texts + texts)
        return set
    }

    /// The sources in use with one more text, which is the one asked about.
    public func sources(rules: [String], beside text: SourceText) throws(SourceError) -> SourceSet {
        var set = try sources(rules: rules)
        set.texts = onceEach(set.texts + [try reader.checked(text)])
        set.named = [text.name]
        return set
    }

    /// The cases in use, and where they come from.
    ///
    /// - Parameter replacing: the `Rules` folder that was named; cases that stand beside it come first.
    private func cases(beside replacing: URL?, withCarried: Bool) throws(SourceError) -> SourceSet {
        var set = SourceSet(basis: .carried, texts: [])
        let beside = replacing?.deletingLastPathComponent().appendingPathComponent("Cases")
        let isBeside = beside.map { reader.isFolder($0.path) } ?? false
        if let url = isBeside ? beside : reader.findUpward("Cases") {
            let folder = try reader.folder(url)
            (set.texts, set.unread, set.passedOver) = (folder.texts, folder.unread, folder.others)
            set.casesFrom.append(.found(reader.shownName(of: url)))
        } else if let lookalike = reader.lookalike(of: "Cases") {
            set.lookalikes.append(lookalike)
        }
        guard withCarried, !isBeside else { return set }
        // An adviser's own cases replace carried ones of the same file name.
        let own = Set(set.texts.map(\.fileName))
        set.texts += SourceSet.carried.texts.filter { $0.isCase && !own.contains($0.fileName) }
        set.casesFrom.append(.carried)
        return set
    }

    private func isBasis(_ path: String) -> Bool {
        reader.isFolder(path) && reader.url(path).lastPathComponent == "Rules"
    }

    /// A file reached in two ways is one file, whether it was named or found.
    private func onceEach(_ texts: [SourceText]) -> [SourceText] {
        var seen: Set<String> = []
        return SourceSet(basis: .carried, texts: texts.filter { seen.insert($0.name).inserted }).texts
    }
}

extension SourceText {
    /// The name without its folders.
    var fileName: Substring { name.split(separator: "/").last ?? name[...] }
}
