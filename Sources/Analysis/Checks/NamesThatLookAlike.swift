import Notation
import RuleModel

extension Checks {
    /// Names used in the same places that differ by a letter, so that one is easily taken for the other.
    static func namesThatLookAlike(_ ground: CheckGround) -> [Finding] {
        let kinds: [NameKind] = [.diagnostic, .concept, .classification, .package, .measure, .indicator]
        let all = kinds.flatMap { ground.declared[$0] }.sorted { $0.place < $1.place }
        // Two names that differ by a letter have a spelling in common once a letter is left out of each;
        // so only those are compared, and not every pair.
        var first: [String: Int] = [:]
        var told: Set<Int> = []
        var found: [Finding] = []
        for (place, declaration) in all.enumerated() where declaration.name.count > 5 {
            let spellings =
                [declaration.name]
                + declaration.name.indices.map { index in
                    var name = declaration.name
                    name.remove(at: index)
                    return name
                }
            for spelling in spellings {
                guard let earlier = first[spelling], earlier != place else {
                    first[spelling] = place
                    continue
                }
                guard !told.contains(place), looksAlike(all[earlier].name, declaration.name) else { continue }
                told.insert(place)
                found.append(
                    Finding(
                        code: "look-alike-names", severity: .hint,
                        message: "`\(declaration.name)` and `\(all[earlier].name)` differ by a letter",
                        place: declaration.place, label: "easily taken for the other",
                        notes: [Finding.Note(place: all[earlier].place, label: "the other")],
                        help: ["give one of them a name that says what sets it apart"]))
            }
        }
        return found
    }

    private static func looksAlike(_ one: String, _ other: String) -> Bool {
        // Numbers are there to tell things apart.
        guard one.filter(\.isNumber) == other.filter(\.isNumber) else { return false }
        return Spelling.distance(Array(one), Array(other), limit: 1) == 1
    }
}
