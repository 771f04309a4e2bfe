import Analysis
import RuleModel

/// Where each thing of a rule base is told of: the one place that knows the site's addresses.
enum SiteMap {
    /// What the site's pages are sorted by, in the order in which they are listed.
    enum Kind: String, CaseIterable, Sendable {
        case packages, rules, diagnostics, collections, concepts, classifications, scales, terms, sources
        case cases, files

        var title: String {
            switch self {
            case .packages: "Packages"
            case .rules: "Rules"
            case .diagnostics: "Diagnostics"
            case .collections: "Collections"
            case .concepts: "Concepts"
            case .classifications: "Classifications"
            case .scales: "Scales and choices"
            case .terms: "Actors and terms"
            case .sources: "Sources and claims"
            case .cases: "Cases"
            case .files: "Files"
            }
        }

        /// What stands under the kind's title.
        var about: String {
            switch self {
            case .packages: "What a public agency could do, each with everything the rules say of it."
            case .rules:
                "What follows from what, in sentences, each with its reason, its claims and its tests."
            case .diagnostics: "What is measured in a cluster, and by which question."
            case .collections: "What a cluster has several of, and what is measured in each."
            case .concepts: "Notions that rules conclude."
            case .classifications: "Typologies: which kind of cluster, market or region it is."
            case .scales: "The values that readings take."
            case .terms:
                "Who can act, what makes a package good, what is watched and reported, and what is disputed."
            case .sources: "The documents, and every claim taken from them, section by section."
            case .cases: "Historic clusters, stage by stage."
            case .files: "The text that all of this was made from."
            }
        }

        var index: PageAddress { PageAddress("\(rawValue)/index.html") }
    }

    static let home = PageAddress("index.html")

    static func page(_ kind: Kind, _ name: String) -> PageAddress {
        // The kind's own list has this name.
        PageAddress("\(kind.rawValue)/\(name == "index" ? "index-" : name).html")
    }

    private static func term(_ kind: String, _ name: String) -> PageAddress {
        PageAddress(Kind.terms.index.page, anchor: "\(kind)-\(name)")
    }

    static func address(of id: ID<Package>, in rules: RuleBase) -> PageAddress {
        page(.packages, rules[id].name)
    }
    static func address(of id: ID<Rule>, in rules: RuleBase) -> PageAddress { page(.rules, rules[id].name) }
    static func address(of id: ID<Diagnostic>, in rules: RuleBase) -> PageAddress {
        page(.diagnostics, rules[id].name)
    }
    static func address(of id: ID<RuleModel.Collection>, in rules: RuleBase) -> PageAddress {
        page(.collections, rules[id].name)
    }
    static func address(of id: ID<Attribute>, in rules: RuleBase) -> PageAddress {
        PageAddress(address(of: rules[id].collection, in: rules).page, anchor: "attribute-\(rules[id].name)")
    }
    static func address(of id: ID<Concept>, in rules: RuleBase) -> PageAddress {
        page(.concepts, rules[id].name)
    }
    static func address(of id: ID<Classification>, in rules: RuleBase) -> PageAddress {
        page(.classifications, rules[id].name)
    }
    static func address(of id: ID<Source>, in rules: RuleBase) -> PageAddress {
        page(.sources, rules[id].name)
    }

