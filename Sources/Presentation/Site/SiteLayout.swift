/// Puts a page into the site's frame: search, areas, the way here, what stands on the page.
///
/// Pages share one style sheet and one script, both beside them, and fetch nothing else; without the
/// script everything but the search is there.
struct SiteLayout {
    /// A part of the site that every page offers to go to.
    struct Area: Hashable, Sendable {
        var name: String
        var title: String
        var count: Int
        var address: PageAddress
    }

    var name: String
    var areas: [Area]
    var home: PageAddress
    var isSearchable: Bool
    /// Pages that every page leads to from its top, on a site without areas.
    var links: [SitePage.Step] = []
    /// What stands at the foot of every page.
    var foot: String

    func render(_ page: SitePage) -> String {
        var writer = PageWriter(on: page.address)
        let body = writer.sections(page.document.blocks) + page.below
        let title = page.title == name ? name : "\(page.title) · \(name)"
        let scripts = ((isSearchable ? [SiteSearch.scriptPath] : []) + page.scripts).flatMap {
            [Markup.element("script", ["src": way($0, from: page), "defer": ""], []), .line]
        }
        let head = Markup.element(
            "head", [:],
            [
                .line, .void("meta", ["charset": "utf-8"]), .line,
                .void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]), .line,
                // Nothing is fetched but what stands beside the page, and no text on it can run.
                .void(
                    "meta",
                    [
                        "http-equiv": "Content-Security-Policy",
                        "content":
                            "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src data:; base-uri 'none'; form-action 'none'",
                    ]), .line,
                .void("meta", ["name": "color-scheme", "content": "light dark"]), .line,
                .element("title", [:], [.text(title)]), .line,
                .void("link", ["rel": "icon", "href": "data:,"]), .line,
                .void("link", ["rel": "stylesheet", "href": way(SiteStyle.path, from: page)]), .line,
            ] + scripts)
        return Markup.page([
            .element(
                "html", ["lang": "en"],
                [
                    .line, head, .line,
                    .element(
                        "body", ["class": areas.isEmpty ? "plain" : "reference"],
                        [
                            .line,
                            .element("a", ["class": "skip", "href": "#content"], [.text("To the text")]),
                            .line,
                            banner(page), .line,
                            .element(
                                "main", ["id": "content", "tabindex": "-1"],
                                [.line, crumbs(page), .line] + body),
                            .line, nav(page), .line, .element("footer", [:], [.text(foot)]), .line,
                        ]), .line,
                ])
        ]).source
    }

    private func way(_ path: String, from page: SitePage) -> String {
        page.address.way(to: PageAddress(path))
    }

    private func banner(_ page: SitePage) -> Markup {
        var inside: [Markup] = [
            .line, .element("a", ["class": "home", "href": page.address.way(to: home)], [.text(name)]), .line,
        ]
        if !areas.isEmpty {
            inside += [.element("a", ["class": "browse", "href": "#areas"], [.text("Browse")]), .line]
        }
        if !links.isEmpty {
            inside += [
                .element(
                    "nav", ["class": "links", "aria-label": "The site"],
                    links.flatMap { link -> [Markup] in
                        let way = page.address.way(to: link.address)
                        return [
                            page.address == link.address
                                ? .element("a", ["href": way, "aria-current": "page"], [.text(link.title)])
                                : .element("a", ["href": way], [.text(link.title)]), .line,
                        ]
                    }), .line,
            ]
        }
        if isSearchable {
            inside += [
                .element(
                    "search",
                    [
                        "hidden": "", "id": "search",
                        "data-root": String(repeating: "../", count: page.address.depth),
                    ],
                    [
                        .line,
                        .element(
                            "label", ["for": "query", "class": "unseen"], [.text("Search the reference")]),
                        .line,
                        .void(
                            "input",
                            [
                                "id": "query", "type": "search", "autocomplete": "off", "spellcheck": "false",
                                "placeholder": "Search, or press /", "role": "combobox",
                                "aria-expanded": "false",
                                "aria-controls": "found", "aria-autocomplete": "list",
                            ]), .line,
                        .element("div", ["id": "state", "class": "unseen", "role": "status"], []), .line,
                        .element(
                            "div",
                            ["id": "found", "role": "listbox", "aria-label": "What was found", "hidden": ""],
                            []),
                        .line,
                    ]), .line,
            ]
        }
        return .element("header", ["class": "banner"], inside)
    }

    /// On a narrow screen the areas stand behind the text, and a link at the top leads to them.
    private func nav(_ page: SitePage) -> Markup {
        let items = areas.flatMap { area -> [Markup] in
            let words: [Markup] = [
                .text(area.title), .text(" "), .element("span", ["class": "count"], [.text("\(area.count)")]),
            ]
            let way = page.address.way(to: area.address)
            let link: Markup =
                area.name == page.kind
                ? .element(
                    "a", ["href": way, "aria-current": page.address == area.address ? "page" : "true"], words)
                : .element("a", ["href": way], words)
            return [.element("li", [:], [link]), .line]
        }
        return areas.isEmpty
            ? .nothing
            : .element(
                "nav", ["class": "areas", "id": "areas", "aria-label": "Areas"],
                [.line, .element("ul", [:], [.line] + items), .line])
    }

    private func crumbs(_ page: SitePage) -> Markup {
        guard !page.path.isEmpty else { return .nothing }
        let steps = page.path.map { step in
            Markup.element(
                "li", [:], [.element("a", ["href": page.address.way(to: step.address)], [.text(step.title)])])
        }
        return .element(
            "nav", ["class": "crumbs", "aria-label": "Where you are"],
            [.element("ol", [:], steps + [.element("li", ["aria-current": "page"], [.text(page.title)])])])
    }
}
