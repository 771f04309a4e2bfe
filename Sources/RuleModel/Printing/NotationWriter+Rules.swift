// Rules, tables and reports in notation.

extension NotationWriter {
    mutating func writeRules() {
        for rule in rules.rules { writeAny(rule) }
        for misconception in rules.misconceptions {
            write(misconception.rule, as: "misconception", unsettledBy: misconception.unsettledBy)
        }
        for report in rules.reports {
            write(
                joined(
                    "report", report.name, quoted(report.title), "=", expression(report.expression),
                    from(report.claims)))
        }
    }

    /// A rule of its own, or the row of a table.
    mutating func writeAny(_ rule: Rule) {
        if let table = table(rule) { writeRow(rule, table) } else { write(rule, as: "rule") }
    }

    private mutating func write(_ rule: Rule, as keyword: String, unsettledBy cases: [String] = []) {
        block(joined(keyword, rule.name, optional(rule.title))) { writer in
            if !rule.bindings.isEmpty {
                writer.write("for each " + rule.bindings.map(writer.text).joined(separator: ", "))
            }
            if let condition = rule.condition { writer.write("when " + writer.condition(condition)) }
            for exception in rule.exceptions {
                writer.write(
                    "unless \(writer.condition(exception.condition)) presume \(writer.quoted(exception.presumption))"
                )
            }
            for conclusion in rule.conclusions { writer.write(writer.text(of: conclusion)) }
            if !rule.because.isEmpty { writer.write(writer.optional("because", rule.because)) }
            if !rule.claims.isEmpty { writer.write(writer.from(rule.claims)) }
            for value in rule.lensValues { writer.write(writer.text(of: value)) }
            if !cases.isEmpty { writer.write("unsettled-by " + cases.joined(separator: ", ")) }
        }
    }

    private func text(of binding: Rule.Binding) -> String {
        let filter = binding.filter.map { "where \(unary($0))" }
        let letter = NotationWriter.letter(binding.variable)
        switch binding.range {
        case .packages: return joined("package", letter, filter)
        case .members(let collection, parent: let parent):
            return joined(
                rules[collection].name, letter, parent.map { "of \(NotationWriter.letter($0))" }, filter)
        }
    }

    // MARK: Conclusions

    func text(of conclusion: Conclusion) -> String {
        switch conclusion {
        case .concept(let concept, of: let bearer):
            return joined("conclude", subject(bearer), rules[concept].name)
        case .classification(let id, value: let value, of: let bearer):
            return joined("conclude", subject(bearer), rules[id].name, "is", rules[id].values[value].name)
        case .recommend(let package, let how):
            return joined(
                "recommend", self.package(package), word(how.strength),
                how.through.map { "through \(rules[$0].name)" },
                how.targeting.map { "targeting \(NotationWriter.letter($0))" },
                how.with.isEmpty ? "" : "with " + how.with.map { rules[$0].name }.joined(separator: ", "))
        case .adviseAgainst(let package, let objection):
            return "advise against \(self.package(package)) as \(word(objection))"
        case .caution(let subject): return "caution \(text(of: subject))"
        case .require(let prerequisite, before: let package):
            return "require \(text(of: prerequisite)) before \(self.package(package))"
        case .sequence(let first, before: let second):
            return "sequence \(package(first)) before \(package(second))"
        case .prefer(let first, over: let second): return "prefer \(package(first)) over \(package(second))"
        case .choose(let comparison, let number, of: let options):
            return
                "choose \(words(comparison)) \(number) of { \(options.map(package).joined(separator: "; ")) }"
        case .withdraw(let package, jointlyWith: let partners):
            let jointly =
                partners.isEmpty ? "" : "jointly with " + partners.map(self.package).joined(separator: ", ")
            return joined("withdraw", self.package(package), jointly)
        case .assign(let role, of: let package, to: let actor):
            return "assign \(rules[role].name) of \(self.package(package)) to \(rules[actor].name)"
        }
    }

    private func subject(_ bearer: Bearer) -> String {
        if case .member(let variable) = bearer { NotationWriter.letter(variable) } else { "" }
    }

    /// Nothing for what is meant where nothing is said.
    func word(_ strength: Strength) -> String {
        switch strength {
        case .firmly: "firmly"
        case .plainly: ""
        case .tentatively: "tentatively"
        }
    }

    func word(_ objection: Objection) -> String {
        switch objection {
        case .notNeeded: "not-needed"
        case .harmful: "harmful"
        case .disputed: "disputed"
        }
    }

    func text(of subject: CautionSubject) -> String {
        switch subject {
        case .package(let package): self.package(package)
        case .measure(let id): rules[id].name
        case .concept(let id): rules[id].name
        case .classification(let id, value: let value):
            joined(rules[id].name, value.map { "is \(rules[id].values[$0].name)" })
        }
    }

    func text(of prerequisite: Prerequisite) -> String {
        switch prerequisite {
        case .package(let package): self.package(package)
        case .concept(let id): rules[id].name
        case .diagnostic(let id): rules[id].name
        }
    }

    // MARK: Rows of tables

    /// The table a rule is a row of, if it can be written as one.
    private func table(_ rule: Rule) -> (column: [String], cells: [String], value: String)? {
        guard case .tableRow = rule.kind, let condition = rule.condition,
            case .classification(let id, value: let value, of: .cluster)? = rule.conclusions.first
        else { return nil }
        var columns: [String] = [], cells: [String] = []
        let parts = if case .all(let parts) = condition { parts } else { [condition] }
        for part in parts {
            guard let (column, cell) = cell(part) else { return nil }
            columns.append(column)
            cells.append(cell)
        }
        return (columns, cells, rules[id].values[value].name)
    }

    private func cell(_ condition: Condition) -> (String, String)? {
        switch condition {
        case .lies(.diagnostic(let id), in: let set, _):
            return (rules[id].name, values(set, rules[id].measurement.type))
        case .concept(let id, of: .cluster): return (rules[id].name, "yes")
        case .not(.concept(let id, of: .cluster)): return (rules[id].name, "no")
        case .classification(let id, value: let value, of: .cluster):
            return (rules[id].name, rules[id].values[value].name)
        case .any(let parts):
            let cells = parts.map(cell)
            guard let column = cells.first??.0, cells.allSatisfy({ $0?.0 == column }) else { return nil }
            return (column, cells.compactMap { $0?.1 }.joined(separator: " or "))
        default: return nil
        }
    }

    /// A table of the one row: which rows stood together has no meaning.
    private mutating func writeRow(_ rule: Rule, _ table: (column: [String], cells: [String], value: String))
    {
        guard case .tableRow(let name) = rule.kind else { return }
        block("table \(name)") { writer in
            writer.write("columns " + table.column.joined(separator: ", "))
            writer.write(
                writer.joined(
                    "row", table.value, table.cells.joined(separator: ", "),
                    writer.optional("because", rule.because),
                    writer.from(rule.claims)))
        }
    }
}
