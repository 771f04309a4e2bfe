import Notation

/// Names close enough to a mistyped one to be worth offering.
public enum NearNames {
    /// At most three, closest first; none when nothing is truly close.
    ///
    /// Close means one slip of the hand, two in a name of seven letters and more, or a name that the
    /// typed text begins or that contains it.
    public static func of(_ typed: String, among names: [String]) -> [String] {
        let word = Array(typed.lowercased())
        guard !word.isEmpty, word.count <= 80 else { return [] }
        let allowed = word.count < 7 ? 1 : 2
        var ranked: [(distance: Int, name: String)] = []
        for name in Set(names) {
            let candidate = Array(name.lowercased())
            let slips = Spelling.distance(word, candidate, limit: allowed)
            if slips <= allowed {
                ranked.append((slips, name))
            } else if word.count >= 3, candidate.count > word.count,
                name.lowercased().contains(typed.lowercased())
            {
                ranked.append((allowed + 1 + candidate.count, name))
            }
        }
        return ranked.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
    }
}
