import Advice
import Inference
import Notation
import RuleModel

/// A line typed in answer to a question, as what the case is to say.
///
///     SpokenAnswer("about 40%", to: place, now: situation, rules: rules)
///
/// An answer is written as behind the name in a case file, with a source or `assumed` if there is one;
/// beside that, the number of a listed value, `yes` and `no`, and `about` for a guess.
public enum SpokenAnswer: Sendable {
    case said([Statement])
    case unclear([Finding], SourceText)

    public init(_ line: String, to place: ReadingPlace, now: Situation, rules: RuleBase) {
        if case .allListed(let collection, of: let parent) = place {
            self = SpokenAnswer.members(line, collection, parent, now, rules)
            return
        }
        let told = ToldChanges(
            [SpokenAnswer.statement(line, at: place, now, rules)], now: now, rules: rules)
        let text = SourceText(name: "what you typed", bytes: Array(line.utf8))
        guard told.findings.isEmpty else {
            if let type = rules.type(at: place), type.isQuantity {
                self = .unclear([QuantityHint(line, type, told.findings[0]).finding(in: text)], text)
            } else {
                self = .unclear(told.findings, told.texts.first ?? text)
            }
            return
        }
        // Whoever says more than was asked is told so, and loses nothing.
        guard told.statements.count == 1,
            !SpokenAnswer.hasMore(line, isYesNo: rules.type(at: place) == .yesNo)
        else {
            self = .unclear([SpokenAnswer.tooMuch(text)], text)
            return
        }
        self = .said(told.statements)
    }

