import ArgumentParser
import Workspace

/// Runs the command that was typed; the only place that exits.
@main
enum Main {
    static func main() {
        do {
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
