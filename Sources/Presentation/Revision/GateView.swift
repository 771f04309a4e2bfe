import Advice
import RuleModel

/// One page for whoever reviews a change of the rules: whether all holds, and what changes for whom.
public struct GateView: Sendable {
    private let steps: [Step]
    private let diff: DiffView?
    private let signedOff: [SignedOff]

    /// Something that must hold.
    public struct Step: Sendable {
        public var name: String
        public var isPassed: Bool
        /// How it went, in a few words.
        public var told: String
        /// The command that tells all of it.
        public var command: String

        public init(_ name: String, isPassed: Bool, told: String, command: String) {
            self.name = name
            self.isPassed = isPassed
            self.told = told
            self.command = command
        }
    }

    /// A case that somebody vouched for, and whose programme is another one.
    public struct SignedOff: Sendable {
        public var name: String
        /// Who vouched for it, as the case says.
        public var by: String
        /// Whether the change names it.
        public var isNamed: Bool

        public init(_ name: String, by: String, isNamed: Bool) {
            self.name = name
            self.by = by
            self.isNamed = isNamed
        }
    }

    /// - Parameter diff: `nil` where there was no version to compare with.
    public init(_ steps: [Step], diff: DiffView?, signedOff: [SignedOff]) {
        self.steps = steps
        self.diff = diff
        self.signedOff = signedOff
    }

    public var isPassed: Bool { steps.allSatisfy(\.isPassed) && signedOff.allSatisfy(\.isNamed) }

    public var document: Document {
        var document = Document([
            .title("Gate", aside: isPassed ? .good("open") : .bad("closed"))
        ])
        for step in steps {
            document.add(
                .item(
                    step.isPassed ? "✓" : "✗", .strong(step.name) + Prose(" " + step.told),
                    below: step.isPassed ? [] : [.paragraph(.faint("all of it: ") + .name(step.command))]))
        }
        for one in signedOff {
            let head = Prose("signed off by “\(one.by)”, and its programme is another one")
            document.add(
                .item(
                    one.isNamed ? "✓" : "✗", .strong(one.name) + " " + head,
                    below: [
                        .paragraph(
                            .faint(
                                one.isNamed
                                    ? "the change names it"
                                    : "name it in the message of a commit, or say --accept \(one.name)"))
                    ]))
        }
        guard let diff else { return document }
        document.add([.gap])
        document.add(diff.document.blocks)
        return document
    }

    /// `distretto/gate/1`: each step, the cases vouched for, and the difference as `diff` gives it.
    public var json: JSON {
        .object([
            "format": .string("distretto/gate/1"), "passed": .bool(isPassed),
            "steps": .array(
                steps.map {
                    .object([
                        "name": .string($0.name), "passed": .bool($0.isPassed), "told": .string($0.told),
                    ])
                }),
            "signedOff": .array(
                signedOff.map {
                    .object([
                        "case": .string($0.name), "by": .string($0.by), "named": .bool($0.isNamed),
                    ])
                }),
            "diff": diff?.json ?? .null,
        ])
    }
}
