import RuleModel

/// Counts evidence once however often it is retold.
///
/// Claims that restate one another, directly or through third ones, form one group.
struct IndependentEvidence {
    private let rules: RuleBase
    private let group: [Int]

    init(_ rules: RuleBase) {
        self.rules = rules
        var parent = Array(rules.claims.indices)
        func find(_ claim: Int) -> Int {
            var root = claim
            while parent[root] != root { root = parent[root] }
            return root
        }
        for (index, claim) in rules.claims.enumerated() {
            for restated in claim.restates {
                let (one, other) = (find(index), find(restated.index))
                parent[max(one, other)] = min(one, other)
            }
        }
        group = rules.claims.indices.map(find)
    }

    func count(_ claims: some Sequence<ID<Claim>>) -> Int { Set(claims.map { group[$0.index] }).count }

    /// The evidence that rules cite, for a case of this name.
    func evidence(of cited: [ID<Rule>], caseName: String) -> Evidence {
        let claims = Set(cited.flatMap { rules[$0].claims }).sorted()
        let firmness = claims.compactMap { rules[$0].firmness }
        return Evidence(
            claims: claims, independent: count(claims), weakest: firmness.min(), strongest: firmness.max(),
            isInSample: !claims.isEmpty && claims.allSatisfy { rules.isDrawn($0, from: caseName) })
    }
}
