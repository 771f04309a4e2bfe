/// The words with a place in the grammar.
///
/// None of them is reserved: a word is taken as a keyword only where the
/// grammar asks for one, so that a diagnostic may be called `sector`.
enum Keyword: String, CaseIterable {
    case language

    // Evidence
    case from, at, judgement
    case asJudged = "as-judged"

    // Literature
    case source, authors, title, publisher, note, year
    case claim, firmness, restates, figure
    case fromCase = "from-case"
    case notEncoded = "not-encoded"
    case supersededBy = "superseded-by"
    case contradictedBy = "contradicted-by"
    case dispute, side
    case turnsOn = "turns-on"

    // Vocabulary
    case scale, choice, section, diagnostic, collection, concept, classification, criterion, lens
    case actor, role, indicator, package, attributes, plural, by, signs, several, changing
    case changedBy = "changed-by"
    case ask, measure, means
    case count, number, percent, money, duration, date, text

    // Packages
    case about, phase, after, succeeded, takes, pays, of, `in`, advance, `for`, capped, until
    case stop, when, monitor, failure

    // Rules
    case rule, each, `where`, unless, presume, because, conclude, recommend, advise, against, `as`
    case caution, require, before, sequence, prefer, over, choose, withdraw, jointly, with, assign, to
    case firmly, plainly, tentatively, through, targeting
    case misconception
    case unsettledBy = "unsettled-by"

    // Conditions
    case and, or, not
    case someOf = "some"
    case no, every, satisfies, least, most, exactly, an, earlier, stage
    case time, since, proportion, sum, mean, largest, smallest
    case `is`, above, below, rising, falling, was, recommended, force
    case more, less

    // Values
    case thousand, million, billion, day, days, week, weeks, month, months, years, early, mid, late

    // Tables and reports
    case table, columns, row, report

    // Lessons and courses
    case lesson, course, unsettles, debrief, exercise

    // Cases and tests
    case `case`, test, country, place, sector, teaches
    case signedOff = "signed-off"
    case disputed, unknown, assumed, presumably, gone, all, listed, question, done, outcome, expect
    case override, reject, add
    case open, contested, first, applies
    case yes
    case presumablyYes = "presumably-yes"
    case presumablyNo = "presumably-no"
}

extension Keyword {
    /// `thousand`, `million`, `billion`.
    var isMultiplier: Bool { self == .thousand || self == .million || self == .billion }
}

/// Finds the keyword that a run of bytes spells, without making a string.
///
/// Every keyword fits into sixteen bytes, so a word is packed into two machine
/// words and looked up by them; most words miss at the first probe.
struct KeywordTable {
    static let shared = KeywordTable(Keyword.allCases.map { ($0.rawValue, $0) })

    private struct Slot {
        var spelling: PackedWord
        var keyword: Keyword?
    }

    private var slots: [Slot]
    private static let slotCount = 1024

    init(_ words: [(spelling: String, keyword: Keyword)]) {
        slots = Array(
            repeating: Slot(spelling: PackedWord(), keyword: nil), count: KeywordTable.slotCount)
        for (spelling, keyword) in words {
            var text = spelling
            let spelling = text.withUTF8 { PackedWord($0) }
            var slot = spelling.slot(of: KeywordTable.slotCount)
            while slots[slot].keyword != nil { slot = (slot + 1) % KeywordTable.slotCount }
            slots[slot] = Slot(spelling: spelling, keyword: keyword)
        }
    }

    func keyword(_ word: UnsafeBufferPointer<UInt8>) -> Keyword? {
        guard word.count <= PackedWord.longest else { return nil }
        let spelling = PackedWord(word)
        var slot = spelling.slot(of: KeywordTable.slotCount)
        while let keyword = slots[slot].keyword {
            if slots[slot].spelling == spelling { return keyword }
            slot = (slot + 1) % KeywordTable.slotCount
        }
        return nil
    }
}

/// Up to sixteen bytes of a word: its first and its last bytes, which may overlap, and its length.
private struct PackedWord: Equatable {
    static let longest = 16

    private var head: UInt64 = 0
    private var tail: UInt64 = 0
    private var length = 0

    init() {}

    init(_ word: UnsafeBufferPointer<UInt8>) {
        let bytes = UnsafeRawBufferPointer(word)
        length = bytes.count
        switch length {
        case 8...:
            head = bytes.loadUnaligned(as: UInt64.self)
            tail = bytes.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self)
        case 4...:
            head = UInt64(bytes.loadUnaligned(as: UInt32.self))
            tail = UInt64(bytes.loadUnaligned(fromByteOffset: length - 4, as: UInt32.self))
        default:
            for byte in bytes { head = head << 8 | UInt64(byte) }
        }
    }

    func slot(of count: Int) -> Int {
        let mixed = (head &+ UInt64(length) ^ tail &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
        return Int(mixed >> 32) % count
    }
}

/// The words that stand for themselves in a place of their own, and are no names: how firmly a document says
/// something, and why a package is advised against.
public let fixedWords: [String] = ["harmful", "hypothesis", "not-needed", "qualified", "strong"]

/// The words that the grammar knows, in alphabetical order: for editors, and for a reference that is held to them.
public let keywords: [String] = Keyword.allCases.map(\.rawValue).sorted()
