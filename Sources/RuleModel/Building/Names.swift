import Notation
import Synchronization

/// The kinds of things that have names, as their authors call them.
public enum NameKind: Int, CaseIterable, Hashable, Sendable {
    case source, claim, dispute, scale, choice, section, diagnostic, collection, concept, classification
    case criterion, lens, actor, role, indicator, packageAttribute, package, measure, rule, report,
        clusterCase, misconception, lesson, course

    public var noun: String {
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
        case .diagnostic: "diagnostic \(name): yes/no ask \"how it is found out\""
        case .concept: "concept \(name) \"what it means\""
        case .criterion: "criterion \(name) \"what it asks\""
        case .measure: "measure \(name) \"what is done\""
        case .collection: "collection \(name) \"what it holds\" { … }"
        case .lesson: "lesson \(name) \"its title\" { case CASE }"
        default: nil
        }
    }

    /// One of the kinds that are named in the same places, so that one name must not stand for two of
    /// them: the same for all of these.
    public var namespace: NameKind {
        switch self {
        case .diagnostic, .concept, .classification, .package, .measure, .indicator: .diagnostic
        case .scale, .choice: .scale
        case .criterion, .lens, .packageAttribute: .criterion
        case .clusterCase, .lesson, .course: .clusterCase
        default: self
        }
    }
}

/// Which declaration a name stands for, kind by kind.
struct Names {
    struct Entry {
        let meaning: Meaning
        /// The place in the kind's table.
        var index: Int
        /// Where it is declared; `nil` if that is not in the files at hand.
        let token: SyntaxToken?
        /// The entry made before it under the same name; -1 for none.
        fileprivate let earlier: Int

        var place: Place? { token?.place }
    }

    enum Meaning: Hashable {
        case kind(NameKind)
        case attribute(of: ID<Collection>)
    }

    /// A name that something has.
    struct Known {
        fileprivate let number: Int
    }

    private var table: NameTable
    /// By number of name, the entry made last; -1 where a name has none yet.
    private var latest: [Int] = []
    private var entries: [Entry] = []
    private let lists = NameLists()

    /// - Parameter count: How many names there will be, more or less.
    init(expecting count: Int = 0) { table = NameTable(expecting: count) }

    // MARK: Looking up

    /// A token's name, to be asked about kind by kind; `nil` if nothing has it.
    func known(_ token: SyntaxToken) -> Known? { token.withBytes { table.find($0) }.map(Known.init) }

    func known(_ name: String) -> Known? { table.find(name).map(Known.init) }

    subscript(kind: NameKind, name: Known?) -> Entry? {
        place(name) { $0 == .kind(kind) }.map { entries[$0] }
    }

    /// The place in the kind's table alone.
    func index(_ kind: NameKind, _ name: Known?) -> Int? {
        place(name) { $0 == .kind(kind) }.map { entries[$0].index }
    }

    subscript(kind: NameKind, token: SyntaxToken) -> Entry? { self[kind, known(token)] }

    subscript(kind: NameKind, name: String) -> Entry? { self[kind, known(name)] }

    func attribute(_ name: Known?, of collection: ID<Collection>) -> Entry? {
        place(name) { $0 == .attribute(of: collection) }.map { entries[$0] }
    }

    /// The place in the table of attributes alone.
    func attributeIndex(_ name: Known?, of collection: ID<Collection>) -> Int? {
        place(name) { $0 == .attribute(of: collection) }.map { entries[$0].index }
    }

    /// Where a name is declared among kinds that cannot share it.
    func place(inNamespace namespace: NameKind, _ name: Known) -> Place? {
        place(name) { if case .kind(let kind) = $0 { kind.namespace == namespace } else { false } }
            .flatMap { entries[$0].place }
    }

    private func place(_ name: Known?, where isWanted: (Meaning) -> Bool) -> Int? {
        var place = name.map { latest[$0.number] } ?? -1
        while place >= 0 {
            if isWanted(entries[place].meaning) { return place }
            place = entries[place].earlier
        }
        return nil
    }

    /// The kinds under which a name is declared.
    func kinds(of name: String) -> [NameKind] {
        let known = known(name)
        return NameKind.allCases.filter { self[$0, known] != nil }
    }

    /// All names of a kind, sorted; a collection's plural included.
    func all(_ kind: NameKind) -> [String] { names(of: .kind(kind)) }

    func attributes(of collection: ID<Collection>) -> [String] { names(of: .attribute(of: collection)) }

    private func names(of meaning: Meaning) -> [String] {
        lists.list(of: meaning, countOfEntries: entries.count) {
            latest.indices.filter { place(Known(number: $0)) { $0 == meaning } != nil }
                .map { table.spellings[$0] }.sorted()
        }
    }

    // MARK: Declaring

    /// A name that is about to be declared, to be asked about first.
    mutating func enter(_ name: String) -> Known {
        let number = table.number(name)
        if number == latest.count { latest.append(-1) }
        return Known(number: number)
    }

    /// Declares a name; what it meant before in the same sense gives way.
    ///
    /// - Returns: the entry's place, by which its index may be set later.
    @discardableResult
    mutating func add(_ name: Known, as meaning: Meaning, token: SyntaxToken? = nil, index: Int = 0) -> Int {
        entries.append(Entry(meaning: meaning, index: index, token: token, earlier: latest[name.number]))
        latest[name.number] = entries.count - 1
        return entries.count - 1
    }

    @discardableResult
    mutating func add(
        _ name: String, as meaning: Meaning, token: SyntaxToken? = nil, index: Int = 0
    ) -> Int { add(enter(name), as: meaning, token: token, index: index) }

    mutating func set(index: Int, ofEntry place: Int) { entries[place].index = index }
}

/// Lists of names, which only complaints ask for, each made when it is first wanted.
///
/// A file with a hundred names that nothing has would else sort all names a hundred times over.
private final class NameLists: Sendable {
    private struct List {
        var countOfEntries: Int
        var names: [String]
    }

    private let known = Mutex<[Names.Meaning: List]>([:])

    /// - Parameter countOfEntries: tells whether names were declared since the list was made.
    func list(of meaning: Names.Meaning, countOfEntries: Int, make: () -> [String]) -> [String] {
        known.withLock { known in
            if let list = known[meaning], list.countOfEntries == countOfEntries { return list.names }
            let names = make()
            known[meaning] = List(countOfEntries: countOfEntries, names: names)
            return names
        }
    }
}

extension Names {
    /// The names of a finished rule base, and of the cases that are to be built against it.
    init(_ rules: RuleBase, cases: Declarations) {
        self.init()
        func add(_ kind: NameKind, _ names: [String]) {
            for (index, name) in names.enumerated() { self.add(name, as: .kind(kind), index: index) }
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
        add(.collection, rules.collections.map(\.plural))
        for (index, attribute) in rules.attributes.enumerated() {
            self.add(attribute.name, as: .attribute(of: attribute.collection), index: index)
        }
        for (index, declared) in cases[.clusterCase].enumerated() {
            self.add(declared.name, as: .kind(.clusterCase), token: declared.token, index: index)
        }
    }
}
