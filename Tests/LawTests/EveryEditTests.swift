import Foundation
import Generation
import Notation
import RuleModel
import Testing

/// Every single edit of every shipped file, through parsing and building.
///
///     DISTRETTO_EVERY=1 swift test -c release --filter EveryEditTests
///
/// tries them all: each token deleted, doubled, and swapped with the next, and each file cut short
/// every 50 bytes. `swift test` alone tries two edits of every thirtieth file.
@Suite struct EveryEditTests {
    private static let isWhole = ProcessInfo.processInfo.environment["DISTRETTO_EVERY"] != nil

    /// What names in a file need to mean something, without the claims it rests on: for each of them that no
    /// file declares, a near name would be looked for. The other files would only cost time.
    private static let vocabulary = ShippedFiles.all.filter { $0.name.hasPrefix("Rules/vocabulary/") }
        .map { parse(fileName: $0.name, source: withoutClaims($0.bytes)) }

    private static func withoutClaims(_ bytes: [UInt8]) -> [UInt8] {
        let tokens = parse(fileName: "any.rules", source: bytes).tree.tokens
            .map { bytes[Int($0.start)..<Int($0.end)] }
        var kept: [UInt8] = []
        var copied = 0
        var isClaims = false
        for (token, next) in zip(tokens, tokens.dropFirst()) {
            let startsClaims = token.elementsEqual("from".utf8) && namesClaim(next)
            isClaims = startsClaims || isClaims && (token.elementsEqual(",".utf8) || namesClaim(token))
            if !isClaims { kept += bytes[copied..<token.endIndex] }
            copied = token.endIndex
        }
        return kept + bytes[copied...]
    }

    /// Whether a word reads like the name of a claim, `UN-125`.
    private static func namesClaim(_ token: ArraySlice<UInt8>) -> Bool {
        let parts = token.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && parts[0].allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
            && parts[1].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// Places of the files tried.
    private static let places = ShippedFiles.all.indices.filter {
        isWhole || $0 % 30 == Int(LawRun.firstSeed % 30)
    }

    @Test(arguments: places)
    func `an edited file comes back from its tree and builds, with findings inside it`(place: Int) {
        let file = ShippedFiles.all[place]
        let beside = Self.vocabulary.filter { $0.tree.fileName != file.name }
        let edits = Self.edits(of: file.bytes)
        var random = SeededGenerator(seed: LawRun.firstSeed &+ UInt64(place))
        let tried = Self.isWhole ? edits : random.sample(2, of: edits)
        for edit in tried {
            let bytes = edit.applied(to: file.bytes)
            guard let breach = Self.breach(bytes, name: file.name, beside: beside) else { continue }
            Issue.record("\(file.name), \(edit): \(breach)")
            return
        }
    }

    enum Edit {
        case delete(Range<Int>)
        case double(Range<Int>)
        case swap(Range<Int>, Range<Int>)
        case cut(Int)

        func applied(to bytes: [UInt8]) -> [UInt8] {
            switch self {
            case .delete(let token): Array(bytes[..<token.lowerBound] + bytes[token.upperBound...])
            case .double(let token):
                Array(bytes[..<token.upperBound] + [UInt8(ascii: " ")] + bytes[token.lowerBound...])
            case .swap(let first, let second):
                Array(
                    bytes[..<first.lowerBound] + bytes[second] + bytes[first.upperBound..<second.lowerBound]
                        + bytes[first] + bytes[second.upperBound...])
            case .cut(let end): Array(bytes[..<end])
            }
        }
    }

    private static func edits(of bytes: [UInt8]) -> [Edit] {
        let tokens = parse(fileName: "any.rules", source: bytes).tree.tokens
            .filter { $0.start < $0.end }.map { Int($0.start)..<Int($0.end) }
        return tokens.map(Edit.delete) + tokens.map(Edit.double)
            + zip(tokens, tokens.dropFirst()).map { Edit.swap($0, $1) }
            + stride(from: 0, to: bytes.count, by: 50).map(Edit.cut)
    }

    private static func breach(_ bytes: [UInt8], name: String, beside: [ParsedFile]) -> String? {
        let file = parse(fileName: name, source: bytes)
        if file.tree.printed != bytes { return "the tree prints other bytes" }
        for finding in file.findings + build(beside + [file]).findings {
            for place in [finding.place, finding.suggestion?.place].compactMap({ $0 })
            where place.file == name
                && !(0 <= place.start && place.start <= place.end && place.end <= bytes.count)
            {
                return "`\(finding.code)` points to \(place)"
            }
        }
        return nil
    }
}
