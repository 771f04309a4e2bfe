/// A `console` block of the manual: commands, each followed by what it prints.
///
///     $ distretto cases
///     …
///     sialkot  Surgical instruments, Sialkot
///     …
///
/// A line `…` stands for any lines left out. `$ swift run distretto` says the same as `$ distretto`.
struct ManualScreen {
    var commands: [Command]

    struct Command {
        /// As it stands in the page: `swift run distretto cases`.
        var line: String
        var output: [String]
    }

    /// What is wrong with a block that is no screen.
    struct Unreadable: Error, CustomStringConvertible {
        var description: String
    }

    init(_ lines: some Sequence<String>) throws {
        commands = []
        for line in lines {
            if line.hasPrefix("$ ") {
                commands.append(Command(line: String(line.dropFirst(2)), output: []))
            } else if commands.isEmpty {
                throw Unreadable(description: "a screen begins with `$ `, and here stands `\(line)`")
            } else {
                commands[commands.count - 1].output.append(line)
            }
        }
    }

    var lines: [String] {
        commands.flatMap { ["$ " + $0.line] + $0.output }
    }
}

extension ManualScreen.Command {
    static let leftOut = "…"

    var isExcerpt: Bool { output.contains(Self.leftOut) }

    /// What the program is to be called with; nil when the line calls something else.
    func arguments(words: [String]) -> [String]? {
        let call = words.starts(with: ["swift", "run"]) ? words.dropFirst(2) : words[...]
        return call.first == "distretto" ? Array(call.dropFirst()) : nil
    }

    /// Whether what was printed is the output shown, lines left out aside.
    ///
    /// Linear in practice: each run of shown lines is looked for where the last one ended, and the
    /// first place found is as good as any later one; the last run must stand at the end.
    func shows(_ printed: [String]) -> Bool {
        let runs = output.split(separator: Self.leftOut, omittingEmptySubsequences: false)
        guard runs.count > 1, let first = runs.first, let last = runs.last else { return output == printed }
        guard printed.count >= first.count + last.count, printed.starts(with: first) else { return false }
        let end = printed.count - last.count
        guard printed[end...].elementsEqual(last) else { return false }
        var start = first.count
        for run in runs.dropFirst().dropLast() {
            while start + run.count <= end, !printed[start...].starts(with: run) { start += 1 }
            start += run.count
            if start > end { return false }
        }
        return true
    }

    /// The lines shown that are nowhere in what was printed, for the reader of a failure.
    func missing(in printed: [String]) -> [String] {
        let present = Set(printed)
        return output.filter { $0 != Self.leftOut && !present.contains($0) }
    }
}
