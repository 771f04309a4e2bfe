import Generation
import RuleModel

/// Writes the rule base of a workload.
struct WorkloadRules {
    var random: SeededGenerator
    let shape: WorkloadShape
    var rules = RuleBase()
    /// The concepts of each stratum.
    var concepts: [[ID<Concept>]] = []

    init(seed: UInt64, shape: WorkloadShape) {
        random = SeededGenerator(seed: seed)
        self.shape = shape
    }

    consuming func written() -> RuleBase {
        var writer = self
        writer.addVocabulary()
        for stratum in writer.shape.rulesByStratum.indices { writer.addRules(ofStratum: stratum) }
        return writer.rules
    }

    private mutating func addVocabulary() {
        rules.sources = [Source(name: "SRC", authors: "A. Author", year: 1995, title: "On clusters")]
        rules.claims = (0..<10).map { number in
            Claim(
                name: name("CL", number), citations: [Citation(source: ID(0), location: "\(number + 1)")],
                text: "What the document says.", firmness: .strong)
        }
        rules.scales = (3...5).map { size in Scale(name: "scale-\(size)", values: values("grade", size)) }
        rules.choices = (3...5).map { size in Choice(name: "choice-\(size)", values: values("option", size)) }
        rules.diagnostics = (0..<shape.diagnostics).map { number in
            Diagnostic(
                name: name("sign", number),
                measurement: Measurement(type: type(number), question: "What of sign \(number)?"))
        }
        for stratum in 0..<3 {
            let first = rules.concepts.count
            for number in first..<(first + shape.concepts(ofStratum: stratum)) {
                rules.concepts.append(
                    Concept(
                        name: name("idea", number), title: "Idea \(number)", isBySigns: random.chance(20)))
            }
            concepts.append((first..<rules.concepts.count).map { ID($0) })
        }
        rules.packages = (0..<shape.packages).map { Package(name: name("plan", $0), title: "Plan \($0)") }
    }

    /// Of forty diagnostics twenty are yes/no, eight scales, five percents, three counts, four choices.
    private func type(_ number: Int) -> ValueType {
        switch number % 40 {
        case 0..<20: .yesNo
        case 20..<28: .scale(ID(number % 3))
        case 28..<33: .percent(of: "output")
        case 33..<36: .count(of: nil)
        default: .choice(ID(number % 3))
        }
    }

    private mutating func addRules(ofStratum stratum: Int) {
        for place in 0..<shape.rulesByStratum[stratum] {
            rules.rules.append(
                Rule(
                    name: name("rule", rules.rules.count), condition: condition(ofStratum: stratum),
                    exceptions: random.chance(25) ? [exception(ofStratum: stratum)] : [],
                    conclusions: [conclusion(ofStratum: stratum, place)], because: "It is so.",
                    claims: [ID(random.below(rules.claims.count))]))
        }
    }

    private func conclusion(ofStratum stratum: Int, _ place: Int) -> Conclusion {
        if stratum < 3 {
            return .concept(concepts[stratum][place % concepts[stratum].count], of: .cluster)
        }
        // Four rules in five recommend; package after package, so that each is spoken of.
        let package = PackageReference.package(ID((place - place / 5) % shape.packages))
        return place % 5 == 4 ? .adviseAgainst(package, .harmful) : .recommend(package, Recommendation())
    }

    private func values(_ stem: String, _ count: Int) -> [NamedValue] {
        (0..<count).map { NamedValue(name: "\(stem)-\($0)") }
    }

    /// `rule-00042`: names sort by number.
    private func name(_ stem: String, _ number: Int) -> String {
        let digits = String(number)
        return "\(stem)-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }
}
