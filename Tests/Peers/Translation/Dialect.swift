/// How a language spells verdicts: its "and" and "or", and what else formulas are made of.
protocol Dialect {
    func test(_ place: Int) -> String
    func fact(_ place: Int) -> String
    var open: String { get }
    func both(_ left: String, _ right: String) -> String
    func either(_ left: String, _ right: String) -> String
    /// The verdict turned round.
    func negated(_ formula: Formula) -> String
    /// Behind `unless`: the verdict turned round, and presumably yes of an open one.
    func absent(_ formula: Formula) -> String
}

extension Dialect {
    func expression(_ formula: Formula) -> String {
        switch formula {
        case .test(let place): test(place)
        case .fact(let place): fact(place)
        case .open: open
        case .not(let inner): negated(inner)
        case .absent(let inner): absent(inner)
        case .all(let parts): joined(parts, both)
        case .any(let parts): joined(parts, either)
        case .atLeast(let number, let parts): expression(.atLeast(number, of: parts[...]))
        }
    }

    /// Two by two from the left, as all these languages group; no list here is empty.
    private func joined(_ parts: [Formula], _ join: (String, String) -> String) -> String {
        let spelt = parts.map(expression)
        return spelt.dropFirst().reduce(spelt.first ?? open, join)
    }
}

/// A stream of a diagnostic's readings, in the order in which `CaseFiles` writes them; the name is
/// that of the column or variable.
enum Stream {
    /// The end of a run that decides whether a level of a lower bound is reached: presumably not even
    /// that (1) by the greatest possible value, open (2) by the greatest presumed, presumably (3) by
    /// the least presumed, yes (4) by the least possible.
    static func end(_ diagnostic: Int, level: Int) -> String { "d\(diagnostic)_\(level)" }
    static func possible(_ diagnostic: Int) -> String { "d\(diagnostic)_p" }
    static func presumed(_ diagnostic: Int) -> String { "d\(diagnostic)_q" }
}
