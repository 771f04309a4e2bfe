import Foundation
import RuleModel
import Training
import Workspace

/// The rules and cases of the repository, read once.
enum Shipped {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let checked: CheckedRules = {
        let sources = try? SourceFinder(workingFolder: root.path).sources()
        return CheckedRules(sources ?? SourceSet.carried)
    }()

    static let names: [String] = checked.cases.map(\.name)

    static func cluster(_ name: String) -> ClusterCase? { checked.cases.first { $0.name == name } }

    /// Every stage of a case as a class meets it.
    static func moments(of name: String) -> [Moment] { all[name] ?? [] }

    /// Worked out once for all tests.
    private static let all: [String: [Moment]] = Dictionary(
        uniqueKeysWithValues: checked.cases.map { cluster in
            (cluster.name, cluster.stages.indices.map { checked.moment(of: cluster, stage: $0) })
        })
}

extension Moment {
    /// What somebody says who sees all that the rules see.
    var everythingRight: [Saying] {
        bearingDiagnoses.map { .holds($0.fact) }
            + answer.entries.flatMap { grounds(of: $0.package).compactMap(\.topic).map { .matters($0) } }
            + answer.entries.map { .propose($0.package) }
    }

    func learner(_ sayings: [Saying]) -> LearnerAnswer {
        var learner = LearnerAnswer()
        for saying in sayings { learner.take(saying, at: self) }
        return learner
    }

    /// Packages that the rules neither advise nor leave unsettled.
    var wrongPackages: [ID<Package>] {
        rules.packages.indices.map { ID($0) }.filter { package in
            let judgement = judgement(of: package)
            return !judgement.isAdvised && !judgement.isUnsettled
        }
    }
}
