import ArgumentParser

/// `distretto manual [COMMAND]`: the manual page, for `man`.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "The manual page of the program or of one command, in roff.",
        discussion: """
            It is made from the same definitions as --help. To read it: distretto manual | man -l - \
            To install it: distretto manual > /usr/local/share/man/man1/distretto.1
            """)

    @Argument(help: ArgumentHelp("A command, as typed: new case.", valueName: "command"))
    var command: [String] = []

    func run() throws {
        let root = try CommandDescription.read(Distretto._dumpHelp())
        var named = root
        var path = [root.commandName]
        for word in command {
            let known = named.visibleSubcommands
            guard let next = known.first(where: { $0.commandName == word }) else {
                throw Refusal(
                    "there is no command `\((path.dropFirst() + [word]).joined(separator: " "))`",
                    help: known.isEmpty
                        ? nil : "the commands are \(known.map(\.commandName).joined(separator: ", "))")
            }
            named = next
            path.append(word)
        }
        Output.write(ManualPage(named, path: path, general: root.discussion).text)
    }
}
