/// Comma-separated text (RFC 4180): where rows end, and what their fields are.
///
/// A field that begins with a quote ends with one, and holds separators and line ends as they are; a
/// quote in it is doubled. A quote elsewhere is a character like others. Both functions take a text that
/// begins with a row.
public struct CSVText: Sendable {
    let separator: UInt8

    private static let quote = UInt8(ascii: "\"")
    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// How many bytes make up whole rows, as far as can be seen; what follows is a row's beginning.
    public func wholeRows(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        guard let base = text.baseAddress else { return 0 }
        if !text.contains(Self.quote) {
            return (text.lastIndex(of: Self.newline) ?? -1) + 1
        }
        var (place, end) = (0, 0)
        while place < text.count {
            if base[place] == Self.quote {
                guard let after = afterQuotes(base, place, text.count) else { return end }
                place = after
            }
            while place < text.count, base[place] != separator, base[place] != Self.newline { place += 1 }
            guard place < text.count else { return end }
            if base[place] == Self.newline { end = place + 1 }
            place += 1
        }
        return end
    }

    /// How many rows a text of whole rows has; blank lines are none.
    public func count(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        guard let base = text.baseAddress else { return 0 }
        var (place, count) = (0, 0)
        while place < text.count {
            let start = place
            while place < text.count, base[place] != Self.newline {
                if base[place] == Self.quote, place == start || base[place - 1] == separator {
                    place = afterQuotes(base, place, text.count) ?? text.count
                } else {
                    place += 1
                }
            }
            if !(place == start || (place == start + 1 && base[start] == Self.carriageReturn)) { count += 1 }
            place += 1
        }
        return count
    }

    /// The place behind the closing quote; `nil` where there is none yet.
    private func afterQuotes(_ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
        var place = start + 1
        while place < count {
            if base[place] != Self.quote {
                place += 1
            } else if place + 1 < count, base[place + 1] == Self.quote {
                place += 2
            } else {
                // At the very end, another quote may follow.
                return place + 1 < count ? place + 1 : nil
            }
        }
        return nil
    }

    /// Takes whole rows apart; doubled quotes are made single in place. The last row may lack its line end.
    func rows(_ text: UnsafeMutableBufferPointer<UInt8>, into batch: inout RowBatch) {
        guard let base = text.baseAddress else { return }
        let (count, width, separator) = (text.count, batch.width, separator)
        batch.fields.reserveCapacity(count / 4)
        var (place, line) = (0, 0)
        while place < count {
            let rowStart = place
            let rowLine = line
            var fieldCount = 0
            var fault: String?
            var isOpen = false
            while true {
                var start = place
                var end = place
                if place < count, base[place] == Self.quote {
                    start = place + 1
                    (end, place) = unquoted(base, place, count, &line)
                    if place <= count, end < 0 {
                        fault = "a quote is opened and never closed"
                        isOpen = true
                        (end, place) = (start, count)
                    } else if place < count, base[place] != separator, base[place] != Self.newline,
                        !(base[place] == Self.carriageReturn
                            && (place + 1 == count || base[place + 1] == Self.newline))
                    {
                        fault = "text stands behind a closing quote"
                    }
                    while place < count, base[place] != separator, base[place] != Self.newline { place += 1 }
                } else {
                    while place < count {
                        let byte = base[place]
                        if byte == separator || byte == Self.newline { break }
                        place &+= 1
                    }
                    end = place
                    if end > start, base[end - 1] == Self.carriageReturn,
                        place == count || base[place] == Self.newline
                    {
                        end -= 1
                    }
                }
                if fieldCount < width {
                    batch.fields.append(
                        RowBatch.Field(
                            start: UInt32(truncatingIfNeeded: start),
                            count: UInt32(truncatingIfNeeded: end - start)))
                }
                fieldCount += 1
                if place >= count || base[place] == Self.newline { break }
                place += 1
                // A separator at the very end has an empty field behind it.
            }
            let isEmpty = fieldCount == 1 && place - rowStart <= 1 && isBlank(base, rowStart, place)
            place += 1
            line += 1
            if isEmpty || fieldCount != width || fault != nil {
                batch.fields.removeLast(min(fieldCount, width))
                if isEmpty { continue }
                batch.broken.append(
                    RowBatch.Broken(
                        place: batch.seen, line: rowLine, fields: fault == nil ? fieldCount : 0,
                        takesRest: isOpen,
                        reason: fault
                            ?? "it has \(fieldCount) field\(fieldCount == 1 ? "" : "s") where the header has \(width)"
                    ))
            } else {
                batch.lines.append(rowLine)
                batch.places.append(batch.seen)
            }
            batch.seen += 1
        }
        batch.lineCount = line
    }

    private func isBlank(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        end == start || base[start] == Self.carriageReturn
    }

    /// The text of a field in quotes, moved together over doubled quotes: where it ends, and where to go on;
    /// an end below zero where it is never closed.
    private func unquoted(
        _ base: UnsafeMutablePointer<UInt8>, _ start: Int, _ count: Int, _ line: inout Int
    ) -> (end: Int, next: Int) {
        var read = start + 1
        var write = read
        while read < count {
            let byte = base[read]
            if byte == Self.quote {
                guard read + 1 < count, base[read + 1] == Self.quote else { return (write, read + 1) }
                read += 1
            } else if byte == Self.newline {
                line += 1
            }
            base[write] = byte
            write += 1
            read += 1
        }
        return (-1, count)
    }
}
