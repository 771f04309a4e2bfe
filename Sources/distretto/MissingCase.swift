import ArgumentParser
import Workspace

/// A command typed without the case it is about, answered with cases that there are.
///
/// The parser would show its usage, from which nobody learns the name of a case.
enum MissingCase {
    /// - Parameter message: what the parser has to say.
    static func refusal(_ message: String, typed: [String]) -> Refusal? {
        guard message.hasPrefix("Missing expected argument '<case>"), let command = typed.first else {
            return nil
        }
        let refusal = "`\(command)` has to be told for which case"
        let new = "a cluster of your own begins with: distretto new case NAME"
        let sources = try? SourceFinder(workingFolder: Output.workingFolder).sources()
        let names = sources.map { CheckedRules($0).cases.map(\.name).sorted() } ?? []
        guard let first = names.first else { return Refusal(refusal, help: "there is no case here; \(new)") }
        let others = names.count == 1 ? "" : "other cases: \(some(names.dropFirst())); "
        return Refusal(refusal, help: "type for example: distretto \(command) \(first); \(others)\(new)")
    }

    private static func some(_ names: ArraySlice<String>) -> String {
        let shown = names.prefix(4).joined(separator: ", ")
        return names.count > 4 ? "\(shown) and \(names.count - 4) more (distretto cases)" : shown
    }
}
