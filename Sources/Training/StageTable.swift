import Advice
import Inference
import RuleModel

/// All that a learner can be told at a stage, worked out before anybody has said anything, so that a page
/// without an engine only has to look it up.
///
/// What is said meets the table in two places: a condition that advice rests on is seen by whoever named one
/// of its topics or made one of its diagnoses, and a package or a diagnosis has one mark for whoever says it.
public struct StageTable: Sendable {
    /// A package with what the rules say of it.
    public struct Row: Hashable, Sendable {
        public var package: ID<Package>
        public var judgement: Judgement
        /// Places in `grounds` of what the advice rests on; none for a package that is not advised.
        public var grounds: [Int]
    }
    public private(set) var moment: Moment
    /// Conditions that the programme rests on, each once.
    public let grounds: [Ground]
    /// Every package, in the order in which the rules declare them.
    public let packages: [Row]
    /// Every diagnosis that can be made, as it is marked when somebody makes it.
    public let diagnoses: [DiagnosisMark]
    /// Places in `diagnoses` of what carries the programme, in its order.
    public let bearing: [Int]
    /// What each misconception would have one say here.
    public let beliefs: [Believed]

    /// - Parameter believing: the evaluator of the rules with the misconceptions among them.
    public init(_ moment: Moment, believing: Evaluator) {
        self.moment = moment
        var grounds: [Ground] = []
        var places: [Ground: Int] = [:]
        packages = moment.rules.packages.indices.map { place in
            let judgement = moment.judgement(of: ID(place))
            let under = judgement.isAdvised ? moment.grounds(of: ID(place)) : []
            return Row(
                package: ID(place), judgement: judgement,
                grounds: under.map { ground in
                    if let known = places[ground] { return known }
                    places[ground] = grounds.count
                    grounds.append(ground)
                    return grounds.count - 1
                })
        }
        self.grounds = grounds
        let carrying = moment.bearingDiagnoses
        var facts = moment.facts
        for item in carrying where !facts.contains(item.fact) { facts.append(item.fact) }
        diagnoses = facts.map { fact in
            moment.mark(made: fact, restingOn: carrying.first { $0.fact == fact }?.ground)
        }
        bearing = carrying.compactMap { facts.firstIndex(of: $0.fact) }
        beliefs = moment.beliefs(believing)
    }

    /// The same answers, at the same moment in the words that a lesson has for it.
    public func retold(at stop: WalkPlan.Stop) -> StageTable {
        var table = self
        table.moment = moment.retold(at: stop)
        return table
    }
}

extension Moment {
    /// Every diagnosis that can be made: of the cluster, then of each member of its collections.
    fileprivate var facts: [Fact] {
        func bearers(_ collection: ID<Collection>?) -> [MemberID?] {
            guard let collection else { return [nil] }
            return (now.members[collection] ?? []).indices.map {
                MemberID(collection: collection, index: $0)
            }
        }
        let classes = rules.classifications.indices.flatMap { place in
            bearers(rules.classifications[place].collection).flatMap { member in
                rules.classifications[place].values.indices.map { value in
                    Fact.classification(ClassificationValue(ID(place), value), member: member)
                }
            }
        }
        let concepts = rules.concepts.indices.flatMap { place in
            bearers(rules.concepts[place].collection).map { Fact.concept(ID(place), member: $0) }
        }
        return classes + concepts
    }
}
