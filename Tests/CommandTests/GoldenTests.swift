import Foundation
import Running
import Testing

/// What people see, file by file, under `Tests/Goldens`.
///
/// Adding a test is adding a file. To accept what the program prints now, look at the difference of
///
///     DISTRETTO_RECORD=1 swift test --filter Goldens
///
/// A recording run fails and says so, so that none is taken for a proof.
@Suite struct Goldens {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Goldens")

    static let names: [String] =
        (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
        .filter { $0.hasSuffix(".golden") }.sorted()

    @Test(arguments: names)
    func `what is printed is what the golden says`(name: String) throws {
        let url = Self.folder.appendingPathComponent(name)
        let golden = GoldenFile(try String(contentsOf: url, encoding: .utf8))
        #expect(!golden.commands.isEmpty, "\(name) runs no command")
        let now = try golden.replayed()
        guard now != golden else { return }
        if isRecording {
            try Data(now.text.utf8).write(to: url, options: .atomic)
            Issue.record("recorded \(name): look at its difference in git")
        } else {
            Issue.record(Comment(rawValue: "\(name) differs:\n" + Self.difference(golden.text, now.text)))
        }
    }

    @Test func `there are goldens, and this run compares them`() {
        #expect(!Self.names.isEmpty)
        #expect(!isRecording, "a recording run proves nothing")
    }

    /// The lines that went and came, around the first difference.
    private static func difference(_ old: String, _ new: String) -> String {
        let change = new.split(separator: "\n", omittingEmptySubsequences: false)
            .difference(from: old.split(separator: "\n", omittingEmptySubsequences: false))
        return change.prefix(40).map { step in
            switch step {
            case .remove(let offset, let line, _): "- \(offset + 1): \(line)"
            case .insert(let offset, let line, _): "+ \(offset + 1): \(line)"
            }
        }.joined(separator: "\n")
    }
}
