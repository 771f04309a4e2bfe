import Foundation

/// A command as the argument parser describes it (`--experimental-dump-help`).
struct CommandDescription: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var subcommands: [CommandDescription]?
    var arguments: [ArgumentDescription]?

    struct ArgumentDescription: Decodable {
        struct Name: Decodable {
            var kind: String
            var name: String
            var typed: String { (kind == "long" ? "--" : "-") + name }
        }

        var kind: String
        var shouldDisplay: Bool
        var isOptional: Bool
        var isRepeating: Bool
        var names: [Name]?
        var valueName: String?
        var abstract: String?
        var defaultValue: String?
    }

    private struct Document: Decodable { var command: CommandDescription }

    static func read(_ json: String) throws -> CommandDescription {
        try JSONDecoder().decode(Document.self, from: Data(json.utf8)).command
    }

    /// `help` is the parser's own.
    var visibleSubcommands: [CommandDescription] { (subcommands ?? []).filter { $0.commandName != "help" } }
    var visibleArguments: [ArgumentDescription] { (arguments ?? []).filter(\.shouldDisplay) }
}

/// A manual page in roff (man(7)), made from what `--help` is made from.
struct ManualPage {
    private let command: CommandDescription
    private let path: [String]
    /// What holds for every command: files and exit codes.
    private let general: String?

    init(_ command: CommandDescription, path: [String], general: String?) {
        self.command = command
        self.path = path
        self.general = general
    }

    var text: String {
        let title = path.joined(separator: "-")
        var lines = [
            ".TH \"\(title.uppercased())\" 1 \"\" \"distretto \(VersionText.version)\" \"Distretto\"",
            ".SH NAME", "\(roff(title)) \\- \(roff(command.abstract ?? ""))", ".SH SYNOPSIS", synopsis,
        ]
        let discussion = path.count > 1 ? command.discussion : general
        if let discussion, !discussion.isEmpty { lines += [".SH DESCRIPTION"] + paragraphs(discussion) }
        append("ARGUMENTS", command.visibleArguments.filter { $0.kind == "positional" }, to: &lines)
        append("OPTIONS", command.visibleArguments.filter { $0.kind != "positional" }, to: &lines)
        if !command.visibleSubcommands.isEmpty {
            lines.append(".SH COMMANDS")
            for below in command.visibleSubcommands {
                lines += [".TP", ".B \(roff(below.commandName))", roff(below.abstract ?? "")]
            }
        }
        if path.count > 1, let general {
            lines += [".SH EXIT STATUS AND FILES"] + paragraphs(general)
            lines += [".SH SEE ALSO", ".BR distretto (1)"]
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private var synopsis: String {
        let options =
            command.visibleArguments.contains { $0.kind != "positional" } ? " [\\fIoptions\\fR]" : ""
        let places = command.visibleArguments.filter { $0.kind == "positional" }.map { argument in
            let name = "\\fI\(roff(argument.valueName ?? ""))\\fR" + (argument.isRepeating ? " ..." : "")
            return argument.isOptional ? " [\(name)]" : " \(name)"
        }
        let below = command.visibleSubcommands.isEmpty ? "" : " \\fIcommand\\fR"
        return "\\fB\(roff(path.joined(separator: " ")))\\fR" + below + options + places.joined()
    }

    private func append(
        _ heading: String, _ arguments: [CommandDescription.ArgumentDescription], to lines: inout [String]
    ) {
        guard !arguments.isEmpty else { return }
        lines.append(".SH \(heading)")
        for argument in arguments {
            let value = "\\fI\(roff(argument.valueName ?? ""))\\fR"
            let names = (argument.names ?? []).map { "\\fB\(roff($0.typed))\\fR" }.joined(separator: ", ")
            let head =
                switch argument.kind {
                case "positional": value
                case "option": "\(names) \(value)"
                default: names
                }
            let preset = argument.defaultValue.map { " (unless said: \($0))" } ?? ""
            lines += [".TP", head, roff((argument.abstract ?? "") + preset)]
        }
    }

    private func paragraphs(_ text: String) -> [String] {
        // A heading begins a paragraph by itself.
        Array(
            text.split(separator: "\n\n").flatMap {
                let lines = $0.split(separator: "\n").map { roff(String($0)) }
                // Lines set in stand as they are.
                return $0.hasPrefix("  ") ? [".PP", ".nf"] + lines + [".fi"] : [".PP"] + lines
            }.dropFirst())
    }

    /// Text that roff shows as it is: no line may begin with a command, and hyphens stay hyphens.
    private func roff(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
            .replacing("\n", with: " ")
        return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
    }
}
