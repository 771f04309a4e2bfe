import Advice
import Inference
import RuleModel

/// Help towards a package that the rules advise and the learner has not proposed: the open steps of its
/// proof, told more and more plainly.
public struct Hint: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        /// Readings to look at.
        case look([Ground])
        /// What of them counts.
        case condition([Ground])
        /// Why it follows.
        case because
        case package
    }
    /// The package it leads to; told by the last hint only.
    public var package: ID<Package>
    /// The rule that it cites.
    public var rule: ID<Rule>
    public var content: Content

    /// Counted from 1; 4 tells the package.
    public var level: Int {
        switch content {
        case .look: 1
        case .condition: 2
        case .because: 3
        case .package: 4
        }
    }

    /// The last there is.
    public static let levels = 4
}

extension Moment {
    /// The next step of help: for the package begun with, else for the first of the programme that is missing.
    ///
    /// - Returns: `nil` where nothing is missing that the learner has not been told.
    public func nextHint(for learner: LearnerAnswer) -> Hint? {
        let missing = answer.entries.map(\.package).filter {
            !learner.proposed.contains($0) && learner.helped[$0, default: 0] < Hint.levels
        }
        guard let package = missing.first(where: { learner.helped[$0] != nil }) ?? missing.first,
            let rule = answer.entries.first(where: { $0.package == package })?.reasons.first?.rule
        else { return nil }
        let all = grounds(of: package)
        let open = all.filter { !learner.touches($0) && ($0.places.first != nil || !$0.facts.isEmpty) }
        var level = learner.helped[package, default: 0] + 1
        // Who has named all that it rests on is told why, and not where to look.
        if open.isEmpty { level = max(level, 3) }
        let content: Hint.Content =
            switch level {
            case 1: .look(open)
            case 2: .condition(open)
            case 3: .because
            default: .package
            }
        return Hint(package: package, rule: rule, content: content)
    }
}
