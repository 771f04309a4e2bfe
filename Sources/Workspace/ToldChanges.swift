import Notation
import RuleModel

/// What a person says otherwise of a case on the command line, read as a case file would say it.
///
///     ToldChanges(["trust is low", "exports-share = 40%", "share of lead-buyers = 60%"], …)
///
/// A slip that has one mending only is mended: `trust = low`, `trust low`, `one-sector = no`.
public struct ToldChanges: Sendable {
    public let statements: [Statement]
    /// Of what cannot be used; their places are those of `texts`.
    public let findings: [Finding]
    /// What was typed, by the names that findings use.
    public let texts: [SourceText]

    /// - Parameters:
    ///   - arguments: One change or several each; or the words of one change, one by one.
    ///   - now: The situation that is changed, for the names of its members.
    public init(_ arguments: [String], now: Situation, rules: RuleBase) {
        let apart = ToldChanges(apart: arguments, now: now, rules: rules)
        // Words that were typed without quotes belong together.
        let joined = ToldChanges(apart: [arguments.joined(separator: " ")], now: now, rules: rules)
        let belongTogether = joined.findings.isEmpty || ToldChanges.isOneByOne(arguments)
        self = !apart.findings.isEmpty && belongTogether ? joined : apart
    }

    private static func isOneByOne(_ arguments: [String]) -> Bool {
        arguments.contains { ["is", "=", "not", "of", "unknown"].contains($0) }
    }

    private init(apart changes: [String], now: Situation, rules: RuleBase) {
        var each: [[Statement]] = []
        var findings: [Finding] = []
        var texts: [SourceText] = []
        for (place, change) in changes.enumerated() {
            let name = changes.count == 1 ? "what you typed" : "change \(place + 1)"
            let told = ToldChange(change, name: name, now: now, rules: rules)
            if let former = each.firstIndex(where: { told.statements.tellAgain($0) }) {
                findings.append(
                    ToldChanges.repeated(name, told.body, former: texts[former]))
            }
            each.append(told.statements)
            findings += told.findings
            texts.append(SourceText(name: name, bytes: Array(told.body.utf8)))
        }
        statements = each.flatMap(\.self)
        self.findings = findings
        self.texts = texts
    }

    /// Of two changes of one thing neither is the one that was meant.
    private static func repeated(_ name: String, _ text: String, former: SourceText) -> Finding {
        Finding(
            code: "duplicate-reading", message: "two changes are about the same thing",
            place: Place(file: name, start: 0, end: text.utf8.count), label: "this one again",
            notes: [
                Finding.Note(
                    place: Place(file: former.name, start: 0, end: former.bytes.count), label: "first here")
            ],
            help: [
                "say it once; if it may be either, say so: `NAME is low or high`, `NAME = 10..20`"
            ])
    }
}

/// One argument, mended as far as there is one way to mend it.
private struct ToldChange {
    private(set) var statements: [Statement] = []
    private(set) var findings: [Finding] = []
    /// As it was understood in the end.
    private(set) var body: String

    private var name: String
    private var rules: RuleBase
    /// A stage that tells of the members there are, and the beginning of one after it.
    private var head: String

    init(_ text: String, name: String, now: Situation, rules: RuleBase) {
        self.name = name
        self.rules = rules
        head = "case c \"\" { stage a \"\" { \(now.members(of: nil, rules)) } stage b \"\" {\n"
        body = ToldChange.setInMember(text, now, rules)
        read()
        let asTyped = self
        // Each round mends one slip, and there are no more slips than words.
        for _ in 0...body.count(where: { $0 == " " || $0 == "=" }) + 1 where !findings.isEmpty {
            let before = self
            guard mend() else { break }
            read()
            if findings.count > before.findings.count {
                self = before
                break
            }
        }
        // Half mended, it would be told in words that nobody typed.
        if !findings.isEmpty { self = asTyped }
    }

    private mutating func read() {
        let text = head + body + "\n}}\n"
        let parsed = parse(fileName: name, source: Array(text.utf8))
        let built = buildCases([parsed], against: rules)
        let stage = built.cases.first?.stages.last
        statements = stage?.statements ?? []
        findings = (parsed.findings + built.findings).filter { $0.severity == .error }
            .map { placedInBody($0) }
        if findings.isEmpty, statements.isEmpty {
            findings = [
                Finding(
                    code: "no-reading", message: "nothing is said of the cluster",
                    place: Place(file: name, start: 0, end: body.utf8.count), label: "no reading",
                    help: ["write it as in a case file: `trust is little`, `export-share = 40%`"])
            ]
        }
    }

