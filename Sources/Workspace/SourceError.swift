/// Why a command's files could not be read: a value, worded for the person at the keyboard.
public enum SourceError: Error, Hashable, Sendable {
    case noSuchFile(String)
    case folderForFile(String)
    case fileForFolder(String)
    case unreadable(String, reason: String)
    case notUTF8(String, line: Int)
    case wrongEnding(String)
    case noRules(String)
    case noSuchCase(String, near: [String], all: [String])
    case noCaseIn(String)
    case nothingToWalk(String, near: [String])
    case nothingMade(Int)
    case noSuchStage(String, of: String, near: [String], all: [String])
    case exists(String)
    case badName(String, of: String)
    case declared(String, String, at: String)
    case noSuchRule(String, near: [String])
    case notWritten(String, reason: String)
    case nothingToFormat
    case noGit
    case noRepository(String)
    case noSuchRevision(String)
    case noRulesFolder(String)
    /// A folder that holds files which are not ours to replace, one of which is named.
    case foreignFolder(String, example: String)
    /// A walk's session that does not read as one, and what stands there.
    case noSession(String, line: Int, text: String)

    /// What is wrong, in one line.
    public var message: String {
        switch self {
        case .noSuchFile(let file): "there is no file `\(file)`"
        case .folderForFile(let file): "`\(file)` is a folder, and a file is needed"
        case .fileForFolder(let file): "`\(file)` is neither a folder nor a plain file"
        case .unreadable(let file, let reason): "`\(file)` cannot be read: \(reason)"
        case .notUTF8(let file, let line): "`\(file)` is not UTF-8 text: line \(line) is not readable"
        case .wrongEnding(let file): "`\(file)` ends neither in `.rules` nor in `.case`"
        case .noRules(let folder): "`\(folder)` holds no `.rules` or `.case` file"
        case .noSuchCase(let name, _, _): "there is no case `\(name)`"
        case .noCaseIn(let file): "`\(file)` declares no case"
        case .nothingMade(let seed):
            "no cluster that is unlike all cases and has an answer came of the number \(seed)"
        case .nothingToWalk(let name, _): "there is no case, lesson or course `\(name)`"
        case .noSuchStage(let stage, let name, _, _): "the case `\(name)` has no stage `\(stage)`"
        case .exists(let file): "`\(file)` is there already, and is left as it is"
        case .badName(let name, let kind): "`\(name)` cannot name \(kind)"
        case .declared(let kind, let name, let place): "there is a \(kind) `\(name)` already: \(place)"
        case .noSuchRule(let name, _): "there is no rule `\(name)`"
        case .notWritten(let file, let reason): "`\(file)` cannot be written: \(reason)"
        case .nothingToFormat: "there are no rules or cases here to format"
        case .noGit: "the program git, which keeps earlier versions, is not installed"
        case .noRepository(let name):
            "there is no folder `\(name)`, and no git repository here that could have a revision of that name"
        case .noSuchRevision(let name): "`\(name)` is neither a folder nor a revision that git knows"
        case .noRulesFolder(let folder): "`\(folder)` holds no `Rules` folder"
        case .foreignFolder(let folder, let example):
            "`\(folder)` holds other files, such as `\(example)`, and is left as it is"
        case .noSession(let file, let line, let text):
            "`\(file)` is not the session of a walk: line \(line)"
                + (text.isEmpty ? " is not understood" : ", `\(text)`, is not understood")
        }
    }

    /// What to do about it, if anything can be said.
    public var help: String? {
        switch self {
        case .noSuchCase(_, let near, let all): SourceError.suggestion(near, all, "cases")
        case .nothingMade: "try another number; cases and rules enough to make one from are needed"
        case .nothingToWalk(_, let near): SourceError.suggestion(near, [], "of such a name")
        case .noSuchStage(_, _, let near, let all): SourceError.suggestion(near, all, "stages")
        case .notUTF8: "save the file as UTF-8 and try again; more: distretto explain-finding not-utf-8"
        case .exists: "choose another name, or edit the file that is there"
        case .declared: "choose another name, or edit what is there"
        case .noSuchRule(_, let near): SourceError.suggestion(near, [], "rules of such a name")
        case .badName: "use lower-case letters, digits and hyphens, beginning with a letter: `new-cluster`"
        case .nothingToFormat: "name files, or work in a folder with a Rules or Cases folder"
        case .foreignFolder:
            "name a new or an empty folder, or say --keep-others: those files stay, ours are added"
        case .folderForFile: "name one of the files in it"
        case .noGit, .noRepository: "name two folders with rules instead: distretto diff OLD NEW"
        case .noSuchRevision: "name a folder with rules, a branch, a tag or a commit; git log lists commits"
        case .noSession: "mend or remove that line, or name another file with --session"
        default: nil
        }
    }

    private static func suggestion(_ near: [String], _ all: [String], _ noun: String) -> String? {
        if !near.isEmpty { return "did you mean \(near.map { "`\($0)`" }.joined(separator: " or "))?" }
        guard !all.isEmpty else { return "there are no \(noun) here" }
        return "the \(noun) are \(all.map { "`\($0)`" }.joined(separator: ", "))"
    }
}
