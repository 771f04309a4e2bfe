import RuleModel

/// What a result has to say of each row.
public enum OutputColumn: Hashable, Sendable {
    /// The row's number.
    case row
    /// A column of the table as it stands, by place.
    case input(Int)
    /// The first packages of the programme.
    case programme
    /// What `recommend` would ask first.
    case question
    case classification(ID<Classification>)
    /// Where a package stands.
    case package(ID<Package>)
    /// The verdict on a package's recommendation by itself.
    case verdict(ID<Package>)
}

extension OutputColumn {
    /// Groups and single columns by name, in the order given.
    ///
    /// - Parameter names: `key`, `row`, `programme`, `question`, `classifications`, `packages`, `verdicts`, or
    ///   the name of a package, a classification or a column of the table.
    public static func named(_ names: [String], plan: TablePlan) throws(TableFault) -> [OutputColumn] {
        let rules = plan.rules
        var columns: [OutputColumn] = []
        for name in names {
            switch name {
            case "key": columns += plan.keys.isEmpty ? [.row] : plan.keys.map { .input($0) }
            case "row": columns.append(.row)
            case "programme": columns.append(.programme)
            case "question": columns.append(.question)
            case "classifications": columns += rules.clusterClassifications.map { .classification($0) }
            case "packages": columns += rules.packages.indices.map { .package(ID($0)) }
            case "verdicts": columns += rules.packages.indices.map { .verdict(ID($0)) }
            default:
                if let place = plan.columns.firstIndex(where: { $0.name == name }) {
                    columns.append(.input(place))
                } else if let place = rules.packages.firstIndex(where: { $0.name == name }) {
                    columns.append(.package(ID(place)))
                } else if let place = rules.clusterClassifications.first(where: { rules[$0].name == name }) {
                    columns.append(.classification(place))
                } else {
                    throw TableFault(
                        "a result has no column `\(name)`",
                        help:
                            "name key, row, programme, question, classifications, packages or verdicts; a package, "
                            + "a classification, or a column of the table")
                }
            }
        }
        let heads = columns.map { $0.name(in: plan) }
        if let twice = heads.indices.first(where: { heads[..<$0].contains(heads[$0]) }) {
            throw TableFault(
                "the result would have two columns `\(heads[twice])`",
                help: "say with --columns which to write")
        }
        return columns
    }

    /// The column's head.
    public func name(in plan: TablePlan) -> String {
        switch self {
        case .row: "row"
        case .input(let place): plan.columns[place].name
        case .programme: "programme"
        case .question: "question"
        case .classification(let id): plan.rules[id].name
        case .package(let id): plan.rules[id].name
        case .verdict(let id): "verdict of \(plan.rules[id].name)"
        }
    }
}

extension TablePlan {
    /// The places of the columns that name a row.
    public var keys: [Int] {
        columns.indices.filter { if case .key = columns[$0].use { true } else { false } }
    }
}

extension RuleBase {
    /// Classifications of the cluster itself, in order of name.
    var clusterClassifications: [ID<Classification>] {
        classifications.indices.map { ID($0) }.filter { self[$0].collection == nil }
    }
}
