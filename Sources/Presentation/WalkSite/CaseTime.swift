import RuleModel

/// When a case begins. Later dates would tell how the story goes on.
struct CaseTime {
    /// Nothing where the documents do not say.
    let words: String
    let year: Int?

    init(_ cluster: ClusterCase) {
        let first = cluster.stages.first
        if let from = first?.from {
            (words, year) = ("from \(CaseTime.words(from))", CaseTime.year(from.lower))
        } else if let to = first?.to {
            (words, year) = ("to \(CaseTime.words(to))", CaseTime.year(to.lower))
        } else {
            (words, year) = ("", nil)
        }
    }

    /// A run of several years by the first and the last of them.
    private static func words(_ run: TickRange) -> String {
        guard let first = year(run.lower), let last = year(run.upper), first != last else {
            return DatePhrases.period(run)
        }
        return "\(first)–\(last)"
    }

    private static func year(_ day: Int64) -> Int? {
        (-4_000_000...4_000_000).contains(day) ? CivilCalendar.date(of: day).year : nil
    }
}
