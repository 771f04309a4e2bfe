import RuleModel

extension PackageReference {
    /// The package meant, where variables stand for something.
    public func package(under assignment: Assignment) -> ID<Package>? {
        switch self {
        case .package(let package): package
        case .variable(let variable): assignment.packages[variable]
        }
    }
}

extension RuleBase {
    /// How a rule, applied, recommends a package; a choice it imposes recommends its options plainly.
    public func recommendations(
        of package: ID<Package>, by rule: ID<Rule>, under assignment: Assignment
    ) -> [Recommendation] {
        self[rule].conclusions.compactMap { conclusion in
            switch conclusion {
            case .recommend(let reference, let recommendation)
            where reference.package(under: assignment) == package:
                recommendation
            case .choose(_, _, of: let options)
            where options.contains { $0.package(under: assignment) == package }:
                Recommendation()
            default: nil
            }
        }
    }
}
