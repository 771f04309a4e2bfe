import Notation
import RuleModel
import Testing

@Suite struct CrossReferencesTests {
    private let rules = build([
        parse(
            fileName: "a.rules",
            source: Array(
                """
                language 1
                source Book { title "A book" }
                claim C-1 at Book "1" "Growers who store together sell later."
                section s "Words" { diagnostic growers: count of "growers"  diagnostic owner: yes/no }
                choice side: supply | demand
                package attributes { side: side }
                concept close "They know each other"
                package fair "A fair" { side demand as-judged }
                package store "A store" { side supply as-judged }
                rule a { when growers at most 30 judgement "few" conclude close because "x" from C-1 }
                rule b { when close unless owner presume "x" recommend store because "x" from C-1 }
                rule c { for each package P where side is supply when P is recommended
                  caution P because "x" from C-1 }
                rule d { sequence fair before store because "x" from C-1 }
                """.utf8))
    ]).rules

    private func names(_ found: [ID<Rule>]) -> [String] { found.map { rules[$0].name } }
    private func id<Declared>(_ name: String, _ table: [Declared], _ nameOf: (Declared) -> String) throws
        -> ID<Declared>
    {
        ID(try #require(table.firstIndex { nameOf($0) == name }))
    }

    @Test func `who asks about a thing is known, and who concludes it`() throws {
        let references = CrossReferences(rules)
        let close = try id("close", rules.concepts, \.name)
        #expect(names(references.readers(of: .concept(close))) == ["b"])
        #expect(names(references.rules(concluding: .concept(close))) == ["a"])
        #expect(
            names(references.readers(of: .diagnostic(try id("owner", rules.diagnostics, \.name)))) == ["b"])
    }

    @Test func `what only an exception asks is told apart`() throws {
        let rule = rules[try id("b", rules.rules, \.name)]
        #expect(rule.askedAsException == [.diagnostic(try id("owner", rules.diagnostics, \.name))])
        #expect(rule.asked.count == 2)
    }

    @Test func `a rule about packages of a kind speaks of those, and of no others`() throws {
        let references = CrossReferences(rules)
        let store = references.mentions(of: try id("store", rules.packages, \.name))
        #expect(store.map(\.part) == [.recommended, .cautioned, .later])
        #expect(store.map(\.isGeneral) == [false, true, false])
        #expect(references.mentions(of: try id("fair", rules.packages, \.name)).map(\.part) == [.earlier])
    }
}
