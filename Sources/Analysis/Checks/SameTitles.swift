import Notation
import RuleModel

extension Checks {
    /// Two things of one kind under one title, which nobody can tell apart on a screen.
    static func sameTitles(_ ground: CheckGround) -> [Finding] {
        let named: [(NameKind, [(name: String, title: String)])] = [
            (.package, ground.rules.packages.map { ($0.name, $0.title) }),
            (.concept, ground.rules.concepts.map { ($0.name, $0.title) }),
            (.indicator, ground.rules.indicators.map { ($0.name, $0.title) }),
            (.actor, ground.rules.actors.map { ($0.name, $0.title) }),
            (
                .diagnostic,
                ground.rules.diagnostics.map { ($0.name, $0.measurement.question) }
            ),
            (.clusterCase, ground.cases.map { ($0.name, $0.title) }),
        ]
        return named.flatMap { kind, things -> [Finding] in
            twice(
                things.compactMap { thing in ground.place(kind, thing.name).map { (thing.title, $0) } },
                kind == .diagnostic ? "the same question is asked" : "two \(kind.noun)s have the same title")
        }
    }

    private static func twice(_ titles: [(title: String, place: Place)], _ message: String) -> [Finding] {
        var first: [String: Place] = [:]
        return titles.sorted { $0.place < $1.place }.compactMap { title, place in
            guard !title.isEmpty else { return nil }
            guard let earlier = first[title] else {
                first[title] = place
                return nil
            }
            return Finding(
                code: "same-title", severity: .warning, message: "\(message): \"\(title)\"", place: place,
                label: "again", notes: [Finding.Note(place: earlier, label: "first here")],
                help: ["say in each what sets it apart from the other"])
        }
    }
}
