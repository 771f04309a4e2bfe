import Notation

/// A declaration with its name, before anything in it has been looked at.
struct Declared {
    let name: String
    let node: SyntaxNode
    /// Where the name stands among the tokens of the file.
    private let place: Int
    /// The section, collection or package it stands in.
    let owner: String?
    let section: String?

    init(
        name: String, token: SyntaxToken, node: SyntaxNode, owner: String? = nil, section: String? = nil
    ) {
        self.name = name
        self.node = node
        place = token.index
        self.owner = owner
        self.section = section
    }

    /// The name, or what stands for it.
    var token: SyntaxToken { SyntaxToken(tree: node.tree, index: place) }

    /// A collection's plural, said or made.
    var plural: String {
        guard node.kind == .collectionDeclaration else { return name }
        return node.token(after: "plural")?.text ?? name + "s"
    }
}

/// All declarations of the files, kind by kind in order of name, rules apart: the first of two passes.
struct Declarations {
    /// By kind.
    private var declared: [[Declared]]
    private(set) var names: Names
    /// In order of collection and name.
    private(set) var attributes: [Declared]
    let tables: [SyntaxNode]
    let tests: [SyntaxNode]
    private(set) var findings: [Finding]

    subscript(kind: NameKind) -> [Declared] { declared[kind.rawValue] }

    /// - Parameter files: In order of their names.
    init(_ files: [ParsedFile], onlyCases: Bool = false, sharing: any WorkSharing) {
        let pieces = sharing.map(sharing.runs(of: files.indices)) { run in
            var collected = CollectedDeclarations()
            for file in files[run] { collected.add(file.tree, onlyCases: onlyCases) }
            return collected
        }
        var all = pieces.first ?? CollectedDeclarations()
        for piece in pieces.dropFirst() { all.append(piece) }
        declared = all.declared
        names = Names(expecting: all.declared.reduce(all.attributes.count) { $0 + $1.count })
        attributes = all.attributes
        tables = all.tables
        tests = all.tests
        findings = all.findings
        settle()
    }

    // MARK: Order and duplicates

    private mutating func settle() {
        for kind in NameKind.allCases {
            var kept = declared[kind.rawValue]
            declared[kind.rawValue] = []
            var entries: [Int] = []
            entries.reserveCapacity(kept.count)
            kept.removeAll { item in
                // A package without a name has no place in the tables, and so its measures have none.
                if kind == .measure, names[.package, item.owner ?? ""] == nil { return true }
                let name = names.enter(item.name)
                if let earlier = names.place(inNamespace: kind.namespace, name) {
                    reportDuplicate(item.token, earlier)
                    return true
                }
                entries.append(names.add(name, as: .kind(kind), token: item.token))
                if kind == .collection { names.add(item.plural, as: .kind(kind), token: item.token) }
                return false
            }
            // Nothing refers to a rule by its place: rules stay in the order of the text, in which they
            // are read fastest, and are put in order when they are built.
            if kind != .rule {
                let order = kept.order { $0.name }
                for (index, place) in order.enumerated() { names.set(index: index, ofEntry: entries[place]) }
                kept.arrange(order)
            }
            declared[kind.rawValue] = kept
        }
        for (index, item) in self[.collection].enumerated() {
            names.add(item.plural, as: .kind(.collection), token: item.token, index: index)
        }
        settleAttributes()
    }

    private mutating func settleAttributes() {
        var first: [String: Place] = [:]
        let owners = Set(self[.collection].map(\.name))
        var kept: [Declared] = []
        for item in attributes.sorted(by: { $0.token.place < $1.token.place }) {
            guard let owner = item.owner, owners.contains(owner) else { continue }
            let key = "\(owner) \(item.name)"
            if let earlier = first[key] {
                reportDuplicate(item.token, earlier)
            } else {
                first[key] = item.token.place
                kept.append(item)
            }
        }
        attributes = kept.sorted { ($0.owner ?? "", $0.name) < ($1.owner ?? "", $1.name) }
        for (index, item) in attributes.enumerated() {
            guard let owner = item.owner.flatMap({ names[.collection, $0] }) else { continue }
            names.add(item.name, as: .attribute(of: ID(owner.index)), token: item.token, index: index)
        }
    }

    private mutating func reportDuplicate(_ token: SyntaxToken, _ earlier: Place) {
        findings.append(
            Finding(
                code: "duplicate-name", message: "`\(token.text)` is declared twice", place: token.place,
                label: "declared again", notes: [Finding.Note(place: earlier, label: "first declared here")],
                help: ["give one of the two another name"]))
    }
}

