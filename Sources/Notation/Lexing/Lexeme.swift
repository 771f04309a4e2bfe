/// A token with what the parser wants to know about it and nobody else does.
struct Lexeme {
    var token: TokenRecord
    /// Bytes between the start of the line and the token.
    var column: UInt32
    /// The word of the grammar it spells, should it spell one. Whether it is meant so depends on the place.
    var keyword: Keyword?
    /// What is wrong with the token itself.
    var fault: LexicalFault?
    var isFirstOnLine: Bool

    var kind: TokenKind { token.kind }
    var range: Range<Int> { Int(token.start)..<Int(token.end) }
}

/// What can be wrong with one token, wherever it stands.
enum LexicalFault: UInt8 {
    /// A string without its second quote.
    case unclosedString
    /// A string between typographic quotes.
    case smartQuotes
    /// A string between single quotes.
    case singleQuotes
    /// Characters that begin no token.
    case unknownCharacters
    /// Bytes that are not UTF-8; the file as a whole is complained about.
    case invalidText
    /// `1994-5`.
    case shortDate
    /// `1994-13` or `1994-02-30`.
    case impossibleDate
    /// `1992-1993`, where a range was meant.
    case yearsWithDash
    /// `joint_warranty`.
    case underscore
    /// `...` or `…` for `..`.
    case ellipsis
    /// A dash or a letter that only looks like another, or a character that cannot be seen, inside of a name.
    case disguisedName
    /// `"they say "no" to it"`.
    case innerQuotes
    /// A string with a character in it that cannot be seen, such as a NUL.
    case controlCharacter
    /// A string with nothing in it, or blanks alone.
    case emptyText
}
