import Inference
import RuleModel

// Rules that say nothing that another does not say whenever they do.

extension RuleAnalysis {
    func findRedundantRules(_ report: inout FaultReport, _ life: Life) {
        var drawing: [Conclusion: [ID<Rule>]] = [:]
        for place in rules.rules.indices where !life.dead.contains(ID(place)) {
            let conclusions = rules.rules[place].conclusions
            // A rule that says several things is implied only where all of them are.
            guard conclusions.count == 1, let subject = conclusions.first?.withoutManner else { continue }
            // Each caution says its own sentence.
            if case .caution = subject { continue }
            drawing[subject, default: []].append(ID(place))
        }
        for rule in rules.rules.indices.map({ ID<Rule>($0) }) where isAsked(rule) {
            guard let subject = rules[rule].conclusions.first?.withoutManner,
                let others = drawing[subject], others.contains(rule)
            else { continue }
            for other in others where other != rule && rules[other].says(all: rules[rule]) {
                report.ask(.redundantRules)
                let scope: SearchScope
                switch exceeds(rule, other) {
                case .found: continue
                case .undecided(let doubt):
                    report.doubt(.redundantRules, [.rule(rule), .rule(other)], doubt)
                    continue
                case .none(let found): scope = found
                }
                var isMutual = false
                if rules[rule].says(all: rules[other]), case .none = exceeds(other, rule) { isMutual = true }
                // Of two that say the same, one is enough to be told of.
                if isMutual, other < rule { continue }
                guard case .found(let sketch) = search.ask(.presumed, search.fires(rule)) else { continue }
                report.find(
                    .redundantRules, .redundantRule(rule, by: other, isMutual: isMutual),
                    [.rule(rule), .rule(other)],
                    maker.witness(sketch, facts: facts(of: rule)) {
                        $0.verdict(of: rule).holds && $0.verdict(of: other) >= $0.verdict(of: rule)
                    }, scope)
                break
            }
        }
    }

    /// Whether one rule is ever above another, in any application that draws the same.
    private func exceeds(_ one: ID<Rule>, _ other: ID<Rule>) -> FaultSearch.Answer {
        let layers: [CircuitSolver.Layer] = [.presumed, .firm]
        return search.ask(
            layers.flatMap { layer in
                [CircuitSolver.Height.high, .low].map { height in
                    (
                        layer,
                        { solver, circuit in
                            let above = circuit.applicationsOfRule[one.index]
                            let below = circuit.applicationsOfRule[other.index]
                            if above.isEmpty { return nil }
                            var ways: [Literal] = []
                            for place in above {
                                let facts = circuit.applications[place].facts
                                let same = below.filter { circuit.applications[$0].facts == facts }
                                let reached = solver.any(
                                    same.map { solver.literal(circuit.applications[$0].verdict, height) })
                                ways.append(
                                    solver.both(
                                        solver.literal(circuit.applications[place].verdict, height), !reached
                                    ))
                            }
                            return [solver.any(ways)]
                        } as FaultSearch.Goal
                    )
                }
            })
    }
}

extension Conclusion {
    /// What it is about, however it says it, and whatever letters it uses.
    fileprivate var withoutManner: Conclusion {
        switch self {
        case .recommend(let package, _): .recommend(package.withoutLetter, Recommendation())
        case .concept(let concept, of: let bearer): .concept(concept, of: bearer.withoutLetter)
        case .classification(let id, value: let value, of: let bearer):
            .classification(id, value: value, of: bearer.withoutLetter)
        default: self
        }
    }
}

extension PackageReference {
    fileprivate var withoutLetter: PackageReference {
        if case .variable = self { .variable(Variable(0)) } else { self }
    }
}

extension Bearer {
    fileprivate var withoutLetter: Bearer { if case .member = self { .member(Variable(0)) } else { self } }
}

extension Rule {
    /// Whether it says of its package all that another rule says: as firmly, through the same actor, for
    /// the same members, with the same measures.
    fileprivate func says(all other: Rule) -> Bool {
        guard case .recommend(_, let mine)? = conclusions.first,
            case .recommend(_, let theirs)? = other.conclusions.first
        else { return true }
        return mine.strength >= theirs.strength && (theirs.through == nil || theirs.through == mine.through)
            && theirs.targeting == nil && Set(theirs.with).isSubset(of: mine.with)
    }
}
