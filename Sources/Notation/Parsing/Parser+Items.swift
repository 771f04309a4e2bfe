// The first word of an item, misspelt or not.

extension Parser {
    /// The keyword of the item that begins here; `nil` for an item that begins with a name.
    ///
    /// A word close to a keyword counts as that keyword if what follows has its shape: a lens may
    /// be called `rote`, but then no role and actor follow.
    mutating func itemKeyword(of block: Block) -> Keyword? {
        if let keyword = keyword(), block.keywords.contains(keyword) { return keyword }
        let keywords = block.keywords
        var meant: Keyword?
        if !block.takesNames {
            meant = misspelt(among: keywords)
        } else if keywords.contains(where: { hasShape(of: $0) }) {
            meant = misspelt(among: keywords, where: { hasShape(of: $0) })
        }
        guard let meant else { return nil }
        // `reason: "…"`: the colon goes with the word.
        isColonTold = kind(1) == .colon && kind(2) == .string
        remark(.misspelt(meant), current.range.lowerBound..<lexeme(isColonTold ? 1 : 0).range.upperBound)
        return meant
    }

    /// Takes the keyword of an item and says which it was.
    @discardableResult
    mutating func takeItemKeyword(of block: Block) -> Keyword? {
        let keyword = itemKeyword(of: block)
        bump()
        return keyword
    }

    /// A word that may follow, as the keyword it is or that it is close to; `nil` if it is neither.
    ///
    /// For places where no name can stand, so that a word that is none of these is a mistake anyway.
    mutating func following(_ keywords: [Keyword], ifThen shape: (Parser) -> Bool = { _ in true }) -> Keyword?
    {
        if let keyword = keyword(), keywords.contains(keyword) { return keyword }
        guard current.keyword == nil, !current.isFirstOnLine, let meant = misspelt(among: keywords),
            shape(self)
        else { return nil }
        remark(.misspelt(meant), current.range)
        return meant
    }

    /// Whether a text follows, perhaps behind a colon.
    private var leadsToText: Bool { kind(1) == .string || kind(1) == .colon && kind(2) == .string }

    private func hasShape(of keyword: Keyword) -> Bool {
        switch keyword {
        case .question, .done, .outcome: leadsToText && keyword.rawValue.count > 4
        case .country, .sector, .teaches, .signedOff: leadsToText
        case .expect: kind(1) == .leftBrace
        case .stage: kind(1) == .word && (kind(2) == .string || kind(2) == .leftBrace)
        case .note, .place: false
        case .about, .failure, .because: leadsToText
        case .role: isPlainWord(1) && isPlainWord(2) && !lexeme(2).isFirstOnLine && !lexeme(1).isFirstOnLine
        case .phase:
            kind(1) == .word && (kind(2) == .string || kind(2) == .leftBrace || self.keyword(2) == .after)
        case .pays: kind(1) == .word && kind(2) == .number
        case .measure: kind(1) == .word && kind(2) == .string
        case .stop: self.keyword(1) == .when
        case .monitor: kind(1) == .word
        case .for: self.keyword(1) == .each
        case .from: isCapitalized(1)
        case .advise: self.keyword(1) == .against
        case .when, .unless: kind(1) == .word || kind(1) == .leftParenthesis
        default: kind(1) == .word
        }
    }
}
