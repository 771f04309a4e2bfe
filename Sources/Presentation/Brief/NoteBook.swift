import RuleModel

/// The notes of a page in the making: each place in a document has one number, in the order of mention.
///
/// A place from which a case tells something has another number than the same place as the ground of claims:
/// what happened there is not what the literature makes of it.
struct NoteBook {
    let rules: RuleBase
    private var numbers: [Place: Int] = [:]
    private var places: [Place] = []
    /// Claims mentioned, by the number of their place.
    private var claims: [Int: [ID<Claim>]] = [:]

    init(_ rules: RuleBase) { self.rules = rules }

    private struct Place: Hashable {
        var citation: Citation
        var isOfCase: Bool
    }

    /// All claims called so far, in order of name.
    var claimsCited: [ID<Claim>] { Set(claims.values.flatMap { $0 }).sorted() }

    /// The numbers of what claims stand on.
    mutating func cite(_ cited: [ID<Claim>]) -> Prose {
        var numbers: Set<Int> = []
        for claim in cited {
            for citation in rules[claim].citations {
                let number = number(of: Place(citation: citation, isOfCase: false))
                numbers.insert(number)
                if claims[number]?.contains(claim) != true { claims[number, default: []].append(claim) }
            }
        }
        return prose(numbers)
    }

    /// The numbers of places in documents that a case gives.
    mutating func cite(_ citations: [Citation]) -> Prose {
        prose(Set(citations.map { number(of: Place(citation: $0, isOfCase: true)) }))
    }

    private mutating func number(of place: Place) -> Int {
        if let known = numbers[place] { return known }
        places.append(place)
        numbers[place] = places.count
        return places.count
    }

    private func prose(_ numbers: Set<Int>) -> Prose {
        numbers.sorted().map(Prose.note).reduce(Prose(), +)
    }

    /// Each place with its number and the claims taken from there.
    var numbered: [(number: Int, citation: Citation, claims: [ID<Claim>])] {
        places.enumerated().map { ($0 + 1, $1.citation, (claims[$0 + 1] ?? []).sorted()) }
    }

    var notes: [Document.Note] {
        numbered.map { number, citation, claims in
            var text = Prose("\(rules[citation.source].name), \(citation.location)")
            if claims.isEmpty {
                text += .faint(" (what is told of a case)")
            } else {
                text += .faint(" (\(claims.map { rules[$0].name }.joined(separator: ", ")))")
            }
            return Document.Note(number, text)
        }
    }

    /// The documents that notes name, in full.
    var documents: [Document.Block] {
        Set(places.map(\.citation.source)).sorted().map { id in
            let source = rules[id]
            let parts = [
                source.authors, source.title, source.publisher, source.year.map(String.init) ?? "",
            ].filter { !$0.isEmpty }
            return .item(
                "·",
                .strong(source.name)
                    + Prose(parts.isEmpty ? "" : ": \(parts.joined(separator: ", ")).".asTidySentence))
        }
    }
}

extension String {
    /// Titles may end in punctuation of their own.
    fileprivate var asTidySentence: String { replacing("..", with: ".") }
}
