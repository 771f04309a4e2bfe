import Foundation

/// Rules and cases as one revision of the git repository around the working folder has them.
///
/// Git itself is asked, so that whatever names a revision there (a branch, a tag, `HEAD~3`) does here.
struct GitRevision {
    private let revision: String
    private let git: Git

    /// - Throws: when git is missing, there is no repository, or it knows no such revision.
    init(_ revision: String, workingFolder: URL) throws(SourceError) {
        self.revision = revision
        git = Git(workingFolder: workingFolder)
        // What begins with a hyphen would be taken for an option.
        guard !revision.hasPrefix("-") else { throw .noSuchRevision(revision) }
        guard try git.run(["rev-parse", "--show-prefix"]) != nil else { throw .noRepository(revision) }
        guard try git.run(["rev-parse", "--verify", "--quiet", revision + "^{commit}"]) != nil else {
            throw .noSuchRevision(revision)
        }
    }

    /// The texts below the nearest `Rules` and `Cases` folders at or above the working folder.
    func texts() throws(SourceError) -> [SourceText] {
        let prefix = try git.line(["rev-parse", "--show-prefix"])
        let files = try listed()
        let wanted = ["Rules", "Cases"].flatMap { name -> [Entry] in
            GitRevision.nearest(name, from: prefix, among: files)
        }
        guard wanted.contains(where: { !$0.path.hasSuffix(SourceText.caseEnding) }) else {
            throw .noRules(revision)
        }
        let contents = try contents(of: wanted)
        return zip(wanted, contents).map { SourceText(name: "\(revision):\($0.path)", bytes: $1) }
    }

    private struct Entry {
        var path: String
        var object: String
    }

    /// The rule and case files of the revision.
    private func listed() throws(SourceError) -> [Entry] {
        let listing = try git.run(["ls-tree", "-r", "-z", "--full-tree", revision]) ?? []
        // Each entry: mode, type, object, a tab, path.
        return listing.split(separator: 0).compactMap { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            guard let tab = text.firstIndex(of: "\t") else { return nil }
            let fields = text[..<tab].split(separator: " ")
            let path = String(text[text.index(after: tab)...])
            let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
            guard fields.count == 3, fields[1] == "blob", SourceText.hasKnownEnding(path), !isHidden else {
                return nil
            }
            return Entry(path: path, object: String(fields[2]))
        }
    }

    /// The files below a folder of this name, in the deepest place at or above a path that has one.
    private static func nearest(_ name: String, from prefix: String, among files: [Entry]) -> [Entry] {
        var parts = prefix.split(separator: "/").map(String.init)
        while true {
            let folder = (parts + [name]).joined(separator: "/") + "/"
            let found = files.filter { $0.path.hasPrefix(folder) }
            if !found.isEmpty || parts.isEmpty { return found }
            parts.removeLast()
        }
    }

    /// The files' bytes, all from one process.
    private func contents(of entries: [Entry]) throws(SourceError) -> [[UInt8]] {
        let asked = entries.map { $0.object + "\n" }.joined()
        var rest = (try git.run(["cat-file", "--batch"], input: asked) ?? [])[...]
        var contents: [[UInt8]] = []
        for entry in entries {
            // A header with the size, the bytes, a line end.
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")),
                let size = Int(
                    String(decoding: rest[..<end], as: UTF8.self).split(separator: " ").last ?? ""),
                rest.endIndex - end > size + 1
            else { throw .unreadable("\(revision):\(entry.path)", reason: "git does not give it out") }
            let bytes = Array(rest[(end + 1)...].prefix(size))
            guard String(validating: bytes, as: UTF8.self) != nil else {
                throw .unreadable("\(revision):\(entry.path)", reason: "it is not UTF-8 text")
            }
            contents.append(bytes)
            rest = rest[(end + 1)...].dropFirst(size + 1)
        }
        return contents
    }
}

extension SourceFinder {
    /// The rules and cases that a person means by a folder or by a revision of the git repository here.
    ///
    /// A folder is a `Rules` folder, with the `Cases` folder beside it, or one that holds both.
    public func sources(ofVersion name: String) throws(SourceError) -> SourceSet {
        if !name.isEmpty, reader.isFolder(name) {
            let isRules = reader.url(name).lastPathComponent == "Rules"
            let folder = isRules ? name : name + "/Rules"
            guard reader.isFolder(folder) else { throw .noRulesFolder(name) }
            return try sources(rules: [folder])
        }
        let texts = try GitRevision(name, workingFolder: reader.workingFolder).texts()
        return SourceSet(basis: .found(name), texts: texts)
    }
}
