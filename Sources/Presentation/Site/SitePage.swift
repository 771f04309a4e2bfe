/// One page of a site: where it stands, what it says, and how it is found.
struct SitePage: Hashable, Sendable {
    var address: PageAddress
    var title: String
    /// From the start page to this one, which is left out.
    var path: [Step]
    /// Of the page's kind among those the site lists; marked there as where the reader is.
    var kind: String
    var document: Document
    /// What a search finds it by, and other places on it.
    var entries: [SearchEntry] = []
    /// What stands behind the document and is no text to read: fields that a script works, data for it.
    var below: [Markup] = []
    /// Scripts beside the pages that this one needs, besides the site's own.
    var scripts: [String] = []

    struct Step: Hashable, Sendable {
        var title: String
        var address: PageAddress
    }
}

/// Something that a search finds.
struct SearchEntry: Hashable, Sendable {
    var kind: String
    var name: String
    /// What people call it; its name where that is all.
    var title: String
    /// What else may hold the word that is looked for.
    var text: String
    var address: PageAddress
}

/// A file of a site, from its root.
public struct SiteFile: Hashable, Sendable {
    public var path: String
    public var text: String
}
