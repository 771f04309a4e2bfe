/// A mistake in the text, as the parser saw it; `FaultWording` puts it into the author's words.
struct SyntaxFault {
    var problem: Problem
    /// The bytes that are wrong, or the empty run where something is missing.
    var range: Range<Int>
    /// A second place that explains the first, such as where the open block begins.
    var related: Range<Int>?

    enum Problem {
        case token(LexicalFault)
        case missing(Expected)
        /// Text that nothing in the grammar can use here; `wanted` says what could stand instead.
        case unexpected(wanted: String)
        case missingOpeningBrace(block: String)
        /// A header with nothing behind it.
        case missingBlock(String)
        case missingClosingBrace(block: String)
        case extraBrace
        case extraParenthesis
        case misspelt(Keyword)
        case mixedAndOr
        case equalsForIs
        case signForWords(String)
        /// `0,5`, or `1,500` when `isGrouped`.
        case commaInNumber(isGrouped: Bool)
        case negativeNumber
        case hyphenInPeriod
        case missingEquals
        /// A sign that the language does without here.
        case extraSign
        /// A sign for which another one stands.
        case wrongSign(String)
        case missingComma
        case wrongSeparator(String)
        case isBeforeTrend
        /// Words outside of quotes; `isClosed` when only the first quote is missing.
        case missingQuotes(isClosed: Bool)
        /// `1-2` or `10–20`, where a range was meant.
        case dashForRange
        /// A word of everyday speech that the language does without.
        case extraWord
        /// What everyday speech or another notation has for something; the language says this.
        case otherWords(String)
        /// A name of several words, which ought to be joined.
        case blankInName(String)
        /// A name between quotes.
        case quotedName(String)
        /// A second text where one stands; `joined` is both in one.
        case secondText(joined: String)
        /// `4.000`, which is read as 4.
        case pointInNumber
        /// `probably`, where a rule asks for something.
        case hedgedCondition
        /// Two words for a number that name none: `several hundred`.
        case sizeForNumber
        /// Advice against something, said otherwise, so that its reason is not said.
        case adviceAgainst(String)
        /// `advise against P` without why.
        case missingObjection
        /// A title where the name it belongs to is missing.
        case titleForName(what: String, name: String)
        /// A control character inside of a text.
        case controlCharacter
        /// `else`, for which the language has another rule.
        case elseClause
        /// A `}` that closes something too early: what goes on behind it belongs inside.
        case earlyBrace
        /// A clause that lacks the keyword it begins with.
        case missingKeyword(Keyword)
        case emptyFile
        case tooDeep(limit: Int)
        case missingLanguageVersion
        case unsupportedLanguageVersion
        case misplacedLanguageVersion
        case notUTF8
        case notEightBit
        case tooLarge
        case tooMany
    }

    /// Something the grammar asks for: how the author would call it, and the code of its absence.
    enum Expected {
        case name(String)
        case string(String)
        case number(String)
        case value(String)
        case condition(String)
        /// `isEnough`: with the word put in, the text makes sense.
        case word(Keyword, isEnough: Bool)
        case punctuation(String)
    }
}
