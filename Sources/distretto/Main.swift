import ArgumentParser
import Workspace

/// Runs the command that was typed; the only place that exits.
@main
enum Main {
    static func main() {
        do {
            try refuseUnknownCommand(CommandLine.arguments.dropFirst().first)
            var command = try Distretto.parseAsRoot()
            try command.run()
        } catch let error as SourceError {
            Output.complain(error.message, help: error.help)
            Output.exit(2)
        } catch let refusal as Refusal {
            Output.complain(refusal.message, help: refusal.help)
            Output.exit(2)
        } catch let code as ExitCode {
            Output.exit(code.rawValue)
        } catch {
            let code = Distretto.exitCode(for: error)
            let text = Distretto.fullMessage(for: error)
            if code == .success {
                Output.write(text.hasSuffix("\n") ? text : text + "\n")
                Output.exit(0)
            }
            Output.complain(raw: text.hasPrefix("Error: ") ? "error: " + text.dropFirst(7) : text)
            // Wrong usage is wrong input, whatever number the argument parser has for it.
            Output.exit(2)
        }
        Output.exit(0)
    }

    /// A mistyped command is answered with the one that was meant; the parser would show its usage.
    private static func refuseUnknownCommand(_ typed: String?) throws {
        guard let typed, !typed.hasPrefix("-") else { return }
        let names =
            Distretto.configuration.subcommands.map { command in
                command.configuration.commandName ?? "\(command)".lowercased()
            } + ["help"]
        guard !names.contains(typed) else { return }
        let near = NearNames.of(typed, among: names).map { "`\($0)`" }.joined(separator: " or ")
        throw Refusal(
            "there is no command `\(typed)`",
            help: near.isEmpty
                ? "the commands are \(names.map { "`\($0)`" }.joined(separator: ", "))"
                : "did you mean \(near)?")
    }
}

/// Input that cannot be used, in words.
struct Refusal: Error {
    var message: String
    var help: String?

    init(_ message: String, help: String? = nil) {
        self.message = message
        self.help = help
    }
}
