import RuleModel

/// The cases there are, each with its stages.
public struct CasesView: Sendable {
    let cases: [ClusterCase]

    public init(_ cases: [ClusterCase]) { self.cases = cases.sorted { $0.name < $1.name } }

    public var document: Document {
        guard !cases.isEmpty else {
            return Document([.paragraph("There are no cases here. distretto new case NAME writes the first.")]
            )
        }
        return Document(
            cases.map { cluster in
                var below: [Document.Block] = []
                if let teaches = cluster.field("teaches") {
                    below.append(.paragraph(Prose(teaches.asSentence)))
                }
                if cluster.stages.count > 1 {
                    below += cluster.stages.map { stage in
                        .item(
                            "·", .name(stage.name) + Prose(stage.title.isEmpty ? "" : ": \(stage.title)"),
                            aside: .faint(period(stage)))
                    }
                }
                return .item(cluster.name, Prose(cluster.title), below: below)
            })
    }

    private func period(_ stage: Stage) -> String {
        let from = stage.from.map { "from \(DatePhrases.period($0))" }
        let to = stage.to.map { "to \(DatePhrases.period($0))" }
        return [from, to].compactMap { $0 }.joined(separator: " ")
    }

    /// `distretto/cases/1`: `cases`, each with name, title, file, fields and stages.
    public var json: JSON {
        .object([
            "format": .string("distretto/cases/1"),
            "cases": .array(
                cases.map { cluster in
                    .object([
                        "name": .string(cluster.name), "title": .string(cluster.title),
                        "file": .text(cluster.origin.file),
                        "fields": .array(
                            cluster.fields.map {
                                .object(["name": .string($0.name), "text": .string($0.text)])
                            }),
                        "stages": .array(
                            cluster.stages.map {
                                .object([
                                    "name": .string($0.name), "title": .string($0.title),
                                    "from": .text($0.from.map(DatePhrases.period)),
                                    "to": .text($0.to.map(DatePhrases.period)),
                                ])
                            }),
                    ])
                }),
        ])
    }
}
