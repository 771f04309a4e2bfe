import Inference
import RuleModel
import Testing

/// A small generator that gives the same numbers for the same seed everywhere.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &self) }
    mutating func pick<Choices: RandomAccessCollection>(_ choices: Choices) -> Choices.Element
    where Choices.Index == Int { choices[choices.startIndex + below(choices.count)] }

    /// A formula of `and`, `or` and `not` over some leaves.
    mutating func condition(over leaves: [Condition], depth: Int) -> Condition {
        if depth == 0 || below(4) == 0 { return pick(leaves) }
        let parts = (0..<(1 + below(3))).map { _ in condition(over: leaves, depth: depth - 1) }
        switch below(3) {
        case 0: return .not(parts[0])
        case 1: return .all(parts)
        default: return .any(parts)
        }
    }
}

/// A random rule base over one collection, with concepts that rest on lower ones and, within a
/// level, on each other without "not".
private struct RandomModel {
    var sketch = Sketch()
    private var random: Seeded
    private let counts: [ID<Diagnostic>]
    private let flags: [ID<Diagnostic>]
    private let makers: ID<Collection>
    private let active: ID<Attribute>
    private let share: ID<Attribute>
    let packages: [ID<Package>]

    init(seed: UInt64) {
        random = Seeded(seed: seed)
        var sketch = Sketch()
        counts = (0..<3).map { _ in sketch.diagnostic(.count(of: nil)) }
        flags = (0..<4).map { _ in sketch.diagnostic() }
        makers = sketch.collection()
        active = sketch.attribute(of: makers)
        share = sketch.attribute(.percent(of: "output"), of: makers)
        packages = (0..<4).map { _ in sketch.package() }
        self.sketch = sketch
        let memberCount = random.below(4)
        self.sketch.situation.closed = random.below(2) == 0 ? [makers] : []
        for _ in 0..<memberCount {
            let range = reading(upTo: percent(100))
            self.sketch.member(
                makers, [active: InferenceTests.reading(random.pick(Verdict.allCases)), share: range])
        }
        for diagnostic in counts { self.sketch.situation.readings[diagnostic] = reading(upTo: 20) }
        for diagnostic in flags {
            self.sketch.situation.readings[diagnostic] = InferenceTests.reading(random.pick(Verdict.allCases))
        }
        addRules()
    }

    private mutating func reading(upTo limit: Int64) -> Reading {
        let ends = [Int64(random.below(Int(limit))), Int64(random.below(Int(limit)))].sorted()
        let guess = Int64.random(in: ends[0]...ends[1], using: &random)
        return Reading(possible: .ticks(ends[0], ends[1]), presumed: .ticks(guess, min(guess + 2, ends[1])))
    }

    private mutating func addRules() {
        let concepts = (0..<6).map { _ in sketch.concept(bySigns: random.below(3) == 0) }
        for level in 0..<3 {
            for _ in 0..<4 {
                let lower = concepts[..<(2 * level)].map { Condition.concept($0, of: .cluster) }
                let same = concepts[(2 * level)...(2 * level + 1)].map { Condition.concept($0, of: .cluster) }
                let condition = random.condition(over: lower + leaves(), depth: 3)
                let isRecursive = random.below(2) == 0
                let drawn = random.pick(concepts[(2 * level)...(2 * level + 1)])
                let exceptions = random.below(3) == 0 ? [random.condition(over: leaves(), depth: 1)] : []
                sketch.rule(
                    when: isRecursive ? .any([random.pick(same), condition]) : condition, unless: exceptions,
                    .concept(drawn, of: .cluster))
            }
        }
        for package in packages {
            let asked = concepts.map { Condition.concept($0, of: .cluster) } + leaves()
            sketch.rule(
                for: [Rule.Binding(variable: y, range: .members(makers, parent: nil))],
                when: .any([.holds(.attribute(active, of: y)), random.condition(over: asked, depth: 2)]),
                .recommend(.package(package), Recommendation(targeting: y)))
        }
    }

    private mutating func leaves() -> [Condition] {
        let members = Members(collection: makers, variable: x)
        let isActive = Condition.holds(.attribute(active, of: x))
        let bound = Int64(random.below(20))
        let high = ValueSet.ticks(percent(bound * 5), .max)
        return flags.map { .holds(.diagnostic($0)) }
            + counts.map { lies($0, .ticks(bound, .max)) }
            + [
                .compares(.diagnostic(counts[0]), .above, .diagnostic(counts[1])),
                .some(members, isActive),
                .every(members, filter: isActive, .lies(.attribute(share, of: x), in: high, Threshold())),
                .listed(
                    random.pick(Comparison.allCases), random.below(4),
                    of: flags.map { .holds(.diagnostic($0)) }),
                .lies(.count(members, where: isActive), in: .ticks(1, 2), Threshold()),
                .lies(.proportion(members, where: isActive), in: high, Threshold()),
            ]
            + Expression.Fold.allCases.map {
                .lies(.fold($0, share, members, where: isActive), in: high, Threshold())
            }
    }

