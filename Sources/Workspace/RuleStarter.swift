import Foundation
import RuleModel

/// Starts a rule, a package or a test: at the end of the file where it belongs, or in a new one.
///
/// Nothing that is there is changed: a file is added to at its end, whole or not at all, and a name that
/// is declared already is refused.
public struct RuleStarter: Sendable {
    private let reader: SourceReader
    private let replacer: FileReplacer
    private let rules: RuleBase

    /// Where something was written.
    public struct Written: Sendable, Hashable {
        /// As shown.
        public var file: String
        /// The file was there, and has been added to.
        public var wasThere: Bool
        /// Whether the file is among those that commands find by themselves.
        public var isFound: Bool
    }

    public init(workingFolder: String, rules: RuleBase) {
        reader = SourceReader(workingFolder: URL(fileURLWithPath: workingFolder, isDirectory: true))
        replacer = FileReplacer(workingFolder: workingFolder)
        self.rules = rules
    }

    /// - Parameter file: where to write, if not in `Rules/NAME.rules`.
    public func startRule(_ name: String, _ text: String, in file: String?) throws(SourceError) -> Written {
        guard NameRule.allows(name) else { throw .badName(name, of: "a rule") }
        if let there = rules.rules.first(where: { $0.name == name }) {
            throw .declared("rule", name, at: RuleStarter.place(there.origin))
        }
        return try write(text, to: file, orNew: "\(name).rules")
    }

    /// - Parameter file: where to write, if not in `Rules/packages/NAME.rules`.
    public func startPackage(_ name: String, _ text: String, in file: String?) throws(SourceError) -> Written
    {
        guard NameRule.allows(name) else { throw .badName(name, of: "a package") }
        if let there = rules.packages.first(where: { $0.name == name }) {
            throw .declared("package", name, at: RuleStarter.place(there.origin))
        }
        return try write(text, to: file, orNew: "packages/\(name).rules")
    }

    /// Tests stand beside the rule they try, in a file called after the rule's own: `credit-tests.rules`
    /// beside `credit.rules`.
    public func startTests(
        of rule: Rule, titles: [String], _ text: String, in file: String?
    ) throws(SourceError) -> Written {
        if let there = rules.tests.first(where: { titles.contains($0.title) }) {
            throw .declared("test", there.title, at: RuleStarter.place(there.origin))
        }
        let beside = RuleStarter.testFile(beside: rule.origin.file)
        let isOwn = reader.findUpward("Rules") != nil
        // Rules that the program carries have no folder to write into.
        let new = beside.split(separator: "/").last.map(String.init) ?? beside
        return try write(text, to: file ?? (isOwn ? beside : nil), orNew: new)
    }

    /// The rule that a person means by a name.
    public func rule(_ name: String) throws(SourceError) -> Rule {
        if let found = rules.rules.first(where: { $0.name == name }) { return found }
        throw .noSuchRule(name, near: NearNames.of(name, among: rules.rules.map(\.name)))
    }

    static func testFile(beside file: String) -> String {
        guard file.hasSuffix(SourceText.ruleEnding) else { return file }
        let stem = file.dropLast(SourceText.ruleEnding.count)
        return stem.hasSuffix("-tests") ? file : "\(stem)-tests\(SourceText.ruleEnding)"
    }

    private static func place(_ origin: Origin) -> String { "\(origin.file):\(origin.line)" }

    // MARK: Writing

    /// - Parameter new: the file's place in the folder of rules, where none was named.
    private func write(_ text: String, to file: String?, orNew new: String) throws(SourceError) -> Written {
        let folder = reader.findUpward("Rules")
        let url: URL
        if let file {
            guard file.hasSuffix(SourceText.ruleEnding) else { throw .wrongEnding(file) }
            url = reader.url(file)
        } else if let folder {
            url = folder.appendingPathComponent(new)
        } else {
            // A folder called Rules would take the place of the rules that the program carries.
            url = reader.workingFolder.appendingPathComponent(
                new.split(separator: "/").last.map(String.init) ?? new)
        }
        let shown = reader.shownName(of: url)
        let isFound = folder.map { url.path.hasPrefix($0.path + "/") } ?? false
        guard FileManager.default.fileExists(atPath: url.path) else {
            try NewFile.write("language 1\n\n\(text)", to: url, shown: shown)
            return Written(file: shown, wasThere: false, isFound: isFound)
        }
        let old = try reader.file(shown)
        let gap = old.bytes.last == UInt8(ascii: "\n") || old.bytes.isEmpty ? "\n" : "\n\n"
        try replacer.replace(old, with: old.bytes + Array((gap + text).utf8))
        return Written(file: shown, wasThere: true, isFound: isFound)
    }
}
