import Advice
import Foundation
import Inference
import Notation
import Presentation
import RuleModel
import Workspace

/// The parts of `distretto recommend CASE`, timed once in a fresh process: what
/// `Tests/Benchmarks/whole-process` asks for.
///
///     process-parts ceara      a line to a part: milliseconds, then its name
@main
enum Parts {
    static func main() throws {
        guard let name = CommandLine.arguments.dropFirst().first else { return }
        let folder = FileManager.default.currentDirectoryPath
        let sources = try timed("find and read files") {
            try SourceFinder(workingFolder: folder).sources()
        }
        let files = timed("parse, one core") {
            sources.texts.map { parse(fileName: $0.name, source: $0.bytes) }
        }
        _ = timed("build rules and cases, one core") { BegunRuleBase(files) }
        _ = timed("build rules and cases, all cores") { BegunRuleBase(files, sharing: AllCores()) }
        // Parses and builds again, which is what the product does once: only the rest of it is new.
        let checked = CheckedRules(sources)
        let cluster = try checked.cluster(name)
        let request = checked.request(cluster, stage: cluster.stages.count - 1)
        _ = timed("make ready and evaluate") { checked.evaluator(request.history, []).facts.count }
        let answer = timed("consult: evaluate, rank, ask") {
            Consultation(request, evaluate: checked.evaluator).answer
        }
        _ = timed("build the tests of rules") { checked.findings.count }
        let digests = timed("digests") {
            (rules: checked.digest, cluster: digest(of: cluster, in: checked.advising))
        }
        let text = timed("lay out") {
            let view = RecommendView(
                answer, history: request.history, rulesDigest: digests.rules, caseDigest: digests.cluster)
            return TerminalLayout(width: 80).render(view.document)
        }
        // Read, so that none of it is optimised away.
        if text.isEmpty { throw Nothing() }
    }

    private struct Nothing: Error {}

    private static func timed<Result>(_ part: String, _ work: () throws -> Result) rethrows -> Result {
        let clock = ContinuousClock(), start = clock.now
        let result = try work()
        print((clock.now - start) / .milliseconds(1), part)
        return result
    }
}
