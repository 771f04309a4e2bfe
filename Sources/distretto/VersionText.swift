import RuleModel
import Workspace

/// What `distretto --version` says: the program, and which rules and cases it speaks for.
enum VersionText {
    static let version = "0.1.0"

    static func text(_ options: SourceOptions) throws -> String {
        let checked = CheckedRules(try options.finder.sources(rules: options.rules))
        let basis =
            switch checked.sources.basis {
            case .found(let folder): "found in \(folder)"
            case .carried: "carried in the program"
            }
        var lines = ["distretto \(version)", "rules  \(digest(of: checked.rules).short)  \(basis)"]
        lines += checked.cases.map { "case   \(digest(of: $0, in: checked.rules).short)  \($0.name)" }
        return lines.map { $0 + "\n" }.joined()
    }
}
