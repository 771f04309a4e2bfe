import Notation
import RuleModel

/// A thing renamed wherever it is meant: in rules, tests and cases, and in no text and no comment.
///
/// Which words mean it is found by asking the rules themselves: under a name that nobody has, every word
/// that is left behind is an unknown one, and so is every word that was taken along and meant something
/// else. At the end all files are read again with the new name. The change is only made if no error has
/// come and rules and cases mean the same but for the name, which their digest shows.
public struct Renaming: Sendable {
    public let kind: String
    public let oldName: String
    public let newName: String
    public let changes: FileChanges
    /// The files in which it is named, and how often.
    public let places: [(file: String, count: Int)]

    /// A word that cannot be somebody's name.
    private static let placeholder = "zz-name-in-between-zz"
    private static let mostRounds = 60

    /// - Parameter kind: of things that share the name, the kind of the one meant.
    public init(_ old: String, to new: String, kind: String?, in checked: CheckedRules) throws(ChangeRefusal)
    {
        let errors = checked.findings.filter { $0.severity == .error && !$0.isAboutUse }
        guard errors.isEmpty else { throw .broken(errors.count) }
        let texts = checked.sources.texts
        let files = texts.concurrentMap { parse(fileName: $0.name, source: $0.bytes) }
        let names = DeclaredNames(files)
        let thing = try Renaming.thing(old, kind, names)
        try Renaming.check(new, for: thing, names)
        guard let home = texts.first(where: { $0.name == thing.place.file }),
            checked.sources.isOnDisk(home)
        else { throw .carried(old) }

        let mentions = try Renaming.meant(thing, files, names, SubjectTypes(checked.rules))
        let edited = Renaming.edited(files, mentions, thing, to: new)
        let built = build(edited)
        let after = allFindings(edited, built).filter { $0.severity == .error }
        guard after.allSatisfy(\.isAboutUse) else { throw .notTold(thing, new) }
        let wanted = RenamedModel(
            thing, to: new, rules: checked.rules, cases: checked.cases, teaching: checked.teaching)
        guard
            OrderlessMeaning(wanted.rules, wanted.cases, wanted.teaching)
                == OrderlessMeaning(built.rules, built.cases, built.teaching)
        else { throw .notTold(thing, new) }

        self.kind = thing.kind.noun
        (oldName, newName) = (thing.name, new)
        changes = FileChanges(
            zip(texts, edited).map { text, file in
                FileChanges.Change(
                    text, to: file.tree.source, newName: Renaming.newFile(text, thing, new))
            })
        places = Dictionary(grouping: mentions, by: \.file).map { (texts[$0].name, $1.count) }
            .sorted { $0.0 < $1.0 }
        for change in changes.changes where !checked.sources.isOnDisk(change.old) { throw .carried(old) }
    }

    /// The file of a case is called after it.
    private static func newFile(_ text: SourceText, _ thing: NamedThing, _ new: String) -> String? {
        guard thing.kind == .declared(.clusterCase), text.name == thing.place.file,
            text.fileName == "\(thing.name)\(SourceText.caseEnding)"
        else { return nil }
        return text.name.dropLast(text.fileName.count) + "\(new)\(SourceText.caseEnding)"
    }

    // MARK: What is meant

    private static func thing(
        _ typed: String, _ kind: String?, _ names: DeclaredNames
    ) throws(ChangeRefusal) -> NamedThing {
        let all = NamedThing.all(typed, in: names)
        guard !all.isEmpty else {
            throw .nothingCalled(typed, near: NearNames.of(typed, among: NamedThing.allNames(names)))
        }
        let wanted = all.filter { kind == nil || $0.kind.word == kind }
        guard let first = wanted.first else { throw .otherKind(typed, all) }
        guard wanted.count == 1 else { throw .ambiguous(typed, wanted) }
        return first
    }

    /// The joints of sentences, which can never be names. Whether another word of the language can stand where
    /// the thing is named shows when all files are read again.
    private static let joints: Set = [
        "after", "and", "as", "at", "before", "by", "every", "for", "from", "in", "is", "not", "of", "or",
        "to",
        "unless", "was", "when", "where", "with",
    ]

