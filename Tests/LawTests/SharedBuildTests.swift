import Generation
import Notation
import RuleModel
import Testing
import Workspace

/// Rules built by one and by many are the same rules.
@Suite struct SharedBuildTests {
    @Test func `the shipped files build the same, whoever shares the work`() {
        let files = ShippedFiles.all.map { parse(fileName: $0.name, source: $0.bytes) }
        let alone = Outcome(files, SingleHanded())
        let sharings: [any WorkSharing] = [LastFirst(hands: 2), AllCores()]
        for sharing in sharings { #expect(Outcome(files, sharing).difference(from: alone) == nil) }
    }

    @Test func `broken files are complained of in the same words and order, whoever shares the work`() {
        for seed in LawRun.seeds(sample: 1) {
            var random = SeededGenerator(seed: seed)
            var texts = ShippedFiles.all.map { (name: $0.name, bytes: $0.bytes) }
            for place in random.sample(texts.count / 3, of: Array(texts.indices)) {
                texts[place].bytes = TextMutation.mutated(texts[place].bytes, &random)
            }
            let files = texts.map { parse(fileName: $0.name, source: $0.bytes) }
            let alone = Outcome(files, SingleHanded())
            #expect(!alone.findings.isEmpty)
            let shared = Outcome(files, LastFirst(hands: 11))
            #expect(shared.difference(from: alone) == nil, "seed \(seed)")
        }
    }

    /// Works through the pieces from the last to the first: what depended on their order would show.
    private struct LastFirst: WorkSharing {
        var hands: Int

        func map<Element: Sendable, Result: Sendable>(
            _ elements: [Element], _ transform: @Sendable (Element) -> Result
        ) -> [Result] { elements.reversed().map(transform).reversed() }
    }

    /// What building gives: what files say, where they say it, and what is wrong with them.
    private struct Outcome {
        let built: BuiltRuleBase
        let findings: [Finding]
        let digest: Digest
        let origins: [String]

        init(_ files: [ParsedFile], _ sharing: any WorkSharing) {
            built = build(files, sharing: sharing)
            findings = built.findings
            digest = RuleModel.digest(of: built.rules)
            let all =
                built.rules.claims.map(\.origin) + built.rules.packages.map(\.origin)
                + built.rules.rules.map(\.origin) + built.rules.tests.map(\.origin)
                + built.cases.flatMap { $0.stages.flatMap { $0.expectations.map(\.origin) } }
            origins = all.map { "\($0.file) \($0.line) \($0.column)" }
        }

        /// In a word; two origins are equal wherever they are, and so are compared as texts.
        func difference(from other: Outcome) -> String? {
            if built.rules != other.built.rules { return "other rules" }
            if built.cases != other.built.cases { return "other cases" }
            if digest != other.digest { return "another digest" }
            if origins != other.origins { return "other origins" }
            guard findings != other.findings else { return nil }
            let first = zip(findings, other.findings).first { $0 != $1 }
            return first.map { "\($0) for \($1)" } ?? "\(findings.count) findings for \(other.findings.count)"
        }
    }
}
