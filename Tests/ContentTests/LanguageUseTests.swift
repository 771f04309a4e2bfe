import Notation
import RuleModel
import Testing

/// What the language can say, the shipped rules and cases do say somewhere: a
/// form that nobody uses is a form that nobody has tried.
@Suite struct LanguageUseTests {
    @Test func `every construct of the grammar is used by a shipped rule or case`() throws {
        var used: Set<SyntaxKind> = []
        for file in try Repository.shipped() {
            used.formUnion(file.tree.nodes.map(\.kind))
        }
        // What an adviser decides stands in the adviser's own cases; history has none of it.
        let unused = Set(SyntaxKind.allCases).subtracting(used).subtracting([.unexpected, .overrideClause])
        #expect(unused.isEmpty, "nowhere used: \(unused.map { "\($0)" }.sorted())")
    }

    @Test func `every word that chooses between meanings is used by a shipped rule or case`() throws {
        var phrases: Set<String> = []
        for file in try Repository.shipped() {
            let words = file.tree.tokens.map {
                String(decoding: file.tree.source[Int($0.start)..<Int($0.end)], as: UTF8.self)
            }
            for index in words.indices {
                phrases.insert(words[index])
                if index + 1 < words.count { phrases.insert(words[index] + " " + words[index + 1]) }
            }
        }
        // `capped at` is not among them: the one ceiling that the documents name is for several payments together.
        let expected = [
            "firmly", "tentatively", "as not-needed", "as harmful", "as disputed", "jointly with",
            "choose at", "choose exactly", "some", "no", "every", "satisfies", "count of", "sum of",
            "mean of",
            "largest of", "smallest of", "proportion of", "time since", "rising", "falling", "was",
            "is recommended",
            "in force", "earlier stage", "or more", "at least", "at most", "above", "below", "before",
            "after",
            "assumed", "presumably", "unknown", "gone", "listed", "several", "by signs", "each package",
            "targeting", "through", "with", "succeeded", "in advance", "until", "as-judged",
            "restates",
            "contradicted-by", "superseded-by", "history-only", "not-about-a-cluster", "not-observable",
        ]
        let missing = expected.filter { !phrases.contains($0) }
        #expect(missing.isEmpty, "nowhere used: \(missing)")
    }

    @Test func `every type of diagnostic is read by a shipped case`() throws {
        let built = build(try Repository.shipped())
        var read: Set<String> = []
        func note(_ statements: [Statement]) {
            for statement in statements {
                switch statement {
                case .diagnostic(let id, _): read.insert(kind(built.rules[id].measurement.type))
                case .attribute(let id, _): read.insert(kind(built.rules[id].measurement.type))
                case .member(_, _, _, let nested, _): note(nested)
                default: break
                }
            }
        }
        for cluster in built.cases { cluster.stages.forEach { note($0.statements) } }
        for test in built.rules.tests { test.stages.forEach { note($0.statements) } }
        let all: Set = [
            "yes/no", "count", "number", "percent", "money", "duration", "date", "scale", "choice", "text",
        ]
        #expect(all.subtracting(read).isEmpty)
    }

    private func kind(_ type: ValueType) -> String {
        switch type {
        case .yesNo: "yes/no"
        case .count: "count"
        case .number: "number"
        case .percent: "percent"
        case .money: "money"
        case .duration: "duration"
        case .date: "date"
        case .scale: "scale"
        case .choice: "choice"
        case .text: "text"
        }
    }
}
