import Foundation

/// A line of an interview that is no answer: what a person wants instead.
enum InterviewWord {
    case quit, help, why, explain, show, back, skip, unknown

    init?(_ text: String) {
        switch text.lowercased().replacing("’", with: "'").filter({ $0 != "." && $0 != "!" }) {
        case "quit", "exit", "q", "stop": self = .quit
        case "help", "h": self = .help
        case "why", "why?": self = .why
        case "explain", "explain?": self = .explain
        case "show": self = .show
        case "back", "undo": self = .back
        case "skip", "s": self = .skip
        case "?", "??", "don't know", "dont know", "i don't know", "no idea", "i have no idea", "unsure",
            "not sure", "nobody knows", "not known", "unknown", "n/a", "dk":
            self = .unknown
        default: return nil
        }
    }

    static let helpText = """
        Type an answer as behind the name in a case file; a source or a guess may follow:
          high        2 (the number of a value)        30..50%        about 40%
          high at SOURCE "page 4"     low assumed "seen on two visits"
        or: ? (nobody knows)  skip  back  why  explain  show (the programme by now)  quit

        """
}
