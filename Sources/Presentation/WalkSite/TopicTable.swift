import RuleModel
import Training

/// Every word of the vocabulary that a learner can ask for or name, by its place on a list.
struct TopicTable {
    let topics: [Topic]
    private let places: [Topic: Int]

    init(_ rules: RuleBase) {
        var topics = rules.diagnostics.indices.map { Topic.diagnostic(ID($0)) }
        topics += rules.concepts.indices.map { .concept(ID($0)) }
        topics += rules.classifications.indices.map { .classification(ID($0)) }
        topics += rules.attributes.indices.map { .attribute(ID($0)) }
        topics += rules.collections.indices.map { .collection(ID($0)) }
        topics += rules.packages.indices.map { .inForce(ID($0)) }
        self.topics = topics
        places = Dictionary(uniqueKeysWithValues: topics.enumerated().map { ($1, $0) })
    }

    /// A topic's place.
    func place(_ topic: Topic) -> Int { places[topic] ?? -1 }

    func place(_ topic: Topic?) -> Int { topic.map(place) ?? -1 }
}

extension Topic {
    /// Where a page offers it: among facts that are told, or among diagnoses that are made.
    var kind: String {
        switch self {
        case .diagnostic, .attribute, .collection: "fact"
        case .inForce: "running"
        case .concept: "concept"
        case .classification: "classification"
        }
    }
}
