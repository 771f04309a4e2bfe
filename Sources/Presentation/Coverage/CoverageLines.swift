import Analysis
import RuleModel

/// What coverage says of each line of the rules' files.
struct CoverageLines {
    /// A line that can be seen at work.
    struct Line {
        var number: Int
        /// Rules whose name stands here.
        var rules: [ID<Rule>] = []
        /// Conditions that begin here, by their rule and place.
        var conditions: [(rule: ID<Rule>, place: Int)] = []
        /// Rules that conclude something here.
        var conclusions: [ID<Rule>] = []
    }

    let coverage: Coverage
    /// By file, in order of name; lines in order of number.
    let files: [(name: String, lines: [Line])]

    init(_ coverage: Coverage, texts: [(name: String, bytes: [UInt8])]) {
        self.coverage = coverage
        let places = RulePlaces(coverage.rules, texts: texts)
        var lines: [String: [Int: Line]] = [:]
        for (rule, place) in places.places.enumerated() {
            guard let place else { continue }
            func change(_ number: Int, _ change: (inout Line) -> Void) {
                change(&lines[place.file, default: [:]][number, default: Line(number: number)])
            }
            change(place.head) { $0.rules.append(ID(rule)) }
            for (number, line) in place.conditions.enumerated() {
                change(line) { $0.conditions.append((ID(rule), number)) }
            }
            for line in place.conclusions { change(line) { $0.conclusions.append(ID(rule)) } }
        }
        files = lines.keys.sorted().map { name in
            (name, (lines[name] ?? [:]).values.sorted { $0.number < $1.number })
        }
    }

    /// How much of a line the rule tests show.
    enum Shown { case all, some, nothing }

    func shown(_ line: Line) -> Shown {
        let fired = (line.rules + line.conclusions).map {
            coverage.ruleSights[$0.index].fired.contains(.tests)
        }
        let sides = line.conditions.flatMap { rule, place -> [Bool] in
            let sight = coverage.ruleSights[rule.index].conditions[place]
            return [sight.met.contains(.tests)] + (sight.canBeUnmet ? [sight.unmet.contains(.tests)] : [])
        }
        let all = fired + sides
        return all.allSatisfy { $0 } ? .all : all.contains(true) ? .some : .nothing
    }
}
