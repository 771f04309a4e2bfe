import Notation
import RuleModel

/// What an earlier run found out about files, told of these very files: that nothing is wrong with
/// them, what the digest of their rules is, and which of them an answer can do without.
///
/// Whoever has it need neither build the tests of rules nor print the rules for their digest, and may
/// leave tests and other cases unparsed.
public struct Attestation: Sendable, Equatable {
    /// Of the rules, tests and all.
    var digest: Digest
    /// Of each file, in the order of the sources.
    var kinds: [FileKind]
    /// How many numbers are kept of each file's tree.
    var treeCounts: [Int]
    /// Where each case stands, by name.
    var files: [String: Int]

    enum FileKind: Character {
        /// Nothing but cases.
        case cases = "c"
        /// Nothing but tests of rules, and lessons.
        case tests = "t"
        /// What every answer needs.
        case rules = "r"

        init(_ file: ParsedFile) {
            let kinds = Set(file.tree.root.children.map(\.kind)).subtracting([.languageVersion])
            let idle: Set = [SyntaxKind.testDeclaration, .lessonDeclaration, .courseDeclaration]
            self =
                kinds == [.caseDeclaration]
                ? .cases : !kinds.isEmpty && kinds.isSubset(of: idle) ? .tests : .rules
        }
    }

    /// - Parameters:
    ///   - parsed: All files, in the order of the sources.
    ///   - treeCounts: How much of each file's tree is kept.
    ///   - cases: All cases in them.
    init(digest: Digest, _ parsed: [ParsedFile], treeCounts: [Int], _ cases: [ClusterCase]) {
        self.digest = digest
        self.treeCounts = treeCounts
        kinds = parsed.map { FileKind($0) }
        let places = Dictionary(
            zip(parsed.map(\.tree.fileName), parsed.indices)
        ) { first, _ in first }
        files = Dictionary(
            cases.compactMap { cluster in
                places[cluster.origin.file].map { (cluster.name, $0) }
            }
        ) { first, _ in first }
    }

    // MARK: As text

    /// The digest, a letter to each file, the counts, then a line to each case with the place of its file.
    var text: String {
        var lines = [
            digest.description, String(kinds.map(\.rawValue)),
            treeCounts.map(String.init).joined(separator: " "),
        ]
        lines += files.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        return lines.joined(separator: "\n")
    }

    /// - Parameter count: How many files there are; `nil` comes of a text that tells of others.
    init?(_ text: String, fileCount count: Int) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 3, let digest = Digest(hexadecimal: lines[0]) else { return nil }
        kinds = lines[1].compactMap { FileKind(rawValue: $0) }
        guard kinds.count == count, lines[1].count == count else { return nil }
        treeCounts = lines[2].split(separator: " ").compactMap { Int($0) }.filter { $0 >= 0 }
        guard treeCounts.count == count else { return nil }
        self.digest = digest
        files = [:]
        for line in lines[3...] {
            let words = line.split(separator: " ", maxSplits: 1)
            guard words.count == 2, let place = Int(words[0]), kinds.indices.contains(place) else {
                return nil
            }
            files[String(words[1])] = place
        }
    }
}
