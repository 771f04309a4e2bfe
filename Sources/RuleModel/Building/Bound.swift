import Notation

/// On which side of a value others lie.
enum Bound {
    case atLeast, atMost, above, below

    /// The bound that a node's own words name.
    init?(_ node: SyntaxNode) {
        for token in node.directTokens.prefix(2) {
            switch token.text {
            case "least", "≥", ">=": self = .atLeast
            case "most", "≤", "<=": self = .atMost
            case "above", "after", ">": self = .above
            case "below", "before", "<": self = .below
            default: continue
            }
            return
        }
        return nil
    }

    var comparison: Comparison {
        switch self {
        case .atLeast: .atLeast
        case .atMost: .atMost
        case .above: .above
        case .below: .below
        }
    }
}
