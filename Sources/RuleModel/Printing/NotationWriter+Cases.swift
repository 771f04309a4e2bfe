// Cases and tests in notation.

extension NotationWriter {
    mutating func write(_ cluster: ClusterCase) {
        block("case \(cluster.name) \(quoted(cluster.title))") { writer in
            for field in cluster.fields { writer.write("\(field.name) \(writer.quoted(field.text))") }
            writer.write(cluster.stages)
        }
    }

    mutating func write(_ test: RuleTest) {
        block("test \(quoted(test.title))") { $0.write(test.stages) }
    }

    private mutating func write(_ stages: [Stage]) {
        if stages.count == 1, stages[0].name == "now", stages[0].title.isEmpty, stages[0].from == nil,
            stages[0].to == nil
        {
            return writeItems(of: stages[0])
        }
        for stage in stages {
            let head = joined(
                "stage", stage.name, quoted(stage.title), stage.previous.map { "after \(stages[$0].name)" },
                stage.from.map { "from \(period($0))" }, stage.to.map { "to \(period($0))" })
            block(head) { $0.writeItems(of: stage) }
        }
    }

    private mutating func writeItems(of stage: Stage) {
        for statement in stage.statements { write(statement) }
        for question in stage.questions { write("question \(quoted(question.text))") }
        for deed in stage.deeds {
            write(
                joined(
                    "done", quoted(deed.text), deed.by.map { "by \($0)" },
                    deed.package.map { "as \(rules[$0].name)" },
                    at(deed.citations)))
        }
        for outcome in stage.outcomes {
            write(joined("outcome", quoted(outcome.text), at(outcome.citations)))
        }
        for override in stage.overrides {
            write(
                joined(
                    "override", override.kind == .add ? "add" : "reject", rules[override.package].name,
                    quoted(override.reason), "by", quoted(override.by)))
        }
        guard !stage.expectations.isEmpty else { return }
        block("expect") { writer in
            for expectation in stage.expectations { writer.write(writer.text(of: expectation)) }
        }
    }

    // MARK: Statements

    mutating func write(_ statement: Statement) {
        switch statement {
        case .diagnostic(let id, let reading): write(rules[id].name, reading, rules[id].measurement.type)
        case .attribute(let id, let reading): write(rules[id].name, reading, rules[id].measurement.type)
        case .concept(let id, let reading): write(rules[id].name, reading, .yesNo)
        case .classification(let id, let reading):
            let names = rules[id].values.map(\.name)
            write(rules[id].name, reading, sign: "is", isUnknownPossible: true) { writer, set in
                if case .members(let mask) = set { writer.members(mask, names, isOrdered: false) } else { "" }
            }
        case .classificationValue(let value, let reading):
            let classification = rules[value.classification]
            let isNo = (reading.basis == .assumed ? reading.presumed : reading.possible) == .no
            write(
                joined(
                    classification.name, isNo ? "is not" : "is", classification.values[value.value].name,
                    parts(of: reading)))
        case .inForce(let id, let reading):
            let isNo = (reading.basis == .assumed ? reading.presumed : reading.possible) == .no
            write(joined(isNo ? "not" : "", "in force", rules[id].name, parts(of: reading)))
        case .member(let id, name: let name, title: let title, let inside, _):
            let head = joined(rules[id].name, name, optional(title))
            guard !inside.isEmpty else { return write(head + " { }") }
            block(head) { writer in
                for statement in inside { writer.write(statement) }
            }
        case .memberGone(let id, name: let name, _): write("\(rules[id].name) \(name) gone")
        case .allListed(let id): write("all \(rules[id].plural) listed")
        case .notAllListed(let id): write("not all \(rules[id].plural) listed")
        }
    }

    /// What stands behind the value of a reading.
    private func parts(of reading: Reading) -> String {
        joined(
            at(reading.citations), reading.basis == .assumed ? joined("assumed", optional(reading.note)) : "",
            reading.basis == .assumed ? "" : optional(reading.note))
    }

    private mutating func write(_ name: String, _ reading: Reading, _ type: ValueType) {
        if type == .yesNo, reading.basis == .stated || reading.basis == .assumed {
            let said = reading.basis == .assumed ? reading.presumed : reading.possible
            if said == .yes { return write(joined(name, parts(of: reading))) }
            if said == .no { return write(joined("not", name, parts(of: reading))) }
        }
        let isTelling = reading.possible != rules.domain(of: type) || !(type.isQuantity || type == .text)
        write(name, reading, sign: type.isQuantity ? "=" : "is", isUnknownPossible: isTelling) {
            writer, set in
            writer.values(set, type)
        }
    }

