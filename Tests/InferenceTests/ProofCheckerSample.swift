import Inference
import RuleModel

/// Two stages of a small cluster, and rules that use every form of condition, expression and conclusion.
enum ProofCheckerSample {
    static let exports = ID<Diagnostic>(0)
    static let makers = ID<Diagnostic>(1)
    static let founded = ID<Diagnostic>(2)
    static let captive = ID<Diagnostic>(3)
    static let channel = ID<Collection>(0)
    static let order = ID<Collection>(1)
    static let share = ID<Attribute>(0)
    static let byBuyer = ID<Attribute>(1)
    static let lockedIn = ID<Concept>(0)
    static let trust = ID<Concept>(1)
    static let weak = ID<Concept>(2)
    static let linked = ID<Concept>(3)
    static let kind = ID<Classification>(0)
    static let (fair, credit) = (ID<Package>(0), ID<Package>(1))

    static let history = [before, now]

    static let before = Situation(
        stageName: "before",
        readings: [
            exports: Reading(possible: .no),
            makers: Reading(possible: .ticks(100, 200), presumed: .ticks(150, 200)),
        ],
        members: [channel: [member("home", share: .ticks(800_000, 1_000_000), byBuyer: .no)]])

    static let now = Situation(
        stageName: "now", from: TickRange(9_000, 9_030),
        readings: [
            exports: Reading(possible: .yes),
            makers: Reading(possible: .ticks(150, 400), presumed: .ticks(300, 400)),
            founded: Reading(possible: .ticks(1_000, 1_364)),
        ],
        members: [
            channel: [
                member("abroad", share: .ticks(300_000, 600_000), byBuyer: .yes),
                member("home", share: .ticks(100_000, 400_000), byBuyer: .yesOrNo),
            ],
            order: [
                Member(name: "first", parent: MemberID(collection: channel, index: 0)),
                Member(name: "second", parent: MemberID(collection: channel, index: 1)),
            ],
        ],
        closed: [channel],
        statements: Statements(classifications: [
            kind: Reading(possible: .members(0b011), presumed: .members(0b001))
        ]),
        inForce: [fair: Reading(possible: .yesOrNo, presumed: .yes, basis: .assumed)])

    private static func member(_ name: String, share value: ValueSet, byBuyer buyer: ValueSet) -> Member {
        Member(
            name: name,
            attributes: [
                share: Reading(possible: value), byBuyer: Reading(possible: buyer, presumed: .members(0b10)),
            ].filter { name != "home" || $0.key != byBuyer || buyer != .no })
    }

    static let rules: RuleBase = {
        var rules = RuleBase()
        let types: [(String, ValueType)] = [
            ("exports", .yesNo), ("makers", .count(of: nil)), ("founded", .date), ("captive", .yesNo),
        ]
        rules.diagnostics = types.map { Diagnostic(name: $0.0, measurement: Measurement(type: $0.1)) }
        rules.collections = [
            Collection(name: "channel", plural: "channels"),
            Collection(name: "order", plural: "orders", parent: channel),
        ]
        rules.attributes = [
            Attribute(
                name: "share", collection: channel, measurement: Measurement(type: .percent(of: "output"))),
            Attribute(name: "by-buyer", collection: channel, measurement: Measurement(type: .yesNo)),
        ]
        rules.concepts = [
            Concept(name: "locked-in"), Concept(name: "trust", isBySigns: true),
            Concept(name: "weak", collection: channel),
            Concept(name: "linked", collection: channel),
        ]
        rules.classifications = [
            Classification(name: "kind", values: ["old", "new", "none"].map { NamedValue(name: $0) })
        ]
        rules.criteria = [Criterion(name: "collective")]
        rules.lenses = [Lens(name: "school", values: [NamedValue(name: "one"), NamedValue(name: "two")])]
        rules.packageAttributes = [PackageAttribute(name: "takes", measurement: Measurement(type: .duration))]
        rules.actors = [Actor(name: "state")]
        rules.roles = [Role(name: "fund")]
        rules.packages = [
            Package(
                name: "fair", lensValues: [Package.LensValue(lens: ID(0), value: 1)],
                attributes: [Package.AttributeValue(attribute: ID(0), value: .ticks(3_000_000, 4_000_000))],
                criteria: [Package.CriterionMet(criterion: ID(0), how: "together")]),
            Package(name: "credit"),
        ]
        rules.measures = [Measure(name: "warranty", text: "", package: fair)]
        rules.rules = memberRules + clusterRules + packageRules
        return rules
    }()

    private static let one = Variable(0)
    private static let other = Variable(1)
    private static let channels = Members(collection: channel, variable: other)
    private static let each = Rule.Binding(variable: one, range: .members(channel, parent: nil))

