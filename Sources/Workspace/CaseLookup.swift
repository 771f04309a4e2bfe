import Notation
import RuleModel

extension SourceFinder {
    /// Reads what a command about one case needs. A name with an ending or a slash is a file of its own.
    public func sources(rules: [String], forCase name: String) throws(SourceError) -> SourceSet {
        guard SourceFinder.isPath(name) else { return try sources(rules: rules) }
        // Refuses a folder, which would do where a list of files is asked for.
        _ = try reader.file(name)
        return try sources(rules: rules, files: [name])
    }

    /// Reads what a command about some cases needs.
    public func sources(rules: [String], forCases names: [String]) throws(SourceError) -> SourceSet {
        let paths = names.filter(SourceFinder.isPath)
        for path in paths { _ = try reader.file(path) }
        return try paths.isEmpty ? sources(rules: rules) : sources(rules: rules, files: paths)
    }

    /// Whether an argument means a file and not a name.
    public static func isPath(_ name: String) -> Bool {
        name.contains("/") || SourceText.hasKnownEnding(name)
    }
}

extension CheckedRules {
    /// The case that a person means by a name, or by the path of its file.
    public func cluster(_ name: String) throws(SourceError) -> ClusterCase {
        try cluster(name, inFile: sources.named.first)
    }

    /// The cases that a person means, each once, in order of name; all where none is named.
    public func clusters(_ names: [String]) throws(SourceError) -> [ClusterCase] {
        guard !names.isEmpty else { return cases.sorted { $0.name < $1.name } }
        var found: [ClusterCase] = []
        var files = sources.named[...]
        for name in names {
            // Files are named in the order in which they were asked for.
            let file = SourceFinder.isPath(name) ? files.popFirst() : nil
            let cluster = try cluster(name, inFile: file)
            if !found.contains(where: { $0.name == cluster.name }) { found.append(cluster) }
        }
        return found.sorted { $0.name < $1.name }
    }

    func cluster(_ name: String, inFile file: String?) throws(SourceError) -> ClusterCase {
        if SourceFinder.isPath(name), let file {
            guard
                let first = casesAtHand.filter({ $0.origin.file == file }).min(by: {
                    $0.origin.line < $1.origin.line
                })
            else { throw .noCaseIn(name) }
            return first
        }
        let isNamed = { (cluster: ClusterCase) in cluster.name == name }
        if let found = casesAtHand.first(where: isNamed) ?? cases.first(where: isNamed) { return found }
        let names = cases.map(\.name).sorted()
        throw .noSuchCase(name, near: NearNames.of(name, among: names), all: names)
    }

    /// The place of a stage in a case; without a name, the last.
    public func stage(_ name: String?, of cluster: ClusterCase) throws(SourceError) -> Int {
        guard let name else { return max(cluster.stages.count - 1, 0) }
        if let place = cluster.stages.firstIndex(where: { $0.name == name }) { return place }
        // Counted as the screen counts them.
        if let number = Int(name), cluster.stages.indices.contains(number - 1) { return number - 1 }
        let names = cluster.stages.map(\.name)
        throw .noSuchStage(name, of: cluster.name, near: NearNames.of(name, among: names), all: names)
    }

    /// Errors that make advice about a case untrustworthy: those in rules, and those in its own file.
    ///
    /// What nothing makes use of changes no advice.
    public func errors(bearingOn cluster: ClusterCase? = nil) -> [Finding] {
        errors(bearingOn: Set([cluster?.origin.file].compactMap { $0 }))
    }

    /// The same for several files of cases.
    func errors(bearingOn files: Set<String>) -> [Finding] {
        // The whole is only read to tell what is wrong with it.
        if isAttested { return [] }
        return findings.filter { finding in
            guard finding.severity == .error, !finding.isAboutUse else { return false }
            guard let file = finding.place?.file, file.hasSuffix(SourceText.caseEnding) else { return true }
            return files.contains(file)
        }
    }

    /// Findings of all kinds in the files named on the command line; all where none was.
    public var findingsAskedFor: [Finding] {
        guard !sources.named.isEmpty else { return reviewedFindings }
        let named = Set(sources.named)
        return reviewedFindings.filter { finding in
            finding.place.map { named.contains($0.file) } ?? false
                || finding.notes.contains { named.contains($0.place.file) }
        }
    }
}
