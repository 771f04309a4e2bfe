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
        if !ByteScan.contains(Self.quote, text) {
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
        if !ByteScan.contains(Self.quote, text) { return countOfPlain(text) }
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

    /// The same where each line is a row.
    private func countOfPlain(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        guard let base = text.baseAddress else { return 0 }
        var (place, count) = (0, 0)
        while place < text.count {
            let end = ByteScan.first(Self.newline, base, from: place, to: text.count)
            if !(end - place <= 1 && isBlank(base, place, end)) { count += 1 }
            place = end + 1
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
        if !ByteScan.contains(Self.quote, UnsafeBufferPointer(text)) {
            return plainRows(UnsafeBufferPointer(text), into: &batch)
        }
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
                    fault.map {
                        RowBatch.Broken(place: batch.seen, line: rowLine, takesRest: isOpen, reason: $0)
                    } ?? RowBatch.Broken(place: batch.seen, line: rowLine, fields: fieldCount, width: width))
            } else {
                batch.lines.append(rowLine)
                batch.places.append(batch.seen)
            }
            batch.seen += 1
        }
        batch.lineCount = line
    }

    /// Takes rows apart that hold no quote: each line is one.
    private func plainRows(_ text: UnsafeBufferPointer<UInt8>, into batch: inout RowBatch) {
        guard let base = text.baseAddress else { return }
        let (count, width) = (text.count, batch.width)
        let ends = (ByteScan.repeated(separator), ByteScan.repeated(Self.newline))
        // A row of so many fields has as many signs at least, its line end included.
        let room = (count / max(1, width) + 1) * width + width
        batch.fields = [RowBatch.Field](unsafeUninitializedCapacity: room) { fields, filled in
            filled = 0
            var (place, line) = (0, 0)
            while place < count {
                let rowStart = place
                let before = filled
                var fieldCount = 0
                while true {
                    let start = place
                    place = fieldEnd(base, from: start, to: count, ends)
                    let isLast = place == count || base[place] == Self.newline
                    var end = place
                    if isLast, end > start, base[end - 1] == Self.carriageReturn { end -= 1 }
                    if fieldCount < width {
                        fields[filled] = RowBatch.Field(
                            start: UInt32(truncatingIfNeeded: start),
                            count: UInt32(truncatingIfNeeded: end &- start))
                        filled &+= 1
                    }
                    fieldCount &+= 1
                    if isLast { break }
                    place &+= 1
                }
                if fieldCount == 1, place - rowStart <= 1, isBlank(base, rowStart, place) {
                    filled = before
                } else if fieldCount == width {
                    batch.lines.append(line)
                    batch.places.append(batch.seen)
                    batch.seen += 1
                } else {
                    filled = before
                    batch.broken.append(
                        RowBatch.Broken(place: batch.seen, line: line, fields: fieldCount, width: width))
                    batch.seen += 1
                }
                place += 1
                line += 1
            }
            batch.lineCount = line
        }
    }

    /// Where a field without quotes ends.
    @inline(__always)
    private func fieldEnd(
        _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, _ patterns: (UInt64, UInt64)
    ) -> Int {
        var place = start
        while place &+ 8 <= end {
            let word = ByteScan.word(base, place)
            let found = ByteScan.marks(word, patterns.0) | ByteScan.marks(word, patterns.1)
            if found != 0 { return place &+ (found.trailingZeroBitCount &>> 3) }
            place &+= 8
        }
        while place < end, base[place] != separator, base[place] != Self.newline { place &+= 1 }
        return place
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
