import Notation
import RuleModel

/// Turns a case in JSON (`distretto/case/1`) into notation, so that it is checked like any other case.
///
/// Nothing is guessed: a key or value that the format does not have is a finding, and left out.
struct CaseTranslation {
    /// As the person knows the JSON: a file's name.
    let file: String
    /// Decides between `=` and `is`, which the JSON does not have.
    let rules: RuleBase
    var text = TranslatedText()
    var findings: [Finding] = []

    init(_ document: JSONNode, file: String, rules: RuleBase) {
        self.file = file
        self.rules = rules
        translate(document)
    }

    static let format = "distretto/case/1"

    private mutating func translate(_ document: JSONNode) {
        let keys = ["format", "name", "title", "stages", "fields"]
        guard let members = object(document, at: "$", keys: keys, required: ["format", "name", "stages"])
        else { return }
        if let format = members["format"], string(format, at: "$.format") != nil {
            guard case .string(Self.format) = format.content else {
                return complain(
                    "unknown-format", "this is not a case of the format `\(Self.format)`", format,
                    at: "$.format",
                    help: ["print the schema of the format with: distretto schema case"])
            }
        }
        text.append("language 1\ncase ")
        append(name: members["name"], at: "$.name")
        append(quoted: members["title"], at: "$.title")
        text.append("{\n")
        for (place, field) in list(members["fields"], at: "$.fields") { append(field: field, at: place) }
        let stages = list(members["stages"], at: "$.stages")
        if let node = members["stages"], case .array = node.content, stages.isEmpty {
            complain("wrong-value", "a case has at least one stage", node, at: "$.stages")
        }
        for (place, stage) in stages { append(stage: stage, at: place) }
        text.append("}\n")
    }

    private mutating func append(field: JSONNode, at place: String) {
        guard let members = object(field, at: place, keys: ["name", "text"], required: ["name", "text"])
        else {
            return
        }
        let names = ["country", "place", "sector", "teaches", "signed-off", "note"]
        guard let node = members["name"], let name = string(node, at: "\(place).name") else { return }
        guard names.contains(name) else {
            return complain(
                "wrong-value", "`\(name)` is no field of a case", node, at: "\(place).name",
                help: ["the fields are " + names.map { "`\($0)`" }.joined(separator: ", ")])
        }
        text.append("\(name) ", from: .init("\(place).name", node))
        append(quoted: members["text"], at: "\(place).text")
        text.append("\n")
    }

    private mutating func append(stage: JSONNode, at place: String) {
        let keys = [
            "name", "title", "after", "from", "to", "readings", "members", "listed", "notListed", "inForce",
            "questions", "deeds", "outcomes", "overrides", "expect",
        ]
        guard let members = object(stage, at: place, keys: keys, required: ["name"]) else { return }
        text.append("stage ")
        append(name: members["name"], at: "\(place).name")
        append(quoted: members["title"], at: "\(place).title")
        if let after = members["after"] {
            text.append("after ")
            append(name: after, at: "\(place).after")
        }
        for key in ["from", "to"] {
            guard let node = members[key], let period = string(node, at: "\(place).\(key)") else { continue }
            guard NotationFragment.isPeriod(period) else {
                complain(
                    "wrong-value", "`\(period)` is no date", node, at: "\(place).\(key)",
                    help: ["write 1994, 1994-05, 1990s or late 1990s"])
                continue
            }
            text.append("\(key) ")
            text.append(period, from: .init("\(place).\(key)", node))
            text.append(" ")
        }
        text.append("{\n")
        append(statements: members, at: place)
        append(events: members, at: place)
        text.append("}\n")
    }

    private mutating func append(events members: [String: JSONNode], at place: String) {
        for (name, package) in entries(members["inForce"], at: "\(place).inForce") {
            append(holding: package, of: name, at: "\(place).inForce.\(key(name))")
        }
        for (place, question) in list(members["questions"], at: "\(place).questions") {
            text.append("question ")
            append(quoted: question, at: place)
            text.append("\n")
        }
        for (place, deed) in list(members["deeds"], at: "\(place).deeds") {
            append("done", deed, keys: ["text", "by", "as", "at"], at: place)
        }
        for (place, outcome) in list(members["outcomes"], at: "\(place).outcomes") {
            append("outcome", outcome, keys: ["text", "at"], at: place)
        }
        for (place, override) in list(members["overrides"], at: "\(place).overrides") {
            append(override: override, at: place)
        }
        let expectations = list(members["expect"], at: "\(place).expect")
        guard !expectations.isEmpty else { return }
        text.append("expect {\n")
        for (place, expectation) in expectations { append(expectation: expectation, at: place) }
        text.append("}\n")
    }

    private mutating func append(_ word: String, _ event: JSONNode, keys: [String], at place: String) {
        guard let members = object(event, at: place, keys: keys, required: ["text"]) else { return }
        text.append("\(word) ")
        append(quoted: members["text"], at: "\(place).text")
        for key in ["by", "as"] {
            guard let node = members[key] else { continue }
            text.append("\(key) ")
            append(name: node, at: "\(place).\(key)")
        }
        append(citations: members["at"], at: "\(place).at")
        text.append("\n")
    }

    private mutating func append(override: JSONNode, at place: String) {
        let keys = ["reject", "add", "reason", "by"]
        guard let members = object(override, at: place, keys: keys, required: ["reason", "by"]) else {
            return
        }
        let named = ["reject", "add"].filter { members[$0] != nil }
        guard let kind = named.first, named.count == 1 else {
            return complain(
                "wrong-value", "an override rejects one package or adds one", override, at: place,
                help: ["give either the key `reject` or the key `add`, with the name of a package"])
        }
        text.append("override \(kind) ")
        append(name: members[kind], at: "\(place).\(kind)")
        append(quoted: members["reason"], at: "\(place).reason")
        text.append("by ")
        append(quoted: members["by"], at: "\(place).by")
        text.append("\n")
    }

    private mutating func append(expectation: JSONNode, at place: String) {
        guard
            let members = object(expectation, at: place, keys: ["that", "from", "at"], required: ["that"]),
            let node = members["that"], let that = string(node, at: "\(place).that")
        else { return }
        guard NotationFragment.isExpectation(that) else {
            return complain(
                "wrong-value", "`\(that)` is no expectation", node, at: "\(place).that",
                help: ["write it as in a case file: `not recommend credit as presumably-no`"])
        }
        text.append(that, from: .init("\(place).that", node))
        for (number, claim) in list(members["from"], at: "\(place).from").enumerated() {
            text.append(number == 0 ? " from " : ", ")
            append(name: claim.node, at: claim.place)
        }
        append(citations: members["at"], at: "\(place).at")
        text.append("\n")
    }
}
