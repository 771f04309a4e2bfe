import Advice
import Inference
import RuleModel
import Training

/// How an answer stands before the rules' own is shown: what is right and what is wrong of it, and how
/// much is missing, but not what.
public struct MarksView: Sendable {
    private let marks: Marks
    private let blocks: MarkBlocks

    public init(_ moment: Moment, _ learner: LearnerAnswer) {
        marks = moment.marks(for: learner)
        blocks = MarkBlocks(WalkWords(moment))
    }

    public var document: Document {
        let packages = marks.packages.filter { $0.kind != .missed }
        let diagnoses = marks.diagnoses.filter { $0.kind != .missed }
        var document = Document()
        if packages.isEmpty { document.add(.paragraph("No package is proposed yet.")) }
        document.add(packages.map(blocks.item) + diagnoses.map(blocks.item))
        document.add([
            .gap,
            .paragraph(
                marks.missing == 0
                    ? "Nothing of the rules' programme is missing."
                    : "Of the rules' programme \(counted(marks.missing, "package is", plural: "packages are")) missing. For help: hint"
            ),
        ])
        return document
    }
}

/// A mark in a line, with what the rules say under it.
struct MarkBlocks {
    private let words: WalkWords

    init(_ words: WalkWords) { self.words = words }

    func item(_ mark: PackageMark) -> Document.Block {
        .item(
            sign(mark.kind), words.title(mark.package), aside: remark(mark.kind, mark.judgement),
            below: reasons(mark))
    }

    private func reasons(_ mark: PackageMark) -> [Document.Block] {
        var blocks = feedback(mark.judgement)
        guard mark.judgement.isAdvised else { return blocks }
        if !mark.seen.isEmpty {
            blocks.append(.paragraph(Self.seen + mark.seen.map(words.phrase).joined(by: "; ")))
        }
        if !mark.unseen.isEmpty {
            let label = mark.kind == .missed ? Self.restsOn : Self.unseen
            blocks.append(.paragraph(label + mark.unseen.map(words.phrase).joined(by: "; ")))
        }
        return blocks
    }

    static let seen: Prose = .faint("you saw: ")
    static let unseen: Prose = .doubtful("you did not name: ")
    static let restsOn: Prose = .faint("it rests on: ")

    /// What the rules say of a package, whatever became of it.
    func feedback(_ judgement: Judgement) -> [Document.Block] {
        words.blocks(judgement.feedback, most: judgement.isAdvised ? 1 : 2)
    }

    func item(_ mark: DiagnosisMark) -> Document.Block {
        .item(sign(mark.kind), words.title(mark.fact), aside: remark(mark), below: feedback(mark))
    }

    /// What the documents or the rules say of a diagnosis, whatever became of it.
    func feedback(_ mark: DiagnosisMark) -> [Document.Block] {
        let stated: [Document.Block] =
            mark.statement.map { statement in
                [
                    .paragraph(
                        .faint("the documents say so themselves ")
                            + words.phraser.citations(statement.citations))
                ]
            } ?? []
        return stated + words.blocks(mark.feedback, most: 1)
    }

    func sign(_ kind: PackageMark.Kind) -> String {
        switch kind {
        case .found, .afterHints, .byLuck: "✓"
        case .missed: "○"
        case .unsettled: "?"
        case .wrong, .wrongAndDropped: "✗"
        }
    }

    func remark(_ kind: PackageMark.Kind, _ judgement: Judgement) -> Prose {
        word(kind) ?? judgement.kind.prose + (kind == .wrongAndDropped ? Self.takenBack : "")
    }

    /// What is said of a package that the rules advise; of another, they say it themselves.
    func word(_ kind: PackageMark.Kind) -> Prose? {
        switch kind {
        case .found: .good("found")
        case .byLuck: .doubtful("right, and the reason is missing")
        case .afterHints(let level): .doubtful("found after \(counted(level, "hint"))")
        case .missed: .bad("missed")
        case .unsettled, .wrong, .wrongAndDropped: nil
        }
    }

    static let takenBack: Prose = .faint(", taken back")

    func sign(_ kind: DiagnosisMark.Kind) -> String {
        switch kind {
        case .right: "✓"
        case .missed: "○"
        case .unsettled: "?"
        case .wrong: "✗"
        }
    }

    func remark(_ mark: DiagnosisMark) -> Prose {
        switch mark.kind {
        case .right: .good(mark.verdict == .yes ? "it holds" : "it presumably holds")
        case .missed: .bad("missed")
        case .unsettled: .doubtful("not known")
        case .wrong: .bad(mark.verdict == .no ? "it does not hold" : "it presumably does not hold")
        }
    }
}
