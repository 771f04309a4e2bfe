// What the author may have had in mind, where the language says it in a way of its own.

extension FaultWording {
    func draftTheory(_ problem: SyntaxFault.Problem, _ range: Range<Int>) -> Finding {
        switch problem {
        case .hedgedCondition:
            return Finding(
                code: "hedged-condition",
                message: "a rule cannot ask whether something is \(quoted(range)) so",
                place: nil, label: "how sure it is, the case says",
                help: [
                    "ask without it: where a case says `assumed`, the advice is marked as resting on a guess",
                    "how strongly a rule advises is said with `firmly` or `tentatively`",
                ])
        case .sizeForNumber:
            return Finding(
                code: "missing-number", message: "\(quoted(range)) is no number", place: nil,
                label: "a number in digits belongs here",
                help: ["write a range of what it may be, such as `200..900`, or `unknown`"])
        case .adviceAgainst(let package):
            return Finding(
                code: "other-words", message: "the language says `advise against` for \(quoted(range))",
                place: nil,
                label: "write `advise against \(package) as …`, with the reason", help: [Self.objections])
        case .missingObjection:
            return Finding(
                code: "missing-word", message: "why it is advised against is missing", place: nil,
                label: "`as` with the reason belongs here", help: [Self.objections])
        case .titleForName(let what, let name):
            // What others refer to is called something already.
            let isReferredTo = !["rule", "stage", "case", "section"].contains { what.hasSuffix($0) }
            return Finding(
                code: "missing-name", message: "\(what) is missing", place: nil,
                label: "\(what) belongs before its title",
                help: ["a name is what others refer to it by: words in small letters, joined by `-`"],
                suggestion: isReferredTo ? nil : insert(name + " ", at: range.lowerBound))
        case .controlCharacter:
            return Finding(
                code: "unknown-character", message: "this text holds a character that cannot be seen",
                place: nil,
                label: "take it out",
                help: [
                    "it is no letter, blank or line end, and comes from a damaged file or another program"
                ],
                suggestion: replace(range, by: ""))
        case .elseClause:
            return Finding(
                code: "unexpected-text", message: "a rule has no \(quoted(range))", place: nil,
                label: "not a clause of a rule",
                help: ["write another rule for it, with `when not …`"])
        default:
            return Finding(
                code: "extra-brace", message: "this `}` closes what goes on behind it", place: nil,
                label: "too early here", help: ["remove it, or look for a `}` too many further up"],
                suggestion: replace(range, by: ""))
        }
    }

    private static let objections =
        "the reasons are `as not-needed`, `as harmful` and `as disputed`"
}
