// Which parts of an item are cells of their own.

extension CellMaker {
    /// The tokens with which cells begin in an item, besides its first.
    func starts(in node: SyntaxNode) -> [Int: Start] {
        var starts: [Int: Start] = [:]
        for element in node.elements {
            switch element {
            case .node(let child):
                guard let start = start(of: child.kind, in: node.kind) else { continue }
                starts[range(child).lowerBound] = start
            case .token(let token):
                guard let start = start(ofOwn: token, in: node) else { continue }
                starts[token.index] = start
            }
        }
        return starts
    }

    private func start(of kind: SyntaxKind, in parent: SyntaxKind) -> Start? {
        switch kind {
        case .atClause where parent == .claimDeclaration: Start(gap: 1, linesUp: false)
        case .firmnessClause, .restatesClause, .figureClause, .fromCaseClause: Start(gap: 1, linesUp: false)
        case .fromClause, .atClause, .assumedFlag, .judgementClause, .changingFlag, .changedByClause,
            .askClause, .measureHint, .meansClause:
            Start(gap: 3)
        case .becauseClause where parent == .rowClause: Start(gap: 3)
        case .cell: Start(gap: 1, canMove: false, keepsBreak: false)
        default: nil
        }
    }

    private func start(ofOwn token: SyntaxToken, in node: SyntaxNode) -> Start? {
        let offset = token.index - range(node).lowerBound
        guard offset > 0 else { return nil }
        switch (node.kind, token.kind) {
        case (.reading, .string): return Start(gap: 3)
        case (.criterionDeclaration, .string), (.conceptDeclaration, .string), (.claimDeclaration, .string):
            return Start(gap: 1, linesUp: false)
        case (.measureClause, .string), (.attributeClause, .string), (.disputeSide, .string),
            (.sourceField, _), (.caseField, .string), (.valueDeclaration, .string),
            (.actorDeclaration, .string), (.roleDeclaration, .string), (.indicatorDeclaration, .string),
            (.phaseClause, .string):
            return Start(gap: 1, canMove: false, keepsBreak: false)
        case (.reportDeclaration, .equals): return Start(gap: 1)
        case (.roleClause, .word) where offset == 2:
            return Start(gap: 1, canMove: false, keepsBreak: false)
        case (.overrideClause, .string) where !self.token(token.index - 1).spells("by"):
            return Start(gap: 1, linesUp: false)
        case (.overrideClause, .word) where token.spells("by"): return Start(gap: 1, linesUp: false)
        case (.doneClause, .word) where token.spells("by") || token.spells("as") && previousIsText(token):
            return Start(gap: 1, linesUp: false)
        case (.unlessClause, .word) where token.spells("presume"): return Start(gap: 3)
        default: return nil
        }
    }

    private func previousIsText(_ token: SyntaxToken) -> Bool { self.token(token.index - 1).kind == .string }

    /// The judgement at the very end of a condition, however deep the tree has it.
    func lastJudgement(in condition: SyntaxNode) -> Int? {
        let end = range(condition).upperBound
        var node = condition
        while let last = Array(node.children).last, range(last).upperBound == end {
            if last.kind == .judgementClause { return range(last).lowerBound }
            node = last
        }
        return nil
    }
}
