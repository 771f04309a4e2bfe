import RuleModel

/// A rule that says nothing yet: what it can say stands in it as comments, and the check asks for the rest.
public struct RuleSkeleton: Sendable {
    private let rules: RuleBase
    private let name: String

    public init(_ rules: RuleBase, name: String) {
        self.rules = rules
        self.name = name
    }

    public var text: String {
        let word = rules.diagnostics.first { $0.measurement.type == .yesNo }?.name ?? "SOMETHING"
        let package = rules.packages.first?.name ?? "PACKAGE"
        let claim = rules.claims.first?.name ?? "CLAIM"
        return """
            # Take the # away where you fill in. `distretto vocabulary WORD` finds words, `distretto literature`
            # claims; `distretto check` says what is missing.
            rule \(name) {
              # when   \(word)
              #   and  not SOMETHING-ELSE
              # unless SOMETHING-THAT-DEFEATS-IT   presume "why it may be presumed absent"
              # recommend \(package)
              # because "why this follows, in a sentence for the reader"
              # from   \(claim)
            }

            """
    }
}
