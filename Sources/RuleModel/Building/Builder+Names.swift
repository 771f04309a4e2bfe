import Notation

// Looking names up, and saying what was meant when a name is not there.

extension Builder {
    /// What a name stands for, if it is of one of the kinds wanted; else a finding, and `nil`.
    mutating func resolve(_ token: SyntaxToken?, _ kinds: [NameKind]) -> (kind: NameKind, index: Int)? {
        guard let token = token?.ifTyped else { return nil }
        let name = names.known(token)
        for kind in kinds {
            if let index = names.index(kind, name) { return (kind, index) }
        }
        reportUnknown(token, wanted: kinds, near: kinds.map { ($0.noun, names.all($0)) })
        return nil
    }

    mutating func resolve<Declaration>(_ token: SyntaxToken?, _ kind: NameKind, as: Declaration.Type) -> ID<
        Declaration
    >? {
        guard let token = token?.ifTyped else { return nil }
        if let index = names.index(kind, names.known(token)) { return ID(index) }
        return resolve(token, [kind]).map { ID($0.index) }
    }

    /// Says that a name is not what is wanted: declared as something else, misspelt, or not at all.
    mutating func reportUnknown(
        _ token: SyntaxToken, wanted: [NameKind], near: [(noun: String, names: [String])]
    ) {
        let name = token.text
        let wantedNouns = list(wanted.map(\.nounWithArticle), "or")
        if let other = names.kinds(of: name).first {
            let declared = names[other, name]?.place
            report(
                "wrong-kind", "`\(name)` is \(other.nounWithArticle), and \(wantedNouns) belongs here",
                at: token.place,
                label: "not \(wantedNouns)", notes: declared.map { [note(name, $0)] } ?? [],
                help: choice(among: wanted.map { ($0.noun, names.all($0)) }))
            return
        }
        let plain = list(wanted.map(\.noun), "or")
        // What everybody says is nobody's name for something new.
        let declaring = isEverydayWord(name) ? nil : wanted.first.flatMap { $0.declaration(of: name) }
        reportMissing(
            token, "no \(plain) is called `\(name)`", near: near,
            help: choice(among: near) + (declaring.map { ["or declare it: `\($0)`"] } ?? [])
                + (declaring != nil && wanted.first == .diagnostic ? [otherTypes] : []))
    }

    /// What a diagnostic can be measured in besides.
    private var otherTypes: String {
        let lists = names.all(.scale) + names.all(.choice)
        let declared = lists.first.map { ", or a scale or choice that is declared, such as `\($0)`" } ?? ""
        return "in place of `yes/no`: `count of \"what\"`, `percent of \"what\"`, `date`\(declared)"
    }

    /// What could be meant, where that is few things.
    func choice(among near: [(noun: String, names: [String])]) -> [String] {
        var all: [String] = []
        for (_, names) in near where all.count + names.count <= 8 {
            all += names.filter { !all.contains($0) }
        }
        guard !all.isEmpty else { return [] }
        return ["there is \(list(all.map { "`\($0)`" }, "and"))"]
    }

    /// Says that there is nothing of a name, and offers what comes close, the wanted kinds first.
    mutating func reportMissing(
        _ token: SyntaxToken, _ message: String, near: [(noun: String, names: [String])],
        help: [String]? = nil
    ) {
        let name = token.text
        let denied = String(name.dropFirst(4))
        if name.hasPrefix("not-"), near.contains(where: { $0.names.contains(denied) }) {
            report(
                "unknown-name", message, at: token.place, label: "did you mean `not \(denied)`?",
                suggestion: Finding.Suggestion(place: token.place, replacement: "not \(denied)"))
            return
        }
        for (_, candidates) in near {
            guard let offer = NearNames.offer(for: name, at: token.place, among: candidates) else { continue }
            let notes = offer.names.compactMap { close in
                names.kinds(of: close).first.flatMap { names[$0, close]?.place }.map { note(close, $0) }
            }
            report(
                "unknown-name", message, at: token.place, label: offer.label, notes: notes,
                suggestion: offer.suggestion)
            return
        }
        for kind in NameKind.allCases {
            guard let close = NearNames.closest(to: name, among: names.all(kind)) else { continue }
            report(
                "unknown-name", message, at: token.place, label: "nothing has this name",
                notes: names[kind, close]?.place.map { [note(close, $0)] } ?? [],
                help: ["there is \(kind.nounWithArticle) called `\(close)`"] + (help ?? choice(among: near)))
            return
        }
        report(
            "unknown-name", message, at: token.place, label: "nothing has this name",
            help: help ?? choice(among: near))
    }

    private func note(_ name: String, _ place: Place) -> Finding.Note {
        Finding.Note(place: place, label: "`\(name)` is declared here")
    }
}

/// `a channel`, `an order`
func withArticle(_ noun: String) -> String { ("aeiou".contains(noun.first ?? "x") ? "an " : "a ") + noun }

/// `a, b or c`
func list(_ items: [String], _ joint: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(joint) " + last
}
