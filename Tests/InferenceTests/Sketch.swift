import Inference
import RuleModel

/// A rule base and a cluster built step by step, without text.
///
/// Names are numbered as they are made, so that IDs are in order of name as in a built rule base.
struct Sketch {
    var rules = RuleBase()
    var situation = Situation()
    /// Earlier stages, oldest first.
    var past: [Situation] = []

    func evaluate(excluding: Set<ID<Rule>> = []) -> ReferenceEvaluation {
        ReferenceEvaluation(rules: rules, history: past + [situation], excluding: excluding)
    }

    func verdict(_ condition: Condition) -> Verdict { evaluate().verdict(of: condition) }
    func verdict(_ fact: Fact) -> Verdict { evaluate().verdict(of: fact) }
    func figure(_ expression: Expression) -> Figure { evaluate().figure(of: expression) }

    /// What was the present becomes the stage before; readings are kept unless changed.
    mutating func nextStage() { past.append(situation) }

    // MARK: Vocabulary

    mutating func diagnostic(_ type: ValueType = .yesNo) -> ID<Diagnostic> {
        rules.diagnostics.append(
            Diagnostic(name: name("d", rules.diagnostics.count), measurement: Measurement(type: type)))
        return ID(rules.diagnostics.count - 1)
    }

    mutating func scale(_ values: Int) -> ValueType {
        let values = (0..<values).map { NamedValue(name: name("v", $0)) }
        rules.scales.append(Scale(name: name("s", rules.scales.count), values: values))
        return .scale(ID(rules.scales.count - 1))
    }

    mutating func concept(of collection: ID<Collection>? = nil, bySigns: Bool = false) -> ID<Concept> {
        rules.concepts.append(
            Concept(name: name("c", rules.concepts.count), collection: collection, isBySigns: bySigns))
        return ID(rules.concepts.count - 1)
    }

    mutating func classification(_ values: Int, several: Bool = false) -> ID<Classification> {
        let values = (0..<values).map { NamedValue(name: name("v", $0)) }
        rules.classifications.append(
            Classification(name: name("k", rules.classifications.count), isSeveral: several, values: values))
        return ID(rules.classifications.count - 1)
    }

    mutating func package(_ attributes: [Package.AttributeValue] = []) -> ID<Package> {
        rules.packages.append(Package(name: name("p", rules.packages.count), attributes: attributes))
        return ID(rules.packages.count - 1)
    }

    mutating func collection(in parent: ID<Collection>? = nil) -> ID<Collection> {
        rules.collections.append(
            Collection(
                name: name("m", rules.collections.count), plural: name("ms", rules.collections.count),
                parent: parent))
        return ID(rules.collections.count - 1)
    }

    mutating func attribute(_ type: ValueType = .yesNo, of collection: ID<Collection>) -> ID<Attribute> {
        rules.attributes.append(
            Attribute(
                name: name("a", rules.attributes.count), collection: collection,
                measurement: Measurement(type: type)))
        return ID(rules.attributes.count - 1)
    }

    private func name(_ kind: String, _ number: Int) -> String { kind + String(1000 + number) }

    // MARK: Rules

    @discardableResult
    mutating func rule(
        for bindings: [Rule.Binding] = [], when condition: Condition? = nil,
        unless exceptions: [Condition] = [],
        _ conclusions: Conclusion...
    ) -> ID<Rule> {
        rules.rules.append(
            Rule(
                name: name("r", rules.rules.count), bindings: bindings, condition: condition,
                exceptions: exceptions.map { Rule.Exception(condition: $0, presumption: "rare") },
                conclusions: conclusions))
        return ID(rules.rules.count - 1)
    }

    // MARK: The cluster

    mutating func read(_ diagnostic: ID<Diagnostic>, _ possible: ValueSet, presumed: ValueSet? = nil) {
        situation.readings[diagnostic] = Reading(possible: possible, presumed: presumed)
    }

    @discardableResult
    mutating func member(
        _ collection: ID<Collection>, _ attributes: [ID<Attribute>: Reading] = [:], name: String? = nil,
        in parent: MemberID? = nil, listing closed: Set<ID<Collection>> = []
    ) -> MemberID {
        let count = situation.members[collection]?.count ?? 0
        situation.members[collection, default: []].append(
            Member(
                name: name ?? self.name("x", count), parent: parent, attributes: attributes, closed: closed))
        return MemberID(collection: collection, index: count)
    }

    /// A new yes/no diagnostic read so that it has the verdict.
    mutating func condition(_ verdict: Verdict) -> Condition {
        let diagnostic = diagnostic()
        situation.readings[diagnostic] = reading(verdict)
        return .holds(.diagnostic(diagnostic))
    }
}

/// A yes/no reading with the verdict.
func reading(_ verdict: Verdict) -> Reading {
    switch verdict {
    case .yes: Reading(possible: .yes)
    case .no: Reading(possible: .no)
    case .open: Reading(possible: .yesOrNo)
    case .presumablyYes: Reading(possible: .yesOrNo, presumed: .yes, basis: .assumed)
    case .presumablyNo: Reading(possible: .yesOrNo, presumed: .no, basis: .assumed)
    }
}

let x = Variable(0)
let y = Variable(1)

func lies(_ diagnostic: ID<Diagnostic>, _ set: ValueSet) -> Condition {
    .lies(.diagnostic(diagnostic), in: set, Threshold())
}

func exactly(_ ticks: Int64) -> Reading { Reading(possible: .ticks(ticks, ticks)) }
func between(_ lower: Int64, _ upper: Int64) -> Reading { Reading(possible: .ticks(lower, upper)) }
func number(_ ticks: Int64, _ type: ValueType = .count(of: nil)) -> Expression {
    .literal(TypedValue(type: type, value: .ticks(ticks, ticks)))
}

/// Percent in ticks.
func percent(_ whole: Int64) -> Int64 { whole * 10_000 }
