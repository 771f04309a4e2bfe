import Generation
import Inference
import Notation
import RuleModel
import Testing

/// From rules to text and back.
@Suite struct PrintingLawTests {
    @Test func `what is printed is read without complaint`() {
        LawRun.hold(sample: 50) { scenario in
            let files = Printed(scenario).files
            let findings = files.flatMap(\.findings) + build(files).findings
            // Made-up rules need not make use of all that they declare.
            return findings.first { $0.severity == .error && !$0.isAboutUse }.map {
                "\($0.code): \($0.message)"
            }
        }
    }

    @Test func `printing, reading and printing again gives the same text`() {
        LawRun.hold(sample: 40) { scenario in
            // Once through, so that what a stage tells stands in the order of the notation.
            let first = Printed(Printed(scenario).built)
            let second = Printed(first.built)
            return first.text == second.text ? nil : difference(first.text, second.text)
        }
    }

    @Test func `rules and cases read back from their printing are the same values`() {
        LawRun.hold(sample: 40) { scenario in
            let first = Printed(scenario).built
            let second = Printed(first).built
            if first.rules != second.rules { return "the rules differ" }
            return first.cases == second.cases ? nil : "the cases differ"
        }
    }

    @Test func `rules read back from their printing give every fact the verdict it had`() {
        LawRun.hold(sample: 40) { scenario in
            let built = Printed(scenario).built
            let before = Verdicts(scenario.rules, scenario.history)
            guard let told = built.cases.first else { return "the case is gone" }
            let history = built.rules.situations(
                of: told.stages, caseName: told.name, upTo: told.stages.count - 1)
            let after = Verdicts(built.rules, history)
            return before.difference(from: after)
        }
    }

    @Test func `the order of files, declarations and facts changes nothing`() {
        LawRun.hold(sample: 40) { scenario in
            let printed = Printed(scenario)
            var random = SeededGenerator(seed: scenario.seed)
            let rearrangement = Rearrangement(
                files: [("all.rules", Array(printed.text.utf8))], mixing: &random)
            let dealt = build(rearrangement.dealt(&random))
            if dealt.rules != printed.built.rules {
                return difference(Printed(printed.built).text, Printed(dealt).text)
            }
            if dealt.cases != printed.built.cases {
                let histories = [dealt, printed.built].map { built in
                    built.cases.map {
                        built.rules.situations(of: $0.stages, caseName: "", upTo: $0.stages.count - 1)
                    }
                }
                return histories[0] == histories[1] ? nil : "the cases differ"
            }
            return nil
        }
    }
}

/// A scenario as text, and what the text is read as.
struct Printed {
    let text: String
    let files: [ParsedFile]

    init(_ scenario: Scenario) {
        self.init(rules: scenario.rulesWithTest, cases: [scenario.clusterCase])
    }

    init(_ built: BuiltRuleBase) { self.init(rules: built.rules, cases: built.cases) }

    private init(rules: RuleBase, cases: [ClusterCase]) {
        let texts = [print(rules)] + cases.map { print($0, in: rules) }
        text = texts.joined()
        files = texts.enumerated().map { parse(fileName: "printed-\($0).rules", source: Array($1.utf8)) }
    }

    var built: BuiltRuleBase { build(files) }
}

/// The verdicts of a case by fact; IDs mean the same on both sides, since names sort alike.
struct Verdicts {
    let facts: [Fact]
    let verdicts: [Verdict]

    init(_ rules: RuleBase, _ history: [Situation]) {
        let evaluation = ReferenceEvaluation(rules: rules, history: history)
        facts = evaluation.facts
        verdicts = evaluation.facts.map { evaluation.verdict(of: $0) }
    }

    func difference(from other: Verdicts) -> String? {
        if Set(facts) != Set(other.facts) {
            return "the facts differ: \(Set(facts).symmetricDifference(other.facts))"
        }
        let theirs = Dictionary(uniqueKeysWithValues: zip(other.facts, other.verdicts))
        for (fact, verdict) in zip(facts, verdicts) where theirs[fact] != verdict {
            return "\(fact) was \(verdict.name) and is \(theirs[fact]?.name ?? "gone")"
        }
        return nil
    }
}

/// The first line in which two texts differ.
func difference(_ first: String, _ second: String) -> String {
    let (old, new) = (first.split(separator: "\n"), second.split(separator: "\n"))
    guard let place = zip(old, new).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset
    else {
        return "one text is longer"
    }
    return "first `\(old[place])`, then `\(new[place])`"
}
