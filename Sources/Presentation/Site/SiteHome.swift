import Analysis
import RuleModel

// The first page.

extension Site {
    var homePage: SitePage {
        var document = Document([
            .title("Distretto reference", aside: .faint("What the rules say, and where it comes from")),
            .paragraph(
                """
                Everything that this rule base knows: the questions it asks of a cluster of small firms, what it \
                concludes from the answers, which packages it recommends or advises against, and the claim of the \
                literature that each rule stands on. Each thing leads to what it rests on and to what rests on it.
                """),
            .paragraph(
                """
                Look something up with the search at the top (the key / goes there), or begin with the packages.
                """),
        ])
        document.add(
            .facts(
                SiteMap.Kind.allCases.map { kind in
                    Document.Fact(
                        kind.title,
                        [
                            Prose(counted(count(kind), "entry", plural: "entries")).linked(to: kind.index)
                                + Prose(". \(kind.about)")
                        ])
                }))
        let themes = Influence(themesOf: rules)
        if themes.edges.count > 0 {
            document.add([.heading("The whole, theme by theme"), .picture(graphs.overview(themes))])
        }
        return SitePage(
            address: SiteMap.home, title: "Distretto reference", path: [], kind: "", document: document)
    }
}
