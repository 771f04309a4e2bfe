extension TableMapping {
    /// Reads a mapping file.
    ///
    /// - Parameter name: The file's, for what is wrong with it.
    public init(_ text: String, name: String) throws(TableFault) {
        self.init()
        var section: String?
        for statement in try MappingWords(text, name: name).statements {
            if statement.first?.text == "members", statement.first?.isQuoted == false {
                let collection = statement.dropFirst().map(\.text).joined(separator: " ")
                guard statement.count == 2, members[collection] == nil else {
                    throw TableFault(
                        "\(name), line \(statement[0].line): `members` names one collection, each once",
                        help: Self.forms)
                }
                members[collection] = ofMembers(collection)
                section = collection
            } else if let section {
                try members[section]?.read(statement, name, isOfMembers: true)
            } else {
                try read(statement, name)
            }
        }
        for mapping in [self] + members.values
        where mapping.thousands == .sign(mapping.hasDecimalComma ? "," : ".") {
            let sign = mapping.hasDecimalComma ? "comma" : "point"
            throw TableFault(
                "\(name): a \(sign) cannot stand both between thousands and before fractions",
                help:
                    "say as well what stands before fractions: decimal \(sign == "comma" ? "point" : "comma")"
            )
        }
    }

    private mutating func read(
        _ words: [MappingWords.Word], _ name: String, isOfMembers: Bool = false
    ) throws(TableFault) {
        guard let first = words.first else { return }
        func refuse(_ what: String) -> TableFault {
            TableFault("\(name), line \(first.line): \(what)", help: Self.forms)
        }
        guard !first.isQuoted else { throw refuse("a line begins with a word, not with a text in quotes") }
        switch first.text {
        case "column": try readColumn(words, refuse)
        case "always" where !isOfMembers:
            guard words.count >= 4, words[2].text == "is" else {
                throw refuse("`always` is followed by a diagnostic, `is` and its value")
            }
            let value = words[3...].map(\.text).joined(separator: " ")
            constants.append(Constant(diagnostic: words[1].text, value: value, line: first.line))
        case "all" where isOfMembers && words.map(\.text) == ["all", "listed"]: isAllListed = true
        case "blank":
            guard words.count > 1 else { throw refuse("`blank` names no text") }
            blanks += words.dropFirst().filter { !$0.isComma }.map(\.text)
        case "decimal" where words.map(\.text) == ["decimal", "comma"]: hasDecimalComma = true
        case "decimal" where words.map(\.text) == ["decimal", "point"]: hasDecimalComma = false
        case "thousands":
            guard words.count == 2, let sign = ThousandsSign(words[1].text) else {
                throw refuse("`thousands` is followed by point, comma, blank, apostrophe or none")
            }
            thousands = sign
        case "separator":
            let named = ["tab": "\t", "comma": ",", "semicolon": ";"]
            let text = words.count == 2 ? named[words[1].text] ?? words[1].text : ""
            guard text.utf8.count == 1, let byte = text.utf8.first, byte != UInt8(ascii: "\"") else {
                throw refuse("`separator` is followed by one character in quotes, or by tab")
            }
            separator = byte
        default: throw refuse("`\(first.text)` begins no statement")
        }
    }

    private mutating func readColumn(
        _ words: [MappingWords.Word], _ refuse: (String) -> TableFault
    ) throws(TableFault) {
        guard words.count >= 4, words[2].text == "is", !words[2].isQuoted else {
            throw refuse("a column is followed by its name, `is` and what it is")
        }
        let name = words[1].text
        if columns.contains(where: { $0.column == name }) {
            throw refuse("the column `\(name)` is mapped twice")
        }
        let meaning: Meaning =
            switch words[3].text {
            case "key": .key
            case "ignored": .ignored
            case "name": .name
            default: .reading(words[3].text)
            }
        var statement = ColumnStatement(column: name, meaning: meaning, line: words[0].line)
        var rest = words.dropFirst(4)
        if rest.first?.text == "in" {
            let unit = rest.dropFirst().prefix { $0.isQuoted || $0.text != "where" }
            guard !unit.isEmpty else { throw refuse("`in` names no unit") }
            statement.unit = unit.map(\.text)
            rest = rest.dropFirst(1 + unit.count)
        }
        if rest.first?.text == "where" {
            for part in rest.dropFirst().split(whereSeparator: \.isComma) {
                let part = Array(part)
                guard part.count >= 3, part[1].text == "is" else {
                    throw refuse("behind `where` stand pairs such as `\"hoch\" is high`")
                }
                statement.values.append(
                    Word(text: part[0].text, meaning: part[2...].map(\.text).joined(separator: " ")))
            }
            rest = []
        }
        guard rest.isEmpty else {
            throw refuse("`\(rest.map(\.text).joined(separator: " "))` is not understood")
        }
        if case .reading = meaning {
        } else if statement.unit != nil || !statement.values.isEmpty {
            throw refuse("a unit or values are said of a column that is not read")
        }
        columns.append(statement)
    }

    private static let forms = """
        the forms are: column NAME is DIAGNOSTIC [in UNIT] [where "TEXT" is VALUE, …]; column NAME is key; \
        column NAME is ignored; always DIAGNOSTIC is VALUE; blank "TEXT", …; decimal comma; thousands "."; separator ";"; and of a table of members, \
        behind `members COLLECTION`: column NAME is name; all listed
        """
}

/// A mapping file taken apart: a statement to a line, which a comma at its end continues.
private struct MappingWords {
    struct Word {
        var text: String
        var line: Int
        var isQuoted: Bool
        var isComma: Bool { !isQuoted && text == "," }
    }

    private(set) var statements: [[Word]] = []

    init(_ text: String, name: String) throws(TableFault) {
        var statement: [Word] = []
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            statement += try MappingWords.words(line, number: place + 1, name)
            if statement.last?.isComma == true { continue }
            if !statement.isEmpty { statements.append(statement) }
            statement = []
        }
        if !statement.isEmpty { statements.append(statement) }
    }

    private static func words(_ line: Substring, number: Int, _ name: String) throws(TableFault) -> [Word] {
        var words: [Word] = []
        var rest = line[...]
        while let first = rest.first {
            if first == "#" { break }
            if first.isWhitespace || first == "\u{FEFF}" {
                rest.removeFirst()
            } else if first == "," {
                words.append(Word(text: ",", line: number, isQuoted: false))
                rest.removeFirst()
            } else if first == "\"" {
                rest.removeFirst()
                var text = ""
                while let next = rest.popFirst(), next != "\"" {
                    text.append(next == "\\" ? rest.popFirst() ?? "\\" : next)
                    if rest.isEmpty {
                        throw TableFault("\(name), line \(number): a text in quotes has no end")
                    }
                }
                words.append(Word(text: text, line: number, isQuoted: true))
            } else {
                let word = rest.prefix { !$0.isWhitespace && $0 != "," && $0 != "\"" && $0 != "#" }
                words.append(Word(text: String(word), line: number, isQuoted: false))
                rest = rest[word.endIndex...]
            }
        }
        return words
    }
}
