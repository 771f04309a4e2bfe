import Generation
import Presentation
import RuleModel
import Testing
import Workspace

/// From a case to JSON and back.
@Suite struct CaseJSONLawTests {
    @Test func `a case read back from its JSON is the same case`() {
        LawRun.hold(sample: 60) { scenario in
            let built = Printed(scenario).built
            return built.cases.lazy.compactMap { Self.breach($0, rules: built.rules) }.first
        }
    }

    @Test func `shipped cases read back from their JSON are the same cases`() {
        let checked = CheckedRules(.carried)
        #expect(!checked.cases.isEmpty)
        for cluster in checked.cases {
            #expect(Self.breach(cluster, rules: checked.rules) == nil, "\(cluster.name)")
        }
    }

    @Test func `any text for a case in JSON is read or complained of inside it`() {
        let checked = CheckedRules(.carried)
        let whole = checked.cases.map { Array(CaseJSON($0, in: checked.rules).json.text.utf8) }
        for seed in LawRun.seeds(sample: 40) {
            var random = SeededGenerator(seed: seed)
            guard var bytes = random.pick(whole) else { return }
            for _ in 0..<random.number(in: 1...3) { bytes = TextMutation.mutated(bytes, &random) }
            let text = SourceText(name: "any.json", bytes: bytes)
            let imported = ImportedCase(text, rules: checked.rules)
            if imported.cluster == nil { #expect(!imported.findings.isEmpty, "seed \(seed)") }
            for finding in imported.findings {
                let place = finding.place
                #expect(
                    place?.file == "any.json" && (place?.end ?? 0) <= bytes.count, "seed \(seed): \(finding)")
            }
        }
    }

    private static func breach(_ cluster: ClusterCase, rules: RuleBase) -> String? {
        let text = CaseJSON(cluster, in: rules).json.text
        let imported = ImportedCase(
            SourceText(name: "case.json", bytes: Array(text.utf8)), rules: rules)
        if let error = imported.findings.first(where: { $0.severity == .error }) {
            return "\(error.code): \(error.message)\n\(text)"
        }
        guard let read = imported.cluster else { return "no case is read" }
        if digest(of: read, in: rules) != digest(of: cluster, in: rules) {
            return "the digests differ\n\(text)"
        }
        return read == cluster ? nil : "the cases differ\n\(text)"
    }
}