/// The declarations of some files in order of the files and of the text, none compared with another yet.
private struct CollectedDeclarations: Sendable {
    /// By kind.
    var declared: [[Declared]] = Array(repeating: [], count: NameKind.allCases.count)
    var attributes: [Declared] = []
    var tables: [SyntaxNode] = []
    var tests: [SyntaxNode] = []
    var findings: [Finding] = []

    mutating func add(_ tree: SyntaxTree, onlyCases: Bool) {
        for node in tree.root.children {
            if onlyCases, node.kind != .caseDeclaration {
                refuse(node)
            } else {
                collect(node)
            }
        }
    }

    /// Adds those of files that come after these.
    mutating func append(_ other: CollectedDeclarations) {
        for kind in declared.indices { declared[kind] += other.declared[kind] }
        attributes += other.attributes
        tables += other.tables
        tests += other.tests
        findings += other.findings
    }

    private mutating func refuse(_ node: SyntaxNode) {
        guard node.kind != .languageVersion, node.kind != .unexpected else { return }
        findings.append(
            Finding(
                code: "declaration-outside-rules", severity: .warning,
                message: "only cases are read from this file",
                place: node.firstToken?.place ?? node.place,
                label: "not read", help: ["move it to a file among the rules"]))
    }

    private mutating func collect(_ node: SyntaxNode, section: String? = nil, owner: String? = nil) {
        switch node.kind {
        case .sectionDeclaration:
            add(.section, node)
            let name = node.name?.text
            for child in node.children { collect(child, section: name) }
        case .collectionDeclaration:
            add(.collection, node, owner: owner, section: section)
            guard let name = node.name?.text else { return }
            for child in node.children {
                if child.kind == .attributeDeclaration { addAttribute(child, owner: name) }
                if child.kind == .collectionDeclaration { collect(child, section: section, owner: name) }
            }
        case .packageAttributesDeclaration:
            for child in node.all(.attributeDeclaration) {
                guard let token = child.token(0) else { continue }
                append(.packageAttribute, Declared(name: token.text, token: token, node: child))
                addInlineChoice(child, "package \(token.text)", token)
            }
        case .packageDeclaration:
            add(.package, node)
            for child in node.all(.measureClause) { add(.measure, child, owner: node.name?.text) }
        case .tableDeclaration: tables.append(node)
        case .testDeclaration: tests.append(node)
        default:
            if let kind = NameKind(node.kind) { add(kind, node, section: section) }
        }
    }

    private mutating func add(
        _ kind: NameKind, _ node: SyntaxNode, owner: String? = nil, section: String? = nil
    ) {
        guard let token = node.name else { return }
        append(kind, Declared(name: token.text, token: token, node: node, owner: owner, section: section))
    }

    private mutating func append(_ kind: NameKind, _ item: Declared) {
        declared[kind.rawValue].append(item)
    }

    private mutating func addAttribute(_ node: SyntaxNode, owner: String) {
        guard let token = node.token(0) else { return }
        attributes.append(Declared(name: token.text, token: token, node: node, owner: owner))
        addInlineChoice(node, "\(owner) \(token.text)", token)
    }

    /// `a | b` as a type is a choice of its own, under a name nobody can write.
    private mutating func addInlineChoice(_ node: SyntaxNode, _ name: String, _ token: SyntaxToken) {
        guard let type = node.first(.type), type.directTokens.contains(where: { $0.kind == .bar }) else {
            return
        }
        append(.choice, Declared(name: name, token: token, node: type))
    }
}

extension NameKind {
    /// The kind of thing a node declares.
    init?(_ kind: SyntaxKind) {
        switch kind {
        case .sourceDeclaration: self = .source
        case .claimDeclaration: self = .claim
        case .disputeDeclaration: self = .dispute
        case .scaleDeclaration: self = .scale
        case .choiceDeclaration: self = .choice
        case .diagnosticDeclaration: self = .diagnostic
        case .conceptDeclaration: self = .concept
        case .classificationDeclaration: self = .classification
        case .criterionDeclaration: self = .criterion
        case .lensDeclaration: self = .lens
        case .actorDeclaration: self = .actor
        case .roleDeclaration: self = .role
        case .indicatorDeclaration: self = .indicator
        case .ruleDeclaration: self = .rule
        case .misconceptionDeclaration: self = .misconception
        case .reportDeclaration: self = .report
        case .caseDeclaration: self = .clusterCase
        case .lessonDeclaration: self = .lesson
        case .courseDeclaration: self = .course
        default: return nil
        }
    }
}
