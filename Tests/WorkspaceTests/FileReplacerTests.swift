import Foundation
import Testing
import Workspace

/// Replacing a file: whole or not at all.
@Suite struct FileReplacerTests {
    /// A folder with one file, gone afterwards.
    private func withFile(_ body: (URL, SourceText) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("distretto-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let text = SourceText(name: "a.rules", bytes: Array("old\n".utf8))
        try Data(text.bytes).write(to: folder.appendingPathComponent(text.name))
        try body(folder, text)
    }

    private func content(_ folder: URL, _ name: String = "a.rules") throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    @Test func `the new text takes the place of the old, and nothing else is left`() throws {
        try withFile { folder, text in
            try FileReplacer(workingFolder: folder.path).replace(text, with: Array("new\n".utf8))
            #expect(try content(folder) == "new\n")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.rules"])
        }
    }

    @Test func `permissions are kept`() throws {
        try withFile { folder, text in
            let path = folder.appendingPathComponent("a.rules").path
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
            try FileReplacer(workingFolder: folder.path).replace(text, with: Array("new\n".utf8))
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o640)
        }
    }

    @Test func `a link stays a link, and what it points to is replaced`() throws {
        try withFile { folder, text in
            let link = folder.appendingPathComponent("link.rules")
            try FileManager.default.createSymbolicLink(
                at: link, withDestinationURL: folder.appendingPathComponent("a.rules"))
            let linked = SourceText(name: "link.rules", bytes: text.bytes)
            try FileReplacer(workingFolder: folder.path).replace(linked, with: Array("new\n".utf8))
            #expect(try content(folder) == "new\n")
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path).hasSuffix("a.rules"))
        }
    }

    @Test func `what was saved in the meantime is not overwritten`() throws {
        try withFile { folder, text in
            try Data("newer\n".utf8).write(to: folder.appendingPathComponent("a.rules"))
            #expect(throws: SourceError.notWritten("a.rules", reason: "it has changed while it was read")) {
                try FileReplacer(workingFolder: folder.path).replace(text, with: Array("new\n".utf8))
            }
            #expect(try content(folder) == "newer\n")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.rules"])
        }
    }
}
