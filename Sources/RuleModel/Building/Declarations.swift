import Notation

/// A declaration with its name, before anything in it has been looked at.
struct Declared {
    var name: String
    var token: SyntaxToken
    var node: SyntaxNode
    /// The section, collection or package it stands in.
    var owner: String?
    var section: String?

    /// A collection's plural, said or made.
    var plural: String {
        guard node.kind == .collectionDeclaration else { return name }
        return node.token(after: "plural")?.text ?? name + "s"
    }
}

/// All declarations of the files, kind by kind in order of name: the first of two passes.
struct Declarations {
    private var declared: [NameKind: [Declared]] = [:]
    /// In order of collection and name.
    private(set) var attributes: [Declared] = []
    private(set) var tables: [SyntaxNode] = []
    private(set) var tests: [SyntaxNode] = []
    private(set) var findings: [Finding] = []

    subscript(kind: NameKind) -> [Declared] { declared[kind, default: []] }

    init(_ files: [ParsedFile], onlyCases: Bool = false) {
        for file in files {
            for node in file.tree.root.children {
                if onlyCases, node.kind != .caseDeclaration {
                    refuse(node)
                } else {
                    collect(node)
                }
            }
        }
        settle()
    }

    private mutating func refuse(_ node: SyntaxNode) {
        guard node.kind != .languageVersion, node.kind != .unexpected else { return }
        findings.append(
            Finding(
                code: "declaration-outside-rules", severity: .warning,
                message: "only cases are read from this file",
                place: node.ownTokens.first?.place ?? node.place,
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
        declared[kind, default: []].append(item)
    }

    private mutating func addAttribute(_ node: SyntaxNode, owner: String) {
        guard let token = node.token(0) else { return }
        attributes.append(Declared(name: token.text, token: token, node: node, owner: owner))
        addInlineChoice(node, "\(owner) \(token.text)", token)
    }

    /// `a | b` as a type is a choice of its own, under a name nobody can write.
    private mutating func addInlineChoice(_ node: SyntaxNode, _ name: String, _ token: SyntaxToken) {
        guard let type = node.first(.type), type.ownTokens.contains(where: { $0.kind == .bar }) else {
            return
        }
        append(.choice, Declared(name: name, token: token, node: type))
    }

    // MARK: Order and duplicates

    private mutating func settle() {
        var first: [NameKind: [String: Place]] = [:]
        for kind in NameKind.allCases {
            let namespace = kind.namespace.first ?? kind
            var kept: [Declared] = []
            let packages = kind == .measure ? Set(self[.package].map(\.name)) : []
            for item in self[kind].sorted(by: { $0.token.place < $1.token.place }) {
                // A package without a name has no place in the tables, and so its measures have none.
                if kind == .measure, !packages.contains(item.owner ?? "") { continue }
                if let earlier = first[namespace]?[item.name] {
                    reportDuplicate(item.token, earlier)
                    continue
                }
                kept.append(item)
                first[namespace, default: [:]][item.name] = item.token.place
                if item.node.kind == .collectionDeclaration {
                    first[namespace, default: [:]][item.plural] = item.token.place
                }
            }
            declared[kind] = kept.sorted { $0.name < $1.name }
        }
        settleAttributes()
        tables.sort { $0.place < $1.place }
        tests.sort { $0.place < $1.place }
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
    }

    private mutating func reportDuplicate(_ token: SyntaxToken, _ earlier: Place) {
        findings.append(
            Finding(
                code: "duplicate-name", message: "`\(token.text)` is declared twice", place: token.place,
                label: "declared again", notes: [Finding.Note(place: earlier, label: "first declared here")],
                help: ["give one of the two another name"]))
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
        case .reportDeclaration: self = .report
        case .caseDeclaration: self = .clusterCase
        default: return nil
        }
    }
}
