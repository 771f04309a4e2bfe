import Notation

// Decision tables: each row is a rule.

extension Builder {
    /// The rows of all tables as rules named `TABLE-VALUE`, numbered where a value has several rows.
    mutating func buildTables() -> [Rule] {
        var taken: Set<String> = []
        var rows: [Rule] = []
        for table in declarations.tables {
            guard let name = table.name,
                let classification = resolve(name, .classification, as: Classification.self)
            else { continue }
            if let owner = rules[classification].collection {
                report(
                    "wrong-kind",
                    "`\(name.text)` is said of \(withArticle(rules[owner].name)), and a table is about the cluster",
                    at: name.place, label: "not the cluster's",
                    help: ["write a rule with `for each` for every row"])
                continue
            }
            let columns = table.first(.columnsClause)?.names() ?? []
            let because = table.first(.becauseClause)?.string ?? ""
            for row in table.all(.rowClause) {
                guard var rule = self.row(row, of: classification, columns, because) else { continue }
                rule.name = free(rule.name, &taken)
                rowPlaces[rule.name] = row.name?.place
                rows.append(rule)
            }
        }
        return rows
    }

    private func free(_ name: String, _ taken: inout Set<String>) -> String {
        var candidate = name
        var number = 2
        while names[.rule, candidate] != nil || !taken.insert(candidate).inserted {
            candidate = "\(name)-\(number)"
            number += 1
        }
        return candidate
    }

    private mutating func row(
        _ node: SyntaxNode, of classification: ID<Classification>, _ columns: [SyntaxToken], _ because: String
    ) -> Rule? {
        let table = rules[classification].name
        let claims = claims(node)
        claimsForThresholds = allKnown(claims, in: node)
        defer { claimsForThresholds = nil }
        guard let value = node.name,
            let place = valuePlace(value, rules[classification].values, of: .words(table))
        else { return nil }
        let cells = node.all(.cell)
        if cells.count != columns.count, !isBroken(node) {
            report(
                "wrong-number-of-cells",
                "the row `\(value.text)` has \(cells.count) cells for \(columns.count) columns",
                at: value.place,
                label: "\(cells.count) cells", help: ["leave a cell empty or write `-` for what is not asked"]
            )
            return nil
        }
        if node.first(.fromClause) == nil, !isBroken(node) {
            report(
                "rule-without-claim", "the row `\(value.text)` names no claim that it stands on",
                at: value.place,
                label: "no `from`", help: ["write `from CLAIM` at its end"])
        }
        var conditions: [Condition] = []
        var isSound = !isBroken(node)
        nextVariable = 0
        for (column, cell) in zip(columns, cells) {
            guard let values = cell.first(.valueSet) else { continue }
            if let condition = self.cell(column, values) {
                conditions.append(condition)
            } else {
                isSound = false
            }
        }
        guard isSound else { return nil }
        return Rule(
            name: "\(table)-\(value.text)",
            condition: conditions.count > 1 ? .all(conditions) : conditions.first,
            conclusions: [.classification(classification, value: place, of: .cluster)],
            because: node.first(.becauseClause)?.string ?? because, claims: claims,
            kind: .tableRow(table: table),
            origin: origin(value))
    }

    private func hasValue(_ word: String, _ found: (kind: NameKind, index: Int)) -> Bool {
        switch found.kind {
        case .diagnostic:
            rules.values(of: rules.diagnostics[found.index].measurement.type)?.contains(word) == true
        case .classification: rules.classifications[found.index].values.contains { $0.name == word }
        default: false
        }
    }

    private mutating func cell(_ column: SyntaxToken, _ node: SyntaxNode) -> Condition? {
        guard let found = resolve(column, [.diagnostic, .classification, .concept]) else { return nil }
        if ["any", "anything", "every", "all"].contains(node.wording), !hasValue(node.wording, found) {
            report(
                "unknown-value", "`\(node.wording)` is not a value of `\(column.text)`", at: node.place,
                label: "write `-` for what is not asked",
                suggestion: Finding.Suggestion(place: node.place, replacement: "-"))
            return nil
        }
        switch found.kind {
        case .diagnostic:
            usage.diagnostics.insert(found.index)
            guard !untyped.contains(.diagnostic(found.index)) else { return nil }
            let type = rules.diagnostics[found.index].measurement.type
            let context = context(type, .token(column))
            checkGrounds(node, context, nil)
            return values(node, context).map {
                .lies(.diagnostic(ID(found.index)), in: $0, Threshold(wording: "is \(node.wording)"))
            }
        case .classification:
            let values = rules.classifications[found.index].values
            guard let mask = places(node, values, of: .token(column)) else { return nil }
            let parts = values.indices.filter { mask >> UInt64($0) & 1 == 1 }
                .map { Condition.classification(ID(found.index), value: $0, of: .cluster) }
            return parts.count == 1 ? parts[0] : .any(parts)
        default:
            let context = ValueContext(type: .yesNo, subject: .token(column))
            guard let set = values(node, context) else { return nil }
            let concept = Condition.concept(ID(found.index), of: .cluster)
            return set == .yes ? concept : .not(concept)
        }
    }
}
