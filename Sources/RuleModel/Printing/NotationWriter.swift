/// Writes a rule base in its own notation: canonical, so that equal rules give equal text.
///
/// Everything is in order of name, a line to a clause, without comments. Parsing
/// and building the text gives the same rule base back, `renumbered`, but for origins.
public func print(_ rules: RuleBase) -> String {
    let rules = rules.renumbered
    var writer = NotationWriter(rules: rules)
    writer.write("language 1")
    writer.writeLiterature()
    writer.writeVocabulary()
    writer.writePackages()
    writer.writeRules()
    for test in rules.tests { writer.write(test) }
    return writer.text
}

/// Writes a case in the notation, as `print(_:)` does a rule base.
public func print(_ cluster: ClusterCase, in rules: RuleBase) -> String {
    var writer = NotationWriter(rules: rules)
    writer.write("language 1")
    writer.write(cluster)
    return writer.text
}

/// What one statement of a case looks like in the notation, over as many lines as it takes.
public func print(_ statement: Statement, in rules: RuleBase) -> String {
    var writer = NotationWriter(rules: rules)
    writer.write(statement)
    return String(writer.text.dropLast())
}

/// A condition in the language's own words, for messages and proofs: `share of A at least 40%`.
///
/// Variables are shown as letters, in the order in which the rule binds them.
public func describe(_ condition: Condition, in rules: RuleBase) -> String {
    NotationWriter(rules: rules).condition(condition)
}

/// An expression in the language's own words: `sum of share of channels A where captive of A`.
public func describe(_ expression: Expression, in rules: RuleBase) -> String {
    NotationWriter(rules: rules).expression(expression)
}

/// The test of a value in the language's own words: `at least 40%`, `is little or some`.
public func describe(_ set: ValueSet, of expression: Expression, in rules: RuleBase) -> String {
    let writer = NotationWriter(rules: rules)
    return writer.test(set, rules.type(of: expression), bounds: rules.bounds(of: expression))
}

/// A conclusion as a rule states it: `recommend P firmly through A`.
public func describe(_ conclusion: Conclusion, in rules: RuleBase) -> String {
    NotationWriter(rules: rules).text(of: conclusion)
}

/// The letter that `describe` shows a variable by.
public func letter(of variable: Variable) -> String { NotationWriter.letter(variable) }

/// Collects lines of notation; what each kind of declaration looks like stands in the extensions.
struct NotationWriter {
    let rules: RuleBase
    private(set) var text = ""
    private var depth = 0

    init(rules: RuleBase) { self.rules = rules }

    mutating func write(_ line: String) {
        for _ in 0..<depth { text += "  " }
        text += line
        text += "\n"
    }

    mutating func block(_ head: String, _ inside: (inout NotationWriter) -> Void) {
        write(head + " {")
        depth += 1
        inside(&self)
        depth -= 1
        write("}")
    }

    /// Parts that are not empty, with a space between.
    func joined(_ parts: String?...) -> String {
        var text = ""
        for case let part? in parts where !part.isEmpty {
            if !text.isEmpty { text += " " }
            text += part
        }
        return text
    }

    func quoted(_ text: String) -> String {
        let needsEscape = text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
        let inside =
            needsEscape ? text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() : text
        return "\"\(inside)\""
    }

    /// A text where there is one.
    func optional(_ text: String) -> String { text.isEmpty ? "" : quoted(text) }

    /// A keyword with a text, where there is one.
    func optional(_ keyword: String, _ text: String) -> String {
        text.isEmpty ? "" : "\(keyword) \(quoted(text))"
    }

    func from(_ claims: [ID<Claim>]) -> String {
        claims.isEmpty ? "" : "from " + claims.map { rules[$0].name }.joined(separator: ", ")
    }

    func at(_ citations: [Citation]) -> String {
        citations.map { "at \(rules[$0.source].name) \(quoted($0.location))" }.joined(separator: " ")
    }

    func judgement(_ reason: String?) -> String {
        reason.map { $0.isEmpty ? "as-judged" : "judgement \(quoted($0))" } ?? ""
    }

    func grounds(_ grounds: Grounds) -> String { joined(judgement(grounds.judgement), from(grounds.claims)) }

    /// A, B, … Z, A1, B1, …
    static func letter(_ variable: Variable) -> String {
        let number = max(0, variable.number)
        let letter = String(UnicodeScalar(UInt8(65 + number % 26)))
        return number < 26 ? letter : "\(letter)\(number / 26)"
    }

    func package(_ reference: PackageReference) -> String {
        switch reference {
        case .package(let id): rules[id].name
        case .variable(let variable): NotationWriter.letter(variable)
        }
    }
}
