import Advice
import ArgumentParser
import Presentation
import RuleModel
import Workspace

/// Which rules to work with.
struct SourceOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            """
            More rules or cases: a file or a folder; may be given several times. A folder called Rules takes the \
            place of the rules found or carried, and a folder Cases beside it that of the cases.
            """,
            valueName: "path"), completion: Completions.sources)
    var rules: [String] = []

    var finder: SourceFinder {
        Main.isAdvising ? Ahead.finder : SourceFinder(workingFolder: Output.workingFolder)
    }
}

/// How to show the answer.
struct ViewOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable { case terminal, markdown, json }

    @Option(help: "How to print: terminal, markdown or json.")
    var format: Format = .terminal

    @OptionGroup var layout: LayoutOptions

    /// Prints the answer as asked.
    func show(_ document: @autoclosure () -> Document, json: @autoclosure () -> JSON) {
        layout.show(document(), json: json(), as: format)
    }

    /// Prints for a person, whatever format was asked for.
    func show(_ document: Document) { layout.show(document) }
}

/// How to show what is shown to a person.
struct LayoutOptions: ParsableArguments {
    enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

    @Option(help: "Colour: auto, always or never.")
    var color: Color = .auto

    @Option(help: ArgumentHelp("Columns to wrap to; the terminal's own unless said.", valueName: "columns"))
    var width: Int?

    func validate() throws {
        if let width, width < 24 { throw ValidationError("Please give a width of at least 24 columns.") }
    }

    func show(
        _ document: @autoclosure () -> Document, json: @autoclosure () -> JSON, as format: ViewOptions.Format
    ) {
        switch format {
        case .terminal: Output.write(layout.render(document()))
        case .markdown: Output.write(MarkdownLayout().render(document()))
        case .json: Output.write(json().text)
        }
    }

    func show(_ document: Document) { Output.write(layout.render(document)) }

    var layout: TerminalLayout {
        let usesColor =
            switch color {
            case .auto: Output.isColorful
            case .always: true
            case .never: false
            }
        // Lines much longer than a page are hard to read, so a wide terminal is not filled.
        return TerminalLayout(width: width ?? min(Output.width, 100), usesColor: usesColor)
    }
}

/// Which stage of the case, and how to look at it.
struct AdviceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The stage of the case, by name or number; the last unless said.", valueName: "name"),
        completion: Completions.stages)
    var stage: String?

    @Option(
        help: ArgumentHelp(
            "Only the advice of one school: one value of a lens of the rules.", valueName: "name=value"),
        completion: Completions.lenses)
    var lens: String?

    @Option(help: ArgumentHelp("Short for --lens generation=N.", valueName: "N"))
    var generation: String?

    @Option(help: ArgumentHelp("The best programme of at most this many packages.", valueName: "count"))
    var atMost: Int?

    @Flag(help: "Leave out the rules that were drawn from this case's own story alone.")
    var withoutOwnRules = false

    func validate() throws {
        if let atMost, atMost < 0 {
            throw ValidationError("Please give --at-most a number that is not negative.")
        }
        if lens != nil, generation != nil {
            throw ValidationError("Please give either --lens or --generation.")
        }
    }

    /// The lens asked for, looked up among those that the rules declare.
    func lensChoice(in rules: RuleBase) throws -> LensChoice? {
        guard let text = lens ?? generation.map({ "generation=\($0)" }) else { return nil }
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let place = rules.lenses.firstIndex(where: { $0.name == parts[0] }) else {
            let known = rules.lenses.map { "`\($0.name)`" }.joined(separator: ", ")
            throw Refusal(
                "`\(text)` names no lens with a value", help: known.isEmpty ? nil : "the lenses are \(known)")
        }
        let values = rules.lenses[place].values
        guard let value = values.firstIndex(where: { $0.name == parts[1] }) else {
            let known = values.map { "`\($0.name)`" }.joined(separator: ", ")
            throw Refusal(
                "the lens `\(parts[0])` has no value `\(parts[1])`", help: "its values are \(known)")
        }
        return LensChoice(ID(place), value: value)
    }
}
