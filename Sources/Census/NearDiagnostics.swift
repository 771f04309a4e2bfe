import RuleModel

/// Which diagnostics a column's heading is near to, by words that are told of them as well.
///
/// A word weighs more in a diagnostic's name than in what it counts, its question or its meaning, and the
/// more, the fewer diagnostics it is told of: what is told of many hardly brings one nearer.
struct NearDiagnostics {
    struct Near {
        var diagnostic: ID<Diagnostic>
        var why: String
    }

    /// So many are worth a look.
    static let most = 3
    /// Of a word told of one diagnostic alone, times its field's weight; what weighs less is not near.
    private static let rarity = 120
    private static let least = 100

    /// Where a word is told of a diagnostic.
    private struct Field {
        var weight: Int
        var words: [String: String]
        /// As in: a word is in `its name`.
        var place: String
    }

    /// Diagnostic by diagnostic, the weightiest first.
    private let fields: [[Field]]
    private let holders: [String: Int]

    init(_ rules: RuleBase) {
        fields = rules.diagnostics.map { NearDiagnostics.fields($0) }
        var holders: [String: Int] = [:]
        for all in fields {
            for stem in Set(all.flatMap(\.words.keys)) { holders[stem, default: 0] += 1 }
        }
        self.holders = holders
    }

    private static func fields(_ diagnostic: Diagnostic) -> [Field] {
        func field(_ weight: Int, _ text: String, _ place: String) -> Field {
            let words = HeadingWords.of(text).map { ($0.stem, $0.text) }
            return Field(weight: weight, words: Dictionary(words) { first, _ in first }, place: place)
        }
        let measurement = diagnostic.measurement
        let label = label(of: measurement.type)
        return [
            field(8, diagnostic.name, "its name"),
            // What a share is of is not what is measured.
            field(measurement.type.isPercent ? 2 : 4, label, "what it measures: \(label)"),
            field(3, measurement.question, "its question"),
            field(2, measurement.meaning, "its meaning: \(measurement.meaning)"),
        ]
    }

    /// What is counted, or what a share is of.
    private static func label(of type: ValueType) -> String {
        switch type {
        case .count(let of), .number(let of): of ?? ""
        case .percent(let of): of
        case .yesNo, .money, .duration, .date, .scale, .choice, .text: ""
        }
    }

    /// The nearest first; those as near in order of name.
    ///
    /// - Parameter fits: Whether a column's values could be the diagnostic's: such are nearer.
    func of(_ heading: String, fits: (ID<Diagnostic>) -> Bool) -> [Near] {
        let words = HeadingWords.of(heading)
        var found: [(near: Near, score: Int)] = []
        for (place, fields) in fields.enumerated() {
            var score = 0
            var shared = fields.map { _ in [String]() }
            for word in words {
                guard let place = fields.firstIndex(where: { $0.words[word.stem] != nil }),
                    let theirs = fields[place].words[word.stem]
                else { continue }
                score += fields[place].weight * Self.rarity / (holders[word.stem] ?? 1)
                shared[place].append("`\(theirs)`")
            }
            // A heading that says all of a name or a question is near, however often its words are told.
            for field in fields where !field.words.isEmpty {
                if field.words.keys.allSatisfy({ stem in words.contains { $0.stem == stem } }) {
                    score += field.weight * Self.rarity
                }
            }
            guard score >= Self.least else { continue }
            if fits(ID(place)) { score *= 2 }
            let why = zip(fields, shared).filter { !$1.isEmpty }.map { field, words in
                "\(words.joined(separator: ", ")) in \(field.place)"
            }
            found.append((Near(diagnostic: ID(place), why: why.joined(separator: "; ")), score))
        }
        found.sort { ($1.score, $0.near.diagnostic) < ($0.score, $1.near.diagnostic) }
        // What is much further than the nearest only distracts.
        let enough = (found.first?.score ?? 0) / 3
        return found.prefix { $0.score >= enough }.prefix(Self.most).map(\.near)
    }
}
