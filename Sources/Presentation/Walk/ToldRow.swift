import RuleModel

/// One thing that a situation tells.
struct ToldRow {
    /// The member of a collection that it is told of.
    struct Bearer: Hashable {
        var collection: ID<Collection>
        var name: String
        var title: String
    }
    /// Told apart by its words, since the places of members move from stage to stage.
    struct Told: Hashable {
        var name: String
        var bearer: Bearer?
        var reading: Reading?
    }
    var name: String
    var section: ID<Section>?
    var bearer: Bearer?
    var type: ValueType = .yesNo
    /// Of a classification, which has no type of its own.
    var values: [NamedValue]?
    /// `nil`: that the member is there.
    var reading: Reading?
    var told: Told { Told(name: name, bearer: bearer, reading: reading) }

    /// All of a situation, in order of the vocabulary; members stand behind.
    static func all(_ situation: Situation, _ rules: RuleBase) -> [ToldRow] {
        var rows = situation.readings.keys.sorted().map { id in
            ToldRow(
                name: rules[id].name, section: rules[id].section, type: rules[id].measurement.type,
                reading: situation.readings[id])
        }
        rows += stated(situation.statements, of: nil, rules)
        // That something is not in force yet would give away what is worth thinking of.
        rows += situation.inForce.keys.sorted().filter { situation.inForce[$0]?.possible != .no }.map { id in
            ToldRow(name: "\(rules[id].name) in force", reading: situation.inForce[id])
        }
        for collection in situation.members.keys.sorted() {
            for member in situation.members[collection] ?? [] {
                let bearer = Bearer(collection: collection, name: member.name, title: member.title)
                rows.append(ToldRow(name: "", bearer: bearer))
                rows += member.attributes.keys.sorted().map { id in
                    ToldRow(
                        name: rules[id].name, bearer: bearer, type: rules[id].measurement.type,
                        reading: member.attributes[id])
                }
                rows += stated(member.statements, of: bearer, rules)
            }
        }
        return rows
    }

    private static func stated(_ statements: Statements, of bearer: Bearer?, _ rules: RuleBase) -> [ToldRow] {
        statements.concepts.keys.sorted().map { id in
            ToldRow(
                name: rules[id].name, section: rules[id].section, bearer: bearer,
                reading: statements.concepts[id])
        }
            + statements.classifications.keys.sorted().map { id in
                ToldRow(
                    name: rules[id].name, section: rules[id].section, bearer: bearer,
                    values: rules[id].values, reading: statements.classifications[id])
            }
            + statements.classificationValues.keys.sorted().map { value in
                let declared = rules[value.classification]
                return ToldRow(
                    name: "\(declared.name) is \(declared.values[value.value].name)",
                    section: declared.section, bearer: bearer,
                    reading: statements.classificationValues[value])
            }
    }
}