    private func placedInBody(_ finding: Finding) -> Finding {
        func placed(_ place: Place) -> Place {
            guard place.file == name else { return place }
            let length = body.utf8.count
            let start = min(max(0, place.start - head.utf8.count), length)
            let end = min(max(start, place.end - head.utf8.count), length)
            return Place(file: name, start: start, end: end)
        }
        var finding = finding
        finding.place = finding.place.map(placed)
        finding.notes = finding.notes.map { .init(place: placed($0.place), label: $0.label) }
        if let suggestion = finding.suggestion {
            finding.suggestion = .init(
                place: placed(suggestion.place), replacement: suggestion.replacement)
        }
        return finding
    }

    /// Mends one slip of the sign between a name and its value; whether there was one.
    private mutating func mend() -> Bool {
        let signs: Set<String> = ["equals-for-is", "is-for-equals", "missing-equals"]
        if let slip = findings.first(where: { signs.contains($0.code) }), let suggestion = slip.suggestion {
            return replace(suggestion.place.start..<suggestion.place.end, with: suggestion.replacement)
        }
        // A value that stands by itself is taken for a name of its own.
        let value = findings.first { $0.code == "unknown-name" && ($0.place?.start ?? 0) > 0 }
        if let start = value?.place?.start { return replace(start..<start, with: "is") }
        guard let end = findings.first(where: { $0.code == "missing-value" })?.place?.end,
            end < body.utf8.count
        else { return false }
        return replace(end..<end, with: "is")
    }

    private mutating func replace(_ range: Range<Int>, with text: String) -> Bool {
        let bytes = Array(body.utf8)
        guard range.upperBound <= bytes.count else { return false }
        let head = String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
        let tail = String(decoding: bytes[range.upperBound...], as: UTF8.self)
        let mended = [head, text, tail].map { $0.split(separator: " ").joined(separator: " ") }
            .filter { !$0.isEmpty }.joined(separator: " ")
        defer { body = mended }
        return mended != body
    }

    /// `share of lead-buyers = 40%` as a case says it: inside of the member's braces.
    private static func setInMember(_ text: String, _ now: Situation, _ rules: RuleBase) -> String {
        var words = text.split(separator: " ").map(String.init)
        guard let of = words.firstIndex(of: "of"), of == 1 || (of == 2 && words[0] == "not"),
            words.count > of + 1
        else { return text }
        // `captive of lead-buyers=yes` is typed without blanks now and then.
        let typed = words[of + 1]
        let memberName = String(typed.prefix { $0 != "=" })
        let rest = typed.dropFirst(memberName.count)
        guard let member = now.member(named: memberName) else { return text }
        words.replaceSubrange(of...of + 1, with: rest.isEmpty ? [] : [String(rest)])
        return now.told(words.joined(separator: " "), inside: member, rules)
    }
}

extension Situation {
    fileprivate func member(named name: String) -> MemberID? {
        for collection in members.keys.sorted() {
            if let place = members[collection]?.firstIndex(where: { $0.name == name }) {
                return MemberID(collection: collection, index: place)
            }
        }
        return nil
    }

    /// The names of the members in one, or in the cluster, as a case tells of them.
    fileprivate func members(of parent: MemberID?, _ rules: RuleBase) -> String {
        members.keys.sorted().flatMap { collection in
            (members[collection] ?? []).enumerated().filter { $0.element.parent == parent }.map {
                place, member in
                let id = MemberID(collection: collection, index: place)
                return "\(rules[collection].name) \(member.name) \"\" { \(members(of: id, rules)) }"
            }
        }.joined(separator: " ")
    }

    func told(_ text: String, inside id: MemberID, _ rules: RuleBase) -> String {
        guard let member = self[id] else { return text }
        let inside = "\(rules[id.collection].name) \(member.name) { \(text) }"
        return member.parent.map { told(inside, inside: $0, rules) } ?? inside
    }
}
