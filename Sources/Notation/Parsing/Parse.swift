/// A file's tree and what is wrong with its text.
public struct ParsedFile: Sendable {
    public let tree: SyntaxTree
    /// In the order of the text. Errors of grammar only: names and units are checked when rules are built.
    public let findings: [Finding]

    /// The file says that it is written in a version of the language not known here: its words may
    /// mean something else, and nothing should be built from it.
    public let isOfUnknownVersion: Bool

    public init(tree: SyntaxTree, findings: [Finding], isOfUnknownVersion: Bool = false) {
        self.tree = tree
        self.findings = findings
        self.isOfUnknownVersion = isOfUnknownVersion
    }
}

/// Reads a file of rules or cases.
///
///     let file = parse(fileName: "demand.rules", source: Array(text.utf8))
///     file.tree.printed == Array(text.utf8)      // always
///
/// It takes any bytes, never fails and keeps all of them in the tree. The cost is linear in the
/// length of the text. A text of 4 GB and more is refused with the finding `file-too-large`.
public func parse(fileName: String, source: [UInt8]) -> ParsedFile {
    guard source.count < Int(UInt32.max) else { return refused(fileName) }
    let text = Lexer.text(of: source)
    var parser = Parser(source: source, lexemes: text.lexemes)
    parser.parseFile()
    if let first = text.slashComments.first { parser.record(.otherWords("#"), first) }
    let tree = SyntaxTree(
        fileName: fileName, source: source, tokens: parser.writer.tokens, nodes: parser.writer.nodes,
        lines: LineIndex(source, starts: text.lineStarts))
    let wording = FaultWording(fileName: fileName, source: source)
    let faults =
        TextEncoding.fault(of: source).map { fault in
            // Text in another encoding looks broken everywhere; one complaint names the cause.
            if case .notEightBit = fault.problem { [fault] } else { [fault] + parser.faults }
        } ?? parser.faults
    let newer = faults.first { if case .unsupportedLanguageVersion = $0.problem { true } else { false } }
    let findings = (newer.map { [$0] } ?? faults).map(wording.finding)
    return ParsedFile(
        tree: tree, findings: findings.sorted { ($0.place?.start ?? 0) < ($1.place?.start ?? 0) },
        isOfUnknownVersion: newer != nil)
}

private func refused(_ fileName: String) -> ParsedFile {
    let end = TokenRecord(kind: .endOfFile, triviaStart: 0, start: 0, end: 0)
    let root = NodeRecord(kind: .sourceFile, firstToken: 0, endToken: 1, endNode: 1)
    let fault = SyntaxFault(problem: .tooLarge, range: 0..<0)
    return ParsedFile(
        tree: SyntaxTree(
            fileName: fileName, source: [], tokens: [end], nodes: [root], lines: LineIndex([])),
        findings: [FaultWording(fileName: fileName, source: []).finding(fault)])
}
