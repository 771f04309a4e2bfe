/// What people write who have the sense of something in mind and not the language's word for it.
enum Everyday {
    /// The keyword that a word stands for in everyday speech, or that it spells in capitals.
    static func keyword(for word: UnsafeBufferPointer<UInt8>) -> Keyword? {
        guard word.contains(where: \.isCapital) else { return inOtherWords.keyword(word) }
        return word.map { $0.isCapital ? $0 | 0x20 : $0 }.withUnsafeBufferPointer { lowered in
            inOtherWords.keyword(lowered) ?? KeywordTable.shared.keyword(lowered)
        }
    }

    private static let inOtherWords = KeywordTable([
        ("if", .when), ("whenever", .when), ("except", .unless), ("since", .because),
        ("advice", .advise), ("suggest", .recommend), ("infer", .conclude), ("percentage", .percent),
        ("share", .percent), ("integer", .count), ("amount", .number), ("mean", .means),
        ("meaning", .means), ("question", .ask), ("description", .about), ("author", .authors),
        ("stops", .stop), ("payed", .pays), ("string", .text), ("via", .through),
        ("strongly", .firmly), ("weakly", .tentatively), ("but", .and), ("plus", .and),
        ("increasing", .rising), ("growing", .rising), ("decreasing", .falling),
        ("declining", .falling), ("shrinking", .falling), ("whose", .where), ("which", .where),
        ("equals", .is), ("all", .every), ("reason", .because), ("see", .from), ("then", .before),
        ("until", .to), ("till", .to),
    ])

    /// Words that make a number less than exact.
    static let vagueness: Set = ["about", "around", "approximately", "circa", "roughly", "nearly", "almost"]

    /// Words before alternatives that change nothing.
    static let filler: Set = ["either", "both"]

    /// `more than`, `under` and their like, by what the language says.
    static let above: Set = ["more", "greater", "higher", "larger", "over", "exceeds"]
    static let below: Set = ["less", "fewer", "lower", "smaller", "under"]

    /// `has risen`
    static let risen: Set = ["risen", "increased", "grown"]
    static let fallen: Set = ["fallen", "decreased", "declined", "shrunk"]

    /// A number in words, in digits.
    static func digits(_ word: String) -> String? {
        let small = [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve",
        ]
        if let place = small.firstIndex(of: word) { return String(place) }
        let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        if let place = tens.firstIndex(of: word) { return "\(place + 2)0" }
        return word == "hundred" ? "100" : nil
    }

    /// The number of a month called by its name, as dates have it: `05`.
    static func month(_ word: String) -> String? {
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        guard word.count >= 3, let place = months.firstIndex(of: String(word.lowercased().prefix(3))) else {
            return nil
        }
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        guard names[place].hasPrefix(word.lowercased()) else { return nil }
        return place < 9 ? "0\(place + 1)" : "\(place + 1)"
    }
}
