import Analysis
import Generation
import Inference
import RuleModel
import Testing

/// What is found between two versions of rules, against trying every cluster.
@Suite struct DifferenceLawTests {
    @Test func `two versions are called the same only if no combination of readings tells them apart`() {
        var tally: [String: Int] = [:]
        for seed in LawRun.seeds(sample: 400) {
            let old = RuleBaseGenerator(seed: seed, size: .tiny).generate().rules
            guard let new = old.edited(seed), new.isSound else { continue }
            guard let clusters = AllClusters(telling: old, new, members: seed % 3 == 0 ? 1 : 0) else {
                continue
            }
            let (before, after) = (CompiledRules(old), CompiledRules(new))
            let difference = AdviceDifference(from: before, to: after)
            let seen = clusters.packagesToldApart(before, after)
            for (place, package) in difference.packages.enumerated() {
                switch package.answer {
                case .undecided(let reason): tally["\(reason)", default: 0] += 1
                case .same:
                    tally["same", default: 0] += 1
                    if seen.contains(ID(place)) {
                        Issue.record("seed \(seed): \(package.name) is advised otherwise on some cluster")
                        return
                    }
                case .differs(let witness):
                    tally["differs", default: 0] += 1
                    if let complaint = complaint(witness, ID(place), old, new) {
                        Issue.record("seed \(seed): \(package.name): \(complaint)")
                        return
                    }
                }
            }
        }
        LawRun.tell("differences", tally)
        // A law that tries only one kind of answer would not say much.
        if LawRun.asked == nil {
            #expect(tally["same", default: 0] > 50 && tally["differs", default: 0] > 20)
        }
    }

    /// What is wrong with a witness, tried on the reference evaluator in each version's own words.
    private func complaint(
        _ witness: AdviceDifference.Witness, _ package: ID<Package>, _ old: RuleBase, _ new: RuleBase
    ) -> String? {
        guard witness.before != witness.after else { return "the verdicts are the same" }
        guard witness.saying == .recommended else { return nil }
        func verdict(_ rules: RuleBase, _ stages: [Stage]) -> Verdict {
            let history = rules.situations(of: stages, caseName: "", upTo: stages.count - 1)
            return ReferenceEvaluation(rules: rules, history: history).verdict(of: .recommended(package))
        }
        let (before, after) = (verdict(old, witness.oldStages), verdict(new, witness.newStages))
        return before == witness.before && after == witness.after
            ? nil
            : "it is \(before) before and \(after) after, and was called \(witness.before), \(witness.after)"
    }

    @Test func `rules are the same as themselves, and as themselves under other numbers`() {
        for seed in LawRun.seeds(sample: 60) {
            let old = RuleBaseGenerator(seed: seed, size: .small).generate().rules
            var new = old
            // A word that nothing asks for changes the number of every other one.
            new.rules.swapAt(0, new.rules.count - 1)
            let difference = AdviceDifference(from: CompiledRules(old), to: CompiledRules(new))
            for package in difference.packages {
                guard case .differs = package.answer else { continue }
                Issue.record("seed \(seed): \(package.name): \(package.answer)")
                return
            }
        }
    }
}

extension RuleBase {
    /// The same rules with one of them changed a little; `nil` where it would change nothing.
    fileprivate func edited(_ seed: UInt64) -> RuleBase? {
        guard !rules.isEmpty else { return nil }
        var base = self
        let place = Int(seed / 5) % rules.count
        switch seed % 5 {
        case 0: base.rules.remove(at: place)
        case 1: base.rules[place].condition = rules[place].condition.map { .not($0) }
        case 2:
            guard case .all(let parts)? = rules[place].condition, parts.count > 1 else { return nil }
            base.rules[place].condition = .all(Array(parts.dropFirst()))
        case 3:
            let other = Int(seed / 7) % rules.count
            guard other != place, let condition = rules[other].condition, rules[other].bindings.isEmpty else {
                return nil
            }
            // Said once more it may well change nothing, which is then to be proved.
            base.rules[place].condition = rules[place].condition.map { .any([$0, .all([$0, condition])]) }
        default:
            guard case .recommend(let package, var manner)? = rules[place].conclusions.first else {
                return nil
            }
            manner.strength = manner.strength == .firmly ? .plainly : .firmly
            base.rules[place].conclusions[0] = .recommend(package, manner)
        }
        return base
    }

    /// Whether nothing rests on its own denial.
    fileprivate var isSound: Bool { Strata(self).loops.isEmpty }
}

extension AllClusters {
    /// All that can be told of what either of two rule bases of one vocabulary asks.
    fileprivate init?(telling old: RuleBase, _ new: RuleBase, members: Int) {
        var both = old
        both.rules += new.rules
        let circuit = RuleCircuit(CompiledRules(both), members: both.each(members))
        self.init(circuit, InputCells([circuit], rules: both), atMost: 1_500)
    }

    /// Packages of which the two say another thing on some of the clusters.
    fileprivate func packagesToldApart(_ old: CompiledRules, _ new: CompiledRules) -> Set<ID<Package>> {
        var apart: Set<ID<Package>> = []
        for sketch in sketches {
            let history = sketch.situations(in: old.rules)
            let (before, after) = (
                CompiledEvaluation(old, history: history), CompiledEvaluation(new, history: history)
            )
            for package in old.rules.packages.indices.map({ ID<Package>($0) }) where !apart.contains(package)
            {
                let facts =
                    [Fact.recommended(package)] + Objection.allCases.map { .advisedAgainst(package, $0) }
                if facts.contains(where: { before.verdict(of: $0) != after.verdict(of: $0) }) {
                    apart.insert(package)
                }
            }
        }
        return apart
    }
}
