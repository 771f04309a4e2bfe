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
        // What denies, in this language and in its neighbours'.
        ("without", .not), ("never", .not), ("lacking", .not), ("hardly", .not), ("scarcely", .not),
        ("barely", .not), ("non", .not), ("nicht", .not), ("nie", .not), ("kein", .not), ("keine", .not),
        ("pas", .not), ("sans", .not), ("sin", .not),
        ("wenn", .when), ("si", .when), ("se", .when), ("cuando", .when), ("quando", .when),
        ("quand", .when), ("und", .and), ("et", .and), ("y", .and), ("oder", .or), ("ou", .or),
        ("weil", .because), ("porque", .because),
    ])

    /// Words that say how sure somebody is. A case says that with `assumed`; a rule cannot ask for it.
    static let hedges: Set = [
        "probably", "likely", "perhaps", "possibly", "maybe", "apparently", "supposedly", "seemingly",
        "presumably", "arguably", "allegedly", "reportedly", "vermutlich", "wahrscheinlich",
    ]

    /// What is written where a value is not known.
    static let ignorance: Set = [
        "unknown", "unclear", "unsure", "uncertain", "unavailable", "undetermined", "unbekannt", "tbd", "tba",
        "nil", "null", "missing",
    ]

    /// Words that only hold a sentence together: of all words, these alone may be left out and nothing be
    /// lost. Every other word may be what its author wanted to say.
    static let empty: Set = [
        "a", "an", "the", "that", "this", "these", "those", "it", "there", "they", "we", "you",
        "is", "are", "be", "been", "being", "was", "were", "has", "have", "had", "do", "does", "did", "will",
        "shall", "should", "must", "to", "of", "by", "then", "also", "too", "so", "thus",
        "hence", "therefore", "please", "both", "either", "always", "falls", "lies", "stands",
        "stays", "gets", "comes", "amounts", "equal", "equals", "its", "their", "our", "always", "let", "us",
        "package", "rule", "claim", "actor", "concept", "diagnostic", "collection", "measure", "stage",
    ]

    /// Words that turn round, doubt or bound what stands beside them; nothing is ever put in their place.
    static func isTelling(_ word: String) -> Bool {
        if ["not", "no", "none", "neither", "nor", "only", "unless", "unknown", "assumed"].contains(word) {
            return true
        }
        var word = word
        return hedges.contains(word) || vagueness.contains(word) || digits(word) != nil
            || word.withUTF8 { inOtherWords.keyword($0) == .not }
    }

    /// Words that make a number less than exact.
    static let vagueness: Set = [
        "about", "around", "approximately", "circa", "ca", "roughly", "nearly", "almost", "approx",
    ]

    /// Words before alternatives that change nothing.
    static let filler: Set = ["either", "both"]

    /// `more than`, `under` and their like, by what the language says.
    static let above: Set = ["more", "greater", "higher", "larger", "over", "exceeds"]
    static let below: Set = ["less", "fewer", "lower", "smaller", "under"]

    /// Units as they are written elsewhere.
    static let units: [String: String] = [
        "prozent": "%", "percentage": "%", "pct": "%", "pc": "%", "pourcent": "%", "porciento": "%",
        "tag": "day", "tage": "days", "tagen": "days", "jours": "days", "dias": "days",
        "woche": "week", "wochen": "weeks", "wk": "weeks", "wks": "weeks",
        "monat": "month", "monate": "months", "monaten": "months", "mo": "months", "mos": "months",
        "mth": "months", "mths": "months", "mois": "months", "meses": "months",
        "jahr": "year", "jahre": "years", "jahren": "years", "yr": "years", "yrs": "years", "ans": "years",
        "anos": "years",
        "k": "thousand", "tsd": "thousand", "m": "million", "mn": "million", "mln": "million",
        "mio": "million", "mill": "million", "bn": "billion", "mrd": "billion", "bln": "billion",
    ]

    /// `nine tenths`, `a half`: a part in words, as a percentage where that is exact.
    static func percentage(_ count: String, _ part: String) -> String? {
        guard let parts = parts[part.hasSuffix("s") ? String(part.dropLast()) : part] else { return nil }
        guard let count = count == "a" ? 1 : digits(count).flatMap({ Int($0) }), count <= parts else {
            return nil
        }
        return "\(count * 100 / parts)%"
    }

    private static let parts = ["half": 2, "quarter": 4, "fifth": 5, "tenth": 10, "twentieth": 20]

    /// `half a year` in whole units.
    static let halves: [String: String] = ["year": "6 months", "month": "15 days"]

    /// Words that name no number, but only its size.
    static let sizes: Set = ["several", "some", "many", "few", "dozens", "hundreds", "thousands", "various"]

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

/// Whether a word only holds a sentence together, so that nothing is lost without it.
public func isEmptyWord(_ word: String) -> Bool { Everyday.empty.contains(word.lowercased()) }

/// Whether a word denies, doubts or counts, so that the text means something else without it.
public func isTellingWord(_ word: String) -> Bool { Everyday.isTelling(word.lowercased()) }

/// Whether a word says that something is not known.
public func tellsIgnorance(_ word: String) -> Bool { Everyday.ignorance.contains(word.lowercased()) }

/// Whether a word is one of everyday speech or of the language, and nobody's name for something new.
public func isEverydayWord(_ word: String) -> Bool {
    var word = word.lowercased()
    if isEmptyWord(word) || isTellingWord(word) || tellsIgnorance(word) { return true }
    if ["half", "any", "each", "known", "else", "under", "over", "more", "less", "than"].contains(word)
        || Everyday.units[word] != nil || Everyday.sizes.contains(word)
    {
        return true
    }
    return word.withUTF8 { Everyday.keyword(for: $0) != nil || KeywordTable.shared.keyword($0) != nil }
}
