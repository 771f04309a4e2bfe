import Foundation
import Notation
import RuleModel

/// A rule moved to another file, with its tests and the comments that belong to both.
///
/// Its tests are those that ask of no other rule whether it applies, and those that stand right behind it.
/// Tests from a file of their own go to the file of tests beside the new one. The move is only made if the
/// digests of rules and cases are the same afterwards.
public struct Relocation: Sendable {
    public let rule: String
    public let changes: FileChanges
    /// Where the rule went, as shown.
    public let file: String
    /// Titles of the tests that went along, with the files they went to.
    public let tests: [(title: String, file: String)]

    public init(
        _ rule: String, to path: String, workingFolder: String, in checked: CheckedRules
    ) throws(ChangeRefusal) {
        let errors = checked.findings.filter { $0.severity == .error && !$0.isAboutUse }
        guard errors.isEmpty else { throw .broken(errors.count) }
        let texts = checked.sources.texts
        let files = texts.concurrentMap { parse(fileName: $0.name, source: $0.bytes) }
        let node = try Relocation.find(rule, DeclaredNames(files), checked)
        let home = node.tree.fileName
        guard let text = texts.first(where: { $0.name == home }), checked.sources.isOnDisk(text) else {
            throw .carried(rule)
        }
        let destination = Destination(workingFolder, texts)
        let target = try destination.name(of: path)
        guard target != home else { throw ChangeRefusal("the rule `\(rule)` stands in `\(target)` already") }

        var moved = [Moved(node, to: target)]
        for test in Relocation.tests(of: rule, node, files) {
            let isBeside = test.tree.fileName == home
            moved.append(Moved(test, to: isBeside ? target : RuleStarter.testFile(beside: target)))
        }
        // A test that stands where it belongs already stays there.
        moved.removeAll { $0.node.tree.fileName == $0.target }
        changes = try Relocation.changes(moved, texts, destination)
        try Relocation.requireSameMeaning(changes, checked)
        self.rule = rule
        file = target
        tests = moved.dropFirst().map { ($0.node.title, $0.target) }
    }

    // MARK: What goes

    private static func find(
        _ rule: String, _ names: DeclaredNames, _ checked: CheckedRules
    ) throws(ChangeRefusal) -> SyntaxNode {
        if let declaration = names.first(.rule, rule) { return declaration.node }
        if let row = checked.rules.rules.first(where: { $0.name == rule }) {
            throw ChangeRefusal(
                "`\(rule)` is a row of a table: \(row.origin.file):\(row.origin.line)",
                help: "rows stand together; write it as a rule of its own first")
        }
        let near = NearNames.of(rule, among: names[.rule].map(\.name)).map { "`\($0)`" }
        throw ChangeRefusal(
            "there is no rule `\(rule)`",
            help: near.isEmpty ? nil : "did you mean \(near.joined(separator: " or "))?")
    }

    private static func tests(of rule: String, _ node: SyntaxNode, _ files: [ParsedFile]) -> [SyntaxNode] {
        let behind = node.tree.root.children.drop { $0.index <= node.index }
            .prefix { $0.kind == .testDeclaration }
        let besides = Set(behind.map(\.index))
        return files.flatMap { file in
            file.tree.root.all(.testDeclaration).filter { test in
                let named = test.rulesNamed
                if test.tree === node.tree, besides.contains(test.index) {
                    return named.subtracting([rule]).isEmpty
                }
                return named == [rule]
            }
        }
    }

    // MARK: Texts

    /// A declaration with where it goes to.
    private struct Moved {
        var node: SyntaxNode
        var target: String
        /// With the comments right above it and behind it, whole lines where it has them to itself.
        var range: Range<Int>

        init(_ node: SyntaxNode, to target: String) {
            self.node = node
            self.target = target
            range = node.tree.lines(of: node)
        }

        var text: [UInt8] {
            let text = Array(node.tree.source[range])
            return text.last == UInt8(ascii: "\n") ? text : text + [UInt8(ascii: "\n")]
        }
    }

