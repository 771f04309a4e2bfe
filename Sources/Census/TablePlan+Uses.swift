import RuleModel

extension TablePlan {
    /// What a column is taken for of which nothing is said.
    static func use(of name: String, _ rules: RuleBase, _ subject: Subject) -> Use {
        let read: Read
        if case .members(let collection, let keys) = subject {
            if keys.contains(name) { return .key }
            let plain = plain(name)
            if plain == "name" || plain == rules[collection].name { return .name }
            if let parent = rules[collection].parent, plain == rules[parent].name { return .parent }
            guard let attribute = attribute(named: plain, of: collection, in: rules) else { return .unnamed }
            read = .attribute(attribute)
        } else if let diagnostic = diagnostic(named: name, in: rules) {
            read = .diagnostic(diagnostic)
        } else {
            return .unnamed
        }
        let type = rules.type(of: read)
        return .reading(
            ReadColumn(
                subject: read, type: type, unit: ColumnUnit(unstatedFor: type), isUnitStated: false, words: []
            ))
    }

    /// What a mapping says of a column.
    static func use(
        _ statement: TableMapping.ColumnStatement, _ rules: RuleBase, _ subject: Subject
    ) throws(TableFault) -> Use {
        let name: String
        switch statement.meaning {
        case .key: return .key
        case .ignored: return .ignored
        case .name:
            if case .members = subject { return .name }
            throw TableFault(
                "`name` is the name of a member, in a table of members",
                help: "the columns that name a cluster are its key: column NAME is key")
        case .reading(let named): name = named
        }
        let read: Read
        if case .members(let collection, _) = subject {
            if let parent = rules[collection].parent, rules[parent].name == name { return .parent }
            guard let attribute = attribute(named: name, of: collection, in: rules) else {
                let known = rules.attributes.filter { $0.collection == collection }.map(\.name)
                throw TableFault(
                    "nothing called `\(name)` is asked of a \(rules[collection].name)",
                    help: "it has \(list(known))")
            }
            read = .attribute(attribute)
        } else if let place = rules.diagnostics.firstIndex(where: { $0.name == name }) {
            read = .diagnostic(ID(place))
        } else {
            if let word = closestName(to: name, among: ["key", "ignored"]) {
                throw TableFault(
                    "no diagnostic is called `\(name)`", help: "did you mean `\(word)`?")
            }
            throw unknown(name, rules)
        }
        let type = rules.type(of: read)
        let unit =
            if let words = statement.unit {
                Optional(try ColumnUnit(words, for: type))
            } else {
                ColumnUnit(unstatedFor: type)
            }
        return .reading(
            ReadColumn(
                subject: read, type: type, unit: unit, isUnitStated: statement.unit != nil,
                words: statement.values))
    }

    /// What a mapping says of every row, as a column of its own.
    static func column(
        _ constant: TableMapping.Constant, beside columns: [Column], _ rules: RuleBase
    ) throws(TableFault) -> Column {
        guard let place = rules.diagnostics.firstIndex(where: { $0.name == constant.diagnostic }) else {
            throw unknown(constant.diagnostic, rules)
        }
        let read = Read.diagnostic(ID(place))
        let same = columns.first { column in
            if case .reading(let other) = column.use { other.subject == read } else { false }
        }
        if let same {
            throw TableFault(
                "`\(constant.diagnostic)` is said of every row, and in the column `\(same.name)` as well",
                help: "leave one of the two out: column \(quoted(same.name)) is ignored")
        }
        let type = rules.type(of: read)
        let value = TableMapping.Word(text: constant.value, meaning: constant.value)
        return Column(
            name: constant.diagnostic,
            use: .reading(
                ReadColumn(
                    subject: read, type: type, unit: ColumnUnit(unstatedFor: type), isUnitStated: true,
                    words: [value])),
            constant: constant.value)
    }

    private static func unknown(_ name: String, _ rules: RuleBase) -> TableFault {
        let near = closestName(to: name, among: rules.diagnostics.map(\.name))
        return TableFault(
            "no diagnostic is called `\(name)`",
            help: near.map { "did you mean `\($0)`?" } ?? "list them with: distretto vocabulary")
    }

    private static func attribute(
        named name: String, of collection: ID<Collection>, in rules: RuleBase
    ) -> ID<Attribute>? {
        rules.attributes.firstIndex { $0.collection == collection && $0.name == name }.map { ID($0) }
    }
}

extension RuleBase {
    func type(of read: TablePlan.Read) -> ValueType {
        switch read {
        case .diagnostic(let id): self[id].measurement.type
        case .attribute(let id): self[id].measurement.type
        }
    }

    func name(of read: TablePlan.Read) -> String {
        switch read {
        case .diagnostic(let id): self[id].name
        case .attribute(let id): self[id].name
        }
    }
}
