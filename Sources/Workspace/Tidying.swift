import Notation
import RuleModel

/// Files formatted together, each with what became of it.
///
/// A file counts as formatted only when its tokens and comments are the same as before, and when the
/// rules and cases that are built of all files mean the same with it.
public struct Tidying: Sendable {
    public let files: [File]

    /// One file with what became of it.
    public struct File: Sendable {
        public var text: SourceText
        public var outcome: Outcome
    }

    public enum Outcome: Sendable {
        /// It is formatted already.
        case tidy
        /// It should read like this.
        case changed([UInt8])
        /// It cannot be read; the errors say why.
        case broken([Finding])
        /// No layout was found under which it would mean the same.
        case leftAlone
    }

    /// - Parameters:
    ///   - names: the files to format.
    ///   - sources: these and all others that give their words a meaning.
    public init(_ names: Set<String>, of sources: SourceSet) {
        let parsed = sources.texts.map { parse(fileName: $0.name, source: $0.bytes) }
        var files: [File] = []
        var places: [Int] = []
        for (place, text) in sources.texts.enumerated() where names.contains(text.name) {
            files.append(File(text: text, outcome: Tidying.outcome(parsed[place])))
            places.append(place)
        }
        let before = Meaning(parsed)
        func meaning(with changed: [Int]) -> Meaning {
            var now = parsed
            for index in changed {
                guard case .changed(let bytes) = files[index].outcome else { continue }
                now[places[index]] = parse(fileName: files[index].text.name, source: bytes)
            }
            return Meaning(now)
        }
        // The meaning of all is compared at once; who changed it is only asked should it differ.
        if meaning(with: Array(files.indices)) != before {
            for index in files.indices where meaning(with: [index]) != before {
                files[index].outcome = .leftAlone
            }
        }
        self.files = files
    }

    private static func outcome(_ file: ParsedFile) -> Outcome {
        let errors = file.findings.filter { $0.severity == .error }
        guard errors.isEmpty else { return .broken(errors) }
        guard let text = formatted(file) else { return .leftAlone }
        return text == file.tree.source ? .tidy : .changed(text)
    }
}

/// What files say once built, in words that know nothing of layout.
private struct Meaning: Equatable {
    var rules: String
    var cases: [String]
    var findings: [String]

    init(_ files: [ParsedFile]) {
        let built = build(files, sharing: AllCores())
        rules = RuleModel.print(built.rules)
        cases = built.cases.map { RuleModel.print($0, in: built.rules) }
        findings = built.findings.map { "\($0.code) \($0.message)" }.sorted()
    }
}

extension SourceFinder {
    /// The files that `fmt` works on, and all that give their words a meaning.
    ///
    /// - Parameter files: files and folders; all of the folders found unless said.
    public func sourcesToFormat(
        rules: [String], files: [String]
    ) throws(SourceError) -> (names: Set<String>, sources: SourceSet) {
        let sources = try sources(rules: rules, files: files)
        if !files.isEmpty { return (Set(sources.named), sources) }
        var names: Set<String> = []
        for folder in ["Rules", "Cases"] {
            guard let found = reader.findUpward(folder) else { continue }
            names.formUnion(try reader.texts(in: found).map(\.name))
        }
        for path in rules { names.formUnion(try reader.fileOrFolder(path).map(\.name)) }
        guard !names.isEmpty else { throw .nothingToFormat }
        return (names, sources)
    }
}
