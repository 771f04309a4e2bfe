import RuleModel

/// How many claims there are of something, and what has become of them.
struct LiteratureTally {
    var claims = 0
    var encoded = 0
    /// Of the encoded, those on which nothing stands but by way of a claim that tells the same evidence.
    var retold = 0
    var excused = 0
    var neither = 0

    init(_ ids: [ID<Claim>], uses: ClaimUses) {
        claims = ids.count
        for id in ids {
            switch uses.account(id) {
            case .encoded:
                encoded += 1
                if uses[id].isEmpty { retold += 1 }
            case .excused: excused += 1
            case .neither: neither += 1
            }
        }
    }

    /// In whole percent, rounded down, so that no share is made out to be more than it is.
    var shareEncoded: Int { claims == 0 ? 0 : encoded * 100 / claims }

    static let headings = ["claims", "encoded", "share", "excused", "neither"]

    var cells: [Prose] {
        [
            Prose("\(claims)"), Prose("\(encoded)"), Prose("\(shareEncoded)%"), Prose("\(excused)"),
            neither == 0 ? "0" : .bad("\(neither)"),
        ]
    }

    var sentence: Prose {
        let left = neither == 0 ? Prose.good("0 neither") : .bad("\(neither) neither")
        return Prose("\(claims - neither) of \(counted(claims, "claim")) accounted for: ")
            + Prose("\(encoded) encoded (\(shareEncoded)%), \(excused) excused, ") + left
    }

    var json: [String: JSON] {
        [
            "claims": .integer(claims), "encoded": .integer(encoded), "retold": .integer(retold),
            "excused": .integer(excused), "neither": .integer(neither),
        ]
    }
}
