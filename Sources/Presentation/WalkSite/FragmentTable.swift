/// Pieces of a page that its script puts in place when their turn comes, each kept once.
///
/// They are written by `Markup` like everything else on a page, so that no text in them is ever a tag.
struct FragmentTable {
    private(set) var sources: [String] = []
    private var places: [String: Int] = [:]
    private var writer = PageWriter()

    /// - Returns: the place of the piece; `nil` for nothing.
    mutating func add(_ blocks: [Document.Block]) -> JSON {
        place(writer.blocks(blocks))
    }

    /// Words that stand in a line.
    mutating func add(_ prose: Prose) -> JSON { place(writer.inline(prose)) }

    private mutating func place(_ markup: [Markup]) -> JSON {
        let source = markup.map(\.source).joined()
        if source.isEmpty { return .null }
        if let known = places[source] { return .integer(known) }
        places[source] = sources.count
        sources.append(source)
        return .integer(sources.count - 1)
    }

    /// The source itself, for what is used once.
    static func source(_ blocks: [Document.Block]) -> JSON {
        var writer = PageWriter()
        return .string(writer.blocks(blocks).map(\.source).joined())
    }

    static func source(_ prose: Prose) -> JSON {
        var writer = PageWriter()
        return .string(writer.inline(prose).map(\.source).joined())
    }
}

extension [Document.Block] {
    /// With headings as a page has them, which the terminal sets in capitals.
    var inSentenceCase: [Document.Block] {
        map { block in
            guard case .heading(let text) = block, text.text == text.text.uppercased() else { return block }
            return .heading(Prose(text.text.lowercased().capitalizedFirst))
        }
    }
}
