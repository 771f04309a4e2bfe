import Advice
import Inference
import RuleModel

extension Phraser {
    /// What a case says of one thing, with how sure it is and where it says so.
    func phrase(_ reading: Reading?, _ type: ValueType) -> Prose {
        guard let reading else { return .faint("the case says nothing") }
        return value(possible: reading.possible, presumed: reading.presumed, type) + remark(on: reading, type)
    }

    /// The values still possible and, where they differ, those presumed.
    func value(possible: ValueSet, presumed: ValueSet, _ type: ValueType) -> Prose {
        let known = rules.phrase(possible, type)
        guard possible != presumed else { return Prose(known) }
        let guess = "presumably \(rules.phrase(presumed, type))"
        return known == "unknown" ? Prose(guess) : Prose("\(known), \(guess)")
    }

    private func remark(on reading: Reading, _ type: ValueType) -> Prose {
        var remark: [Prose] = []
        switch reading.basis {
        case .stated: break
        case .assumed: remark.append("assumed")
        case .disputed:
            let sides = reading.sides.map { side in
                Prose("\(rules.phrase(side.value, type)) ") + citations(side.citations)
                    + Prose(side.note.isEmpty ? "" : " “\(side.note)”")
            }
            remark.append("disputed: " + sides.joined(by: " against "))
        case .carriedOver: remark.append("carried over from the stage before")
        case .unknown: remark.append("nobody knows")
        }
        if !reading.note.isEmpty { remark.append(Prose("“\(reading.note)”")) }
        if reading.basis != .disputed { remark.append(citations(reading.citations)) }
        let joined = remark.joined(by: ", ")
        return joined.isEmpty ? "" : Prose(" (") + joined + Prose(")")
    }

    /// Places in documents: `HS1995 4.3, UNCTAD1998 Box 2`.
    func citations(_ citations: [Citation]) -> Prose {
        citations.map { .citation("\(rules[$0.source].name) \($0.location)") }.joined(by: ", ")
    }

    /// Claims by name.
    func claims(_ claims: [ID<Claim>]) -> Prose {
        claims.map { .citation(rules[$0].name) }.joined(by: ", ")
    }

    /// Something a case can say, by the names it would say it with.
    func phrase(_ place: ReadingPlace) -> String {
        switch place {
        case .diagnostic(let diagnostic): rules[diagnostic].name
        case .attribute(let attribute, let member): "\(rules[attribute].name) of \(name(of: member))"
        case .inForce(let package): "in force \(rules[package].name)"
        case .concept(let concept, let member): rules[concept].name + suffix(member)
        case .classification(let classification, let value, let member):
            rules[classification].name + suffix(member)
                + (value.map { " is \(Self.name(rules[classification].values, $0))" } ?? "")
        case .allListed(let collection, let member): "all \(rules[collection].plural)\(suffix(member)) listed"
        }
    }

    /// The vocabulary's question for a reading, or one made of what is declared; never empty.
    func question(_ place: ReadingPlace) -> String {
        switch place {
        case .diagnostic(let diagnostic):
            return question(rules[diagnostic].measurement, else: rules[diagnostic].name)
        case .attribute(let attribute, _):
            return question(rules[attribute].measurement, else: rules[attribute].name)
        case .inForce(let package): return "Is “\(title(of: package))” in force already?"
        case .concept(let concept, _):
            let declared = rules[concept]
            return "Does this hold: \(declared.title.isEmpty ? declared.name : declared.title)?"
        case .classification: return "\(phrase(place))?"
        case .allListed(let collection, let member):
            return "Are these all the \(rules[collection].plural)\(suffix(member)) there are?"
        }
    }

    private func question(_ measurement: Measurement, else name: String) -> String {
        measurement.question.isEmpty ? "\(name)?" : measurement.question
    }

    private func suffix(_ member: MemberID?) -> String { member.map { " of \(name(of: $0))" } ?? "" }
}

extension Verdict {
    /// The verdict as a word for people, coloured by what it means for a statement.
    var prose: Prose {
        switch self {
        case .yes: .good("yes")
        case .presumablyYes: .doubtful("presumably yes")
        case .open: .doubtful("open")
        case .presumablyNo: .doubtful("presumably no")
        case .no: .bad("no")
        }
    }

    /// One sign that carries the verdict without colour.
    var sign: String {
        switch self {
        case .yes: "✓"
        case .presumablyYes: "(✓)"
        case .open: "?"
        case .presumablyNo: "(✗)"
        case .no: "✗"
        }
    }
}
