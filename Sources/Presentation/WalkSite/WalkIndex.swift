import RuleModel

/// The cases of a walk's site: a plain list, which a script lets readers sort and narrow.
struct WalkIndex {
    private let stories: [WalkSite.Story]

    init(_ stories: [WalkSite.Story]) { self.stories = stories }

    var page: SitePage {
        SitePage(
            address: WalkMap.home, title: WalkSite.name, path: [], kind: "cases",
            document: Document([
                .title(Prose(WalkSite.name)),
                .paragraph(
                    """
                    Each case is a cluster of small firms at a moment when somebody had to decide. You are told what was \
                    known then; say what you see and what you would do; then compare with the rules, with what was done, \
                    and with what came of it.
                    """),
            ]),
            below: [filter, .line, list, .line], scripts: [WalkIndexScript.path])
    }

    // MARK: The list

    private var list: Markup {
        .element(
            "ol", ["id": "cases", "class": "cases"],
            [.line] + stories.enumerated().flatMap { [item($1, place: $0), .line] })
    }

    private func item(_ story: WalkSite.Story, place: Int) -> Markup {
        let cluster = story.cluster
        let time = CaseTime(cluster)
        let setting = [time.words] + ["sector", "place"].compactMap { cluster.field($0) }
        let told = setting.filter { !$0.isEmpty }.map { Markup.element("bdi", [:], [.text($0)]) }
        var parts: [Markup] = [
            .line,
            .element(
                "h2", ["dir": "auto"],
                [
                    .element(
                        "a", ["href": WalkMap.home.way(to: WalkMap.walk(cluster.name))],
                        [.text(CaseHeading.title(of: cluster))])
                ]), .line,
            .element(
                "p", ["class": "aside", "dir": "auto"],
                told.enumerated().flatMap { $0 > 0 ? [.text(" · "), $1] : [$1] }), .line,
        ]
        if let teaches = cluster.field("teaches") {
            parts += [.element("p", ["dir": "auto"], [.text(teaches)]), .line]
        }
        parts += [.element("p", ["class": "progress", "hidden": ""], []), .line]
        return .element(
            "li",
            [
                "data-case": cluster.name, "data-place": "\(place)",
                "data-year": time.year.map(String.init) ?? "",
                "data-country": cluster.field("country") ?? "", "data-sector": cluster.field("sector") ?? "",
            ], parts)
    }

    // MARK: Narrowing

    /// Hidden until the script that works it is there.
    private var filter: Markup {
        let fields = stories.map(\.cluster)
        func values(_ name: String) -> [(String, String)] {
            Set(fields.compactMap { $0.field(name) }.filter { !$0.isEmpty }).sorted().map { ($0, $0) }
        }
        let decades = Set(fields.compactMap { CaseTime($0).year }.map { $0 / 10 * 10 }).sorted()
        let times =
            decades.map { ("\($0)", "the \($0)s") }
            + (fields.contains { CaseTime($0).year == nil } ? [("none", "not told")] : [])
        return .element(
            "div",
            ["id": "filter", "class": "filter", "role": "search", "aria-label": "The cases", "hidden": ""],
            [
                .line,
                .element(
                    "label", ["class": "wide"],
                    [
                        .text("A word of it, or of what it teaches "),
                        .void("input", ["id": "word", "type": "search", "autocomplete": "off"]),
                    ]), .line,
                select("time", "Begins in", [("", "any time")] + times), .line,
                select("sector", "Sector", [("", "any sector")] + values("sector")), .line,
                select("country", "Country", [("", "any country")] + values("country")), .line,
                select(
                    "order", "In order of",
                    [("place", "title"), ("year", "time"), ("sector", "sector"), ("country", "country")]),
                .line,
                select(
                    "state", "Walked",
                    [("", "or not"), ("new", "not yet"), ("begun", "begun"), ("over", "to the end")]), .line,
                .element("p", ["id": "count", "role": "status"], []), .line,
            ])
    }

    private func select(_ id: StaticString, _ label: String, _ values: [(String, String)]) -> Markup {
        .element(
            "label", [:],
            [
                .text(label + " "),
                .element(
                    "select", ["id": "\(id)"],
                    values.map { .element("option", ["value": $0.0], [.text($0.1)]) }),
            ])
    }
}

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
