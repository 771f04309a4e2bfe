/// Where something is told of: a page of a site, and a place on it.
///
/// Pages stand at the root or in one folder below it, so that every way between two of them is short.
public struct PageAddress: Hashable, Sendable {
    /// From the root of the site: `packages/credit.html`.
    public var page: String
    /// The place on the page; empty for its beginning.
    public var anchor: String

    public init(_ page: String, anchor: String = "") {
        self.page = page
        self.anchor = anchor
    }

    /// How deep the page stands.
    var depth: Int { page.count { $0 == "/" } }

    /// The way to a page from this one, as a link has it.
    func way(to other: PageAddress) -> String {
        let place = other.anchor.isEmpty ? "" : "#" + PageAddress.escaped(other.anchor)
        if other.page == page, !place.isEmpty { return place }
        let mine = page.split(separator: "/").dropLast()
        let theirs = other.page.split(separator: "/")
        if mine.count == 1, theirs.count == 2, mine.first == theirs.first {
            return PageAddress.escaped(String(theirs[1])) + place
        }
        let up = String(repeating: "../", count: depth)
        return up + theirs.map { PageAddress.escaped(String($0)) }.joined(separator: "/") + place
    }

    /// Everything that is not plainly part of a name, as its bytes in UTF-8.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count < 2 ? "0" : "") + digits
            }
        }
        return result
    }
}