    /// With a recursion: a channel is linked if it is weak, or if another one is linked.
    private static let memberRules = [
        Rule(
            name: "weak", bindings: [each],
            condition: .all([
                .holds(.attribute(byBuyer, of: one)),
                .lies(.attribute(share, of: one), in: .ticks(200_000, .max), Threshold()),
            ]),
            conclusions: [.concept(weak, of: .member(one))]),
        Rule(
            name: "linked", bindings: [each], condition: .concept(weak, of: .member(one)),
            conclusions: [.concept(linked, of: .member(one))]),
        Rule(
            name: "spreads", bindings: [each],
            condition: .some(channels, .concept(linked, of: .member(other))),
            conclusions: [.concept(linked, of: .member(one))]),
    ]

    private static let clusterRules = [
        Rule(
            name: "locked-in",
            condition: .all([
                .lies(
                    .fold(.sum, share, channels, where: .concept(weak, of: .member(other))),
                    in: .ticks(300_000, .max), Threshold()),
                .every(
                    channels, filter: .concept(linked, of: .member(other)),
                    .some(Members(collection: order, variable: Variable(2), parent: other), nil)),
                .not(.previously(.holds(.diagnostic(exports)))),
            ]),
            exceptions: [Rule.Exception(condition: .holds(.diagnostic(captive)), presumption: "rare")],
            conclusions: [.concept(lockedIn, of: .cluster)]),
        Rule(
            name: "trust",
            condition: .any([
                .compares(
                    .diagnostic(makers), .above,
                    .literal(TypedValue(type: .count(of: nil), value: .ticks(350, 350)))),
                .lies(.timeSince(.diagnostic(founded)), in: .ticks(50_000_000, .max), Threshold()),
                .rising(.diagnostic(makers)), .falling(.diagnostic(makers)),
                .earlier(.holds(.diagnostic(exports))),
                .lies(.fold(.mean, share, channels, where: nil), in: .ticks(900_000, .max), Threshold()),
                .lies(.fold(.largest, share, channels, where: nil), in: .ticks(900_000, .max), Threshold()),
                .lies(.fold(.smallest, share, channels, where: nil), in: .ticks(900_000, .max), Threshold()),
                .lies(
                    .proportion(channels, where: .concept(weak, of: .member(other))),
                    in: .ticks(1_000_000, 1_000_000), Threshold()),
                .lies(
                    .count(channels, where: .concept(weak, of: .member(other))), in: .ticks(2, .max),
                    Threshold()),
                .lies(
                    .countOf([.holds(.diagnostic(exports)), .holds(.diagnostic(captive))]),
                    in: .ticks(2, .max), Threshold()),
                .listed(.exactly, 1, of: [.holds(.diagnostic(exports)), .holds(.diagnostic(captive))]),
            ]),
            conclusions: [.concept(trust, of: .cluster)]),
        Rule(
            name: "kind-by-rules", condition: .classification(kind, value: 0, of: .cluster),
            conclusions: [
                .classification(kind, value: 1, of: .cluster), .caution(.classification(kind, value: 2)),
            ]),
    ]

    private static let packageRules = [
        Rule(
            name: "credit", bindings: [each], condition: .concept(weak, of: .member(one)),
            exceptions: [Rule.Exception(condition: .concept(trust, of: .cluster), presumption: "rare")],
            conclusions: [
                .recommend(.package(credit), Recommendation(targeting: one)),
                .require(.concept(lockedIn), before: .package(credit)),
                .assign(ID(0), of: .package(credit), to: ID(0)), .caution(.measure(ID(0))),
            ]),
        Rule(
            name: "packages",
            bindings: [
                Rule.Binding(
                    variable: Variable(5), range: .packages,
                    filter: .criterion(ID(0), of: .variable(Variable(5)))),
                Rule.Binding(variable: Variable(6), range: .packages),
            ],
            condition: .all([
                .lens(ID(0), values: 0b10, of: .variable(Variable(5))),
                .lies(
                    .packageAttribute(ID(0), of: .variable(Variable(6))), in: .ticks(0, 3_500_000),
                    Threshold()),
                .recommended(.variable(Variable(6))), .inForce(.variable(Variable(5))),
            ]),
            conclusions: [
                .sequence(.variable(Variable(5)), before: .variable(Variable(6))),
                .prefer(.variable(Variable(5)), over: .variable(Variable(6))),
                .adviseAgainst(.variable(Variable(6)), .disputed),
            ]),
        Rule(
            name: "choice", condition: .concept(lockedIn, of: .cluster),
            conclusions: [
                .choose(.atLeast, 1, of: [.package(credit), .package(fair)]),
                .withdraw(.package(fair), jointlyWith: [.package(credit)]),
            ]),
    ]
}
