import Notation

/// What was mended, file by file, and what was not.
public struct MendingView: Sendable {
    private let mended: [Finding]
    private let refused: [Finding]
    private let isDone: Bool

    /// - Parameters:
    ///   - refused: those whose offers would not cure them, or bring an error.
    ///   - isDone: the files were changed; else they would be.
    public init(_ mended: [Finding], refused: [Finding], isDone: Bool) {
        self.mended = mended
        self.refused = refused
        self.isDone = isDone
    }

    public var document: Document {
        var document = Document()
        if mended.isEmpty { document.add(.paragraph(Prose("There is nothing that could be mended safely."))) }
        for (file, findings) in Dictionary(grouping: mended, by: { $0.place?.file ?? "" })
            .sorted(by: { $0.key < $1.key })
        {
            let codes = Dictionary(grouping: findings, by: \.code).sorted { $0.key < $1.key }
                .map { $1.count == 1 ? $0 : "\($0) (\($1.count))" }
            let verb = isDone ? "mended" : "would mend"
            document.add(.paragraph(Prose("\(verb) \(file): \(codes.joined(separator: ", "))")))
        }
        for finding in refused {
            document.add(
                .paragraph(
                    Prose(
                        "left as it is: \(finding.code) in \(finding.place?.file ?? ""): the change that it offers would not mend it by itself, or bring an error"
                    )))
        }
        if !mended.isEmpty || !refused.isEmpty { document.add(.gap) }
        return document
    }
}