    private mutating func write(
        _ name: String, _ reading: Reading, sign: String, isUnknownPossible: Bool,
        _ values: (NotationWriter, ValueSet) -> String
    ) {
        switch reading.basis {
        case .unknown: write(joined(name, "unknown", optional(reading.note)))
        case .disputed:
            block("\(name) disputed") { writer in
                for side in reading.sides {
                    writer.write(
                        writer.joined(
                            values(writer, side.value), writer.at(side.citations), writer.optional(side.note))
                    )
                }
            }
        case .assumed: write(joined(name, sign, values(self, reading.presumed), parts(of: reading)))
        case .stated, .carriedOver:
            let presumed =
                reading.presumed == reading.possible ? "" : "presumably \(values(self, reading.presumed))"
            write(joined(name, sign, values(self, reading.possible), presumed, parts(of: reading)))
        }
    }

    // MARK: Expectations

    private func text(of expectation: Expectation) -> String {
        var manner = "", verdict = ""
        switch expectation.manner {
        case .holds: break
        case .fails: manner = "not"
        case .isOpen: manner = "open"
        case .exactly(let number):
            // What is no, or presumably so, is read more easily with "not" before it.
            if number < 0 { manner = "not" }
            verdict =
                "as "
                + (["no", "presumably-no", "open", "presumably-yes", "yes"][min(max(number + 2, 0), 4)])
        }
        return joined(
            manner, text(of: expectation.claim), verdict, from(expectation.claims), at(expectation.citations))
    }

    private func text(of expected: Expected) -> String {
        switch expected {
        case .recommend(let package, through: let actor, targeting: let members):
            recommended(package, "", actor, members)
        case .recommendAs(let strength, let package, through: let actor, targeting: let members):
            recommended(package, strength == .plainly ? "plainly" : word(strength), actor, members)
        case .adviseAgainst(let package, let objection):
            joined("advise against", rules[package].name, objection.map { "as \(word($0))" })
        case .caution(let subject): "caution \(text(of: subject))"
        case .require(let prerequisite, before: let package):
            "require \(text(of: prerequisite)) before \(rules[package].name)"
        case .sequence(let first, before: let second):
            "sequence \(rules[first].name) before \(rules[second].name)"
        case .prefer(let first, over: let second): "prefer \(rules[first].name) over \(rules[second].name)"
        case .withdraw(let package): "withdraw \(rules[package].name)"
        case .choose(let package): "choose \(rules[package].name)"
        case .assign(let role, of: let package, to: let actor):
            "assign \(rules[role].name) of \(rules[package].name) to \(rules[actor].name)"
        case .contested(let package): "contested \(rules[package].name)"
        case .first(let package): "first \(rules[package].name)"
        case .rule(let rule): "rule \(rules[rule].name) applies"
        case .condition(.listed(.atLeast, 2, of: let parts)): contested(parts)
        case .condition(let condition): self.condition(condition)
        case .report(let report, let comparison, let set): reported(rules[report], comparison, set)
        case .memberConcept(_, let member, let concept):
            "\(rules[concept].name) of \(member)"
        case .memberClassification(_, let member, let value):
            "\(rules[value.classification].name) of \(member) is \(rules[value.classification].values[value.value].name)"
        }
    }

    private func recommended(
        _ package: ID<Package>, _ strength: String, _ actor: ID<Actor>?, _ members: [String]
    ) -> String {
        joined(
            "recommend", rules[package].name, strength, actor.map { "through \(rules[$0].name)" },
            members.isEmpty ? "" : "targeting \(members.joined(separator: ", "))")
    }

    /// Two values of one classification at once, which is said by its name alone.
    private func contested(_ parts: [Condition]) -> String {
        guard case .classification(let id, value: _, of: _)? = parts.first else {
            return condition(.listed(.atLeast, 2, of: parts))
        }
        return "contested \(rules[id].name)"
    }

    private func reported(_ report: Report, _ comparison: Comparison, _ set: ValueSet) -> String {
        let bounds = TickRange(rules.bounds(of: report.expression).lower, .max)
        return "report \(report.name) \(test(set, rules.type(of: report.expression), bounds: bounds))"
    }
}

/// A test in the notation, as `print(_:)` writes those of a rule base.
public func print(_ test: RuleTest, in rules: RuleBase) -> String {
    var writer = NotationWriter(rules: rules)
    writer.write(test)
    return writer.text
}
