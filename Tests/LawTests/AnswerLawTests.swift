import Advice
import Generation
import Inference
import Notation
import Presentation
import RuleModel
import Testing

/// The same input gives the same bytes: what an adviser reads does not depend on any order.
@Suite struct AnswerLawTests {
    @Test func `shipped files dealt out anew give the same bytes for every case and stage`() {
        let files = ShippedFiles.all.map { (name: $0.name, bytes: $0.bytes) }
        let written = Answers(build(files.map { parse(fileName: $0.name, source: $0.bytes) }))
        for seed in LawRun.seeds(sample: 1) {
            var random = SeededGenerator(seed: seed)
            let rearrangement = Rearrangement(files: files, mixing: &random)
            let dealt = Answers(build(rearrangement.dealt(&random)))
            #expect(dealt.texts.count == written.texts.count)
            for (one, other) in zip(written.texts, dealt.texts) where one != other {
                Issue.record("seed \(seed): \(difference(one, other))")
            }
        }
    }

    @Test func `made-up rules and cases give the same bytes in any order, and when asked again`() {
        LawRun.hold(sample: 40) { scenario in
            let printed = Printed(scenario)
            var random = SeededGenerator(seed: scenario.seed)
            let dealt = build(
                Rearrangement(files: [("all.rules", Array(printed.text.utf8))], mixing: &random).dealt(
                    &random))
            let first = Answers(printed.built)
            if first.texts != Answers(printed.built).texts { return "asked again, the answer differs" }
            let second = Answers(dealt)
            if first.texts.count != second.texts.count { return "a stage is gone" }
            return zip(first.texts, second.texts).first { $0 != $1 }.map { difference($0, $1) }
        }
    }
}

extension AnswerLawTests {
    @Test func `questions are the same, whichever evaluator is asked`() {
        LawRun.hold(sample: 25) { scenario in
            let request = AdviceRequest(
                rules: scenario.rules, cluster: ClusterCase(name: "c", title: "", stages: []), stage: 0,
                history: scenario.history, asksQuestions: true)
            let oracle = ReferenceEvaluation(rules: scenario.rules, history: scenario.history)
            let evaluation = CompiledEvaluation(CompiledRules(scenario.rules), history: scenario.history)
            let (asked, expected) = (questions(request, evaluation), questions(request, oracle))
            return asked == expected ? nil : "asked \(asked), and not \(expected)"
        }
    }
}

/// What `recommend` shows for every stage of every case, for people and for programs, digests included.
private struct Answers {
    let texts: [String]

    init(_ built: BuiltRuleBase) {
        let rules = built.rules
        let compiled = CompiledRules(rules)
        let rulesDigest = digest(of: rules)
        texts = built.cases.flatMap { cluster in
            let caseDigest = digest(of: cluster, in: rules)
            return cluster.stages.indices.map { stage in
                let history = rules.situations(of: cluster.stages, caseName: cluster.name, upTo: stage)
                let request = AdviceRequest(
                    rules: rules, cluster: cluster, stage: stage, history: history, asksQuestions: false)
                let answer = advise(
                    request,
                    CompiledEvaluation(compiled, history: history, excluding: request.excludedRules))
                let view = RecommendView(
                    answer, history: history, rulesDigest: rulesDigest, caseDigest: caseDigest, detail: .full)
                return TerminalLayout().render(view.document) + view.json.text
            }
        }
    }
}
