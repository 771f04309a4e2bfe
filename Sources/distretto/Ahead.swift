import Foundation
import RuleModel
import Workspace

/// What a command that gives advice will want, begun on another core before its arguments are looked at.
enum Ahead {
    /// The rules and cases of the working folder are read with it.
    static let finder = SourceFinder(workingFolder: Output.workingFolder).readingAhead

    static func begin() {
        DispatchQueue.global().async {
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

/// How memory is asked for.
enum Memory {
    /// Has the system asked once for much and not often for little, which takes longer than what is done
    /// in it; none of it counts before it is used.
    static func takeInLargePieces() {
        #if canImport(Glibc)
            // Swift's module of the C library leaves `mallopt` out, with the names of what can be set.
            guard let found = dlsym(nil, "mallopt") else { return }
            let set = unsafeBitCast(found, to: (@convention(c) (Int32, Int32) -> Int32).self)
            let (trimThreshold, topPad, mapThreshold): (Int32, Int32, Int32) = (-1, -2, -3)
            let megabyte: Int32 = 1 << 20
            _ = set(topPad, 32 * megabyte)
            _ = set(trimThreshold, 256 * megabyte)
            _ = set(mapThreshold, 16 * megabyte)
        #endif
    }
}
