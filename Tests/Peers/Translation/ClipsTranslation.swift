/// CLIPS: forward chaining over facts, one for each level that a verdict reaches.
///
/// `(f7 3)` says that fact 7 is at least presumably yes. A reading is an ordered fact with the ends of
/// its runs, so that a test is a pattern and shared in the network; each rule is one `defrule` to a
/// level. Salience puts strata in order, since `not` asks what did not come out. `at least n of` is a
/// fact of its own: written out inside of a rule it would multiply the rule.
struct ClipsTranslation {
    let program: PeerProgram
    private var rules: [String] = []
    private var helpers = 0
    /// Each pattern has a variable of its own: one name twice in a rule would have to stand for one value.
    private var variables = 0

    init(_ program: PeerProgram) {
        self.program = program
        for (place, definition) in program.facts.enumerated() {
            guard case .any(let parts) = definition.formula else { continue }
            for part in parts where part != .open {
                for level in 1...4 {
                    addRule(
                        "(f\(place) \(level))", when: element(part, level, definition.stratum), definition)
                }
            }
        }
    }

    var text: String {
        let signs = program.facts.indices.filter { program.facts[$0].formula.isBySigns }
        return """
            (deffacts signs \(signs.map { "(f\($0) 1) (f\($0) 2)" }.joined(separator: " ")))
            \(rules.joined(separator: "\n"))

            """
    }

    private mutating func addRule(
        _ conclusion: String, when condition: String, _ definition: PeerProgram.FactDefinition
    ) {
        rules.append(
            "(defrule r\(rules.count) (declare (salience \(-definition.stratum))) \(condition) => (assert \(conclusion)))"
        )
    }

    /// The condition that a formula reaches a level.
    private mutating func element(_ formula: Formula, _ level: Int, _ stratum: Int) -> String {
        switch formula {
        case .test(let place): return pattern(program.tests[place], level, holds: true)
        case .fact(let place): return "(f\(place) \(level))"
        case .open: return level <= 2 ? "(and)" : "(or)"
        case .not(let inner): return denied(inner, 5 - level, stratum)
        // What is open counts as presumably absent.
        case .absent(let inner): return denied(inner, level == 3 ? 3 : 5 - level, stratum)
        case .all(let parts) where parts.count == 1: return element(parts[0], level, stratum)
        case .any(let parts) where parts.count == 1: return element(parts[0], level, stratum)
        case .all(let parts): return "(and \(elements(parts, level, stratum)))"
        case .any(let parts): return "(or \(elements(parts, level, stratum)))"
        case .atLeast(let number, let parts):
            helpers += 1
            let name = "g\(helpers)"
            let definition = PeerProgram.FactDefinition(
                fact: program.facts[0].fact, stratum: stratum, formula: .open)
            for chosen in combinations(number, of: parts[...]) {
                addRule("(\(name))", when: elements(chosen, level, stratum), definition)
            }
            return "(\(name))"
        }
    }

    private mutating func elements(_ parts: [Formula], _ level: Int, _ stratum: Int) -> String {
        var spelt: [String] = []
        for part in parts { spelt.append(element(part, level, stratum)) }
        return spelt.joined(separator: " ")
    }

    /// The condition that a formula does not reach a level: of a test, a pattern as well.
    private mutating func denied(_ formula: Formula, _ level: Int, _ stratum: Int) -> String {
        if case .test(let place) = formula { return pattern(program.tests[place], level, holds: false) }
        return "(not \(element(formula, level, stratum)))"
    }

    private mutating func pattern(_ test: Test, _ level: Int, holds: Bool) -> String {
        let name = "d\(test.diagnostic.index)"
        variables += 1
        let variable = "?x\(variables)"
        func field(_ place: Int, of count: Int, _ constraint: String) -> String {
            let fields = (1...count).map { $0 == place ? constraint : "?" }
            return "(\(name) \(fields.joined(separator: " ")))"
        }
        switch test.kind {
        case .atLeast(let bound):
            if program.isYesNo(test) { return field(level, of: 4, holds ? "1" : "0") }
            return field(level, of: 4, "\(variable)&:(\(holds ? ">=" : "<") \(variable) \(bound))")
        case .atMost(let bound):
            if program.isYesNo(test) { return field(5 - level, of: 4, holds ? "0" : "1") }
            return field(5 - level, of: 4, "\(variable)&:(\(holds ? "<=" : ">") \(variable) \(bound))")
        case .among(let places):
            // CLIPS has no bits: the sets that are accepted are listed.
            let accepted = (UInt8(1)...31).filter { set in
                (level >= 3 ? set & ~places == 0 : set & places != 0) == holds
            }
            let choices = accepted.map(String.init).joined(separator: "|")
            return field(level == 1 || level == 4 ? 1 : 2, of: 2, choices)
        }
    }
}

/// Every way to take so many of the parts.
private func combinations(_ count: Int, of parts: ArraySlice<Formula>) -> [[Formula]] {
    guard count > 0 else { return [[]] }
    guard let first = parts.first, count <= parts.count else { return [] }
    let others = parts.dropFirst()
    return combinations(count - 1, of: others).map { [first] + $0 } + combinations(count, of: others)
}

extension Formula {
    /// A concept that stays open without a sign.
    fileprivate var isBySigns: Bool {
        if case .any(let parts) = self { parts.contains(.open) } else { false }
    }
}
