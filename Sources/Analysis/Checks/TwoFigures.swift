import Notation
import RuleModel

extension Checks {
    /// One thing judged for one reason and given two figures: one of the two was forgotten when the other moved.
    static func twoFigures(_ ground: CheckGround) -> [Finding] {
        var first: [String: (figures: [String], rule: String, place: Place?)] = [:]
        var found: [Finding] = []
        for declaration in ground.declared[.rule] {
            for comparison in declaration.node.below(.comparison) {
                guard let judgement = comparison.first(.judgementClause)?.ownText?.text,
                    judgement.count > 8, let test = comparison.first(.boundTest)
                else { continue }
                let operand = comparison.children.first { $0.index < test.index }?.dense ?? ""
                let figures = test.dense.split(separator: " ").filter { $0.first?.isNumber == true }
                    .map(String.init)
                let key = "\(operand)\n\(judgement)"
                guard let earlier = first[key] else {
                    first[key] = (figures, declaration.name, test.place)
                    continue
                }
                guard earlier.figures != figures, !figures.isEmpty, let place = earlier.place else {
                    continue
                }
                found.append(
                    Finding(
                        code: "two-figures", severity: .warning,
                        message:
                            "`\(operand)` is judged for the same reason as in `\(earlier.rule)`, and by another figure",
                        place: test.place, label: "another figure for the same reason",
                        notes: [Finding.Note(place: place, label: "judged here first")],
                        help: ["give both the same figure, or say why this one is another"]))
            }
        }
        return found
    }
}
