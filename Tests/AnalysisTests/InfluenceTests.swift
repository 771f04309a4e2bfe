import Analysis
import RuleModel
import Testing
import Workspace

@Suite struct InfluenceTests {
    private func rules(_ more: String = "") -> RuleBase {
        let text = """
            language 1
            source Book { title "A book" }
            claim C-1 at Book "1" "Growers who store together sell later."
            section s "Words" {
              diagnostic growers: count of "growers"
              diagnostic friendly: yes/no
              diagnostic one-owner: yes/no
            }
            concept close "They know each other"
            package store "A store" { }
            package fair "A fair" { }
            rule known { when growers at most 30 judgement "few" and friendly
              conclude close because "Few know each other." from C-1 }
            rule storing { when close unless one-owner presume "land is common"
              recommend store because "A store lets them wait." from C-1 }
            rule no-store { when growers at least 100 judgement "many"
              advise against store as not-needed because "They have one." from C-1 }
            rule order { when close sequence fair before store because "Buyers first." from C-1 }
            \(more)
            """
        let source = SourceText(name: "Rules/a.rules", bytes: Array(text.utf8))
        return CheckedRules(SourceSet(basis: .carried, texts: [source])).rules
    }

    private func edges(_ influence: Influence, _ rules: RuleBase) -> Set<String> {
        Set(
            influence.edges.map { edge in
                let from = name(influence.nodes[edge.from].thing, rules),
                    to = name(influence.nodes[edge.to].thing, rules)
                return "\(from) \(edge.kind) \(to)"
            })
    }

    private func name(_ thing: Influence.Thing, _ rules: RuleBase) -> String {
        switch thing {
        case .diagnostic(let id): rules[id].name
        case .collection(let id): rules[id].name
        case .concept(let id): rules[id].name
        case .classification(let id): rules[id].name
        case .rule(let id): "[\(rules[id].name)]"
        case .package(let id): rules[id].name
        case .theme(let name, _): name
        }
    }

    private func around(_ name: String, _ rules: RuleBase) throws -> Influence {
        Influence(around: [try #require(Influence.Thing(named: name, in: rules))], in: rules)
    }

    @Test func `a package has the rules that speak of it, what they ask, and what decides that`() throws {
        let rules = rules()
        #expect(
            edges(try around("store", rules), rules) == [
                "close asked [storing]", "one-owner exception [storing]", "[storing] recommends store",
                "growers asked [no-store]", "[no-store] advisesAgainst store", "fair precedes store",
                "growers concludes close", "friendly concludes close",
            ])
    }

    @Test func `a diagnostic leads to the rules that ask about it and to what they conclude`() throws {
        let rules = rules()
        #expect(
            edges(try around("growers", rules), rules) == [
                "growers asked [known]", "[known] concludes close", "growers asked [no-store]",
                "[no-store] advisesAgainst store",
            ])
    }

    @Test func `a rule that ranges over packages is no part of a package's picture`() throws {
        let rules = rules(
            "rule all { for each package P where side is supply when growers at least 5 judgement \"x\" "
                + "recommend P because \"x\" from C-1 } scale side-of: a < b")
        #expect(!edges(try around("store", rules), rules).contains { $0.contains("[all]") })
    }

    @Test func `themes count the rules between them`() throws {
        let rules = rules()
        let themes = Influence(themesOf: rules)
        let lines = Set(
            themes.edges.map { edge in
                let from = themes.nodes[edge.from].thing, to = themes.nodes[edge.to].thing
                return "\(name(from, rules)) → \(name(to, rules)) \(edge.count)"
            })
        // From the section to the concepts of the file, and on to its packages.
        #expect(lines == ["Words → A 1", "Words → A 2", "A → A 2"])
    }

    @Test func `what is not there has no picture`() {
        #expect(Influence.Thing(named: "nothing", in: rules()) == nil)
    }
}
