import Foundation
import Notation
import RuleModel

/// A case read from JSON in the words of a rule base, with everything that is wrong with it.
public struct ImportedCase: Sendable {
    /// `nil` where the text tells no case at all.
    public let cluster: ClusterCase?
    /// Their places are those of the JSON.
    public let findings: [Finding]

    /// Reads a case of the format `distretto/case/1` (`distretto schema case`).
    ///
    /// What the case says is checked by the same code as a case file is.
    public init(_ text: SourceText, rules: RuleBase) {
        let document: JSONNode
        do {
            document = try JSONText.read(text.bytes)
        } catch {
            cluster = nil
            findings = [
                Finding(
                    code: "broken-json", message: "the text is not JSON: \(error.message)",
                    place: Place(file: text.name, start: error.offset, end: error.offset))
            ]
            return
        }
        let translation = CaseTranslation(document, file: text.name, rules: rules)
        guard translation.findings.isEmpty else {
            // What was left out would only lead to complaints about its absence.
            cluster = nil
            findings = translation.findings.sorted { ($0.place?.start ?? 0) < ($1.place?.start ?? 0) }
            return
        }
        let parsed = parse(fileName: text.name, source: translation.text.bytes)
        let built = buildCases([parsed], against: rules)
        cluster = built.cases.first
        var seen: Set<Finding> = []
        findings = (parsed.findings + built.findings)
            .map { translation.text.traced($0, file: text.name) }
            .filter { seen.insert($0).inserted }
            .sorted { ($0.place?.start ?? 0) < ($1.place?.start ?? 0) }
    }

    /// Whether an argument means a case in JSON: a file that ends so, or `-` for standard input.
    public static func isMeant(by argument: String) -> Bool { argument == "-" || argument.hasSuffix(".json") }
}

extension SourceText {
    /// Whether it is JSON and no rules or cases, which begin with a word.
    public var isJSON: Bool {
        bytes.first { $0 != 0x20 && !(0x09...0x0D).contains($0) } == UInt8(ascii: "{")
    }
}

extension SourceFinder {
    /// The JSON that an argument means: of the file, or for `-` all of standard input.
    public func json(_ argument: String) throws(SourceError) -> SourceText {
        guard argument == "-" else { return try reader.file(argument) }
        let bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
        return try reader.checked(SourceText(name: "standard input", bytes: bytes))
    }
}
