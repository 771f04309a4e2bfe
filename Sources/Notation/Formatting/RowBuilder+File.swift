// The file as a whole.

extension RowBuilder {
    /// The rows of a file.
    mutating func file(_ root: SyntaxNode) {
        var scope = newScope()
        var last: SyntaxNode?
        var endOfLast = rows.count
        for node in root.children {
            let gap = gap(firstToken(node))
            let isRun =
                last?.kind == node.kind && gap.comments.isEmpty && !gap.hasBlankLine
            if !isRun { scope = newScope() }
            let begin = rows.count
            item(node, indent: 0, scope: scope)
            guard rows.indices.contains(begin) else { continue }
            // A block of several lines stands apart.
            if last != nil,
                rows.count - begin > 1 && node.kind.hasBlock || lastIsBlock(endOfLast..<begin, last)
            {
                separate(begin)
            }
            endOfLast = begin
            last = node
        }
        // Comments behind the last declaration.
        let end = cells.pieces(cells.tree.tokens.count - 1..<cells.tree.tokens.count)
        if end.contains(where: { !$0.comments.isEmpty }) {
            append(Row(indent: 0, hang: 0, lines: [[Cell(pieces: end)]]))
        }
    }

    private func lastIsBlock(_ rows: Range<Int>, _ node: SyntaxNode?) -> Bool {
        rows.count > 1 && node?.kind.hasBlock == true
    }

    /// Puts an empty line before a row and the comments that go with it, unless there is one.
    private mutating func separate(_ index: Int) {
        let comments = rows[index].lines.first?.first?.pieces.first?.comments ?? []
        if rows[index].hasBlankLineBefore || comments.contains(where: \.hasBlankLineBefore) { return }
        rows[index].needsBlankLine = true
    }
}

extension SyntaxKind {
    fileprivate var hasBlock: Bool {
        switch self {
        case .sourceDeclaration, .disputeDeclaration, .sectionDeclaration, .collectionDeclaration,
            .packageDeclaration, .packageAttributesDeclaration, .ruleDeclaration,
            .misconceptionDeclaration, .tableDeclaration,
            .caseDeclaration, .testDeclaration, .lessonDeclaration, .courseDeclaration:
            true
        default: false
        }
    }
}
