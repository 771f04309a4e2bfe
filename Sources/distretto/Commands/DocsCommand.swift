import ArgumentParser
import Presentation
import Workspace

/// `distretto docs FOLDER`: the rule base as a site of static pages.
struct DocsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs",
        abstract: "A reference site of the rules and cases, to be read in a browser without a server.",
        discussion: """
            A page for every package, rule, diagnostic, collection, concept, classification, source, case and \
            file, linked both ways, with a search and with pictures of what leads to what. Open index.html.

            The folder is made, or replaced as a whole if docs wrote it. A folder that holds anything else is \
            left alone, unless --keep-others says that ours may stand among it. Equal rules give equal bytes.
            """)

    @Argument(help: ArgumentHelp("The folder to write.", valueName: "folder"), completion: .directory)
    var folder: String

    @Flag(help: "Write into a folder that holds other files as well; they stay.")
    var keepOthers = false

    @OptionGroup var sources: SourceOptions

    func run() throws {
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        try checked.sources.requireAllRead()
        for cluster in checked.cases { try Session.refuseBroken(checked, about: cluster) }
        if checked.cases.isEmpty { try Session.refuseBroken(checked, about: nil) }
        let site = Site(
            rules: checked.rules, cases: checked.cases.sorted { $0.name < $1.name },
            texts: checked.sources.texts.map { ($0.name, $0.bytes) }, tries: checked.ruleTries(),
            digest: checked.digest)
        let files = site.files
        try FolderWriter(workingFolder: Output.workingFolder).write(
            files.map { ($0.path, $0.text) }, to: folder, keepingOthers: keepOthers)
        Output.write(
            "Wrote \(files.count) files. Open \(folder.hasSuffix("/") ? folder : folder + "/")index.html\n")
    }
}
