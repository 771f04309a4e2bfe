import RuleModel
import Workspace

/// What `distretto --version` says: the program, and which rules and cases it speaks for.
enum VersionText {
    static let version = "0.1.0"

    static func text(_ options: SourceOptions) throws -> String {
        let checked = CheckedRules(try options.finder.sources(rules: options.rules))
        checked.finishMeanwhile(withDigest: true)
        let cases = zip(checked.cases, checked.caseDigests)
        let set = checked.sources
        set.warnOfUnread()
        let added = set.added.map { "added from \($0)" }
        let rules = ([words(set.basis)] + added).joined(separator: ", ")
        let origins =
            set.casesFrom.isEmpty ? "none" : set.casesFrom.map(words).joined(separator: ", others ")
        var lines = [
            "distretto \(version)", "rules  \(checked.digest.short)  \(rules)",
            "cases  \(origins)",
        ]
        lines += cases.map { "case   \($1.short)  \($0.name)" }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func words(_ basis: SourceSet.Basis) -> String {
        switch basis {
        case .found(let folder): "found in \(folder)"
        case .carried: "carried in the program"
        }
    }
}
