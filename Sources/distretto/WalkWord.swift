/// A line of a walk that says nothing of the case: what a person wants to see or do instead.
enum WalkWord {
    case quit, help, situation, mine, next, back
    case find(String), card(String)

    init?(_ line: String) {
        let words = line.split(whereSeparator: \.isWhitespace)
        let rest = words.dropFirst().joined(separator: " ")
        switch (words.first?.lowercased() ?? "", rest.isEmpty) {
        case ("quit", true), ("exit", true), ("q", true), ("stop", true): self = .quit
        case ("help", true), ("h", true), ("?", true): self = .help
        case ("situation", true), ("show", true): self = .situation
        case ("mine", true): self = .mine
        case ("next", true): self = .next
        case ("back", true), ("undo", true): self = .back
        case ("find", _): self = .find(rest)
        case ("card", false): self = .card(rest)
        default: return nil
        }
    }

    static let helpText = """
        Say what you see and what you would do, a line at a time; several things with commas between:
          situation           all that is known by now
          find WORD           packages and diagnoses with the word; find alone lists all
          card PACKAGE        what a package is
          fact NAME           ask for a fact
          holds NAME          a diagnosis: a concept, or a classification and its value (X is Y)
          matters NAME        what the decision hangs on
          propose PACKAGE     something to do
          drop NAME           take one of these back
          mine                what you have said so far
          check               how your answer stands
          hint                a step of help towards what is missing
          reveal              the rules' answer, what was done, and what came of it
          back  next  help  quit

        """
}
