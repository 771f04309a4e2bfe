import Foundation
import Running
import Testing

/// A folder with rules and a case of its own, in which commands may change files.
struct Workbench {
    let folder: URL

    /// The orchard and its valley, which the mistakes are made in; with tests that name rules.
    static func withOrchard(_ body: (Workbench) throws -> Void) throws {
        try Program.inEmptyFolder { folder in
            let bench = Workbench(folder: folder)
            for (file, name) in [
                ("orchard.rules", "Rules/orchard.rules"), ("valley.case", "Cases/valley.case"),
                ("beliefs.rules", "Rules/beliefs.rules"), ("lessons.case", "Cases/lessons.case"),
            ] {
                let text = try Data(contentsOf: Goldens.folder.appendingPathComponent("mistakes/\(file)"))
                try bench.write(String(decoding: text, as: UTF8.self), to: name)
            }
            try bench.write(orchardTests, to: "Rules/orchard-tests.rules")
            try body(bench)
        }
    }

    /// The rules and cases that are shipped.
    static func withShipped(_ body: (Workbench) throws -> Void) throws {
        try Program.inEmptyFolder { folder in
            let root = Goldens.folder.deletingLastPathComponent().deletingLastPathComponent()
            for name in ["Rules", "Cases"] {
                try FileManager.default.copyItem(
                    at: root.appendingPathComponent(name).resolvingSymlinksInPath(),
                    to: folder.appendingPathComponent(name))
            }
            try body(Workbench(folder: folder))
        }
    }

    private static let orchardTests = """
        language 1

        # Two growers are few.
        test "few growers do not act together" {
          growers = 2
          expect { not rule together applies }
        }

        test "a store needs those who act together" {
          growers = 2
          trust is high
          expect { not rule store-together applies   not rule together applies }
        }

        """

    func write(_ text: String, to name: String) throws {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func read(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    func run(_ line: String) throws -> Program.Run {
        try Program.run(Program.words(line), in: folder)
    }

    /// The bytes of all files by their names, hidden ones too.
    func texts() throws -> [String: Data] {
        var texts: [String: Data] = [:]
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        for name in files {
            var isFolder: ObjCBool = false
            let path = folder.appendingPathComponent(name).path
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue
            else { continue }
            texts[name] = FileManager.default.contents(atPath: path)
        }
        return texts
    }

    /// What `--version` says of the rules: their digest.
    func digests() throws -> String { try run("--version").output }
}
