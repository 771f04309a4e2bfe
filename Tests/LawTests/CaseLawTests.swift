import Generation
import RuleModel
import Testing

@Suite struct CaseLawTests {
    @Test(arguments: [true, false])
    func `a history told as a case, in full or as little as needed, is the history again`(inFull: Bool) {
        LawRun.hold(sample: 150) { scenario in
            let told = ClusterCase(
                name: "case-a", telling: scenario.history, rules: scenario.rules, inFull: inFull)
            let heard = scenario.rules.situations(
                of: told.stages, caseName: "case-a", upTo: scenario.history.count - 1)
            return heard == scenario.history ? nil : "told \(told.stages.map(\.statements)), heard \(heard)"
        }
    }

    @Test func `what the generator writes is stratified`() {
        LawRun.hold(sample: 150) { scenario in
            Strata(scenario.rules).loops.first.map { "a loop: \($0.links)" }
        }
    }
}
