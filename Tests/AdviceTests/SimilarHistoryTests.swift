import Advice
import Inference
import RuleModel
import Testing

@Suite struct SimilarHistoryTests {
    private let rules = (0..<6).map { ID<Rule>($0) }

    private func stage(_ name: String, _ reasons: [Int], stage: Int = 0, of count: Int = 1) -> HistoricStage {
        HistoricStage(
            cluster: ClusterCase(name: name, stages: (0..<count).map { Stage(name: "stage-\($0)") }),
            stage: stage, reasons: Set(reasons.map { rules[$0] }))
    }

    private func similar(_ reasons: [Int], _ history: [HistoricStage]) -> [SimilarCase] {
        similarHistory(to: Set(reasons.map { rules[$0] }), of: "own", among: history)
    }

    @Test func `a rare reason shared counts more than a common one`() {
        let found = similar(
            [0, 1], [stage("common", [0]), stage("rare", [1]), stage("third", [0, 2]), stage("fourth", [0])])
        #expect(found.first?.cluster.name == "rare")
        #expect(found.first?.shared.map(\.rule) == [rules[1]])
        #expect(found.first?.shared.map(\.cases) == [1])
    }

    @Test func `what a case does not share counts against it`() {
        let found = similar([0], [stage("broad", [0, 1, 2, 3]), stage("narrow", [0])])
        #expect(found.map(\.cluster.name) == ["narrow", "broad"])
        #expect(found[0].likeness == 100)
    }

    @Test func `a case stands for its most similar stage, and is not compared with itself`() {
        let found = similar(
            [0, 1],
            [
                stage("own", [0, 1]), stage("other", [0], of: 2), stage("other", [0, 1], stage: 1, of: 2),
            ])
        #expect(found.map(\.cluster.name) == ["other"])
        #expect(found[0].stage == 1)
    }

    @Test func `who shares nothing is not named`() {
        #expect(similar([0], [stage("a", [1]), stage("b", [])]).isEmpty)
        #expect(similar([], [stage("a", [1])]).isEmpty)
    }

    @Test func `the order of the cases does not matter`() {
        let history = [stage("a", [0, 1]), stage("b", [0, 1]), stage("c", [1, 2, 3]), stage("d", [0, 5])]
        #expect(similar([0, 1, 3], history) == similar([0, 1, 3], history.reversed()))
    }

    @Test func `what is told of a case begins with the stage that is alike`() {
        var cluster = ClusterCase(name: "other", stages: (0..<3).map { Stage(name: "stage-\($0)") })
        for place in cluster.stages.indices {
            cluster.stages[place].deeds = [.init(text: "deed \(place)")]
        }
        cluster.stages[2].outcomes = [.init(text: "it went well")]
        let found = similar([0], [HistoricStage(cluster: cluster, stage: 1, reasons: [rules[0]])])
        #expect(found[0].story.map(\.stage) == [1, 2])
        #expect(found[0].story[1].outcomes.map(\.text) == ["it went well"])
    }

    @Test func `the rules that carry advice are those its verdict rests on, down to the readings`() {
        var sketch = Sketch()
        let grows = sketch.diagnostic("grows")
        let fails = sketch.diagnostic("fails")
        let ready = sketch.concept("ready")
        let fair = sketch.package("fair")
        let beneath = sketch.rule("ready-when", when: .reads(grows), [.concept(ready, of: .cluster)])
        sketch.rule("ready-also", when: .reads(fails), [.concept(ready, of: .cluster)])
        let advising = sketch.rule("fair-when", when: .concept(ready, of: .cluster), [.recommends(fair)])
        sketch.rule("beside", when: .reads(grows), [.concept(sketch.concept("idle"), of: .cluster)])
        sketch.now.readings = [grows: .yes, fails: .no]
        let evaluation = ReferenceEvaluation(rules: sketch.rules, history: sketch.history)
        #expect(evaluation.rulesCarryingAdvice(for: sketch.request) == [beneath, advising])
    }
}
