import RuleModel

/// Claims by document and, within one, by the place they stand at, as a reader leafs through it.
struct LiteratureOrder {
    /// A document with its places in order; without a source for claims that name none.
    struct Shelf {
        var source: ID<Source>?
        var sections: [(location: String, claims: [ID<Claim>])]
        var claims: [ID<Claim>] { sections.flatMap(\.claims) }
    }

    let shelves: [Shelf]

    /// A claim that stands in several places is listed at the first that it names.
    init(_ rules: RuleBase) {
        let all = rules.claims.indices.map { ID<Claim>($0) }
        let sources = rules.sources.indices.map { Optional(ID<Source>($0)) } + [nil]
        shelves = sources.compactMap { source in
            let claims = all.filter { rules[$0].citations.first?.source == source }
            guard !claims.isEmpty else { return nil }
            let places = Dictionary(grouping: claims) { rules[$0].citations.first?.location ?? "" }
            return Shelf(
                source: source,
                sections: places.sorted { Self.precedes($0.key, $1.key) }.map { ($0.key, $0.value) })
        }
    }

    /// Numbers in a place count as numbers: `4.10` stands behind `4.9`, and `12` behind `2`.
    static func precedes(_ left: String, _ right: String) -> Bool {
        let (mine, theirs) = (parts(left), parts(right))
        for (one, other) in zip(mine, theirs) where one != other { return one < other }
        return mine.count < theirs.count
    }

    /// A number, which comes before a word.
    private enum Part: Comparable {
        case number(Int)
        case word(String)
    }

    private static func parts(_ location: String) -> [Part] {
        location.split { !($0.isLetter || $0.isNumber) }.flatMap { word -> [Part] in
            let digits = word.prefix { $0.isASCII && $0.isNumber }
            guard let number = Int(digits) else { return [.word(word.lowercased())] }
            let rest = word.dropFirst(digits.count)
            return [.number(number)] + (rest.isEmpty ? [] : [.word(rest.lowercased())])
        }
    }
}
