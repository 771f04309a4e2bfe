/// What the trainer has written for a lesson, in the trainer's own words.
public struct TrainerView: Sendable {
    private let texts: [String]

    public init(_ texts: [String]) { self.texts = texts }

    public var isEmpty: Bool { texts.isEmpty }

    public var document: Document {
        Document([.heading("FROM THE TRAINER")] + texts.map { .paragraph(.told($0)) })
    }
}
