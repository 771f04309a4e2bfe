/// What sets the thousands of a table's numbers apart.
public enum ThousandsSign: Hashable, Sendable {
    /// Nobody has said: what could be read in two ways is not read.
    case unstated
    /// Nothing does, so that every sign before three digits stands before a fraction.
    case none
    case sign(Character)
}

/// A number whose digits stand in groups, as `1.200` or `12 345 678`.
struct GroupedDigits {
    /// As it stands.
    let text: String
    let sign: Character
    /// Without what stands between them.
    var digits: String { text.filter(\.isASCIIDigit) }

    /// What sets thousands apart somewhere.
    static let signs: Set<Character> = [".", ",", " ", "'"]

    /// The first in a text.
    static func first(in text: String) -> GroupedDigits? {
        Reading(text, signs).groups.lazy.compactMap { $0 }.first
    }

    /// The text with its thousands put together; `nil` where the sign stands between digits otherwise.
    static func joined(_ text: String, by sign: Character) -> String? {
        let reading = Reading(text, [sign])
        guard reading.groups.allSatisfy({ $0 != nil }) else { return nil }
        return reading.joined
    }

    /// A text gone through once.
    private struct Reading {
        /// Digits with a sign among them; `nil` for those that are not in groups of three.
        private(set) var groups: [GroupedDigits?] = []
        private(set) var joined = ""

        init(_ text: String, _ signs: Set<Character>) {
            let characters = Array(text)
            func isDigit(_ place: Int) -> Bool {
                characters.indices.contains(place) && characters[place].isASCIIDigit
            }
            /// A sign between two digits.
            func sign(_ place: Int) -> Character? {
                guard isDigit(place - 1), isDigit(place + 1) else { return nil }
                let plain = Reading.plain(characters[place])
                return signs.contains(plain) ? plain : nil
            }
            var place = 0
            while place < characters.count {
                guard isDigit(place) else {
                    joined.append(characters[place])
                    place += 1
                    continue
                }
                let start = place
                while isDigit(place) { place += 1 }
                let first = place - start
                guard let mark = sign(place) else {
                    joined += String(characters[start..<place])
                    continue
                }
                // Digits behind a decimal sign are not grouped.
                let isFraction = start > 1 && isDigit(start - 2) && ".,".contains(characters[start - 1])
                var isGrouped = (1...3).contains(first) && characters[start] != "0" && !isFraction
                while sign(place) == mark {
                    let group = place + 1
                    place = group
                    while isDigit(place) { place += 1 }
                    if place - group != 3 { isGrouped = false }
                }
                let found = GroupedDigits(text: String(characters[start..<place]), sign: mark)
                groups.append(isGrouped ? found : nil)
                joined += found.digits
            }
        }

        /// Blanks that break no line are blanks, and a curved apostrophe is one.
        private static func plain(_ sign: Character) -> Character {
            switch sign {
            case "\u{A0}", "\u{2009}", "\u{202F}": " "
            case "\u{2019}": "'"
            default: sign
            }
        }
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

extension ThousandsSign {
    /// As a mapping says it.
    static func statement(of sign: Character) -> String { "thousands \"\(sign)\"" }

    /// - Parameter word: What stands behind `thousands` in a mapping.
    init?(_ word: String) {
        let named: [String: Character] = ["point": ".", "comma": ",", "blank": " ", "apostrophe": "'"]
        if word == "none" {
            self = .none
        } else if let sign = named[word] ?? word.first, named[word] != nil || word.count == 1,
            GroupedDigits.signs.contains(sign)
        {
            self = .sign(sign)
        } else {
            return nil
        }
    }
}
