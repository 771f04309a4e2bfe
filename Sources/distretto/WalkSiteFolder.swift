import Presentation
import RuleModel
import Training
import Workspace

/// Writes the walk through cases as a site: what `walk --html FOLDER` does.
struct WalkSiteFolder {
    let folder: String
    /// The cases to have; all where none is named.
    let names: [String]
    let keepingOthers: Bool

    func write(_ options: SourceOptions) throws {
        let checked = CheckedRules(try options.finder.sources(rules: options.rules, forCases: names))
        for name in names { try checked.sources.requireRead(case: name) }
        if names.isEmpty { try checked.sources.requireAllRead() }
        let clusters = try checked.clusters(names)
        for cluster in clusters { try Session.refuseBroken(checked, about: cluster) }
        if clusters.isEmpty { try Session.refuseBroken(checked, about: nil) }
        let stories = clusters.concurrentMap { cluster in
            WalkSite.Story(
                cluster,
                cluster.stages.indices.map { stage in
                    StageTable(checked.moment(of: cluster, stage: stage), believing: checked.believing)
                })
        }
        let files = WalkSite(
            rules: checked.advising, stories: stories, cases: checked.cases, digest: checked.digest
        ).files
        try FolderWriter(workingFolder: Output.workingFolder).write(
            files.map { ($0.path, $0.text) }, to: folder, keepingOthers: keepingOthers)
        Output.write(
            "Wrote \(files.count) files. Open \(folder.hasSuffix("/") ? folder : folder + "/")index.html\n")
    }
}
