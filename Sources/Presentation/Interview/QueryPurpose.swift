import Advice
import RuleModel

/// Why a question is asked, in a sentence: what an answer decides by itself, or what it bears on.
struct QueryPurpose {
    private let query: Interview.Query
    private let phraser: Phraser

    init(_ query: Interview.Query, phraser: Phraser) {
        self.query = query
        self.phraser = phraser
    }

    var sentence: String {
        if let (one, other) = rivals {
            return "This decides between \(title(one)) and \(title(other))" + rest(beside: [one, other])
        }
        let decided = (query.effects?.packages ?? []).prefix(2)
        if !decided.isEmpty {
            let names = listed(decided.map(title), "and")
            return "This decides whether \(names) \(decided.count == 1 ? "is" : "are") advised"
                + rest(beside: Array(decided))
        }
        let named = query.packages.prefix(2)
        let more = query.packages.count - named.count
        guard !named.isEmpty else { return "" }
        return "This bears on \(listed(named.map(title) + (more > 0 ? [others(more)] : []), "and"))."
    }

    /// Two packages of which one answer advises the first and drops the second, and another the reverse.
    private var rivals: (ID<Package>, ID<Package>)? {
        guard let effects = query.effects else { return nil }
        func advises(_ answer: Question.PossibleAnswer, _ package: ID<Package>) -> Bool? {
            let position = answer.changes.first { $0.package == package }?.to
            return position.map { !$0.isContested && ($0.standing == .stands || $0.standing == .provisional) }
        }
        for (place, one) in effects.packages.enumerated() {
            for other in effects.packages.dropFirst(place + 1) {
                let sides = effects.answers.map { (advises($0, one), advises($0, other)) }
                if sides.contains(where: { $0 == true && $1 == false }),
                    sides.contains(where: { $0 == false && $1 == true })
                {
                    return (one, other)
                }
            }
        }
        return nil
    }

    private func rest(beside told: [ID<Package>]) -> String {
        let more = Set(query.packages + (query.effects?.packages ?? [])).subtracting(told).count
        return more > 0 ? ", and bears on \(others(more))." : "."
    }

    private func others(_ count: Int) -> String { counted(count, "other package") }

    private func title(_ package: ID<Package>) -> String { "“\(phraser.title(of: package))”" }
}
