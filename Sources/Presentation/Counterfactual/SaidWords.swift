import Advice
import Inference
import RuleModel

/// What is said otherwise of a case, in words.
struct SaidWords {
    /// Names members of the case as it is, and as it is told otherwise.
    let before: Phraser
    let after: Phraser

    func line(_ said: SaidOtherwise) -> Prose {
        switch said {
        case .reading(let place, let from, let to):
            return .strong(after.phrase(place)) + Prose(": ") + .faint(known(from, place) + " → ")
                + Prose(known(to, place))
        case .memberComes(let member): return .strong(after.name(of: member)) + Prose(" comes")
        case .memberGoes(let member): return .strong(before.name(of: member)) + Prose(" goes")
        case .allListed(let collection):
            return Prose("all ") + .strong(after.rules[collection].plural) + Prose(" are listed")
        }
    }

    func json(_ said: SaidOtherwise) -> JSON {
        switch said {
        case .reading(let place, let from, let to):
            .object([
                "what": .string(after.phrase(place)), "from": .string(known(from, place)),
                "to": .string(known(to, place)),
            ])
        case .memberComes(let member):
            .object(["what": .string(after.name(of: member)), "from": .null, "to": .string("comes")])
        case .memberGoes(let member):
            .object(["what": .string(before.name(of: member)), "from": .null, "to": .string("goes")])
        case .allListed(let collection):
            .object([
                "what": .string(after.rules[collection].plural), "from": .null,
                "to": .string("all listed"),
            ])
        }
    }

    private func known(_ reading: Reading?, _ place: ReadingPlace) -> String {
        guard let reading else { return "not known" }
        let text = after.value(possible: reading.possible, presumed: reading.presumed, at: place).text
        return text == "unknown" ? "not known" : text
    }
}

extension Phraser {
    /// Values of what stands at a place, as people write them.
    func value(_ values: ValueSet, at place: ReadingPlace) -> String {
        if case .classification(let classification, value: nil, _) = place, case .members(let mask) = values {
            let declared = rules[classification].values
            let named = declared.indices.filter { $0 < 64 && mask & (1 << UInt64($0)) != 0 }
            return named.count == declared.count ? "unknown" : listed(named.map { declared[$0].name }, "or")
        }
        return rules.phrase(values, type(of: place))
    }

    func value(possible: ValueSet, presumed: ValueSet, at place: ReadingPlace) -> Prose {
        let known = value(possible, at: place)
        guard possible != presumed else { return Prose(known) }
        let guess = "presumably \(value(presumed, at: place))"
        return known == "unknown" ? Prose(guess) : Prose("\(known), \(guess)")
    }

    func type(of place: ReadingPlace) -> ValueType {
        switch place {
        case .diagnostic(let diagnostic): rules[diagnostic].measurement.type
        case .attribute(let attribute, _): rules[attribute].measurement.type
        case .inForce, .concept, .classification, .allListed: .yesNo
        }
    }
}
