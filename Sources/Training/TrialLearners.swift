import RuleModel

/// Learners made up from a seed, each with a misconception planted, to try whether it is found.
public struct BeliefTrial: Sendable {
    /// The stages of one case as evidence, with nothing proposed yet.
    public struct Case: Sendable {
        public var name: String
        public var stages: [BeliefEvidence]
        public init(name: String, stages: [BeliefEvidence]) {
            self.name = name
            self.stages = stages
        }
    }
    /// What became of the learners with one belief.
    public struct Row: Hashable, Sendable {
        public var misconception: ID<Misconception>
        public var learners: Int
        /// How many of them had it named first after the first case, the second, and so on.
        public var namedFirst: [Int]
    }

    private let cases: [Case]
    private let packages: Int
    private let misconceptions: Int

    public init(_ cases: [Case], rules: RuleBase) {
        self.cases = cases
        packages = rules.packages.count
        misconceptions = rules.misconceptions.count
    }

    /// - Parameters:
    ///   - learners: how many in all, spread evenly over the beliefs.
    ///   - most: how many cases each walks at most.
    public func run(learners: Int, cases most: Int, seed: UInt64) -> [Row] {
        guard misconceptions > 0 else { return [] }
        var rows = (0..<misconceptions).map {
            Row(misconception: ID($0), learners: 0, namedFirst: Array(repeating: 0, count: most))
        }
        for learner in 0..<learners {
            let belief = learner % misconceptions
            var draw = Draw(seed: seed &+ UInt64(learner) &* 0x9E37_79B9)
            rows[belief].learners += 1
            var evidence: [BeliefEvidence] = []
            for (number, name) in order(&draw).prefix(most).enumerated() {
                evidence += cases[name].stages.map { answer($0, believing: ID(belief), &draw) }
                if beliefMatches(evidence, packages: packages).first?.misconception.index == belief {
                    rows[belief].namedFirst[number] += 1
                }
            }
        }
        return rows
    }

    /// Somebody who believes nothing of the kind: how often a belief is named all the same.
    public func namedWithoutBelief(learners: Int, cases most: Int, seed: UInt64) -> Int {
        (0..<learners).filter { learner in
            var draw = Draw(seed: seed &+ UInt64(learner) &* 0x9E37_79B9)
            let evidence = order(&draw).prefix(most).flatMap { name in
                cases[name].stages.map { answer($0, believing: nil, &draw) }
            }
            return beliefMatches(evidence, packages: packages).first?.isNamed == true
        }.count
    }

    private func order(_ draw: inout Draw) -> [Int] {
        var order = Array(cases.indices)
        for place in order.indices.dropLast() { order.swapAt(place, draw.below(order.count - place) + place) }
        return order
    }

    /// What such a learner proposes at a stage: two in five of what is advised, now and then anything at
    /// all, and at three stages in four something that the belief would have.
    private func answer(
        _ stage: BeliefEvidence, believing belief: ID<Misconception>?, _ draw: inout Draw
    ) -> BeliefEvidence {
        let believed = stage.beliefs.first { $0.misconception == belief }
        var proposed = Set(stage.advised.sorted().filter { _ in draw.below(5) < 2 })
        if draw.below(4) == 0 { proposed.insert(ID(draw.below(max(packages, 1)))) }
        if let believed {
            proposed.subtract(believed.rejects)
            if !believed.proposes.isEmpty, draw.below(4) < 3 {
                for _ in 0...draw.below(2) {
                    proposed.insert(believed.proposes[draw.below(believed.proposes.count)])
                }
            }
        }
        var answered = stage
        answered.proposed = proposed
        return answered
    }
}
