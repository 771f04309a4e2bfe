/// Breaks prose into lines that fit a width, keeping the styles of its parts.
struct Wrapping {
    /// Characters with their styles and how many columns each takes, without line breaks.
    typealias Line = [(character: Character, style: Prose.Style, columns: UInt8)]

    static func flat(_ prose: Prose) -> Line {
        var line: Line = []
        line.reserveCapacity(prose.spans.reduce(0) { $0 + $1.text.utf8.count })
        for span in prose.spans { append(span, to: &line) }
        return line
    }

    private static func append(_ span: Prose.Span, to line: inout Line) {
        // Most text is plain, where a byte is a character.
        guard span.text.utf8.contains(where: { !(0x20..<0x7F).contains($0) }) else {
            for byte in span.text.utf8 { line.append((Character(Unicode.Scalar(byte)), span.style, 1)) }
            return
        }
        for character in span.text {
            // Line breaks of a string in a file are blanks of its sentence.
            if character.isNewline || character == "\t" {
                line.append((" ", span.style, 1))
            } else {
                line.append((character, span.style, UInt8(TextWidth.of(character))))
            }
        }
    }

    /// The line as prose again.
    static func prose(_ line: Line) -> Prose {
        line.reduce(into: Prose()) { $0 += Prose(String($1.character), $1.style) }
    }

    static func width(_ line: Line) -> Int { width(line[...]) }

    private static func width(_ line: Line.SubSequence) -> Int {
        line.reduce(0) { $0 + Int($1.columns) }
    }

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
                let style = word[word.startIndex].style
                line.append((" ", line[line.count - 1].style == style ? style : .plain, 1))
                used += 1
            }
            for element in word {
                let step = Int(element.columns)
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
    private static func words(_ line: Line) -> [Line.SubSequence] {
        var words: [Line.SubSequence] = []
        var start = line.startIndex
        for place in line.indices where line[place].character == " " {
            if start < place { words.append(line[start..<place]) }
            start = place + 1
        }
        if start < line.endIndex { words.append(line[start...]) }
        return words
    }
}
