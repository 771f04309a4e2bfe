/// Just enough of a reader of pages to see their tags: names and attributes, not the text between.
enum MarkupSample {
    /// The tags in order, and whether each end tag closes what was opened last.
    static func tags(of page: String) -> (tags: [String], isNested: Bool) {
        var tags: [String] = []
        var open: [Substring] = []
        var isNested = true
        var rest = page[...]
        while let start = rest.firstIndex(of: "<") {
            let inside = rest[rest.index(after: start)...]
            guard let end = inside.firstIndex(of: ">") else { break }
            let tag = inside[..<end]
            tags.append(String(tag))
            rest = inside[inside.index(after: end)...]
            let name = tag.prefix { $0 != " " }
            if name.hasPrefix("/") {
                if open.popLast() != name.dropFirst() { isNested = false }
            } else if !["meta", "!DOCTYPE"].contains(name) {
                open.append(name)
            }
        }
        return (tags, isNested && open.isEmpty)
    }
}
