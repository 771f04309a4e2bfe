import ArgumentParser
import Foundation
import Presentation
import Workspace

/// Runs the command that was typed; the only place that exits.
@main
enum Main {
    static func main() {
        // Who ends the program from the keyboard by Ctrl-\ has found no fault in it.
        signal(SIGQUIT, SIG_DFL)
        Machine.takeMemoryInLargePieces()
        do {
            let typed = CommandLine.arguments.dropFirst().prefix(2).map { $0 }
            if isAdvising {
                Ahead.begin()
            } else {
                try refuseUnknownCommand(typed.first)
            }
            if typed.first == "help", typed.count == 2, try showWord(typed[1]) { Output.exit(0) }
            var command = try parsed()
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
            let typed = CommandLine.arguments.dropFirst().map { $0 }
            if let refusal = MissingCase.refusal(Distretto.message(for: error), typed: typed) {
                Output.complain(refusal.message, help: refusal.help)
                Output.exit(2)
            }
            Output.complain(raw: text.hasPrefix("Error: ") ? "error: " + text.dropFirst(7) : text)
            // Wrong usage is wrong input, whatever number the argument parser has for it.
            Output.exit(2)
        }
        Output.exit(0)
    }

    /// The command with what was typed for it.
    private static func parsed() throws -> any ParsableCommand {
        let typed = CommandLine.arguments.dropFirst()
        // By way of the program, all commands are looked at; it is taken where there is something to explain.
        if let name = typed.first,
            let command = Distretto.configuration.subcommands.first(where: { self.name(of: $0) == name }),
            let parsed = try? command.parse(Array(typed.dropFirst())), type(of: parsed) == command
        {
            return parsed
        }
        return try Distretto.parseAsRoot()
    }

    /// Whether what was typed is a command that works out the whole of an answer.
    ///
    /// It is asked before anything else, so that the commands themselves are not.
    static let isAdvising = ["recommend", "explain", "brief"].contains(
        CommandLine.arguments.dropFirst().first)

    private static func name(of command: any ParsableCommand.Type) -> String {
        command.configuration.commandName ?? "\(command)".lowercased()
    }

    private static var commands: [String] {
        Distretto.configuration.subcommands.map(name)
    }

    /// `distretto help unless`: a word of the language, looked up; `false` for a command, which the parser helps with.
    private static func showWord(_ typed: String) throws -> Bool {
        guard !typed.hasPrefix("-"), !commands.contains(typed), typed != "help" else { return false }
        guard let page = WordManual.page(typed) else {
            if MappingManual.words.contains(typed) {
                Output.write(TerminalLayout(width: Output.width).render(MappingManual.document))
                return true
            }
            let words = commands + WordManual.pages.map(\.word) + MappingManual.words.sorted()
            let near = NearNames.of(typed, among: words)
                .map { "`\($0)`" }.joined(separator: " or ")
            throw Refusal(
                "there is no command and no word of the language called `\(typed)`",
                help: near.isEmpty
                    ? "the commands are \(commands.map { "`\($0)`" }.joined(separator: ", "))"
                    : "did you mean \(near)?")
        }
        Output.write(TerminalLayout(width: Output.width).render(WordPageView(page).document))
        return true
    }

    /// A mistyped command is answered with the one that was meant; the parser would show its usage.
    private static func refuseUnknownCommand(_ typed: String?) throws {
        guard let typed, !typed.hasPrefix("-") else { return }
        let names = commands + ["help"]
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
