// Blocks that a reference needs: labels with what is said of each, pictures, the text of files.

extension PageWriter {
    mutating func facts(_ facts: [Document.Fact]) -> [Markup] {
        var rows: [Markup] = [.line]
        for fact in facts where !fact.text.isEmpty {
            rows.append(.element("dt", ["dir": "auto"], [.text(fact.label)]))
            for text in fact.text { rows.append(.element("dd", ["dir": "auto"], inline(text))) }
            rows.append(.line)
        }
        return [.element("dl", [:], rows), .line]
    }

    /// A picture that is wider than the page can be moved under it, by keys as well.
    mutating func picture(_ picture: GraphPicture) -> [Markup] {
        let drawing = GraphDrawing(picture, on: page).markup
        let words: [Markup] = picture.lines.flatMap { [.element("li", [:], inline($0)), .line] }
        let remark = picture.remark.isEmpty ? "" : " \(picture.remark.asSentence)"
        return [
            .element(
                "figure", ["class": "wide"],
                [
                    .line,
                    .element(
                        "div",
                        ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": picture.title],
                        [drawing]),
                    .line,
                    .element("figcaption", [:], [.text(picture.title.asSentence + remark)]), .line,
                    .element(
                        "details", [:],
                        [
                            .element("summary", [:], [.text("The picture in words")]),
                            .element("ul", [:], [.line] + words),
                        ]), .line,
                ]), .line,
        ]
    }

    /// Every line can be linked to by its number.
    mutating func listing(_ listing: Document.Listing) -> [Markup] {
        var rows: [Markup] = [.line]
        let isMarked = listing.lines.contains { !$0.mark.isEmpty }
        for line in listing.lines {
            let number = "\(line.number)"
            var inside: [Markup] = [
                .element(
                    "a", ["class": "number", "href": "#L\(number)", "aria-label": "line \(number)"],
                    [.text(number)])
            ]
            let marks = inline(line.mark)
            if !marks.isEmpty { inside.append(.element("span", ["class": "sign"], marks)) }
            inside.append(.element("code", [:], inline(line.text)))
            for note in line.notes { inside.append(.element("span", ["class": "said"], inline(note))) }
            rows += [.element("li", ["id": "L\(number)", "class": line.kind], inside), .line]
        }
        return [
            .element(
                "div",
                ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": "The text of the file"],
                [.element("ol", ["class": isMarked ? "listing marked-lines" : "listing"], rows)]), .line,
        ]
    }
}

extension Document.Listing.Line {
    /// How the line is coloured: as its mark is.
    fileprivate var kind: String {
        switch mark.spans.first?.style {
        case .good: "good-line"
        case .doubtful: "doubtful-line"
        case .bad: "bad-line"
        default: "line"
        }
    }
}

extension Document.Listing {
    /// The lines as text, each with its number and what is said of it.
    var flat: [Document.Block] {
        let width = String(lines.last?.number ?? 0).count
        return [
            .verbatim(
                lines.flatMap { line -> [Prose] in
                    let number = String(line.number)
                    let margin = String(repeating: " ", count: width - number.count)
                    let sign = line.mark.isEmpty ? Prose("") : Prose(" ") + line.mark
                    let blank = String(repeating: " ", count: width + 3)
                    return [.faint(margin + number) + sign + Prose(" ") + line.text]
                        + line.notes.map { Prose(blank) + $0 }
                })
        ]
    }
}
