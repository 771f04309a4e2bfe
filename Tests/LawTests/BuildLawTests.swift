import Generation
import Notation
import RuleModel
import Testing

/// From text to rules, on the files that people wrote.
@Suite struct BuildLawTests {
    @Test func `shipped declarations in any order over any files build the same rules and cases`() {
        let files = ShippedFiles.all.map { (name: $0.name, bytes: $0.bytes) }
        let written = build(files.map { parse(fileName: $0.name, source: $0.bytes) })
        let rearrangement = Rearrangement(files: files)
        for seed in LawRun.seeds(sample: 2) {
            var random = SeededGenerator(seed: seed)
            let rebuilt = build(rearrangement.dealt(&random))
            #expect(rebuilt.rules == written.rules, "seed \(seed)")
            #expect(rebuilt.cases == written.cases, "seed \(seed)")
        }
    }

    @Test func `broken files build something, and complain inside the files`() {
        for seed in LawRun.seeds(sample: 8) {
            var random = SeededGenerator(seed: seed)
            var files = random.sample(4, of: ShippedFiles.all).map { (name: $0.name, bytes: $0.bytes) }
            guard let place = random.pick(files.indices) else { return }
            for _ in 0..<random.number(in: 1...4) {
                files[place].bytes = TextMutation.mutated(files[place].bytes, &random)
            }
            let lengths = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.bytes.count) })
            let built = build(files.map { parse(fileName: $0.name, source: $0.bytes) })
            for finding in built.findings {
                let places =
                    [finding.place, finding.suggestion?.place].compactMap { $0 } + finding.notes.map(\.place)
                for place in places {
                    let length = lengths[place.file] ?? -1
                    #expect(
                        0 <= place.start && place.start <= place.end && place.end <= length,
                        "seed \(seed): \(finding)")
                }
            }
        }
    }
}
