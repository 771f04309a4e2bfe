/// How large a generated rule base and case are.
public struct GenerationSize: Sendable {
    public var diagnostics: Int
    /// Collections of the cluster; some get a nested collection besides.
    public var collections: Int
    public var concepts: Int
    public var classifications: Int
    public var packages: Int
    public var rules: Int
    /// Most members of a collection in one parent.
    public var members: Int
    /// Most stages of a history.
    public var stages: Int
    /// How deep conditions nest.
    public var depth: Int

    public init(
        diagnostics: Int, collections: Int, concepts: Int, classifications: Int, packages: Int, rules: Int,
        members: Int, stages: Int, depth: Int
    ) {
        self.diagnostics = diagnostics
        self.collections = collections
        self.concepts = concepts
        self.classifications = classifications
        self.packages = packages
        self.rules = rules
        self.members = members
        self.stages = stages
        self.depth = depth
    }

    /// A handful of rules: fast enough to try by the hundred in a debug build.
    public static let small = GenerationSize(
        diagnostics: 8, collections: 2, concepts: 6, classifications: 2, packages: 3, rules: 9, members: 2,
        stages: 3, depth: 2)

    /// About the size of one policy theme.
    public static let medium = GenerationSize(
        diagnostics: 20, collections: 3, concepts: 12, classifications: 3, packages: 6, rules: 30, members: 4,
        stages: 3, depth: 3)
}