    /// Whether something stands in a line that is no answer and nothing that may stand behind one.
    private static func hasMore(_ line: String, isYesNo: Bool) -> Bool {
        let bare = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 0 }.map(\.element).joined(separator: " ")
        if bare.contains("#") { return true }
        guard isYesNo, let next = line.split(separator: " ").dropFirst().first else { return false }
        return !["at", "assumed", "presumably"].contains(next) && next.first != "\""
            && Self.answers.contains(line.lowercased().prefix { $0 != " " })
    }

    private static let answers: Set<Substring> = ["yes", "y", "true", "no", "n", "false"]

    private static func tooMuch(_ text: SourceText) -> Finding {
        Finding(
            code: "unexpected-text", message: "there is more in this than one answer",
            place: Place(file: text.name, start: 0, end: text.bytes.count), label: "one answer at a time",
            help: ["behind an answer may stand `at SOURCE \"place\"`, `assumed \"why\"` or a note in quotes"])
    }

    /// What a case says where nobody knows; `nil` where that cannot be said.
    public static func unknown(_ place: ReadingPlace, now: Situation, rules: RuleBase) -> [Statement]? {
        switch place {
        case .diagnostic, .attribute: break
        case .allListed(let collection, of: let parent):
            let text = "not all \(rules[collection].plural) listed"
            let body = parent.map { now.told(text, inside: $0, rules) } ?? text
            let told = ToldChanges([body], now: now, rules: rules)
            return told.findings.isEmpty ? told.statements : nil
        // What a case says of these takes the place of the rules, which may come to know.
        case .inForce, .concept, .classification: return nil
        }
        let told = ToldChanges(
            [name(of: place, now, rules) + " unknown"], now: now, rules: rules)
        return told.findings.isEmpty ? told.statements : nil
    }

    // MARK: As a case file says it

    private static func statement(
        _ line: String, at place: ReadingPlace, _ now: Situation, _ rules: RuleBase
    ) -> String {
        let name = name(of: place, now, rules)
        var words = line.split(separator: " ").map(String.init)
        var isGuess = false
        if let first = words.first?.lowercased(),
            ["about", "around", "roughly", "circa", "ca."].contains(first)
        {
            words.removeFirst()
            isGuess = true
        }
        words = named(words, by: rules.choices(at: place).map(\.name))
        if isGuess, !words.contains("assumed") { words.append("assumed \"about\"") }
        let rest = words.dropFirst().joined(separator: " ")
        let first = words.first ?? ""
        let type = rules.type(at: place)
        if type == .yesNo {
            switch first.lowercased() {
            case "yes", "y", "true": return "\(name) \(rest)"
            case "no", "n", "false": return "not \(name) \(rest)"
            default: return words.isEmpty ? name : "\(name) is \(words.joined(separator: " "))"
            }
        }
        if type?.isQuantity == true { return "\(name) = \(first) \(rest)" }
        if type == .text, !line.contains("\"") { return "\(name) is \"\(line)\"" }
        return "\(name) is \(first) \(rest)"
    }

    /// Numbers of listed values in the place of which the values are put: `2 or 3`, `2..4`, `at least 3`.
    private static func named(_ words: [String], by values: [String]) -> [String] {
        var isQuoted = false
        return words.map { word in
            defer { if word.count(where: { $0 == "\"" }) % 2 == 1 { isQuoted.toggle() } }
            guard !isQuoted, !word.contains("\"") else { return word }
            let ends = word.components(of: "..").map { end in
                Int(end).flatMap { values.indices.contains($0 - 1) ? values[$0 - 1] : nil } ?? end
            }
            return ends.joined(separator: "..")
        }
    }

    /// The name that a statement begins with.
    private static func name(of place: ReadingPlace, _ now: Situation, _ rules: RuleBase) -> String {
        func of(_ member: MemberID?) -> String { member.flatMap { now[$0] }.map { " of \($0.name)" } ?? "" }
        return switch place {
        case .diagnostic(let id): rules[id].name
        case .attribute(let id, let member): rules[id].name + of(member)
        case .inForce(let id): "in force \(rules[id].name)"
        case .concept(let id, let member): rules[id].name + of(member)
        case .classification(let id, value: nil, let member): rules[id].name + of(member)
        case .classification(let id, value: let value?, let member):
            "\(rules[id].name)\(of(member)) is \(rules[id].values[value].name)"
        case .allListed(let id, of: _): "all \(rules[id].plural) listed"
        }
    }

    // MARK: Members

    /// `importers, agents, all`: names, and whether there are no others.
    private static func members(
        _ line: String, _ collection: ID<Collection>, _ parent: MemberID?, _ now: Situation, _ rules: RuleBase
    ) -> SpokenAnswer {
        // A name of several words is one name, joined by hyphens.
        var names = line.lowercased().replacing(" and ", with: ",").split(separator: ",")
            .map { $0.split(separator: " ").joined(separator: "-") }.filter { !$0.isEmpty }
        let whole: Set<String> = ["all", "none", "no", "yes", "y", "n"]
        let isWhole = names.contains { whole.contains($0) }
        names.removeAll { whole.contains($0) }
        if let wrong = names.first(where: { !NotationFragment.isName($0) }) {
            let text = SourceText(name: "what you typed", bytes: Array(line.utf8))
            let place = Place(file: text.name, start: 0, end: text.bytes.count)
            return .unclear(
                [
                    Finding(
                        code: "missing-name",
                        message: "`\(wrong)` cannot name one of the \(rules[collection].plural)",
                        place: place, label: "no name",
                        help: ["short names of letters, digits and hyphens: `first, second, all`; or `none`"])
                ], text)
        }
        var told = names.map { "\(rules[collection].name) \($0) { }" }
        if isWhole { told.append("all \(rules[collection].plural) listed") }
        var statements: [Statement] = []
        for text in told {
            let body = parent.map { now.told(text, inside: $0, rules) } ?? text
            let read = ToldChanges([body], now: now, rules: rules)
            guard read.findings.isEmpty else {
                return .unclear(
                    read.findings, read.texts.first ?? SourceText(name: "what you typed", bytes: []))
            }
            statements += read.statements
        }
        return .said(statements)
    }
}

extension RuleBase {
    /// The values to choose from at a place, in order; none where they are not listed.
    public func choices(at place: ReadingPlace) -> [NamedValue] {
        if case .classification(let id, value: nil, _) = place { return self[id].values }
        guard let type = type(at: place), type != .yesNo else { return [] }
        return namedValues(of: type) ?? []
    }

    /// The type of the answers; `nil` where no reading is asked for.
    fileprivate func type(at place: ReadingPlace) -> ValueType? {
        switch place {
        case .diagnostic(let id): self[id].measurement.type
        case .attribute(let id, _): self[id].measurement.type
        case .inForce, .concept, .classification(_, value: .some, _): .yesNo
        case .classification, .allListed: nil
        }
    }
}

extension String {
    fileprivate func components(of separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
