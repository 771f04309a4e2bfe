// Conditions line by line, values one below the other, tables.

extension RowBuilder {
    /// `when`, `unless` and `stop when`: on one line if the author had it so and it fits, else with
    /// every `and` and `or` on a line of its own.
    mutating func condition(_ node: SyntaxNode, indent: Int) {
        guard let condition = node.children.first(where: { $0.kind != .fromClause }) else {
            return append(row(node, cells.lines(cells.range(node), starts: [:]), indent: indent, scope: 0))
        }
        let start = firstToken(node), body = cells.range(condition)
        // What stands behind the condition: `presume "…"`, `from …`.
        var starts = cells.starts(in: node)
        if let judgement = cells.lastJudgement(in: condition) {
            starts[judgement] = CellMaker.Start(gap: 3)
        }
        guard isChain(condition), mustBreak(node, condition, indent: indent, starts: starts) else {
            var whole = row(
                node, cells.lines(start..<cells.range(node).upperBound, starts: starts), indent: indent,
                scope: 0)
            pad(&whole, keywords: body.lowerBound - start)
            whole.hang = indent + (node.kind == .stopClause ? RowBuilder.step : RowBuilder.conditionColumn)
            return append(whole)
        }
        let joints = condition.ownTokens.map(\.index)
        let begins = [start] + joints
        let parts = Array(condition.children)
        for (place, begin) in begins.enumerated() where place < parts.count {
            let end = place + 1 < begins.count ? begins[place + 1] : cells.range(node).upperBound
            if let judgement = cells.lastJudgement(in: parts[place]) {
                starts[judgement] = CellMaker.Start(gap: 3)
            }
            part(node, begin..<end, isFirst: place == 0, indent: indent, starts: starts)
        }
    }

    private mutating func part(
        _ node: SyntaxNode, _ tokens: Range<Int>, isFirst: Bool, indent: Int, starts: [Int: CellMaker.Start]
    ) {
        var tokens = tokens
        var tail: Row?
        // The claims behind `stop when` stand under it when it takes several lines.
        if node.kind == .stopClause, let from = node.first(.fromClause), tokens.contains(firstToken(from)) {
            tail = row(
                node, cells.lines(cells.range(from), starts: [:]), indent: indent + RowBuilder.step, scope: 0)
            tail?.hasBlankLineBefore = false
            tail?.hang += RowBuilder.step
            tokens = tokens.lowerBound..<firstToken(from)
        }
        let lines = cells.lines(tokens, starts: starts)
        var part = row(node, lines, indent: indent, scope: 0)
        if isFirst {
            pad(&part, keywords: node.kind == .stopClause ? 2 : 1)
        } else {
            part.hasBlankLineBefore = false
            // Right-aligned, so that what follows stands under what follows `when`.
            let word = lines[0][0].pieces[0]
            part.indent = indent + RowBuilder.conditionColumn - 2 - word.width
            if part.lines[0][0].pieces.count > 1 { part.lines[0][0].pieces[1].gap = 2 }
        }
        part.hang = indent + RowBuilder.conditionColumn
        append(part)
        if let tail { append(tail) }
    }

    private func pad(_ row: inout Row, keywords: Int) {
        guard keywords == 1, let first = row.lines.first?.first?.pieces, first.count > 1 else { return }
        row.lines[0][0].pieces[1].gap = RuleWords.gap(behind: first[0].text)
    }

    private func isChain(_ condition: SyntaxNode) -> Bool {
        condition.kind == .andCondition || condition.kind == .orCondition
    }

    private func mustBreak(
        _ node: SyntaxNode, _ condition: SyntaxNode, indent: Int, starts: [Int: CellMaker.Start]
    ) -> Bool {
        let joints = condition.ownTokens.map(\.index)
        let parts = Array(condition.children)
        // Before the `and` or behind it: the author wanted lines.
        if (joints + parts.dropFirst().map(firstToken)).contains(where: { gap($0).breaksLine }) {
            return true
        }
        if parts.dropLast().contains(where: { cells.lastJudgement(in: $0) != nil }) { return true }
        let head = cells.lines(firstToken(node)..<cells.range(condition).upperBound, starts: starts)
        var whole = row(node, [[head.first?.first].compactMap { $0 }], indent: indent, scope: 0)
        pad(&whole, keywords: firstToken(condition) - firstToken(node))
        return whole.flatWidth() > width
    }

