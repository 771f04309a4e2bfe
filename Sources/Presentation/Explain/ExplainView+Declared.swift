import Inference
import RuleModel

// What is declared and never concluded: a measure, an actor, a member of the cluster.

extension ExplainView {
    func explained(_ declaration: Declaration) -> Document {
        let thing = DeclaredThing(declaration, in: rules)
        var document = Document([
            .title(Prose("\(thing.kind) \(thing.name)"), aside: .faint(place(thing.origin)))
        ])
        if !thing.title.isEmpty { document.add(.paragraph(Prose(thing.title))) }
        document.add(thing.details.map { .paragraph(.faint($0)) })
        if let figure = figure(of: declaration) { document.add(.paragraph(.faint("here: ") + figure)) }
        document.add(ClaimLines(rules: rules).blocks(thing.claims))
        if !thing.uses.isEmpty {
            document.add([.heading("WHERE IT IS USED")] + thing.uses.map { .item("·", $0) })
        }
        return document
    }

    /// What a report comes to in this case.
    func figure(of declaration: Declaration) -> Prose? {
        guard case .report(let report) = declaration else { return nil }
        let figure = evaluation.figure(of: rules[report].expression)
        return phraser.value(
            possible: figure.possible, presumed: figure.presumed, phraser.type(of: figure.expression))
    }

    /// A member of the cluster with what is known of it.
    func explained(_ member: MemberID) -> Document {
        let collection = rules[member.collection]
        let known = evaluation.history.last?[member]
        var document = Document([
            .title(Prose("\(collection.name) \(phraser.name(of: member))"), aside: .faint(situation))
        ])
        if let title = known?.title, !title.isEmpty { document.add(.paragraph(Prose(title.asSentence))) }
        document.add(
            readings(of: member).map { .item("·", .name($0.name), aside: "", below: [.paragraph($0.text)]) })
        let facts = evaluation.facts.filter { $0.isAbout(member) && evaluation.verdict(of: $0) >= .open }
        if !facts.isEmpty {
            document.add([.heading("WHAT FOLLOWS")])
            document.add(facts.map { .item(evaluation.verdict(of: $0).sign, Prose(phraser.phrase($0))) })
            document.add([.gap, .paragraph(ProofView.legend)])
        }
        return document
    }

    /// Every attribute of a member's collection with what the case says of it.
    func readings(of member: MemberID) -> [(name: String, text: Prose)] {
        let known = evaluation.history.last?[member]
        return rules.attributes.indices.filter { rules.attributes[$0].collection == member.collection }
            .map { place in
                let attribute = rules.attributes[place]
                return (
                    attribute.name, phraser.phrase(known?.attributes[ID(place)], attribute.measurement.type)
                )
            }
    }
}

extension Fact {
    /// Whether it is a concept or a value of this member.
    fileprivate func isAbout(_ member: MemberID) -> Bool {
        switch self {
        case .concept(_, member), .classification(_, member), .recommendedFor(_, member): true
        default: false
        }
    }
}
