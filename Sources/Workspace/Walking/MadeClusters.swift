import Notation
import RuleModel
import Training

extension CheckedRules {
    /// A cluster that no case has, made from a number, as its file tells it.
    ///
    /// The same number gives the same bytes under the same rules and cases.
    ///
    /// - Parameter maker: One for all where several are made.
    /// - Throws: where none comes of the number.
    public func made(_ seed: Int, by maker: ClusterMaker? = nil) throws(SourceError) -> (
        cluster: ClusterCase, text: SourceText
    ) {
        var made: (ClusterCase, SourceText)?
        _ = (maker ?? clusterMaker).cluster(seed) { cluster in
            made = told(cluster)
            return made != nil
        }
        guard let made else { throw .nothingMade(seed) }
        return made
    }

    /// Makes clusters out of the cases at hand.
    public var clusterMaker: ClusterMaker {
        ClusterMaker(rules: advising, cases: cases, evaluate: evaluator)
    }

    /// The case read again from its own text; `nil` where there would be anything to complain of.
    private func told(_ cluster: ClusterCase) -> (ClusterCase, SourceText)? {
        let name = cluster.name + SourceText.caseEnding
        let printed = parse(
            fileName: name, source: Array(RuleModel.print(cluster, in: advising).utf8))
        guard let text = formatted(printed) else { return nil }
        let file = parse(fileName: name, source: text)
        let built = buildCases([file], against: advising)
        guard file.findings.isEmpty, built.findings.isEmpty, let read = built.cases.first else { return nil }
        return (read, SourceText(name: name, bytes: file.tree.source))
    }
}
