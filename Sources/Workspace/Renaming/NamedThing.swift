import Notation
import RuleModel

/// Something in rules or cases that has a name, and that can get another.
struct NamedThing {
    enum Kind: Hashable {
        case declared(NameKind)
        /// Something measured in the members of a collection.
        case attribute
        /// A value of a scale, a choice, a classification or a lens.
        case value(of: NameKind)

        /// As `--kind` takes it.
        var word: String {
            switch self {
            case .declared(let kind): kind.noun.split(separator: " ").joined(separator: "-")
            case .attribute: "attribute"
            case .value: "value"
            }
        }

        /// As a sentence has it.
        var noun: String {
            switch self {
            case .declared(let kind): kind.noun
            case .attribute: "attribute"
            case .value: "value"
            }
        }
    }

    var kind: Kind
    var name: String
    /// What an attribute or a value belongs to.
    var owner: String?
    /// Where the name is declared.
    var place: Place
    /// Of a collection that says its plural nowhere: the one that is made of its name.
    var plural: String?

    /// The name as it can be typed to mean this thing and no other of its kind.
    var fullName: String { (owner.map { "\($0)." } ?? "") + name }
}

extension NamedThing {
    /// Everything that a name, perhaps with an owner before it (`degree.high`), could mean.
    static func all(_ typed: String, in names: DeclaredNames) -> [NamedThing] {
        let parts = typed.split(separator: ".", maxSplits: 1).map(String.init)
        let (owner, name) = parts.count == 2 ? (parts[0], parts[1]) : (nil, typed)
        var found: [NamedThing] = []
        if owner == nil {
            for kind in NameKind.allCases {
                guard let declaration = names.first(kind, name) else { continue }
                var thing = NamedThing(kind: .declared(kind), name: name, place: declaration.place)
                let saysPlural = declaration.node.directTokens.contains { $0.text == "plural" }
                if kind == .collection, !saysPlural { thing.plural = name + "s" }
                found.append(thing)
            }
        }
        for attribute in names.attributes
        where attribute.name == name && owner.map({ $0 == attribute.collection }) ?? true {
            found.append(
                NamedThing(
                    kind: .attribute, name: name, owner: attribute.collection, place: attribute.place))
        }
        for kind in [NameKind.scale, .choice, .classification, .lens] {
            for declaration in names[kind] where owner.map({ $0 == declaration.name }) ?? true {
                guard let place = declaration.valuePlace(name) else { continue }
                found.append(
                    NamedThing(kind: .value(of: kind), name: name, owner: declaration.name, place: place))
            }
        }
        return found
    }

    /// All names that things have here, as they can be typed.
    static func allNames(_ names: DeclaredNames) -> [String] {
        Set(NameKind.allCases.flatMap { names[$0].map(\.name) } + names.attributes.map(\.name)).sorted()
    }
}

extension DeclaredNames.Declaration {
    /// Where a value of that name is declared in it.
    fileprivate func valuePlace(_ name: String) -> Place? {
        let tree = node.tree
        return (node.index..<Int(tree.nodes[node.index].endNode))
            .filter { tree.nodes[$0].kind == .valueDeclaration }
            .compactMap { SyntaxNode(tree: tree, index: $0).directTokens.first { _ in true } }
            .first { $0.text == name }?.place
    }
}
