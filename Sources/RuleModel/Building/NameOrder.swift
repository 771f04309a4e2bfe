extension Array {
    /// The places of the elements in order of a text of theirs, those with equal texts as they stand.
    ///
    /// What is sorted are places: moving declarations and rules about would cost more than comparing them.
    func order(by text: (Element) -> String) -> [Int] {
        let keys = map { TextKey(text($0)) }
        return indices.sorted { keys[$0] < keys[$1] }
    }

    /// Puts the elements in order of a text of theirs.
    mutating func putInOrder(by text: (Element) -> String) { arrange(order(by: text)) }

    /// Puts the element at `order[0]` first, the one at `order[1]` second, and so on, each moved in its place.
    mutating func arrange(_ order: [Int]) {
        var order = order
        withUnsafeMutableBufferPointer { elements in
            for start in order.indices {
                var place = start
                while order[place] != start {
                    let next = order[place]
                    elements.swapAt(place, next)
                    order[place] = place
                    place = next
                }
                order[place] = place
            }
        }
    }
}

/// A text with its first letters at hand, by which most texts can be told apart.
private struct TextKey: Comparable {
    private let text: String
    /// The first eight letters, the first of them in front; `nil` where marks beyond ASCII may change them.
    private let head: UInt64?

    init(_ text: String) {
        self.text = text
        var head: UInt64 = 0
        var count = 0
        var isPlain = true
        // One letter more, since a mark belongs to the letter before it.
        for byte in text.utf8.prefix(9) {
            isPlain = isPlain && byte < 0x80
            if count < 8 { head = head << 8 | UInt64(byte) }
            count += 1
        }
        if count < 8 { head <<= UInt64(8 * (8 - count)) }
        self.head = isPlain ? head : nil
    }

    static func < (left: TextKey, right: TextKey) -> Bool {
        if let mine = left.head, let theirs = right.head, mine != theirs { return mine < theirs }
        return left.text < right.text
    }
}
