import RuleModel
import Workspace

/// What a command that gives advice will want, begun on another core before its arguments are looked at.
enum Ahead {
    /// The rules and cases of the working folder are read with it.
    static let finder = SourceFinder(workingFolder: Output.workingFolder).readingAhead

    static func begin() {
        Machine.beginOnOtherCore {
            finder.readAhead()
            if let begun { _ = begun.rules.value } else { _ = FirstUse.advise() }
        }
    }

    /// The rules as an answer about a case wants them.
    ///
    /// - Throws: `SourceError` when they or the case cannot be read.
    static func rules(about name: String, _ sources: SourceOptions) throws -> CheckedRules {
        guard let begun, begun.name == name else {
            return try read(name, sources.finder, rules: sources.rules).get()
        }
        // There is time for it: the other core is still at them.
        _ = FirstUse.advise()
        return try begun.rules.value.get()
    }

    /// Where a command and a case were typed and nothing else, there is no need to wait for the arguments.
    private static let begun: (name: String, rules: Deferred<Result<CheckedRules, SourceError>>)? = {
        let typed = CommandLine.arguments.dropFirst(2)
        guard Main.isAdvising, typed.count == 1, let name = typed.first, !name.hasPrefix("-"),
            !ImportedCase.isMeant(by: name)
        else { return nil }
        return (name, Deferred { read(name, finder, rules: []) })
    }()

    private static func read(
        _ name: String, _ finder: SourceFinder, rules: [String]
    ) -> Result<CheckedRules, SourceError> {
        Result { () throws(SourceError) in
            CheckedRules.read(try finder.sources(rules: rules, forCase: name), about: name, CacheFolder.store)
        }
    }
}
