import Advice
import RuleModel

/// The first line over an answer about a case: its title, and which stage of how many.
struct CaseHeading {
    /// The case's title, with its country where the title does not say it.
    let title: String
    let stage: String

    init(_ header: Header) {
        self.init(name: header.caseName, title: header.caseTitle, fields: header.fields, header.stage)
    }

    init(_ request: AdviceRequest) {
        let cluster = request.cluster
        self.init(
            name: cluster.name, title: cluster.title, fields: cluster.fields, request.stagePlace)
    }

    private init(
        name: String, title: String, fields: [ClusterCase.Field], _ stage: Header.StagePlace
    ) {
        self.title = CaseHeading.title(name, title, fields)
        self.stage = CaseHeading.words(stage)
    }

    static func title(of cluster: ClusterCase) -> String {
        title(cluster.name, cluster.title, cluster.fields)
    }

    private static func title(_ name: String, _ title: String, _ fields: [ClusterCase.Field]) -> String {
        let title = title.isEmpty ? name : title
        let country = fields.first { $0.name == "country" }?.text ?? ""
        return country.isEmpty || title.contains(country) ? title : "\(title), \(country)"
    }

    var block: Document.Block { .title(Prose(title), aside: .faint(stage)) }

    private static func words(_ stage: Header.StagePlace) -> String {
        var parts: [String] = []
        if stage.count > 1 { parts.append("stage \(stage.number) of \(stage.count)") }
        if !stage.title.isEmpty {
            parts.append(stage.title)
        } else if stage.count > 1 {
            parts.append(stage.name)
        }
        if let from = stage.from {
            parts.append("from \(DatePhrases.period(from))")
        } else if let to = stage.to {
            parts.append("to \(DatePhrases.period(to))")
        }
        return parts.joined(separator: " · ")
    }
}