    /// Some readings narrowed, each to a part of what it leaves possible.
    mutating func learn() {
        func narrow(_ reading: Reading) -> Reading {
            guard random.below(2) == 0 else { return reading }
            switch reading.possible {
            case .members(let mask):
                let kept = mask & (random.below(2) == 0 ? 0b01 : 0b10)
                return Reading(possible: .members(kept == 0 ? mask : kept))
            case .runs(let runs):
                guard let run = runs.first else { return reading }
                let low = Int64.random(in: run.lower...run.upper, using: &random)
                return Reading(possible: .ticks(low, Int64.random(in: low...run.upper, using: &random)))
            case .texts:
                return reading
            }
        }
        for diagnostic in counts + flags {
            sketch.situation.readings[diagnostic] = sketch.situation.readings[diagnostic].map(narrow)
        }
        for place in (sketch.situation.members[makers] ?? []).indices {
            for attribute in [active, share] {
                if let known = sketch.situation.members[makers]?[place].attributes[attribute] {
                    sketch.situation.members[makers]?[place].attributes[attribute] = narrow(known)
                }
            }
        }
    }
}

@Suite struct LawTests {
    @Test func `learning more never changes a yes or a no`() {
        for seed in 0..<150 {
            var model = RandomModel(seed: UInt64(seed))
            let before = model.sketch.evaluate()
            model.learn()
            let after = model.sketch.evaluate()
            for fact in before.facts where before.verdict(of: fact) == .yes || before.verdict(of: fact) == .no
            {
                #expect(after.verdict(of: fact) == before.verdict(of: fact), "seed \(seed), \(fact)")
            }
        }
    }

    @Test func `the order of rules makes no difference`() {
        for seed in 0..<60 {
            let model = RandomModel(seed: UInt64(seed))
            var shuffled = model.sketch
            var random = Seeded(seed: UInt64(seed) + 1000)
            shuffled.rules.rules.shuffle(using: &random)
            let (one, two) = (model.sketch.evaluate(), shuffled.evaluate())
            #expect(one.facts == two.facts)
            for fact in one.facts {
                #expect(one.verdict(of: fact) == two.verdict(of: fact), "seed \(seed), \(fact)")
                let names = [(one, model.sketch.rules), (two, shuffled.rules)].map { evaluation, rules in
                    evaluation.applications(drawing: fact).map { rules[$0.rule].name }
                }
                #expect(names[0] == names[1], "seed \(seed), \(fact)")
            }
        }
    }

    @Test func `the order of members makes no difference to the cluster`() {
        for seed in 0..<60 {
            let sketch = RandomModel(seed: UInt64(seed)).sketch
            var shuffled = sketch
            var random = Seeded(seed: UInt64(seed) + 2000)
            for collection in sketch.situation.members.keys {
                shuffled.situation.members[collection]?.shuffle(using: &random)
            }
            let (one, two) = (sketch.evaluate(), shuffled.evaluate())
            #expect(one.facts == two.facts)
            for fact in one.facts {
                if case .recommendedFor = fact { continue }
                #expect(one.verdict(of: fact) == two.verdict(of: fact), "seed \(seed), \(fact)")
            }
        }
    }

    @Test func `a second evaluation gives the same proofs`() {
        for seed in 0..<30 {
            let model = RandomModel(seed: UInt64(seed))
            let (one, two) = (model.sketch.evaluate(), model.sketch.evaluate())
            for fact in one.facts {
                #expect(one.proof(of: fact) == two.proof(of: fact), "seed \(seed), \(fact)")
            }
        }
    }

    @Test func `every fact has the greatest verdict of its applications`() {
        for seed in 0..<60 {
            let evaluation = RandomModel(seed: UInt64(seed)).sketch.evaluate()
            for fact in evaluation.facts {
                let byRules = evaluation.applications(drawing: fact).map(\.verdict).max() ?? .no
                let verdict = evaluation.verdict(of: fact)
                #expect(verdict == byRules || (verdict == .open && byRules < .open), "seed \(seed), \(fact)")
            }
        }
    }

    @Test func `the checker accepts every proof`() {
        for seed in 0..<60 {
            let sketch = RandomModel(seed: UInt64(seed)).sketch
            let evaluation = sketch.evaluate()
            let checker = ProofChecker(rules: sketch.rules, history: evaluation.history)
            for fact in evaluation.facts {
                #expect(checker.faults(in: evaluation.proof(of: fact)) == [], "seed \(seed), \(fact)")
            }
        }
    }

    @Test func `another last stage is as good as another history`() {
        for seed in 0..<30 {
            var model = RandomModel(seed: UInt64(seed))
            model.sketch.nextStage()
            let before = model.sketch.evaluate()
            model.learn()
            let (anew, replaced) = (
                model.sketch.evaluate(), before.replacingLastStage(with: model.sketch.situation)
            )
            #expect(replaced.history == anew.history)
            for fact in anew.facts {
                #expect(replaced.proof(of: fact) == anew.proof(of: fact), "seed \(seed), \(fact)")
            }
        }
    }
}
