import Benchmark
import Foundation

/// How fast Distretto reads rules and works out verdicts, and in how much memory.
///
///     swift run -c release benchmarks
///     swift run -c release benchmarks --filter 'evaluate|change' --min-time 5
///
/// It prints the table of `SpeedPage.md`. Absolute times differ from machine to machine, and from hour
/// to hour on a shared one; the ratio to something measured a moment before in the same run differs
/// little, so that every line has one.
@main
enum Benchmarks {
    static func main() throws {
        let settings = parseArguments()
        let suites =
            [readingSuite()] + RuleSet.all.map { ruleSuite($0) }
            + [tableSuite(), answerSuite(), mutationSuite(), analysisSuite()]
        var runner = BenchmarkRunner(
            suites: suites, settings: settings + [Format(.none)],
            customDefaults: [MinTime(seconds: 0.5), MaxIterations(10_000)])
        try runner.run()
        Subject.finish()
        print(Report(runner.results).markdown)
    }
}
