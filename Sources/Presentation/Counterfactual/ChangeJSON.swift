import Advice
import RuleModel

/// A package that stands elsewhere, for programs.
struct ChangeJSON {
    let rules: RuleBase

    func json(_ change: PackageChange) -> JSON {
        .object([
            "package": .string(rules[change.package].name),
            "effect": .string(ChangeWords.word(change.effect)),
            "from": json(change.from), "to": json(change.to),
            "rules": .array(
                change.carriers.map {
                    .object([
                        "rule": .string(rules[$0.rule].name), "from": .string($0.from.name),
                        "to": .string($0.to.name),
                    ])
                }),
        ])
    }

    private func json(_ place: Outline.Place) -> JSON {
        switch place {
        case .programme(let number, let phase, let standing, let strength):
            .object([
                "number": .integer(number), "phase": .integer(phase),
                "standing": .string(standing.prose.text), "strength": .string(strength.word),
            ])
        case .outside(let outside): .object(["outside": .string(outside.word)])
        }
    }
}
