import Notation

extension Checks {
    /// Reasons that are no sentence to the end: they are printed one behind the other.
    static func becausesWithoutStop(_ ground: CheckGround) -> [Finding] {
        ground.nodes(.becauseClause).compactMap { clause in
            guard let (text, place) = clause.ownText, let last = text.last,
                last.isLetter || last.isNumber
            else { return nil }
            return Finding(
                code: "because-without-stop", severity: .hint,
                message: "the reason does not end with a full stop", place: place,
                label: "printed as a sentence among others",
                help: ["write a full stop at its end"],
                suggestion: Finding.Suggestion(
                    place: Place(file: place.file, start: place.end - 1, end: place.end - 1), replacement: "."
                ))
        }
    }

    /// Letters of a reason that fit into three lines of a usual screen.
    private static let mostLetters = 220

    /// Reasons that fill a screen: what is read first has to be short.
    static func longBecauses(_ ground: CheckGround) -> [Finding] {
        ground.nodes(.becauseClause).compactMap { clause in
            guard let (text, place) = clause.ownText, text.count > mostLetters else { return nil }
            return Finding(
                code: "long-because", severity: .hint,
                message: "the reason has \(text.count) letters, and \(mostLetters) are read at a glance",
                place: place, label: "long for what is read first",
                help: ["say it in one sentence, and leave the rest to the claims"])
        }
    }
}
