import Foundation
import Presentation
import RuleModel
import Workspace

/// A miniature of rules and a case, advised on another core while the real ones are being read.
///
/// A type like `[Fact: Int]` is made when it is first used, which takes a search through all that the
/// program can do. Many stand on the way to an answer; after the miniature has gone the whole way, most
/// are there. It changes nothing else.
enum FirstUse {
    /// The miniature's answer, as `recommend` shows it.
    static func advise() -> String {
        let checked = CheckedRules(
            SourceSet(basis: .carried, texts: [SourceText(name: "", bytes: Array(miniature.utf8))]))
        guard let cluster = checked.cases.first else { return "" }
        let request = checked.request(cluster, stage: cluster.stages.count - 1)
        let answer = Consultation(request, evaluate: checked.evaluator).answer
        let screen = RecommendView(
            answer, history: request.history, rulesDigest: Digest([UInt8]()),
            caseDigest: digest(of: cluster, in: request.rules))
        return TerminalLayout(width: 80).render(screen.document)
    }

    private static let miniature = """
        language 1
        source s { authors "A" year 2000 title "T" publisher "P" }
        claim c at s "1" firmness strong from-case k "C."
        claim d at s "2" firmness qualified restates c "D."
        scale m: low < medium < high
        choice o: p | q
        criterion r "R" from c
        lens l: 1 "one" | 2 "two"
        actor a "A"
        role n "N"
        package attributes { side: t | u }
        diagnostic x: yes/no ask "X?"
        diagnostic y: percent of "all" ask "Y?"
        diagnostic z: m ask "Z?"
        collection g "G" { h: yes/no ask "H?"  w: percent of "all" }
        concept e "E"
        concept f by signs "F"
        classification v: i | j
        package one "One" { l 1 side t r "R" from c role n a }
        package two "Two" { l 2 side u }
        rule a1 { when x unless z is high presume "P" conclude e because "B." from c }
        rule a2 { when y at least 40% judgement "J" and not e conclude f because "B." from c }
        rule a3 { when e or f recommend one because "B." from c, d }
        rule a4 { when some g where h recommend two because "B." from d }
        rule a5 { for each package P where side is t, package D where side is u sequence D before P because "B." from c }
        rule a6 { for each g when h conclude v is i because "B." from c }
        rule a7 { when x and z is low advise against two as harmful because "B." from c }
        rule a8 { when y at most 10% judgement "J" caution one because "B." from c }
        rule a9 { when count of g where h at least 2 judgement "J" require e before two because "B." from c }
        case k "K" { stage b "B" { x  g t "T" { h } } stage n "N" after b { y = 40..60% assumed "A" } }
        """
}