    /// Whether a name can be given.
    private static func check(
        _ new: String, for thing: NamedThing, _ names: DeclaredNames
    ) throws(ChangeRefusal) {
        guard new != thing.name else { throw .sameName(new) }
        let isCapitalized = thing.name.first?.isUppercase == true
        let isAllowed =
            NameRule.allows(new)
            || isCapitalized && new.first?.isLetter == true && new.utf8.count <= 80
                && new.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } && new.last != "-"
        guard isAllowed, !joints.contains(new) else {
            throw .badName(new, like: thing)
        }
        for other in NamedThing.all(new, in: names) {
            switch (thing.kind, other.kind) {
            case (.declared(let mine), .declared(let theirs)) where mine.namespace == theirs.namespace:
                throw .taken(new, other)
            case (.attribute, .attribute) where thing.owner == other.owner: throw .taken(new, other)
            case (.value(of: let mine), .value(of: let theirs))
            where mine == theirs && thing.owner == other.owner:
                throw .taken(new, other)
            default: continue
            }
        }
    }

    /// The words that mean the thing, found by leaving it without a name that anybody knows.
    private static func meant(
        _ thing: NamedThing, _ files: [ParsedFile], _ names: DeclaredNames, _ types: SubjectTypes
    ) throws(ChangeRefusal) -> Set<Mention> {
        let candidates = thing.mentions(in: files, names)
        let declaration = candidates.filter {
            files[$0.file].tree.fileName == thing.place.file && $0.range.lowerBound == thing.place.start
        }
        // What is plainly said of something else is left behind to begin with.
        var taken = Set(candidates.filter { types.couldMean(thing, $0, in: files[$0.file].tree) })
            .union(declaration)
        var leftOut: Set<Mention> = []
        for _ in 0..<mostRounds {
            let edited = edited(files, taken, thing, to: placeholder)
            let errors = (edited.flatMap(\.findings) + build(edited).findings)
                .filter { $0.severity == .error && !$0.isAboutUse }
            guard !errors.isEmpty else { return taken }
            let faults = Faults(errors)
            let moved = Moved(files, taken, by: placeholder.utf8.count)
            // Who is left behind and unknown belongs to it; who is taken along and unknown does not.
            let missed = candidates.filter {
                !taken.contains($0) && !leftOut.contains($0) && faults.hold(moved.place($0))
            }
            var strangers = taken.filter { faults.hold(moved.place($0)) }
            if strangers.isEmpty, missed.isEmpty {
                strangers = taken.filter { faults.areOnLine(of: moved.place($0), in: edited[$0.file].tree) }
            }
            strangers.subtract(declaration)
            guard !strangers.isEmpty || !missed.isEmpty else { break }
            taken.subtract(strangers)
            leftOut.formUnion(strangers)
            taken.formUnion(missed)
        }
        throw .notTold(thing, placeholder)
    }

    private static func edited(
        _ files: [ParsedFile], _ mentions: Set<Mention>, _ thing: NamedThing, to new: String
    ) -> [ParsedFile] {
        let byFile = Dictionary(grouping: mentions, by: \.file)
        return files.indices.map { file in
            guard let mentions = byFile[file] else { return files[file] }
            var bytes = files[file].tree.source
            for mention in mentions.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
                bytes.replaceSubrange(mention.range, with: (mention.isPlural ? new + "s" : new).utf8)
            }
            return parse(fileName: files[file].tree.fileName, source: bytes)
        }
    }
}

/// Where errors stand, file by file.
private struct Faults {
    private let places: [String: [Place]]

    init(_ errors: [Finding]) {
        let all = errors.flatMap { error in
            (error.place.map { [$0] } ?? [])
                + error.notes.filter { $0.label == "also here" }.map(\.place)
        }
        places = Dictionary(grouping: all, by: \.file)
    }

    func hold(_ place: Place) -> Bool {
        places[place.file]?.contains { $0.start <= place.start && place.start < max($0.end, $0.start + 1) }
            ?? false
    }

    func areOnLine(of place: Place, in tree: SyntaxTree) -> Bool {
        let line = tree.lines.line(of: place.start)
        return places[place.file]?.contains { tree.lines.line(of: $0.start) == line } ?? false
    }
}

/// Where words stand once some of them have another length.
private struct Moved {
    private let files: [ParsedFile]
    private let taken: [Int: [Mention]]
    private let length: Int

    init(_ files: [ParsedFile], _ taken: Set<Mention>, by length: Int) {
        self.files = files
        self.length = length
        self.taken = Dictionary(grouping: taken, by: \.file)
    }

    func place(_ mention: Mention) -> Place {
        let shift = (taken[mention.file] ?? []).reduce(0) { sum, other in
            guard other.range.lowerBound < mention.range.lowerBound else { return sum }
            return sum + length + (other.isPlural ? 1 : 0) - other.range.count
        }
        let start = mention.range.lowerBound + shift
        return Place(file: files[mention.file].tree.fileName, start: start, end: start + 1)
    }
}
