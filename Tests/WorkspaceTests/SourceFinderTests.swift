import Foundation
import Testing
import Workspace

@Suite struct SourceFinderTests {
    /// Makes files below an empty folder, and takes them away again.
    private func withFiles(_ files: [String], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("distretto-\(UUID().uuidString)", isDirectory: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for file in files {
            let url = folder.appendingPathComponent(file)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("language 1\n".utf8).write(to: url)
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try body(folder.path)
    }

    @Test func `rules and cases are found above the working folder`() throws {
        try withFiles(["Rules/b.rules", "Rules/a/a.rules", "Cases/c.case", "deep/er/x.txt"]) { folder in
            let sources = try SourceFinder(workingFolder: folder + "/deep/er").sources()
            #expect(
                sources.texts.map(\.name) == [
                    "../../Cases/c.case", "../../Rules/a/a.rules", "../../Rules/b.rules",
                ])
            #expect(sources.basis == .found("../../Rules"))
        }
    }

    @Test func `elsewhere the carried copy is used`() throws {
        try withFiles([]) { folder in
            let sources = try SourceFinder(workingFolder: folder).sources()
            #expect(sources.basis == .carried)
            #expect(sources.texts == SourceSet.carried.texts)
            #expect(!sources.texts.isEmpty)
        }
    }

    @Test func `the carried copy is the folders' own text`() throws {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let found = try SourceFinder(workingFolder: root.path).sources()
        #expect(found.texts == SourceSet.carried.texts)
    }

    @Test func `files whose names end otherwise are noted, save what is plainly something else`() throws {
        let files = [
            "Rules/a.rules", "Rules/b.rules.txt", "Rules/in/notes.txt", "Rules/README.md", "Rules/a.rules~",
            "Cases/c.CASE",
        ]
        try withFiles(files) { folder in
            let sources = try SourceFinder(workingFolder: folder).sources()
            #expect(sources.texts.map(\.name) == ["Rules/a.rules"])
            #expect(sources.passedOver == ["Rules/b.rules.txt", "Rules/in/notes.txt", "Cases/c.CASE"])
        }
    }

    @Test func `a folder that is nearly called Rules is noted if it holds rules`() throws {
        try withFiles(["rules/a.rules", "cases/c.txt"]) { folder in
            let sources = try SourceFinder(workingFolder: folder).sources()
            // Where letters count alike whether large or small, the folder is found.
            guard sources.basis == .carried else { return }
            #expect(sources.lookalikes == [SourceSet.Lookalike(folder: "rules", meant: "Rules")])
        }
    }

    @Test func `what --rules names is added, once`() throws {
        try withFiles(["Rules/a.rules", "ours/b.rules"]) { folder in
            let sources = try SourceFinder(workingFolder: folder).sources(rules: [
                "ours", "ours/b.rules", "Rules/a.rules",
            ])
            #expect(sources.texts.map(\.name) == ["Rules/a.rules", "ours/b.rules"])
        }
    }

    @Test func `a folder called Rules takes the place of those found`() throws {
        try withFiles(["Rules/a.rules", "other/Rules/b.rules", "other/Cases/c.case"]) { folder in
            let sources = try SourceFinder(workingFolder: folder).sources(rules: ["other/Rules"])
            #expect(sources.texts.map(\.name) == ["other/Cases/c.case", "other/Rules/b.rules"])
        }
    }

    @Test func `rules that bring no cases keep those that were found`() throws {
        try withFiles(["Rules/a.rules", "Cases/c.case", "other/Rules/b.rules"]) { folder in
            let sources = try SourceFinder(workingFolder: folder).sources(rules: ["other/Rules"])
            #expect(sources.texts.map(\.name) == ["Cases/c.case", "other/Rules/b.rules"])
            #expect(sources.casesFrom == [.found("Cases")])
        }
    }

    @Test func `rules that bring no cases keep the carried ones where none are found`() throws {
        try withFiles(["other/Rules/b.rules"]) { folder in
            let sources = try SourceFinder(workingFolder: folder).sources(rules: ["other/Rules"])
            #expect(sources.texts.filter(\.isCase) == SourceSet.carried.texts.filter(\.isCase))
            #expect(sources.texts.filter { !$0.isCase }.map(\.name) == ["other/Rules/b.rules"])
            #expect(sources.casesFrom == [.carried])
        }
    }

    @Test func `a case that cannot be read is passed over unless it was named`() throws {
        try withFiles(["Rules/a.rules", "Cases/c.case", "Cases/d.case"]) { folder in
            try Data([0xFF]).write(to: URL(fileURLWithPath: folder + "/Cases/d.case"))
            let finder = SourceFinder(workingFolder: folder)
            let error = SourceError.notUTF8("Cases/d.case", line: 1)
            let sources = try finder.sources()
            #expect(sources.texts.map(\.name) == ["Cases/c.case", "Rules/a.rules"])
            #expect(sources.unread == [SourceSet.Unread(file: "Cases/d.case", error: error)])
            #expect(throws: error) { try finder.sources(files: ["Cases/d.case"]) }
        }
    }

    @Test func `an adviser's own case replaces the carried one of its name`() throws {
        guard let carried = SourceSet.carried.texts.first(where: \.isCase) else { return }
        try withFiles([carried.name]) { folder in
            let sources = try SourceFinder(workingFolder: folder).sources()
            #expect(sources.basis == .carried)
            #expect(
                sources.texts.filter { $0.name == carried.name }.map(\.bytes) == [Array("language 1\n".utf8)])
        }
    }

    @Test func `a file that is neither rules nor case is refused`() throws {
        try withFiles(["notes.txt"]) { folder in
            #expect(throws: SourceError.wrongEnding("notes.txt")) {
                try SourceFinder(workingFolder: folder).sources(files: ["notes.txt"])
            }
        }
    }
}
