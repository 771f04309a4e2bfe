import Notation
import RuleModel

/// What is worth a look in rules and cases that nothing is wrong with, one file a check.
///
/// A check reads sound rules and answers with findings. None of them is an error: an error is certain
/// harm, and found when the rules are built.
public enum Checks {
    /// In order of the code that each reports.
    static let all: [@Sendable (CheckGround) -> [Finding]] = [
        alwaysTrueConditions, becausesWithoutStop, boldRules, casesWithoutExpectations,
        conditionsSaidTwice, deniedBounds, longBecauses, namesThatLookAlike, oneSidedCases,
        packagesWithoutEnd, placeholders, sameTitles, stagesThatExpectNothing, twoFigures,
        undecidedThings, unreadConcepts, untestedRules, unusedWords,
    ]

    /// Some findings with those of all checks, without what the files allow.
    ///
    /// While something is not understood, nobody knows what is worth a look: nothing is added then.
    ///
    /// - Parameter findings: all that is wrong with the files.
    public static func reviewed(
        _ findings: [Finding], rules: RuleBase, cases: [ClusterCase], files: [ParsedFile]
    ) -> [Finding] {
        let allowances = Allowances(files)
        guard !findings.contains(where: { $0.severity == .error }) else {
            return allowances.left(of: findings).findings
        }
        let ground = CheckGround(rules: rules, cases: cases, files: files)
        let found = findings + all.flatMap { $0(ground) }
        let left = allowances.left(of: found)
        return (left.findings + left.unused).sorted { left, right in
            switch (left.place, right.place) {
            case (let mine?, let theirs?) where mine != theirs: mine < theirs
            case (nil, .some): false
            case (.some, nil): true
            default: (left.code, left.message) < (right.code, right.message)
            }
        }
    }
}
