import Notation

// What a case says of its classifications.

extension Builder {
    mutating func classified(
        _ node: SyntaxNode, _ name: SyntaxToken, _ id: ID<Classification>, _ isNot: Bool
    ) -> Statement? {
        let classification = rules[id]
        let values = classification.values
        let domain = ValueSet.members(RuleBase.mask(count: values.count))
        let subject = Mention.token(name)
        if classification.isSeveral, node.has("unknown", from: 1) || node.has("disputed", from: 1) {
            report(
                "wrong-kind", "\(subject.text) can have several values at once, so each is told by itself",
                at: name.place,
                label: "said of all values together", help: ["say nothing of the values that nobody knows"])
            return nil
        }
        if isNot, refuseDenial(of: name, node) { return nil }
        if let special = unknownOrDisputed(
            node, domain,
            { builder, set in
                builder.places(set, values, of: subject).map { .members($0) }
            })
        {
            return special.reading.map { .classification(id, $0) }
        }
        guard let set = node.first(.valueSet) else {
            if !isBroken(node) { reportNoValue(name, values) }
            return nil
        }
        guard let mask = places(set, values, of: subject) else { return nil }
        // `not X is V` and `X is not V` say the same, and both together take it back.
        let isDenied = isDenied(node) != isNot
        if classification.isSeveral {
            guard mask.nonzeroBitCount == 1 else {
                report(
                    "wrong-kind", "`\(name.text)` can have several values at once, so each is told by itself",
                    at: set.place, label: "more than one value", help: ["write one line for each value"])
                return nil
            }
            var reading = Reading(possible: isDenied ? .no : .yes, origin: origin(node))
            finish(&reading, node, ValueContext(type: .yesNo, subject: subject), domain: .yesOrNo)
            return .classificationValue(ClassificationValue(id, mask.trailingZeroBitCount), reading)
        }
        let possible = isDenied ? RuleBase.mask(count: values.count) & ~mask : mask
        guard possible != 0 else { return nil }
        var reading = Reading(possible: .members(possible), origin: origin(node))
        presume(&reading, node, values, subject)
        finish(&reading, node, nil, domain: domain)
        return .classification(id, reading)
    }

    /// `presumably` behind a classification names its values, which no type lists.
    private mutating func presume(
        _ reading: inout Reading, _ node: SyntaxNode, _ values: [NamedValue], _ subject: Mention
    ) {
        guard let set = node.first(.presumablyClause)?.first(.valueSet),
            let mask = places(set, values, of: subject)
        else { return }
        let inside = reading.possible.intersection(.members(mask))
        if !inside.isEmpty { reading.presumed = inside }
    }
}
