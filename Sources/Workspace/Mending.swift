import Analysis
import Notation
import RuleModel

/// What becomes of files when findings are mended by the changes that they offer.
///
/// A change is made only if the files, read and checked again with it, are without the finding that it
/// promises to cure, and no error has come in its place. The cost is a check of all files if all changes are
/// good, and a few more for each that is not.
public struct Mending: Sendable {
    /// Mended, in order of place.
    public private(set) var mended: [Finding] = []
    /// With an offer that would not cure them, or bring an error.
    public private(set) var refused: [Finding] = []
    public private(set) var changes = FileChanges([])

    private let texts: [SourceText]
    private let parsed: [ParsedFile]
    private let before: Marks

    /// - Parameter findings: those to mend; what they offer no change for is passed over, and so is what
    ///   stands in no file that could be changed.
    public init(_ findings: [Finding], in checked: CheckedRules) {
        texts = checked.sources.texts
        parsed = texts.concurrentMap { parse(fileName: $0.name, source: $0.bytes) }
        before = Marks(parsed, reviewed: checked.reviewedFindings)
        let onDisk = Set(texts.filter(checked.sources.isOnDisk).map(\.name))
        var edits: [Finding] = []
        for finding in findings {
            guard let offer = finding.suggestion, onDisk.contains(offer.place.file) else { continue }
            let overlaps = edits.contains {
                $0.suggestion.map { $0.place.overlaps(offer.place) } ?? false
            }
            if overlaps { refused.append(finding) } else { edits.append(finding) }
        }
        mend(edits)
        changes = FileChanges(
            zip(texts, edited(with: mended)).map { FileChanges.Change($0, to: $1.tree.source) })
    }

    /// Makes as many of the changes as are good: all at once, or else each half by itself.
    private mutating func mend(_ edits: [Finding]) {
        guard !edits.isEmpty else { return }
        if isGood(mended + edits) {
            mended = (mended + edits).sorted { ($0.place ?? .nowhere) < ($1.place ?? .nowhere) }
        } else if edits.count == 1 {
            refused += edits
        } else {
            mend(Array(edits[..<(edits.count / 2)]))
            mend(Array(edits[(edits.count / 2)...]))
        }
    }

    private func isGood(_ edits: [Finding]) -> Bool {
        let files = edited(with: edits)
        let built = build(files.filter { !$0.isOfUnknownVersion })
        let findings = allFindings(files, built)
        let now = Marks(
            files,
            reviewed: Checks.reviewed(findings, rules: built.rules, cases: built.cases, files: files),
            built: built.findings)
        guard now.errors.allSatisfy({ mark, count in count <= before.errors[mark, default: 0] }) else {
            return false
        }
        var promised: [Mark: Int] = [:]
        for finding in edits { promised[Mark(finding), default: 0] += 1 }
        return promised.allSatisfy { mark, count in
            now.all[mark, default: 0] <= before.all[mark, default: 0] - count
        }
    }

    /// The files with some changes made in them.
    private func edited(with edits: [Finding]) -> [ParsedFile] {
        let offers = Dictionary(grouping: edits.compactMap(\.suggestion), by: \.place.file)
        return parsed.map { file in
            guard let offers = offers[file.tree.fileName] else { return file }
            var bytes = file.tree.source
            for offer in offers.sorted(by: { $0.place > $1.place }) {
                bytes.replaceSubrange(offer.place.start..<offer.place.end, with: offer.replacement.utf8)
            }
            return parse(fileName: file.tree.fileName, source: bytes)
        }
    }
}

/// A finding as it is known again where its place has moved.
private struct Mark: Hashable, Sendable {
    var code: String
    var message: String
    var file: String?

    init(_ finding: Finding) {
        (code, message, file) = (finding.code, finding.message, finding.place?.file)
    }
}

/// How many findings of each kind there are.
private struct Marks: Sendable {
    /// As they are told.
    var all: [Mark: Int] = [:]
    /// Errors as they are found, echoes and all: what is an echo of what may change.
    var errors: [Mark: Int] = [:]

    init(_ files: [ParsedFile], reviewed: [Finding], built: [Finding]? = nil) {
        let built = built ?? build(files.filter { !$0.isOfUnknownVersion }).findings
        for finding in reviewed { all[Mark(finding), default: 0] += 1 }
        // What nothing makes use of is only told once all errors are gone, and not brought by their going.
        for finding in files.flatMap(\.findings) + built
        where finding.severity == .error && !finding.isAboutUse {
            errors[Mark(finding), default: 0] += 1
        }
    }
}

extension Place {
    fileprivate static let nowhere = Place(file: "", start: 0, end: 0)

    fileprivate func overlaps(_ other: Place) -> Bool {
        file == other.file && start <= other.end && other.start <= end
    }
}
