import Inference
import RuleModel

extension Deliberation {
    func header(programme: [ID<Package>]) -> Header {
        let cluster = request.cluster
        return Header(
            caseName: cluster.name, caseTitle: cluster.title, fields: cluster.fields,
            stage: request.stagePlace,
            classifications: rules.classifications.indices.map { ID($0) }
                .filter { rules[$0].collection == nil }.map(classification).filter { !$0.values.isEmpty },
            concepts: rules.concepts.indices.map { ID($0) }.filter { rules[$0].collection == nil }
                .map(concept).filter { $0.verdict.holds },
            readings: readingsUsed(by: programme), leavesOutOwnRules: request.leavesOutOwnRules)
    }

    func classification(_ classification: ID<Classification>) -> ClassificationAnswer {
        let declared = rules[classification]
        let statements = reading.situation.statements
        let values = declared.values.indices.compactMap { value -> ClassificationAnswer.ValueAnswer? in
            let place = ClassificationValue(classification, value)
            let fact = Fact.classification(place, member: nil)
            let verdict = evaluation.verdict(of: fact)
            guard verdict >= .open else { return nil }
            let isStated =
                statements.classifications[classification] != nil
                || statements.classificationValues[place] != nil
            return ClassificationAnswer.ValueAnswer(
                value: value, verdict: verdict, isStated: isStated,
                contradictedByRules: isStated ? contradiction(of: fact, verdict) : nil)
        }
        return ClassificationAnswer(
            classification: classification, values: values,
            isContested: !declared.isSeveral && values.count { $0.verdict.holds } > 1)
    }

    private func concept(_ concept: ID<Concept>) -> ConceptAnswer {
        let fact = Fact.concept(concept, member: nil)
        let verdict = evaluation.verdict(of: fact)
        let isStated = reading.situation.statements.concepts[concept] != nil
        return ConceptAnswer(
            concept: concept, verdict: verdict, isStated: isStated,
            contradictedByRules: isStated ? contradiction(of: fact, verdict) : nil)
    }

    /// The rules' verdict where the statement and the rules point in opposite directions.
    private func contradiction(of fact: Fact, _ verdict: Verdict) -> Verdict? {
        let proof = evaluation.proof(of: fact)
        guard proof.steps.indices.contains(proof.root),
            case .fact(let step) = proof.steps[proof.root].content,
            (verdict.holds && step.verdictByRules.fails) || (verdict.fails && step.verdictByRules.holds)
        else { return nil }
        return step.verdictByRules
    }

    /// What the programme, the withdrawals and the cautions rest on.
    private func readingsUsed(by programme: [ID<Package>]) -> ReadingsUsed {
        let kept = Set(programme)
        var used = facts.filter { fact in
            switch fact {
            case .withdrawn, .caution: evaluation.verdict(of: fact).holds
            default: false
            }
        }
        used += programme.map { .recommended($0) }
        var proofs: [Proof] = []
        for requirement in statuses.requirements where kept.contains(requirement.package) {
            switch requirement.subject {
            case .package: break
            case .concept(let concept): used.append(.concept(concept, member: nil))
            case .diagnostic(let diagnostic):
                proofs.append(evaluation.proof(of: .holds(.diagnostic(diagnostic))))
            }
        }
        proofs += evaluation.proofs(of: used)
        let all = reading.readingsUsed(in: proofs).sorted { ReadingPlace.order($0, $1) }
        func with(_ basis: Reading.Basis) -> [ReadingPlace] {
            all.filter { reading.situation.reading(at: $0)?.basis == basis }
        }
        return ReadingsUsed(
            all: all, assumed: with(.assumed), disputed: with(.disputed), carriedOver: with(.carriedOver))
    }
}

extension ReadingPlace {
    /// Diagnostics first, then members' attributes, then statements.
    static func order(_ one: ReadingPlace, _ other: ReadingPlace) -> Bool {
        one.key.lexicographicallyPrecedes(other.key)
    }

    private var key: [Int] {
        func place(_ member: MemberID?) -> [Int] {
            member.map { [$0.collection.index, $0.index] } ?? [-1, -1]
        }
        return switch self {
        case .diagnostic(let diagnostic): [0, diagnostic.index]
        case .attribute(let attribute, let member): [1] + place(member) + [attribute.index]
        case .inForce(let package): [2, package.index]
        case .concept(let concept, let member): [3] + place(member) + [concept.index]
        case .classification(let classification, value: let value, let member):
            [4] + place(member) + [classification.index, value ?? -1]
        case .allListed(let collection, of: let member): [5] + place(member) + [collection.index]
        }
    }
}

extension AdviceRequest {
    /// The stage asked about, among those of its case.
    public var stagePlace: Header.StagePlace {
        let stage = cluster.stages.indices.contains(self.stage) ? cluster.stages[self.stage] : nil
        return Header.StagePlace(
            name: stage?.name ?? "", title: stage?.title ?? "", number: self.stage + 1,
            count: cluster.stages.count, from: stage?.from, to: stage?.to)
    }
}
