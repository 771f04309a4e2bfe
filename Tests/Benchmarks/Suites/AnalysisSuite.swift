import Analysis
import Benchmark
import Inference
import RuleModel

/// Asking the shipped rules what no single case shows, against one check of all files.
func analysisSuite() -> BenchmarkSuite {
    let suite = BenchmarkSuite(name: "analysis")
    let check = "check"
    Subject(check, in: suite, Amount(count: 1, unit: "checks"), baseline: nil) {
        let texts = ShippedTexts.all
        return { build(texts.map(parsed)).findings.count }
    }
    Subject("analyze", in: suite, Amount(count: 1, unit: "analyses"), baseline: check, runs: 3) {
        let built = build(ShippedTexts.all.map(parsed))
        return { RuleAnalysis(CompiledRules(built.rules), cases: built.cases).report().faults.count }
    }
    return suite
}
