/// `1 reading`, `3 readings`.
public func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(plural ?? noun + "s")"
}

/// `a`, `a and b`, `a, b and c`.
func listed(_ parts: [String], _ joint: String = "and") -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(joint) \(last)"
}

extension String {
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }

    /// The text with its first letter in capitals, for the start of a sentence.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// The text with its first letter small, for the middle of a sentence.
    var uncapitalizedFirst: String { prefix(1).lowercased() + dropFirst() }

    /// The text with a full stop, unless it ends in punctuation of its own.
    var asSentence: String {
        guard let last else { return self }
        return ".!?…".contains(last) ? self : self + "."
    }
}
