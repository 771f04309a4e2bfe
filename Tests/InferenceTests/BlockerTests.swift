import Inference
import RuleModel
import Testing

@Suite struct BlockerTests {
    /// The blockers of a single rule for a package.
    private func blocked(
        _ sketch: inout Sketch, when condition: Condition? = nil, unless exceptions: [Condition] = []
    ) -> (blockers: [Blocker], proof: Proof) {
        let package = sketch.package()
        sketch.rule(when: condition, unless: exceptions, .recommend(.package(package), Recommendation()))
        let proof = sketch.evaluate().proof(of: .recommended(package))
        return (proof.blockedApplications().first?.blockers ?? [], proof)
    }

    private func conditions(_ blockers: [Blocker], _ proof: Proof) -> [Condition] {
        blockers.compactMap { blocker in
            guard case .condition(let step) = proof.steps[blocker.step].content else { return nil }
            return step.condition
        }
    }

    @Test func `each blocking condition is named with what is wrong with it`() {
        var sketch = Sketch()
        let parts = [Verdict.yes, .no, .open, .presumablyNo, .presumablyYes].map { sketch.condition($0) }
        let (blockers, proof) = blocked(&sketch, when: .all(parts))
        #expect(conditions(blockers, proof) == Array(parts[1...3]))
        #expect(blockers.map(\.hindrance) == [.isFalse, .unknown, .presumed(on: [reading(.presumablyNo)])])
    }

    @Test func `an application that holds has no blockers`() {
        var sketch = Sketch()
        let (open, met) = (sketch.condition(.open), sketch.condition(.presumablyYes))
        #expect(blocked(&sketch, when: met, unless: [open]).blockers.isEmpty)
    }

    @Test func `under not the condition must fail`() {
        var sketch = Sketch()
        let (held, unknown) = (sketch.condition(.yes), sketch.condition(.open))
        let (blockers, proof) = blocked(&sketch, when: .not(.any([held, unknown])))
        #expect(conditions(blockers, proof) == [held, unknown])
        #expect(blockers.map(\.mustHold) == [false, false])
        #expect(blockers.map(\.hindrance) == [.isFalse, .unknown])
    }

    @Test func `an or is repaired by any of its alternatives`() {
        var sketch = Sketch()
        let (one, two, three) = (sketch.condition(.no), sketch.condition(.no), sketch.condition(.open))
        let (blockers, proof) = blocked(&sketch, when: .any([one, .all([two, three])]))
        #expect(blockers.count == 1)
        #expect(blockers.first?.hindrance == .isFalse)
        #expect(blockers.first?.alternatives.map { conditions($0, proof) } == [[one], [two, three]])
    }

    @Test func `exceptions that hold defeat and those that presumably hold presumably defeat`() {
        var sketch = Sketch()
        let exceptions = [Verdict.no, .yes, .presumablyYes, .open].map { sketch.condition($0) }
        let (blockers, _) = blocked(&sketch, unless: exceptions)
        #expect(blockers.map(\.hindrance) == [.defeatedByException(1), .presumablyDefeated(2)])
    }

    @Test func `a concept blocks by its own step and can be asked in turn`() {
        var sketch = Sketch()
        let concept = sketch.concept()
        let missing = sketch.condition(.open)
        sketch.rule(when: missing, .concept(concept, of: .cluster))
        let (blockers, proof) = blocked(&sketch, when: .concept(concept, of: .cluster))
        #expect(conditions(blockers, proof) == [.concept(concept, of: .cluster)])
        guard let blocker = blockers.first, case .condition(let step) = proof.steps[blocker.step].content,
            case .fact(let place) = step.grounds
        else {
            Issue.record("the concept rests on its fact")
            return
        }
        let inner = proof.blockedApplications(of: place).flatMap(\.blockers)
        #expect(conditions(inner, proof) == [missing])
    }

    @Test func `a withdrawal is blocked by what is not in force`() {
        var sketch = Sketch()
        let package = sketch.package()
        sketch.rule(.withdraw(.package(package), jointlyWith: []))
        let proof = sketch.evaluate().proof(of: .withdrawn(package, jointlyWith: []))
        #expect(proof.blockedApplications().map(\.blockers.count) == [1])
        #expect(proof.blockedApplications().first?.verdict == .open)
    }

    @Test func `repairing exactly the blockers makes the rule hold`() {
        for seed in 0..<300 {
            var random = Seeded(seed: UInt64(seed))
            var sketch = Sketch()
            let leaves = (0..<12).map { _ in sketch.condition(random.pick(Verdict.allCases)) }
            let condition = random.condition(over: leaves, depth: 3)
            // What is needed both to hold and to fail cannot be repaired.
            if condition.usesALeafTwice { continue }
            let (blockers, proof) = blocked(&sketch, when: condition)
            #expect(blockers.isEmpty == proof.steps[proof.root].verdict.holds, "seed \(seed)")
            func repair(_ blockers: [Blocker]) {
                for blocker in blockers {
                    if let first = blocker.alternatives.first {
                        repair(first)
                    } else if case .condition(let step) = proof.steps[blocker.step].content,
                        case .holds(.diagnostic(let diagnostic)) = step.condition
                    {
                        sketch.situation.readings[diagnostic] = reading(blocker.mustHold ? .yes : .no)
                    }
                }
            }
            repair(blockers)
            #expect(sketch.evaluate().verdict(of: .recommended(ID(0))).holds, "seed \(seed)")
        }
    }
}

extension Condition {
    /// Whether a diagnostic is asked about in more than one place of an and/or/not formula.
    fileprivate var usesALeafTwice: Bool {
        var seen: Set<ID<Diagnostic>> = []
        func repeats(_ condition: Condition) -> Bool {
            switch condition {
            case .holds(.diagnostic(let diagnostic)): !seen.insert(diagnostic).inserted
            case .not(let inner): repeats(inner)
            case .all(let parts), .any(let parts): parts.map(repeats).contains(true)
            default: false
            }
        }
        return repeats(self)
    }
}
