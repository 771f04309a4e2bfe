/// What the trainer has written for a lesson, in the trainer's own words.
public struct TrainerView: Sendable {
    private let texts: [String]

    public init(_ texts: [String]) { self.texts = texts }

    public var isEmpty: Bool { texts.isEmpty }

    public var document: Document {
        Document([.heading(Prose(TrainerView.heading))] + paragraphs)
    }

    static let heading = "FROM THE TRAINER"

    /// Without a heading.
    var paragraphs: [Document.Block] { texts.map { .paragraph(.told($0)) } }
}
