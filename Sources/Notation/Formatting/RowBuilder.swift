/// Lays a file out as rows, item by item.
///
/// What the author decided stays: the order of everything, which short blocks and which readings
/// share a line, where empty lines part the text. Indentation, blanks and long lines are the
/// formatter's.
struct RowBuilder {
    let cells: CellMaker
    let width: Int
    var rows: [Row] = []
    var nextScope = 1

    init(tree: SyntaxTree, width: Int) {
        cells = CellMaker(tree: tree, gaps: tree.gaps)
        self.width = width
    }

    /// How far the content of a block stands in.
    static let step = 2
    /// The width of `when   ` and `  and  `: where conditions begin.
    static let conditionColumn = 7

    mutating func append(_ row: Row) {
        var row = row
        row.breakFullLines(width: width)
        if let last = rows.last, last.canShareLine, row.canShareLine, joins(row, to: last) {
            rows[rows.count - 1].signature = nil
            rows[rows.count - 1].lines[0] += row.lines[0].map { cell in
                var cell = cell
                cell.canMove = false
                return cell
            }
        } else if row.cannotBeginLine, let last = rows.indices.last, !rows[last].lines.isEmpty {
            rows[last].lines[rows[last].lines.count - 1] += row.lines.flatMap { $0 }
        } else {
            rows.append(row)
        }
    }

    /// Whether a row may stand behind the last one, where the author put it.
    private func joins(_ row: Row, to last: Row) -> Bool {
        guard let first = row.lines.first?.first?.pieces.first, first.comments.isEmpty,
            row.isPlain, last.isPlain, row.indent == last.indent, row.sharesLineOfPrevious
        else { return false }
        return last.flatWidth() + 3 + row.flatWidth() - row.indent <= width
    }

    func gap(_ token: Int) -> TokenGap { cells.gaps[token] }

    func firstToken(_ node: SyntaxNode) -> Int { cells.range(node).lowerBound }

    mutating func newScope() -> Int {
        nextScope += 1
        return nextScope
    }

    // MARK: Items

    /// The rows of an item, whichever it is.
    mutating func item(_ node: SyntaxNode, indent: Int, scope: Int) {
        switch node.kind {
        case .whenClause, .unlessClause, .stopClause: condition(node, indent: indent)
        case .scaleDeclaration, .choiceDeclaration, .lensDeclaration, .classificationDeclaration:
            values(node, indent: indent, scope: scope)
        case .columnsClause, .rowClause: tableRow(node, indent: indent, scope: scope)
        default:
            if node.kind != .claimDeclaration, let braces = braces(of: node) {
                block(node, braces, indent: indent, scope: scope)
            } else {
                plain(node, indent: indent, scope: scope)
            }
        }
    }

    /// An item without a block.
    private mutating func plain(_ node: SyntaxNode, indent: Int, scope: Int) {
        var starts = cells.starts(in: node)
        if node.kind == .claimDeclaration, let braces = braces(of: node) {
            starts[braces.lowerBound] = CellMaker.Start(gap: 1)
        }
        var lines = cells.lines(cells.range(node), starts: starts)
        // `from   HS-084` stands under `when   …`.
        if node.kind == .fromClause, lines.first?.first?.pieces.count ?? 0 > 1 {
            lines[0][0].pieces[1].gap = RuleWords.gap(behind: "from")
        }
        append(row(node, lines, indent: indent, scope: scope))
    }

    func row(_ node: SyntaxNode, _ lines: [[Cell]], indent: Int, scope: Int) -> Row {
        let first = gap(firstToken(node))
        var row = Row(indent: indent, hang: indent + RowBuilder.step, lines: lines)
        row.signature = signature(node)
        row.scope = scope
        row.hasBlankLineBefore = first.hasBlankLine
        row.canShareLine = node.kind.sharesLines
        row.sharesEvidenceColumn = node.kind.isClauseOfPackage
        row.sharesLineOfPrevious = !first.breaksLine
        // At the start of a line the parser would take an attribute called `side` for another clause.
        row.cannotBeginLine =
            node.kind == .attributeClause && !first.breaksLine
            && Keyword(rawValue: cells.token(firstToken(node)).text)?.opensClause == true
        return row
    }

    private func signature(_ node: SyntaxNode) -> String? {
        switch node.kind {
        case .attributeClause:
            cells.range(node).dropFirst().first.map { cells.token($0).kind == .string } == true
                ? "text" : nil
        case .reading, .inForce: "reading"
        case .fromClause, .whenClause, .becauseClause: nil
        default: "\(node.kind)"
        }
    }
}

/// How words of a rule stand under each other.
enum RuleWords {
    static func gap(behind word: String) -> Int { max(1, RowBuilder.conditionColumn - word.count) }
}

extension SyntaxKind {
    /// What a package says of itself. Roles are short, and keep their claims near.
    var isClauseOfPackage: Bool {
        switch self {
        case .attributeClause, .phaseClause, .measureClause, .monitorClause, .failureClause, .paysClause:
            true
        default: false
        }
    }

    /// Items of which authors put several on a line.
    var sharesLines: Bool {
        switch self {
        case .reading, .inForce, .member, .allListed, .expectation, .attributeClause, .roleClause,
            .disputedValue, .sourceField, .caseField:
            true
        default: false
        }
    }
}
