import Notation
import RuleModel

/// A small vocabulary that the tests build upon, with a line or two of their own.
enum Sample {
    static let vocabulary = """
        language 1
        source DOC { title "A document" }
        claim C1 at DOC "1" "It is so."
        claim C2 at DOC "2" figure 70% "Seventy."
        scale degree: none < little < some < medium < high
        choice purpose: jobs | growth
        diagnostic trust: degree  changing
        diagnostic aim: purpose
        diagnostic producers: count of "makers"  changing
        diagnostic share: percent of "output"
        diagnostic export-share: percent of "exports"
        diagnostic sales: money in USD (1993)
        diagnostic wait: duration
        diagnostic closed-on: date
        diagnostic product: text
        diagnostic open-market: yes/no
        collection channel "A way to market" {
          weight: percent of "output"
          governed: loose | tight
          own-design: yes/no  changing
          collection visit "A visit" { length: duration }
        }
        concept ready "It is ready"
        concept captive of channel "It is captive"
        classification kind: old | new
        classification failure several: latent | public
        criterion fair "It is fair"
        lens age: 1 | 2
        package attributes { side: demand | supply  cost: degree }
        actor state "The state"
        role pay "pays"
        package loans "Loans" { age 1 side supply  cost little  measure joint-duty "All answer." }
        package orders "Orders" { age 2  side demand  fair "it is"  from C1 }
        """

    static func build(_ text: String, vocabulary: String = vocabulary) -> BuiltRuleBase {
        RuleModel.build([
            parse(fileName: "vocabulary.rules", source: Array(vocabulary.utf8)),
            parse(fileName: "test.rules", source: Array(("language 1\n" + text).utf8)),
        ])
    }

    /// The findings about the text, told apart from those about the vocabulary.
    static func findings(_ text: String) -> [Finding] {
        build(text).findings.filter { $0.place?.file == "test.rules" }
    }

    /// Codes and messages of the findings about a text.
    static func complaints(_ text: String) -> [String] { findings(text).map { "\($0.code): \($0.message)" } }

    /// Complaints about a condition, set into a rule that is otherwise sound.
    static func complaints(when condition: String) -> [String] {
        complaints("rule r { when \(condition)  conclude ready  because \"so\"  from C1, C2 }")
    }

    /// What a condition means.
    static func condition(_ text: String) -> Condition? {
        build("rule r { when \(text)  conclude ready  because \"so\"  from C1, C2 }").rules.rules.first?
            .condition
    }

    /// What a reading line of a case means.
    static func reading(_ text: String) -> Reading? {
        for statement in build("case c \"C\" { \(text) }").cases.first?.stages.first?.statements ?? [] {
            switch statement {
            case .diagnostic(_, let reading), .concept(_, let reading), .classification(_, let reading):
                return reading
            default: continue
            }
        }
        return nil
    }
}