    private static func changes(
        _ moved: [Moved], _ texts: [SourceText], _ destination: Destination
    ) throws(ChangeRefusal) -> FileChanges {
        var now: [String: [UInt8]] = [:]
        let old = Dictionary(texts.map { ($0.name, $0) }) { first, _ in first }
        for (file, leaving) in Dictionary(grouping: moved, by: { $0.node.tree.fileName }) {
            var bytes = old[file]?.bytes ?? []
            for block in leaving.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
                bytes.take(out: block.range)
            }
            now[file] = bytes
        }
        for block in moved {
            let before = now[block.target] ?? old[block.target]?.bytes ?? Array("language 1\n".utf8)
            var bytes = before
            if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
            now[block.target] = bytes + [UInt8(ascii: "\n")] + block.text
        }
        return FileChanges(
            now.map { name, bytes in
                FileChanges.Change(
                    old[name] ?? SourceText(name: name, bytes: []), to: bytes, isNew: old[name] == nil)
            })
    }

    private static func requireSameMeaning(
        _ changes: FileChanges, _ checked: CheckedRules
    ) throws(ChangeRefusal) {
        var set = checked.sources
        for change in changes.changes {
            set.texts.removeAll { $0.name == change.old.name }
            set.texts.append(SourceText(name: change.old.name, bytes: change.bytes))
        }
        set = SourceSet(basis: set.basis, texts: set.texts, named: set.named)
        let after = CheckedRules(set)
        guard after.digest == checked.digest, after.caseDigests == checked.caseDigests,
            !after.findings.contains(where: { $0.severity == .error && !$0.isAboutUse })
        else {
            throw ChangeRefusal(
                "moved, the rules would not say the same, so nothing is changed",
                help: "see that no other text stands on the lines of the rule and its tests")
        }
    }
}

/// Where rules can be moved to.
private struct Destination {
    private let reader: SourceReader
    private let texts: [SourceText]

    init(_ workingFolder: String, _ texts: [SourceText]) {
        reader = SourceReader(workingFolder: URL(fileURLWithPath: workingFolder, isDirectory: true))
        self.texts = texts
    }

    /// A file as it is shown, if rules in it are found.
    func name(of path: String) throws(ChangeRefusal) -> String {
        guard path.hasSuffix(SourceText.ruleEnding) else {
            throw ChangeRefusal("`\(path)` does not end in `.rules`", help: "name a file of rules")
        }
        let url = reader.url(path)
        let name = reader.shownName(of: url)
        if texts.contains(where: { $0.name == name }) { return name }
        let isAmongRules =
            reader.findUpward("Rules").map { url.path.hasPrefix($0.standardizedFileURL.path + "/") } ?? false
        guard isAmongRules else {
            throw ChangeRefusal(
                "rules in `\(path)` would not be found", help: "name a file in the folder Rules")
        }
        return name
    }
}

extension SyntaxNode {
    /// What a test is called.
    fileprivate var title: String { directTokens.first { $0.kind == .string }?.stringValue ?? "" }

    /// The rules of which a test asks whether they apply.
    fileprivate var rulesNamed: Set<String> {
        let record = tree.nodes[index]
        let tokens = Int(record.firstToken)..<Int(record.endToken)
        return Set(
            tokens.dropFirst(2).filter { tree.token($0, spells: "applies") }.compactMap { place in
                tree.token(place - 2, spells: "rule") ? SyntaxToken(tree: tree, index: place - 1).text : nil
            })
    }
}

extension SyntaxTree {
    /// The lines that a declaration has to itself, with comments right above it and behind its end.
    fileprivate func lines(of node: SyntaxNode) -> Range<Int> {
        let first = lines.line(of: node.range.lowerBound)
        let firstLine = lines.range(ofLine: first)
        guard source[firstLine.lowerBound..<node.range.lowerBound].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
        else { return node.range }
        var top = first
        while top > 1, isComment(line: top - 1) { top -= 1 }
        let last = lines.line(of: node.range.upperBound)
        let rest = source[node.range.upperBound..<lines.range(ofLine: last).upperBound]
            .drop { $0 == 0x20 || $0 == 0x09 }
        let start = lines.range(ofLine: top).lowerBound
        guard rest.isEmpty || rest.first == UInt8(ascii: "#") else { return start..<node.range.upperBound }
        return start..<(last < lines.lineCount ? lines.range(ofLine: last + 1).lowerBound : source.count)
    }

    private func isComment(line: Int) -> Bool {
        source[lines.range(ofLine: line)].first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "#")
    }
}

extension [UInt8] {
    /// Takes lines out, and one of the two empty lines that would then follow each other.
    fileprivate mutating func take(out range: Range<Int>) {
        let newline = UInt8(ascii: "\n")
        var end = range.upperBound
        let isBehindGap =
            range.lowerBound >= 2 && self[range.lowerBound - 1] == newline
            && self[range.lowerBound - 2] == newline
        if isBehindGap, end < count, self[end] == newline { end += 1 }
        var start = range.lowerBound
        if isBehindGap, end == count { start -= 1 }
        removeSubrange(start..<end)
    }
}
