import Notation
import RuleModel
import Testing
import Workspace

/// What `check --fix` makes of every mistake in the corpus.
@Suite struct MendingTests {
    private static func checked(_ texts: Texts) -> CheckedRules {
        CheckedRules(
            SourceSet(
                basis: .found("Rules"), texts: texts.map { SourceText(name: $0.key, bytes: $0.value) }))
    }

    private static func errors(_ findings: [Finding]) -> [String] {
        findings.filter { $0.severity == .error && !$0.isAboutUse }
            .map { "\($0.code) \($0.message) \($0.place?.file ?? "")" }.sorted()
    }

    @Test(arguments: MistakeGoldens.themes)
    func `no fix brings an error, and each that is made cures what it promised`(theme: String) throws {
        var made = 0, mended = 0, sound = 0
        for entry in Mistake.read(try MistakeGoldens.text(theme)).entries {
            guard let trial = Trial(entry, in: MistakeGoldens.base) else { continue }
            made += 1
            let checked = Self.checked(trial.edited)
            let mending = Mending(checked.reviewedFindings, in: checked)
            guard !mending.mended.isEmpty else { continue }
            mended += 1
            var texts = trial.edited
            for change in mending.changes.changes { texts[change.old.name] = change.bytes }
            let after = Self.checked(texts)
            let before = Self.errors(checked.findings)
            let now = Self.errors(after.findings)
            for error in now where !before.contains(error) {
                Issue.record("\(theme): \(entry.title): brought \(error)")
            }
            for finding in mending.mended {
                let stays = after.reviewedFindings.contains {
                    $0.code == finding.code && $0.message == finding.message
                }
                #expect(!stays, "\(theme): \(entry.title): still \(finding.code)")
            }
            if now.isEmpty { sound += 1 }
        }
        print("\(theme): of \(made) mistakes \(mended) are mended, \(sound) of them wholly")
    }
}
