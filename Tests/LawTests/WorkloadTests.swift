import Inference
import Notation
import RuleModel
import Testing
import Workload

/// What speed is measured on must be sound, the same every time, and not trivial.
@Suite struct WorkloadTests {
    private static let workload = Workload(rules: 200)
    private static let cases = workload.cases(100)

    @Test func `the standard is 200 rules over 80 diagnostics and 40 packages`() {
        let rules = Self.workload.rules
        #expect(rules.rules.count == 200)
        #expect(rules.diagnostics.count == 80)
        #expect(rules.packages.count == 40)
    }

    @Test func `equal seeds give equal workloads`() {
        #expect(Workload(rules: 200).rules == Self.workload.rules)
        #expect(Workload(rules: 200, seed: 2).rules != Self.workload.rules)
    }

    @Test func `the first of many cases are the first of few`() {
        let few = Self.workload.cases(10)
        for place in 0..<10 {
            #expect(
                few.situation(place, in: Self.workload.rules)
                    == Self.cases.situation(place, in: Self.workload.rules))
        }
    }

    @Test(arguments: [200, 2_000])
    func `the rules are what their text is read as, without an error`(size: Int) {
        let rules = Workload(rules: size).rules
        let file = parse(fileName: "workload.rules", source: Array(print(rules).utf8))
        let built = build([file])
        #expect(file.findings.isEmpty)
        #expect(built.findings.filter { $0.severity == .error }.isEmpty)
        // Compared outside of the expectation: a failure would print thousands of rules.
        let isSame = built.rules == rules
        #expect(isSame)
    }

    @Test func `conclusions are chained through three strata, and advice rests on them`() {
        let strata = Strata(Self.workload.rules)
        #expect(strata.loops.isEmpty)
        let advising = Self.workload.rules.rules.suffix(50)
        #expect(advising.allSatisfy { rule in rule.condition?.parts.contains { $0.isConcept } ?? false })
    }

    @Test func `about 15 readings in a hundred are unknown`() {
        let all = Self.cases.count * Self.workload.rules.diagnostics.count
        let known = (0..<Self.cases.count).reduce(0) {
            $0 + Self.cases.situation($1, in: Self.workload.rules).readings.count
        }
        #expect((13...17).contains((all - known) * 100 / all))
    }

    @Test func `all five verdicts occur often, of concepts and of advice`() {
        var concepts: [Verdict: Int] = [:], advice: [Verdict: Int] = [:]
        for place in 0..<Self.cases.count {
            let situation = Self.cases.situation(place, in: Self.workload.rules)
            let evaluation = ReferenceEvaluation(rules: Self.workload.rules, history: [situation])
            for fact in evaluation.facts {
                if case .concept = fact {
                    concepts[evaluation.verdict(of: fact), default: 0] += 1
                } else {
                    advice[evaluation.verdict(of: fact), default: 0] += 1
                }
            }
        }
        for counted in [concepts, advice] {
            let all = counted.values.reduce(0, +)
            for verdict in Verdict.allCases {
                #expect((counted[verdict] ?? 0) * 50 >= all, "\(verdict) is rarer than 2 %: \(counted)")
            }
        }
    }
}

extension Condition {
    fileprivate var isConcept: Bool {
        if case .concept = self { true } else { false }
    }
}
