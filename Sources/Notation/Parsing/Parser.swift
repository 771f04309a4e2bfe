/// Reads tokens into a tree by recursive descent.
///
/// It never fails: what is missing becomes a token without width, what cannot
/// be used becomes an `unexpected` node, and each mistake is noted once. After
/// a mistake nothing more is noted until the next place where the text makes
/// sense again, because what follows a mistake is mostly its echo.
struct Parser {
    let source: [UInt8]
    let lexemes: [Lexeme]
    var writer: TreeWriter
    private(set) var position = 0
    private(set) var faults: [SyntaxFault] = []
    /// A mistake was noted and no sound beginning has been met since.
    var isRecovering = false
    private var depth = 0
    /// The clause of the rule read last, where it asks for something that a line may go on with.
    var lastQuestion: Keyword?
    /// The colon behind the word read last has been complained about with it.
    var isColonTold = false
    /// Up to where a section that was looked through is known to be closed by its own brace.
    var closedUpTo = 0
    /// The innermost block whose `}` stands further left than its opening line: where a brace was
    /// probably forgotten, should one turn out to be missing.
    var suspect: BlockOpening?

    /// How deep conditions and blocks may nest; more is a finding, and never an overflow of the stack.
    static let deepest = 200
    /// A broken file is not listed to its last word.
    static let mostFaults = 100

    init(source: [UInt8], lexemes: [Lexeme]) {
        self.source = source
        self.lexemes = lexemes
        writer = TreeWriter(capacity: lexemes.count + 16)
    }

    // MARK: Looking

    var current: Lexeme { lexemes[position] }

    func lexeme(_ ahead: Int) -> Lexeme { lexemes[min(position + ahead, lexemes.count - 1)] }

    func kind(_ ahead: Int = 0) -> TokenKind { lexeme(ahead).kind }

    func keyword(_ ahead: Int = 0) -> Keyword? { lexeme(ahead).keyword }

    func at(_ kind: TokenKind) -> Bool { current.kind == kind }

    func at(_ keyword: Keyword) -> Bool { current.keyword == keyword }

    func at(_ first: Keyword, _ second: Keyword) -> Bool { keyword() == first && keyword(1) == second }

    var isAtEnd: Bool { current.kind == .endOfFile }

    /// Whether nothing, not even a blank, stands between this token and the one before it.
    func touchesPrevious(_ ahead: Int = 0) -> Bool {
        let token = lexeme(ahead).token
        return token.triviaStart == token.start
    }

    func bytes(_ ahead: Int = 0) -> ArraySlice<UInt8> { source[lexeme(ahead).range] }

    /// Whether the word begins with a capital, as variables, claims and sources do.
    func isCapitalized(_ ahead: Int = 0) -> Bool {
        kind(ahead) == .word && (bytes(ahead).first?.isCapital ?? false)
    }

    // MARK: Taking

    /// Takes the current token.
    mutating func bump() {
        let lexeme = current
        if let fault = lexeme.fault { note(fault, lexeme.range) }
        writer.append(lexeme.token)
        if lexeme.kind != .endOfFile { position += 1 }
    }

    /// Takes a token whose fault has been put better already.
    mutating func takeQuietly() {
        writer.append(current.token)
        if !isAtEnd { position += 1 }
    }

    mutating func bump(_ count: Int) {
        for _ in 0..<count where !isAtEnd { bump() }
    }

    @discardableResult
    mutating func take(_ kind: TokenKind) -> Bool {
        guard at(kind) else { return false }
        bump()
        return true
    }

    @discardableResult
    mutating func take(_ keyword: Keyword) -> Bool {
        guard at(keyword) else { return false }
        bump()
        return true
    }

    /// Puts a token without width behind the last one.
    mutating func insertMissing(_ kind: TokenKind) {
        let place = writer.lastToken?.end ?? 0
        writer.append(TokenRecord(kind: kind, isMissing: true, triviaStart: place, start: place, end: place))
    }

    // MARK: Nodes

    mutating func open(_ kind: SyntaxKind) -> TreeWriter.Mark { writer.open(kind) }
    mutating func close(_ mark: TreeWriter.Mark) { writer.close(mark) }

    // MARK: Noting mistakes

    /// Where something is missing: right behind the last token.
    var gap: Range<Int> {
        let place = Int(writer.lastToken?.end ?? 0)
        return place..<place
    }

    /// Notes a mistake that leaves the parser uncertain, unless it already is.
    mutating func complain(_ problem: SyntaxFault.Problem, _ range: Range<Int>, related: Range<Int>? = nil) {
        guard !isRecovering else { return }
        isRecovering = true
        // What is missing has a strange sign in its place: the sign is the mistake.
        if case .missing = problem, current.fault == .unknownCharacters {
            return record(.token(.unknownCharacters), current.range)
        }
        record(problem, range, related)
    }

    /// Notes a mistake whose meaning is clear, so that reading goes on undisturbed.
    mutating func remark(_ problem: SyntaxFault.Problem, _ range: Range<Int>, related: Range<Int>? = nil) {
        guard !isRecovering else { return }
        record(problem, range, related)
    }

    mutating func record(_ problem: SyntaxFault.Problem, _ range: Range<Int>, _ related: Range<Int>? = nil) {
        guard faults.count < Parser.mostFaults else { return }
        let isLast = faults.count == Parser.mostFaults - 1
        faults.append(
            SyntaxFault(problem: isLast ? .tooMany : problem, range: range, related: isLast ? nil : related))
    }

    private mutating func note(_ fault: LexicalFault, _ range: Range<Int>) {
        switch fault {
        case .unclosedString:
            record(.token(fault), range)
            isRecovering = true
        case .unknownCharacters:
            complain(.token(fault), range)
        case .invalidText:
            isRecovering = true
        case .controlCharacter:
            for place in range where source[place].isControl {
                remark(.token(fault), place..<place + 1)
                break
            }
        case .smartQuotes, .singleQuotes, .shortDate, .impossibleDate, .yearsWithDash, .underscore, .ellipsis,
            .disguisedName, .innerQuotes, .emptyText:
            remark(.token(fault), range)
        }
    }

    // MARK: Depth

    /// Reads something nested, or skips it if it lies too deep.
    mutating func nested(_ read: (inout Parser) -> Void) {
        guard depth < Parser.deepest else {
            complain(.tooDeep(limit: Parser.deepest), current.range)
            skipGroup()
            return
        }
        depth += 1
        read(&self)
        depth -= 1
    }
}
