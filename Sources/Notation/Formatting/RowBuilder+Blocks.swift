// Items with blocks.

extension RowBuilder {
    /// The braces of a node's own block, by their tokens.
    func braces(of node: SyntaxNode) -> ClosedRange<Int>? {
        switch node.kind {
        case .chooseClause, .aggregate, .listCondition: return nil
        default: break
        }
        let own = node.ownTokens
        guard let open = own.first(where: { $0.kind == .leftBrace })?.index,
            let close = own.last(where: { $0.kind == .rightBrace })?.index, open < close
        else { return nil }
        return open...close
    }

    mutating func block(_ node: SyntaxNode, _ braces: ClosedRange<Int>, indent: Int, scope: Int) {
        if let row = oneLine(node, braces, indent: indent) { return append(row) }
        let items = node.children.filter { braces.contains(firstToken($0)) }
        let first = header(node, braces, items, indent: indent, scope: scope)
        let inner = newScope()
        let begin = rows.count
        for item in items.dropFirst(first) {
            self.item(item, indent: indent + RowBuilder.step, scope: inner)
        }
        if rows.indices.contains(begin) { rows[begin].isFirstInBlock = true }
        close(node, braces, indent: indent, isEmpty: items.isEmpty)
    }

    /// The line that opens a block. Returns how many of the block's items stand on it.
    private mutating func header(
        _ node: SyntaxNode, _ braces: ClosedRange<Int>, _ items: [SyntaxNode], indent: Int, scope: Int
    ) -> Int {
        var lines = cells.lines(firstToken(node)..<braces.lowerBound + 1, starts: [:])
        if let binding = items.first, binding.kind == .forEachClause, !gap(firstToken(binding)).breaksLine {
            var cell = Cell(pieces: cells.pieces(cells.range(binding)), gap: 1, canMove: false)
            let whole = row(node, [lines[0] + [cell]], indent: indent, scope: 0)
            if whole.isPlain, whole.flatWidth() <= width {
                cell.pieces[0].gap = 1
                lines[0].append(cell)
            }
        }
        var row = row(node, lines, indent: indent, scope: scope)
        row.signature = nil
        row.canShareLine = false
        append(row)
        return lines[0].count - 1
    }

    private mutating func close(
        _ node: SyntaxNode, _ braces: ClosedRange<Int>, indent: Int, isEmpty: Bool
    ) {
        let tail = braces.upperBound..<cells.range(node).upperBound
        var row = Row(
            indent: indent, hang: indent + RowBuilder.step,
            lines: cells.lines(tail, starts: cells.starts(in: node)))
        row.commentIndent = indent + RowBuilder.step
        append(row)
    }

    // MARK: Blocks on one line

    /// The block on one line, if the author had it so and it fits.
    private mutating func oneLine(
        _ node: SyntaxNode, _ braces: ClosedRange<Int>, indent: Int
    ) -> Row? {
        let inside = braces.dropFirst()
        let isEmpty = braces.count == 2
        guard inside.allSatisfy({ gap($0).comments.isEmpty }),
            isEmpty || inside.allSatisfy({ !gap($0).breaksLine }),
            (firstToken(node)..<braces.lowerBound + 1).dropFirst().allSatisfy({ gap($0).comments.isEmpty })
        else { return nil }
        var row = row(node, [flat(node, braces)], indent: indent, scope: 0)
        row.signature = "\(node.kind) \(cells.token(firstToken(node)).text) \(row.lines[0].count)"
        let tail = braces.upperBound + 1
        guard row.flatWidth() <= width,
            (tail..<max(tail, cells.range(node).upperBound)).allSatisfy({ gap($0).comments.isEmpty })
        else { return nil }
        return row
    }

    /// An item on one line, as cells.
    private func flat(_ node: SyntaxNode, _ braces: ClosedRange<Int>) -> [Cell] {
        var result = [Cell(pieces: cells.pieces(firstToken(node)..<braces.lowerBound), canMove: false)]
        let items = node.children.filter { braces.contains(firstToken($0)) }
        var inside: [Cell] = []
        for item in items { inside += flat(item) }
        var brace = cells.pieces(braces.lowerBound..<braces.lowerBound + 1)
        if inside.isEmpty {
            inside = [Cell(pieces: brace, gap: 1, canMove: false)]
        } else {
            inside[0].pieces[0].gap = 1
            brace += inside[0].pieces
            inside[0].pieces = brace
            inside[0].gap = 1
        }
        var closing = cells.pieces(braces.upperBound..<braces.upperBound + 1)
        closing[0].gap = 1
        inside[inside.count - 1].pieces += closing
        result += inside
        let tail = braces.upperBound + 1..<max(braces.upperBound + 1, cells.range(node).upperBound)
        result += cells.lines(tail, starts: cells.starts(in: node)).flatMap { $0 }
        return result.map { cell in
            var cell = cell
            cell.canMove = false
            // The anchors of joined pieces are no longer theirs; on one line nobody needs them.
            for index in cell.pieces.indices { cell.pieces[index].anchor = nil }
            return cell
        }
    }

    private func flat(_ node: SyntaxNode) -> [Cell] {
        if let braces = braces(of: node) { return flat(node, braces) }
        var starts = cells.starts(in: node)
        for index in starts.keys { starts[index]?.keepsBreak = false }
        return cells.lines(cells.range(node), starts: starts).flatMap { $0 }
    }
}
