import Inference
import RuleModel

/// Which packages and rules take part in an answer.
struct Scope {
    let packages: [ID<Package>]
    let excludedRules: Set<ID<Rule>>

    /// One value of a lens keeps what carries it and what carries none.
    init(_ request: AdviceRequest) {
        let rules = request.rules
        func isKept(_ values: [Package.LensValue]) -> Bool {
            guard let lens = request.lens else { return true }
            return values.allSatisfy { $0.lens != lens.lens || $0.value == lens.value }
        }
        packages = rules.packages.indices.map { ID($0) }.filter { isKept(rules[$0].lensValues) }
        excludedRules = Set(
            rules.rules.indices.map { ID($0) }.filter { rule in
                !isKept(rules[rule].lensValues)
                    || (request.leavesOutOwnRules && rules.isOwn(rule, of: request.cluster.name))
            })
    }
}

extension AdviceRequest {
    /// Rules that the request leaves out: of another value of its lens, or drawn from the case itself.
    ///
    /// An evaluation to be read beside the answer, for its proofs, is made without them too.
    public var excludedRules: Set<ID<Rule>> { Scope(self).excludedRules }
}

extension RuleBase {
    /// Whether a rule was drawn from one case's story alone: every claim it cites, or one that the
    /// claim restates, carries `from-case` with the case's name. A rule without claims is nobody's own.
    public func isOwn(_ rule: ID<Rule>, of caseName: String) -> Bool {
        let claims = self[rule].claims
        return !claims.isEmpty && claims.allSatisfy { isDrawn($0, from: caseName) }
    }

    /// Whether a claim, or one it restates, was drawn from a case's story.
    public func isDrawn(_ claim: ID<Claim>, from caseName: String) -> Bool {
        var seen: Set<ID<Claim>> = []
        var waiting = [claim]
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            if self[next].fromCases.contains(caseName) { return true }
            waiting += self[next].restates
        }
        return false
    }
}