    // MARK: Values

    /// The values of a scale, a choice, a lens or a classification.
    mutating func values(_ node: SyntaxNode, indent: Int, scope: Int) {
        let values = node.all(.valueDeclaration)
        guard let first = values.first.map(firstToken) else {
            return append(row(node, cells.lines(cells.range(node), starts: [:]), indent: indent, scope: 0))
        }
        let end = values.last.map { cells.range($0).upperBound } ?? first
        let from = node.first(.fromClause)
        let whole = row(
            node, cells.lines(cells.range(node), starts: cells.starts(in: node)), indent: indent, scope: scope
        )
        let isBroken = (first..<end).contains { gap($0).breaksLine }
        if !isBroken, whole.isPlain || whole.lines.count > 1, whole.flatWidth() <= width {
            return append(whole)
        }
        append(header(node, upTo: first, indent: indent))
        let inner = newScope()
        let begins = [first] + node.ownTokens.map(\.index).filter { $0 > first && $0 < end }
        let haveTexts = (first..<end).contains { cells.token($0).kind == .string }
        if haveTexts {
            for (place, begin) in begins.enumerated() {
                let stop = place + 1 < begins.count ? begins[place + 1] : end
                value(begin..<stop, isFirst: place == 0, of: node, indent: indent, scope: inner)
            }
        } else {
            var pieces = cells.pieces(first..<end)
            for (piece, token) in zip(pieces.indices, first..<end) {
                pieces[piece].isBreakable = begins.contains(token) && token != first
            }
            var row = row(
                node, [[Cell(pieces: pieces, canMove: false)]], indent: indent + 2 * RowBuilder.step,
                scope: 0)
            row.signature = nil
            row.hang = indent + RowBuilder.step
            row.hasBlankLineBefore = false
            append(row)
        }
        guard let from else { return }
        var last = row(
            node, cells.lines(cells.range(from), starts: [:]), indent: indent + RowBuilder.step, scope: 0)
        last.hasBlankLineBefore = false
        last.signature = nil
        append(last)
    }

    private func header(_ node: SyntaxNode, upTo end: Int, indent: Int) -> Row {
        var header = row(node, cells.lines(firstToken(node)..<end, starts: [:]), indent: indent, scope: 0)
        header.signature = nil
        return header
    }

    private mutating func value(
        _ tokens: Range<Int>, isFirst: Bool, of node: SyntaxNode, indent: Int, scope: Int
    ) {
        var starts: [Int: CellMaker.Start] = [:]
        for token in tokens where cells.token(token).kind == .string {
            starts[token] = CellMaker.Start(gap: 1, canMove: false, keepsBreak: false)
        }
        var row = row(
            node, cells.lines(tokens, starts: starts),
            indent: indent + (isFirst ? 2 : 1) * RowBuilder.step, scope: scope)
        row.hang = indent + 3 * RowBuilder.step
        row.hasBlankLineBefore = false
        row.signature = "value"
        append(row)
    }

    // MARK: Tables

    /// The head of a table or one of its rows: columns stand under each other, however wide.
    mutating func tableRow(_ node: SyntaxNode, indent: Int, scope: Int) {
        var starts = cells.starts(in: node)
        if node.kind == .columnsClause {
            let tokens = cells.range(node)
            for index in tokens.dropFirst()
            where index == tokens.lowerBound + 1 || cells.token(index - 1).kind == .comma {
                starts[index] = CellMaker.Start(gap: 1, canMove: false, keepsBreak: false)
            }
        }
        var row = row(node, cells.lines(cells.range(node), starts: starts), indent: indent, scope: scope)
        row.signature = "table"
        row.isTabular = true
        append(row)
    }
}
