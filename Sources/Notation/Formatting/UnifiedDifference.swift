/// What changes from one text to another, line by line, as `diff -u` writes it.
///
/// - Parameter name: the file's name, for the two lines at the top.
/// - Returns: the empty text if nothing changes.
public func unifiedDifference(from old: [UInt8], to new: [UInt8], name: String) -> String {
    guard old != new else { return "" }
    let texts = (lines(old), lines(new))
    var result = "--- \(name)\n+++ \(name)\n"
    for hunk in hunks(changes(texts.0, texts.1)) {
        let (removed, added) = (hunk.filter { $0.kind != .added }, hunk.filter { $0.kind != .removed })
        guard let first = hunk.first else { continue }
        result += "@@ -\(span(first.oldLine, removed.count)) +\(span(first.newLine, added.count)) @@\n"
        for change in hunk {
            result += change.kind.rawValue + change.text
            result += change.text.hasSuffix("\n") ? "" : "\n\\ No newline at end of file\n"
        }
    }
    return result
}

/// One line of a difference.
private struct Change {
    enum Kind: String { case kept = " ", removed = "-", added = "+" }
    var kind: Kind
    var text: String
    /// The line at which it stands, or would stand, in each text, counted from 1.
    var oldLine: Int
    var newLine: Int
}

/// Lines with their ends.
private func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        .map { ($0.offset, String(decoding: $0.element, as: UTF8.self)) }
        .reduce(into: []) { lines, line in
            if line.0 > 0 { lines[line.0 - 1] += "\n" }
            lines.append(line.1)
        }
        .filter { !$0.isEmpty }
}

private func changes(_ old: [String], _ new: [String]) -> [Change] {
    // Byte for byte: a difference in how a letter is composed is one.
    let difference = new.map { Array($0.utf8) }.difference(from: old.map { Array($0.utf8) })
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for step in difference {
        switch step {
        case .remove(let offset, _, _): removed.insert(offset)
        case .insert(let offset, _, _): added.insert(offset)
        }
    }
    var result: [Change] = []
    var (oldLine, newLine) = (0, 0)
    while oldLine < old.count || newLine < new.count {
        if removed.contains(oldLine) {
            result.append(
                Change(kind: .removed, text: old[oldLine], oldLine: oldLine + 1, newLine: newLine + 1))
            oldLine += 1
        } else if added.contains(newLine) {
            result.append(
                Change(kind: .added, text: new[newLine], oldLine: oldLine + 1, newLine: newLine + 1))
            newLine += 1
        } else {
            guard oldLine < old.count, newLine < new.count else { return result }
            result.append(
                Change(kind: .kept, text: old[oldLine], oldLine: oldLine + 1, newLine: newLine + 1))
            oldLine += 1
            newLine += 1
        }
    }
    return result
}

/// Changes with three lines around them, those that touch joined.
private func hunks(_ changes: [Change]) -> [ArraySlice<Change>] {
    var hunks: [Range<Int>] = []
    for (place, change) in changes.enumerated() where change.kind != .kept {
        let around = max(0, place - 3)..<min(changes.count, place + 4)
        if let last = hunks.last, last.upperBound >= around.lowerBound {
            hunks[hunks.count - 1] = last.lowerBound..<around.upperBound
        } else {
            hunks.append(around)
        }
    }
    return hunks.map { changes[$0] }
}

/// `12,3`, or `11,0` for nothing behind line 11, or `12` for one line.
private func span(_ line: Int, _ count: Int) -> String {
    count == 1 ? "\(line)" : "\(count == 0 ? line - 1 : line),\(count)"
}
