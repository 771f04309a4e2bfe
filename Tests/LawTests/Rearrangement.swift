import Generation
import Notation

/// The declarations of some files dealt out anew: any order, any number of files, same words.
struct Rearrangement {
    /// Text of each top-level declaration, without the version line.
    let declarations: [String]

    init(files: [(name: String, bytes: [UInt8])]) {
        declarations = files.flatMap { Rearrangement.declarations(of: $0).map(\.text) }
    }

    /// With what stages and members tell in random order too.
    init(files: [(name: String, bytes: [UInt8])], mixing random: inout SeededGenerator) {
        var texts: [String] = []
        for node in files.flatMap(Rearrangement.declarations(of:)) { texts.append(mixed(node, &random)) }
        declarations = texts
    }

    private static func declarations(of file: (name: String, bytes: [UInt8])) -> [SyntaxNode] {
        parse(fileName: file.name, source: file.bytes).tree.root.children
            .filter { $0.kind != .languageVersion && $0.kind != .unexpected }
    }

    /// The declarations in random order over one to five files.
    func dealt(_ random: inout SeededGenerator) -> [ParsedFile] {
        let count = random.number(in: 1...5)
        var texts = Array(repeating: "language 1\n", count: count)
        for declaration in random.shuffled(declarations) { texts[random.below(count)] += declaration + "\n" }
        return texts.enumerated().map { parse(fileName: "file-\($0).rules", source: Array($1.utf8)) }
    }
}

/// The text of a node, white space before it included, with the facts inside it in random order.
private func mixed(_ node: SyntaxNode, _ random: inout SeededGenerator) -> String {
    let isFact: Set<SyntaxKind> = [.reading, .member, .allListed, .inForce]
    var texts: [String] = [], places: [Int] = []
    for element in node.elements {
        switch element {
        case .token(let token):
            let start = Int(token.tree.tokens[token.index].triviaStart)
            texts.append(String(decoding: token.tree.source[start..<token.range.upperBound], as: UTF8.self))
        case .node(let child):
            if isFact.contains(child.kind) { places.append(texts.count) }
            texts.append(mixed(child, &random))
        }
    }
    for (place, text) in zip(places, random.shuffled(places.map { texts[$0] })) { texts[place] = text }
    return texts.joined()
}
