import Presentation
import RuleModel
import Training
import Workspace

/// Writes walks as a site: what `walk --html FOLDER` does.
struct WalkSiteFolder {
    let folder: String
    /// The cases, lessons and courses to have; all where none is named.
    let names: [String]
    let keepingOthers: Bool

    func write(_ options: SourceOptions) throws {
        let checked = CheckedRules(try options.finder.sources(rules: options.rules, forCases: names))
        for name in names { try checked.sources.requireRead(case: name) }
        if names.isEmpty { try checked.sources.requireAllRead() }
        let walkable = try checked.walkable(names)
        try Session.refuse(
            checked,
            for: checked.errors(bearingOn: walkable.clusters.map { WalkPlan($0) }, walkable.origins))
        let contents = try contents(walkable, checked)
        let files = WalkSite(
            rules: checked.advising, contents: contents, cases: checked.cases, digest: checked.digest
        ).files
        try FolderWriter(workingFolder: Output.workingFolder).write(
            files.map { ($0.path, $0.text) }, to: folder, keepingOthers: keepingOthers)
        Output.write(
            "Wrote \(files.count) files. Open \(folder.hasSuffix("/") ? folder : folder + "/")index.html\n")
    }

    private func contents(_ walkable: Walkable, _ checked: CheckedRules) throws -> WalkSite.Contents {
        let courses = walkable.courses.map { checked.standing(of: $0, in: Journal()) }
        let seeds = Set(courses.flatMap { $0.steps.compactMap(\.exercise) }).sorted()
        let made = try seeds.map { try checked.made($0).cluster }
        let stories = (walkable.clusters + made).concurrentMap { cluster in
            WalkStory(
                cluster,
                cluster.stages.indices.map { stage in
                    StageTable(checked.moment(of: cluster, stage: stage), believing: checked.believing)
                })
        }
        let cases = Array(stories.prefix(walkable.clusters.count))
        return WalkSite.Contents(
            cases: cases, lessons: walkable.lessons.map { WalkStory(checked.plan($0), over: cases) },
            courses: courses, exercises: Array(stories.dropFirst(cases.count)))
    }
}
