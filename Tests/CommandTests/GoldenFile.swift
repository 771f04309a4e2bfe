import Foundation
import Running

/// One readable file with sources, commands, everything printed and exit codes:
///
///     What this golden shows, in a sentence.
///     === Rules/demand.rules
///     …
///     === $ distretto check
///     …
///     === $ distretto ask valley < answers
///     …
///     === exit 1
///
/// `cat FILE` shows a file that a command before wrote.
struct GoldenFile: Equatable {
    /// The prose before the first part.
    var preface: String
    var sources: [(name: String, text: String)]
    var commands: [Command]

    struct Command: Equatable {
        var line: String
        var output: String
        var exitCode: Int32
    }

    static func == (left: GoldenFile, right: GoldenFile) -> Bool { left.text == right.text }

    init(_ text: String) {
        preface = ""
        sources = []
        commands = []
        var body: (inout GoldenFile, String) -> Void = { $0.preface += $1 }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if line.hasPrefix("=== $ ") {
                commands.append(Command(line: String(line.dropFirst(6)), output: "", exitCode: 0))
                body = { $0.commands[$0.commands.count - 1].output += $1 }
            } else if line.hasPrefix("=== exit "), !commands.isEmpty {
                commands[commands.count - 1].exitCode = Int32(line.dropFirst(9)) ?? -1
                body = { _, _ in }
            } else if line.hasPrefix("=== ") {
                sources.append((String(line.dropFirst(4)), ""))
                body = { $0.sources[$0.sources.count - 1].text += $1 }
            } else {
                body(&self, line + "\n")
            }
        }
    }

    var text: String {
        preface + sources.map { "=== \($0.name)\n\($0.text)" }.joined()
            + commands.map { "=== $ \($0.line)\n\($0.output)=== exit \($0.exitCode)\n" }.joined()
    }

    /// The same file with what its commands print now.
    func replayed() throws -> GoldenFile {
        try Program.inEmptyFolder { folder in
            for source in sources {
                let file = folder.appendingPathComponent(source.name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(source.text.utf8).write(to: file)
            }
            var now = self
            for place in commands.indices {
                var words = Program.words(commands[place].line)
                var input: URL?
                if let sign = words.firstIndex(of: "<"), words.indices.contains(sign + 1) {
                    input = folder.appendingPathComponent(words[sign + 1])
                    words.removeSubrange(sign...sign + 1)
                }
                if words.first == "cat", words.count == 2 {
                    let file = folder.appendingPathComponent(words[1])
                    now.commands[place].output = try String(contentsOf: file, encoding: .utf8)
                    continue
                }
                let run = try Program.run(Array(words.dropFirst()), in: folder, input: input)
                now.commands[place].output = run.output
                now.commands[place].exitCode = run.exitCode
            }
            return now
        }
    }
}
