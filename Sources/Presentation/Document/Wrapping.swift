/// Breaks prose into lines that fit a width, keeping the styles of its parts.
struct Wrapping {
    /// Characters with their styles, without line breaks.
    typealias Line = [(character: Character, style: Prose.Style)]

    static func flat(_ prose: Prose) -> Line {
        prose.spans.flatMap { span in
            span.text.map { character in
                // Line breaks of a string in a file are blanks of its sentence.
                (character.isNewline || character == "\t" ? " " : character, span.style)
            }
        }
    }

    /// The line as prose again.
    static func prose(_ line: Line) -> Prose {
        line.reduce(into: Prose()) { $0 += Prose(String($1.character), $1.style) }
    }

    static func width(_ line: Line) -> Int { line.reduce(0) { $0 + TextWidth.of($1.character) } }

    /// Lines of at most `width` columns; a word that is longer is cut.
    static func lines(_ prose: Prose, width: Int) -> [Line] {
        let limit = max(width, 8)
        var lines: [Line] = []
        var line: Line = []
        var used = 0
        for word in words(flat(prose)) {
            let wordWidth = Wrapping.width(word)
            if used > 0, used + 1 + wordWidth > limit {
                lines.append(line)
                line = []
                used = 0
            }
            if used > 0 {
                // The blank takes the style of what follows only inside one span.
                line.append((" ", line[line.count - 1].style == word[0].style ? word[0].style : .plain))
                used += 1
            }
            for element in word {
                let step = TextWidth.of(element.character)
                if used + step > limit {
                    lines.append(line)
                    line = []
                    used = 0
                }
                line.append(element)
                used += step
            }
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines
    }

    /// Runs of characters between blanks; no-break spaces do not part words.
    private static func words(_ line: Line) -> [Line] {
        var words: [Line] = []
        var word: Line = []
        for element in line {
            if element.character == " " {
                if !word.isEmpty { words.append(word) }
                word = []
            } else {
                word.append(element)
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}
