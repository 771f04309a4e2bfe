import ArgumentParser
import Workspace

/// What the shell offers behind a command, looked up when the tab key is pressed.
///
/// Broken rules complete as far as they are understood; nothing here ever complains.
enum Completions {
    /// Cases by name; files come from the shell where nothing fits.
    static let cases = CompletionKind.custom { words, _, _ in checked(words)?.cases.map(\.name).sorted() ?? []
    }

    /// Cases, lessons and courses.
    static let walks = CompletionKind.custom { words, _, _ in checked(words)?.walkNames ?? [] }

    /// Stages of the case that was typed already.
    static let stages = CompletionKind.custom { words, _, _ in
        let typed = Set(words)
        let cluster = checked(words)?.cases.first { typed.contains($0.name) }
        return cluster?.stages.map(\.name) ?? []
    }

    /// What can be explained: packages, concepts, classifications, rules, diagnostics.
    static let things = CompletionKind.custom { words, _, _ in
        guard let rules = checked(words)?.rules else { return [] }
        return rules.packages.map(\.name) + rules.concepts.map(\.name) + rules.classifications.map(\.name)
            + rules.rules.map(\.name) + rules.diagnostics.map(\.name)
    }

    /// What can be advised.
    static let packages = CompletionKind.custom { words, _, _ in
        checked(words)?.rules.packages.map(\.name) ?? []
    }

    /// What a case can say of the cluster.
    static let readings = CompletionKind.custom { words, _, _ in
        checked(words)?.rules.diagnostics.map(\.name) ?? []
    }

    static let rules = CompletionKind.custom { words, _, _ in checked(words)?.rules.rules.map(\.name) ?? [] }

    /// Documents and claims.
    static let literature = CompletionKind.custom { words, _, _ in
        guard let rules = checked(words)?.rules else { return [] }
        return rules.sources.map(\.name) + rules.claims.map(\.name)
    }

    /// Lenses with their values: `generation=1`.
    static let lenses = CompletionKind.custom { words, _, _ in
        checked(words)?.rules.lenses.flatMap { lens in lens.values.map { "\(lens.name)=\($0.name)" } } ?? []
    }

    static let sources = CompletionKind.file(extensions: ["rules", "case"])

    /// The rules in use, with those that the line names.
    private static func checked(_ words: [String]) -> CheckedRules? {
        let named = words.indices.filter { $0 > 0 && words[$0 - 1] == "--rules" }.map { words[$0] }
        let finder = SourceFinder(workingFolder: Output.workingFolder)
        return (try? finder.sources(rules: named)).map(CheckedRules.init)
    }
}
