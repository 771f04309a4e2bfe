/// The words of a heading or a sentence, as they are compared: by their stems, so that `employees` and
/// `employed` are alike.
struct HeadingWords {
    struct Word: Hashable {
        var text: String
        var stem: String
    }

    /// Each word once, in the order of the text; those that say nothing by themselves are left out.
    static func of(_ text: String) -> [Word] {
        var words: [Word] = []
        for part in parts(text) where part.contains(where: \.isLetter) && !small.contains(part) {
            let word = Word(text: part, stem: stem(part))
            if !words.contains(where: { $0.stem == word.stem }) { words.append(word) }
        }
        return words
    }

    /// Split at whatever is no letter or digit, and where `exportShare` begins a word.
    private static func parts(_ text: String) -> [String] {
        var parts = [""]
        var isLower = false
        for character in text {
            let isPart = character.isLetter || character.isNumber
            if !isPart || (isLower && character.isUppercase) { parts.append("") }
            if isPart { parts[parts.count - 1] += character.lowercased() }
            isLower = character.isLowercase
        }
        return parts.filter { $0.count > 1 }
    }

    /// Without a common ending. Not the language's own stem, but the same for words of one family, as a rule.
    private static func stem(_ word: String) -> String {
        let ending = endings.first { word.hasSuffix($0) && word.count - $0.count >= 4 } ?? ""
        let rest = String(word.dropLast(ending.count))
        if ending.isEmpty, word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") {
            return String(word.dropLast())
        }
        return rest.hasSuffix("y") ? rest.dropLast() + "i" : rest
    }

    /// The longest first.
    private static let endings = [
        "ations", "ation", "ments", "ment", "ings", "ions", "ing", "ion", "ees", "ers", "ors", "ed", "ee",
        "er", "es", "or", "e", "s",
    ]

    private static let small: Set<String> = [
        "about", "all", "and", "any", "are", "as", "at", "be", "before", "by", "can", "do", "does", "each",
        "far", "few", "for", "from", "had", "has", "have", "how", "if", "in", "is", "it", "its", "many",
        "may", "more", "most", "much", "no", "not", "of", "on", "one", "only", "or", "other", "out", "own",
        "per", "than", "that", "the", "their", "them", "there", "they", "this", "to", "was", "were", "what",
        "when", "where", "which", "who", "whose", "with", "would",
    ]
}