    /// A claim stands on the page of the document that it names first.
    static func address(of id: ID<Claim>, in rules: RuleBase) -> PageAddress {
        let claim = rules[id]
        let page = claim.citations.first.map { address(of: $0.source, in: rules).page }
        return PageAddress(page ?? Kind.sources.index.page, anchor: claim.name)
    }
    static func address(of id: ID<Scale>, in rules: RuleBase) -> PageAddress {
        PageAddress(Kind.scales.index.page, anchor: "scale-\(rules[id].name)")
    }
    static func address(of id: ID<Choice>, in rules: RuleBase) -> PageAddress {
        PageAddress(Kind.scales.index.page, anchor: "choice-\(anchor(rules[id].name))")
    }
    static func address(of id: ID<Criterion>, in rules: RuleBase) -> PageAddress {
        term("criterion", rules[id].name)
    }
    static func address(of id: ID<Lens>, in rules: RuleBase) -> PageAddress { term("lens", rules[id].name) }
    static func address(of id: ID<Actor>, in rules: RuleBase) -> PageAddress { term("actor", rules[id].name) }
    static func address(of id: ID<Role>, in rules: RuleBase) -> PageAddress { term("role", rules[id].name) }
    static func address(of id: ID<Indicator>, in rules: RuleBase) -> PageAddress {
        term("indicator", rules[id].name)
    }
    static func address(of id: ID<Report>, in rules: RuleBase) -> PageAddress {
        term("report", rules[id].name)
    }
    static func address(of id: ID<Dispute>, in rules: RuleBase) -> PageAddress {
        term("dispute", rules[id].name)
    }
    static func address(of id: ID<PackageAttribute>, in rules: RuleBase) -> PageAddress {
        term("attribute", rules[id].name)
    }
    static func address(of id: ID<Measure>, in rules: RuleBase) -> PageAddress {
        PageAddress(address(of: rules[id].package, in: rules).page, anchor: "measure-\(rules[id].name)")
    }
    static func address(of cluster: ClusterCase) -> PageAddress { page(.cases, cluster.name) }

    /// A file, or a line of it.
    static func address(of origin: Origin) -> PageAddress? {
        guard origin.line > 0 else { return nil }
        return PageAddress(address(ofFile: origin.file).page, anchor: "L\(origin.line)")
    }

    static func address(ofFile file: String) -> PageAddress {
        page(.files, file.split(separator: "/").filter { $0 != ".." && $0 != "." }.joined(separator: "."))
    }

    /// Without blanks and dots, which no anchor has.
    private static func anchor(_ name: String) -> String {
        String(name.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "-" })
    }
}

extension SiteMap {
    static func address(of asked: Asked, in rules: RuleBase) -> PageAddress {
        switch asked {
        case .diagnostic(let id): address(of: id, in: rules)
        case .attribute(let id): address(of: id, in: rules)
        case .collection(let id): address(of: id, in: rules)
        case .concept(let id): address(of: id, in: rules)
        case .classification(let id): address(of: id, in: rules)
        case .recommended(let id), .inForce(let id): address(of: id, in: rules)
        case .packageAttribute(let id): address(of: id, in: rules)
        case .criterion(let id): address(of: id, in: rules)
        case .lens(let id): address(of: id, in: rules)
        }
    }

    static func address(of thing: Influence.Thing, in rules: RuleBase) -> PageAddress? {
        switch thing {
        case .diagnostic(let id): address(of: id, in: rules)
        case .collection(let id): address(of: id, in: rules)
        case .concept(let id): address(of: id, in: rules)
        case .classification(let id): address(of: id, in: rules)
        case .rule(let id): address(of: id, in: rules)
        case .package(let id): address(of: id, in: rules)
        case .theme: nil
        }
    }

    static func address(of ground: ClaimUses.Ground, in rules: RuleBase) -> PageAddress {
        switch ground {
        case .rule(let id): address(of: id, in: rules)
        case .package(let id, _): address(of: id, in: rules)
        case .measure(let id): address(of: id, in: rules)
        case .criterion(let id): address(of: id, in: rules)
        case .lens(let id): address(of: id, in: rules)
        case .packageAttribute(let id): address(of: id, in: rules)
        case .indicator(let id): address(of: id, in: rules)
        case .report(let id): address(of: id, in: rules)
        case .diagnostic(let id): address(of: id, in: rules)
        case .attribute(let id): address(of: id, in: rules)
        case .concept(let id): address(of: id, in: rules)
        case .classification(let id): address(of: id, in: rules)
        case .dispute(let id): address(of: id, in: rules)
        // It has no page, and is read where it is declared.
        case .misconception(let id):
            address(of: rules[id].rule.origin) ?? address(ofFile: rules[id].rule.origin.file)
        }
    }
}
