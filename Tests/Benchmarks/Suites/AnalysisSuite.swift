import Analysis
import Benchmark
import Inference
import RuleModel
import Workspace

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
        return {
            RuleAnalysis(CompiledRules(built.rules), cases: built.cases).report(sharing: AllCores()).faults
                .count
        }
    }
    // A small change: one rule recommends less firmly, and of all packages is asked what becomes of them.
    Subject(
        "the same advice on any cluster?", in: suite, Amount(count: 1, unit: "comparisons"), baseline: check,
        runs: 3
    ) {
        let before = build(ShippedTexts.all.map(parsed)).rules
        var after = before
        let changed = after.rules.firstIndex { rule in
            rule.conclusions.contains {
                if case .recommend(_, let how) = $0 { how.strength == .firmly } else { false }
            }
        }
        if let changed {
            after.rules[changed].conclusions = after.rules[changed].conclusions.map { conclusion in
                guard case .recommend(let package, var how) = conclusion else { return conclusion }
                how.strength = .tentatively
                return .recommend(package, how)
            }
        }
        return { [after] in
            AdviceDifference(from: CompiledRules(before), to: CompiledRules(after), sharing: AllCores())
                .packages.count
        }
    }
    return suite
}
