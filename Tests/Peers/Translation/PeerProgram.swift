import Inference
import RuleModel

/// A workload's rules as any rule engine or query language can say them.
///
/// Each fact is the greatest of its rules, each rule the smallest of its parts, in an order in which
/// every fact comes after those it rests on. It is read off the checked model and shares nothing with
/// an evaluator, so that a peer's answers are a second opinion.
struct PeerProgram {
    struct FactDefinition {
        var fact: Fact
        var stratum: Int
        var formula: Formula
    }

    let rules: RuleBase
    var facts: [FactDefinition] = []
    /// Every test that the formulas make of a diagnostic, once.
    var tests: [Test] = []
    /// Places of the facts that an adviser is shown: the packages recommended or advised against.
    var outputs: [Int] { facts.indices.filter { facts[$0].fact.isAdvice } }

    private var testPlaces: [Test: Int] = [:]
    private var factPlaces: [Fact: Int] = [:]

    /// - Throws: `NotTranslated` if the rules say something that workloads do not.
    init(_ rules: RuleBase) throws {
        self.rules = rules
        var drawing: [Fact: [Rule]] = [:]
        for rule in rules.rules { drawing[try Fact(rule), default: []].append(rule) }
        for stratum in Strata(rules).strata {
            for fact in try stratum.rules.map({ try Fact(rules[$0]) }) where factPlaces[fact] == nil {
                try define(fact, by: drawing[fact] ?? [])
            }
        }
    }

    private mutating func define(_ fact: Fact, by drawing: [Rule]) throws {
        var parts: [Formula] = try drawing.map { try formula($0) }
        if case .concept(let concept, _) = fact, rules[concept].isBySigns { parts.append(.open) }
        let whole = Formula.any(parts)
        // As few strata as there can be, so that a query has few stages.
        let stratum = 1 + (whole.facts.map { facts[$0].stratum }.max() ?? -1)
        factPlaces[fact] = facts.count
        facts.append(FactDefinition(fact: fact, stratum: stratum, formula: whole))
    }

    private mutating func formula(_ rule: Rule) throws -> Formula {
        guard rule.bindings.isEmpty, let condition = rule.condition else { throw NotTranslated(rule.name) }
        return .all(
            [try formula(condition)] + (try rule.exceptions.map { .absent(try formula($0.condition)) }))
    }

    private mutating func formula(_ condition: Condition) throws -> Formula {
        switch condition {
        case .all(let parts): return .all(try parts.map { try formula($0) })
        case .any(let parts): return .any(try parts.map { try formula($0) })
        case .listed(.atLeast, let number, let parts):
            return .atLeast(number, try parts.map { try formula($0) })
        // A test turned round is another test; only what is derived has to be negated.
        case .not(let inner):
            if let test = try Test(inner, rules) { return place(of: test.negated(in: rules)) }
            return .not(try formula(inner))
        case .concept, .recommended:
            guard let fact = Fact(condition), let place = factPlaces[fact] else {
                throw NotTranslated("\(condition)")
            }
            return .fact(place)
        default:
            guard let test = try Test(condition, rules) else { throw NotTranslated("\(condition)") }
            return place(of: test)
        }
    }

    private mutating func place(of test: Test) -> Formula {
        if let place = testPlaces[test] { return .test(place) }
        testPlaces[test] = tests.count
        tests.append(test)
        return .test(tests.count - 1)
    }
}

struct NotTranslated: Error {
    var what: String
    init(_ what: String) { self.what = what }
}

extension Fact {
    var isAdvice: Bool {
        switch self {
        case .recommended, .advisedAgainst: true
        default: false
        }
    }

    /// The one thing that a rule of a workload concludes.
    fileprivate init(_ rule: Rule) throws {
        switch rule.conclusions.first {
        case .concept(let concept, .cluster): self = .concept(concept, member: nil)
        case .recommend(.package(let package), _): self = .recommended(package)
        case .adviseAgainst(.package(let package), let objection): self = .advisedAgainst(package, objection)
        default: throw NotTranslated(rule.name)
        }
    }

    fileprivate init?(_ condition: Condition) {
        switch condition {
        case .concept(let concept, .cluster): self = .concept(concept, member: nil)
        case .recommended(.package(let package)): self = .recommended(package)
        default: return nil
        }
    }
}
