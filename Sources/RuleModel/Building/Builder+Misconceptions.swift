import Notation

// Wrong beliefs: told as rules are, and drawn from by no advice.

extension Builder {
    /// What only a wrong belief reads or advises is put to no use by it; a claim that tells of one is.
    mutating func buildMisconceptions() {
        let used = usage
        for declared in declarations[.misconception] {
            guard let rule = rule(declared), asksNothingAdvised(declared) else { continue }
            let cases = declared.node.all(.unsettledByClause).flatMap { $0.names() }.map(\.text)
            rules.misconceptions.append(Misconception(rule, unsettledBy: cases))
        }
        let claims = usage.claims
        usage = used
        usage.claims = claims
    }

    /// A belief that hung on what is advised would take part in the advice it is compared with.
    private mutating func asksNothingAdvised(_ declared: Declared) -> Bool {
        guard let asked = declared.node.descendant(.recommendedTest) else { return true }
        report(
            "unexpected-text", "a misconception does not ask what is recommended", at: asked.place,
            label: "nobody who believes it has asked the rules",
            help: ["write what the cluster must be like for somebody to believe so"])
        return false
    }
}

extension SyntaxNode {
    /// The first node of a kind in it, at whatever depth.
    fileprivate func descendant(_ kind: SyntaxKind) -> SyntaxNode? {
        for child in children {
            if child.kind == kind { return child }
            if let found = child.descendant(kind) { return found }
        }
        return nil
    }
}
