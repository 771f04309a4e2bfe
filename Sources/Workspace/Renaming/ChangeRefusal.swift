/// Why names or places of rules are not changed: a value, worded for the person at the keyboard.
public struct ChangeRefusal: Error, Hashable, Sendable {
    /// What is wrong, in one line.
    public var message: String
    /// What to do about it, if anything can be said.
    public var help: String?

    init(_ message: String, help: String? = nil) {
        self.message = message
        self.help = help
    }

    static func broken(_ count: Int) -> ChangeRefusal {
        ChangeRefusal(
            "the rules or cases have \(count == 1 ? "an error" : "\(count) errors"), so nothing is changed",
            help: "see all with: distretto check")
    }

    static func nothingCalled(_ name: String, near: [String]) -> ChangeRefusal {
        let near = near.map { "`\($0)`" }.joined(separator: " or ")
        return ChangeRefusal(
            "nothing is called `\(name)`",
            help: near.isEmpty
                ? "an attribute or a value can be given with what it belongs to: `degree.high`"
                : "did you mean \(near)?")
    }

    static func otherKind(_ name: String, _ all: [NamedThing]) -> ChangeRefusal {
        ChangeRefusal("`\(name)` is \(list(all))", help: "leave --kind out, or name that kind")
    }

    static func ambiguous(_ name: String, _ all: [NamedThing]) -> ChangeRefusal {
        let kinds = Set(all.map(\.kind.word)).sorted()
        let ways =
            kinds.count > 1
            ? kinds.map { "--kind \($0)" }
            : all.map { "`\($0.fullName)`" }
        return ChangeRefusal(
            "`\(name)` is \(list(all))", help: "say which is meant: \(ways.joined(separator: ", or "))")
    }

    static func sameName(_ name: String) -> ChangeRefusal {
        ChangeRefusal("it is called `\(name)` already")
    }

    static func badName(_ name: String, like thing: NamedThing) -> ChangeRefusal {
        ChangeRefusal(
            "`\(name)` cannot name this \(thing.kind.noun)",
            help: thing.name.first?.isUppercase == true
                ? "use letters, digits and hyphens, as in `\(thing.name)`"
                : "use lower-case letters, digits and hyphens, beginning with a letter, and no joint of a sentence, such as `when`: `\(thing.name)`"
        )
    }

    static func taken(_ name: String, _ other: NamedThing) -> ChangeRefusal {
        ChangeRefusal(
            "there is a \(other.kind.noun) `\(name)` already: \(other.place.file)",
            help: "choose a name that nothing has")
    }

    static func carried(_ name: String) -> ChangeRefusal {
        ChangeRefusal(
            "`\(name)` stands in rules that the program carries, which cannot be changed",
            help: "work in a folder with Rules and Cases of its own")
    }

    static func notTold(_ thing: NamedThing, _ name: String) -> ChangeRefusal {
        ChangeRefusal(
            "it cannot be told for certain where `\(thing.name)` means this \(thing.kind.noun), so nothing is changed",
            help:
                "something that is made of its name may be meant in a test, or another thing is called the same in one place with it"
        )
    }

    /// `a diagnostic and a value of degree`.
    private static func list(_ things: [NamedThing]) -> String {
        let all = things.map { thing in
            let noun = thing.kind.noun
            let article = "aeiou".contains(noun.prefix(1)) ? "an" : "a"
            return "\(article) \(noun)" + (thing.owner.map { " of `\($0)`" } ?? "")
        }
        guard let last = all.last, all.count > 1 else { return all.first ?? "" }
        return "\(all.dropLast().joined(separator: ", ")) and \(last)"
    }
}
