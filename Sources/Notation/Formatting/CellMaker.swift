/// Turns runs of tokens into cells.
struct CellMaker {
    let tree: SyntaxTree
    let gaps: [TokenGap]

    /// Where a cell begins within a node, and how it stands there.
    struct Start {
        var gap: Int
        var canMove = true
        var linesUp = true
        /// A line that the author ended before it stays ended.
        var keepsBreak = true
    }

    func token(_ index: Int) -> SyntaxToken { SyntaxToken(tree: tree, index: index) }

    /// The tokens of a node.
    func range(_ node: SyntaxNode) -> Range<Int> {
        let record = tree.nodes[node.index]
        return Int(record.firstToken)..<Int(record.endToken)
    }

    /// The cells of some tokens, line by line as the author ended them.
    ///
    /// - Parameter starts: the tokens, besides the first, with which cells begin.
    func lines(_ tokens: Range<Int>, starts: [Int: Start]) -> [[Cell]] {
        var lines: [[Cell]] = []
        var begin = tokens.lowerBound
        for index in tokens where index > tokens.lowerBound && starts[index] != nil {
            append(begin..<index, starts[begin], to: &lines)
            begin = index
        }
        if !tokens.isEmpty { append(begin..<tokens.upperBound, starts[begin], to: &lines) }
        return lines
    }

    private func append(_ tokens: Range<Int>, _ start: Start?, to lines: inout [[Cell]]) {
        let cell = Cell(
            pieces: pieces(tokens), gap: start?.gap ?? 3, canMove: start?.canMove ?? false,
            linesUp: start?.linesUp ?? true)
        let begins = start.map { $0.keepsBreak && gaps[tokens.lowerBound].breaksLine } ?? false
        if lines.isEmpty || begins { lines.append([cell]) } else { lines[lines.count - 1].append(cell) }
    }

    /// The pieces of some tokens; texts are divided into words.
    func pieces(_ tokens: Range<Int>) -> [Piece] {
        var pieces: [Piece] = []
        // Lists of names stand under their first one, what is in brackets under its beginning.
        var anchors: [Int] = []
        let listAnchor = isList(tokens) ? 1 : nil
        for index in tokens {
            let token = token(index)
            if token.isMissing { continue }
            var piece = Piece(text: token.text, gap: 1, comments: gaps[index].comments)
            if index > tokens.lowerBound {
                piece.gap = token.blanks(after: self.token(index - 1))
                piece.isBreakable = token.canBeginLine(after: self.token(index - 1))
                if token.spells("judgement") || token.spells("presume") {
                    piece.gap = 3
                    piece.bringsText = true
                }
            }
            piece.anchor = anchors.last ?? listAnchor
            switch token.kind {
            case .rightBrace, .rightParenthesis: anchors = anchors.dropLast()
            default: break
            }
            append(piece, words: token.textWords, to: &pieces)
            switch token.kind {
            case .leftBrace, .leftParenthesis: anchors.append(pieces.count)
            default: break
            }
        }
        return pieces
    }

    private func append(_ piece: Piece, words: [String]?, to pieces: inout [Piece]) {
        guard let words, let first = words.first else { return pieces.append(piece) }
        var opening = piece
        opening.text = first
        opening.opensText = words.count > 1
        let anchor = pieces.count
        pieces.append(opening)
        for word in words.dropFirst() {
            pieces.append(Piece(text: word, gap: 1, isBreakable: true, anchor: anchor))
        }
    }

    /// A keyword with names behind it, as `from HS-122, HS-126`.
    private func isList(_ tokens: Range<Int>) -> Bool {
        tokens.count > 3 && token(tokens.lowerBound + 2).kind == .comma
    }
}
