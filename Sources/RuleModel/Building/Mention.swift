import Notation

/// What a message is about. It is put into words only where there is something to complain about, which
/// in a sound file is nowhere.
enum Mention {
    /// The name that a token spells.
    case token(SyntaxToken)
    /// What was written there.
    case node(SyntaxNode)
    /// Words of the author's.
    case words(String)
    /// Words of ours.
    case plain(StaticString)

    var text: String {
        switch self {
        case .token(let token): "`\(token.text)`"
        case .node(let node): "`\(node.wording)`"
        case .words(let words): "`\(words)`"
        case .plain(let words): "\(words)"
        }
    }
}
