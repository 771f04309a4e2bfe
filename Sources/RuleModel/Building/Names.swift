import Notation

/// The kinds of things that have names, as their authors call them.
enum NameKind: CaseIterable, Hashable {
    case source, claim, dispute, scale, choice, section, diagnostic, collection, concept, classification
    case criterion, lens, actor, role, indicator, packageAttribute, package, measure, rule, report,
        clusterCase

    var noun: String {
        switch self {
        case .packageAttribute: "package attribute"
        case .clusterCase: "case"
        default: "\(self)"
        }
    }

    var nounWithArticle: String { withArticle(noun) }

    /// How a thing of the kind is declared in its simplest form.
    func declaration(of name: String) -> String? {
        switch self {
        case .package: "package \(name) \"its title\" { … }"
        case .claim: "claim \(name) at SOURCE \"place\" \"what it says\""
        case .source: "source \(name) { title \"…\" }"
        case .actor: "actor \(name) \"who that is\""
        case .role: "role \(name) \"what it does\""
        case .diagnostic: "diagnostic \(name): TYPE ask \"how it is found out\""
        case .concept: "concept \(name) \"what it means\""
        case .criterion: "criterion \(name) \"what it asks\""
        case .measure: "measure \(name) \"what is done\""
        case .collection: "collection \(name) \"what it holds\" { … }"
        default: nil
        }
    }

    /// Kinds that are named in the same places, so that one name must not stand for two of them.
    var namespace: [NameKind] {
        NameKind.shared.first { $0.contains(self) } ?? [self]
    }

    private static let shared: [[NameKind]] = [
        [.diagnostic, .concept, .classification, .package, .measure, .indicator],
        [.scale, .choice],
        [.criterion, .lens, .packageAttribute],
    ]
}

/// Which declaration a name stands for, kind by kind.
struct Names {
    struct Entry {
        /// The place in the kind's table.
        var index: Int
        /// Where it is declared; `nil` if that is not in the files at hand.
        var place: Place?
    }

    private var entries: [NameKind: [String: Entry]] = [:]
    private var attributes: [Int: [String: Entry]] = [:]

    subscript(kind: NameKind, name: String) -> Entry? { entries[kind]?[name] }

    /// All names of a kind, sorted; a collection's plural included.
    func all(_ kind: NameKind) -> [String] { entries[kind, default: [:]].keys.sorted() }

    func attribute(_ name: String, of collection: ID<Collection>) -> Entry? {
        attributes[collection.index]?[name]
    }

    func attributes(of collection: ID<Collection>) -> [String] {
        attributes[collection.index, default: [:]].keys.sorted()
    }

    /// The kinds under which a name is declared.
    func kinds(of name: String) -> [NameKind] { NameKind.allCases.filter { entries[$0]?[name] != nil } }

    init(_ declarations: Declarations) {
        for kind in NameKind.allCases {
            for (index, declared) in declarations[kind].enumerated() {
                entries[kind, default: [:]][declared.name] = Entry(index: index, place: declared.token.place)
            }
        }
        for (index, declared) in declarations[.collection].enumerated() {
            entries[.collection, default: [:]][declared.plural] = Entry(
                index: index, place: declared.token.place)
        }
        for (index, declared) in declarations.attributes.enumerated() {
            guard let owner = declared.owner.flatMap({ self[.collection, $0] }) else { continue }
            attributes[owner.index, default: [:]][declared.name] = Entry(
                index: index, place: declared.token.place)
        }
    }

    /// The names of a finished rule base, and of the cases that are to be built against it.
    init(_ rules: RuleBase, cases: Declarations) {
        func add(_ kind: NameKind, _ names: [String]) {
            for (index, name) in names.enumerated() {
                entries[kind, default: [:]][name] = Entry(index: index, place: nil)
            }
        }
        add(.source, rules.sources.map(\.name))
        add(.claim, rules.claims.map(\.name))
        add(.dispute, rules.disputes.map(\.name))
        add(.scale, rules.scales.map(\.name))
        add(.choice, rules.choices.map(\.name))
        add(.section, rules.sections.map(\.name))
        add(.diagnostic, rules.diagnostics.map(\.name))
        add(.collection, rules.collections.map(\.name))
        add(.concept, rules.concepts.map(\.name))
        add(.classification, rules.classifications.map(\.name))
        add(.criterion, rules.criteria.map(\.name))
        add(.lens, rules.lenses.map(\.name))
        add(.actor, rules.actors.map(\.name))
        add(.role, rules.roles.map(\.name))
        add(.indicator, rules.indicators.map(\.name))
        add(.packageAttribute, rules.packageAttributes.map(\.name))
        add(.package, rules.packages.map(\.name))
        add(.measure, rules.measures.map(\.name))
        add(.rule, rules.rules.map(\.name))
        add(.report, rules.reports.map(\.name))
        for (index, collection) in rules.collections.enumerated() {
            entries[.collection, default: [:]][collection.plural] = Entry(index: index, place: nil)
        }
        for (index, attribute) in rules.attributes.enumerated() {
            attributes[attribute.collection.index, default: [:]][attribute.name] = Entry(
                index: index, place: nil)
        }
        for (index, declared) in cases[.clusterCase].enumerated() {
            entries[.clusterCase, default: [:]][declared.name] = Entry(
                index: index, place: declared.token.place)
        }
    }
}
