import Notation

/// All that some files declare under a name, with the place where each name stands.
///
///     let names = DeclaredNames(files)
///     names[.package]                      // in order of name
///     names.first(.package, "cold-store")?.place
///
/// Of two declarations of one name in the same sense only the first is there, as for `build`.
public struct DeclaredNames: Sendable {
    /// Something declared.
    public struct Declaration: Sendable {
        public var kind: NameKind
        public var name: String
        /// Where the name stands.
        public var place: Place
        /// The whole of it.
        public var node: SyntaxNode
        /// The package of a measure, the collection of one nested in it.
        public var owner: String?
    }

    private let declared: [NameKind: [Declaration]]
    private let places: [NameKind: [String: Int]]
    /// The things measured in members, by collection and name.
    public let attributes: [(collection: String, name: String, place: Place, node: SyntaxNode)]

    public init(_ files: [ParsedFile]) {
        let declarations = Declarations(
            files.sorted { $0.tree.fileName < $1.tree.fileName }, sharing: SingleHanded())
        var declared: [NameKind: [Declaration]] = [:]
        var places: [NameKind: [String: Int]] = [:]
        for kind in NameKind.allCases {
            // What stands for a list of values written in place has a name with a blank, which nobody wrote.
            declared[kind] = declarations[kind].filter { !$0.name.contains(" ") }.map {
                Declaration(
                    kind: kind, name: $0.name, place: $0.token.place, node: $0.node, owner: $0.owner)
            }
            for (place, item) in (declared[kind] ?? []).enumerated() {
                places[kind, default: [:]][item.name] = place
            }
        }
        self.declared = declared
        self.places = places
        attributes = declarations.attributes.map { ($0.owner ?? "", $0.name, $0.token.place, $0.node) }
    }

    public subscript(kind: NameKind) -> [Declaration] { declared[kind] ?? [] }

    public func first(_ kind: NameKind, _ name: String) -> Declaration? {
        places[kind]?[name].map { self[kind][$0] }
    }
}
