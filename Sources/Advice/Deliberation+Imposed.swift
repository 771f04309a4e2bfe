import Inference
import RuleModel

extension Deliberation {
    /// Choices that rules impose at least presumably, options best ranked first.
    func choices(_ ranked: [Ranked]) -> [ImposedChoice] {
        let ranks = Dictionary(
            uniqueKeysWithValues: ranked.enumerated().map { ($0.element.package, $0.offset) })
        return facts.compactMap { fact in
            guard case .choice(let comparison, let number, of: let options) = fact else { return nil }
            let verdict = evaluation.verdict(of: fact)
            guard verdict.holds else { return nil }
            let inScope = options.filter(Set(scope.packages).contains)
            let ordered = inScope.sorted {
                (ranks[$0] ?? .max, $0) < (ranks[$1] ?? .max, $1)
            }
            return ImposedChoice(
                comparison: comparison, number: number,
                options: ordered.map {
                    ImposedChoice.Option(
                        package: $0, standing: Standing(statuses[$0].status), isKept: ranks[$0] != nil)
                },
                verdict: verdict, reasons: reasons(fact))
        }
    }

    func marking(kept causes: [ID<Package>: Selection.Cause], in choice: ImposedChoice) -> ImposedChoice {
        var choice = choice
        for index in choice.options.indices where causes[choice.options[index].package] != nil {
            choice.options[index].isKept = false
        }
        return choice
    }

    func withdrawals() -> [Withdrawal] {
        facts.compactMap { fact in
            guard case .withdrawn(let package, jointlyWith: let partners) = fact else { return nil }
            let verdict = evaluation.verdict(of: fact)
            guard verdict.holds else { return nil }
            return Withdrawal(
                package: package, jointlyWith: partners, verdict: verdict, reasons: reasons(fact))
        }
    }

    func cautions() -> [CautionAnswer] {
        var all = facts.compactMap { fact -> CautionAnswer? in
            guard case .caution(let subject) = fact else { return nil }
            let verdict = evaluation.verdict(of: fact)
            guard verdict >= .open else { return nil }
            return CautionAnswer(subject: subject, verdict: verdict, reasons: reasons(fact), asks: [])
        }
        let open = all.indices.filter { all[$0].verdict == .open }
        let proofs = openProofs(of: open.map { .caution(all[$0].subject) })
        for (place, proof) in zip(open, proofs) {
            all[place].asks = reading.asks(in: proof, from: [proof.root])
        }
        return Verdict.allCases.sorted(by: >).flatMap { verdict in all.filter { $0.verdict == verdict } }
    }

    /// Of which it is open whether they hold, in the evaluation's order.
    var openCautions: [Fact] {
        facts.filter { fact in
            if case .caution = fact { evaluation.verdict(of: fact) == .open } else { false }
        }
    }

    /// Disputes some of whose sides cite a claim the programme rests on, or one it restates.
    func disputes(_ entries: [ProgrammeEntry]) -> [DisputeTouched] {
        rules.disputes.indices.compactMap { index in
            let dispute = rules.disputes[index]
            let sides = dispute.sides.indices.filter { side in
                entries.contains { touches($0, dispute.sides[side]) }
            }
            guard !sides.isEmpty else { return nil }
            let packages = entries.filter { entry in dispute.sides.contains { touches(entry, $0) } }
            return DisputeTouched(
                dispute: ID(index), sides: sides, packages: packages.map(\.package).sorted(),
                turnsOn: dispute.turnsOn.map(topic))
        }
    }

    private func touches(_ entry: ProgrammeEntry, _ side: Dispute.Side) -> Bool {
        let criteria = entry.criteria.flatMap { $0.met?.claims ?? [] }
        let cited = entry.reasons.flatMap { rules[$0.rule].claims } + criteria
        return cited.contains { claim in
            side.claims.contains { $0 == claim || rules[claim].restates.contains($0) }
        }
    }

    private func topic(_ topic: Dispute.Topic) -> DisputeTouched.TopicAnswer {
        var answer = DisputeTouched.TopicAnswer(topic: topic)
        switch topic {
        case .diagnostic(let diagnostic): answer.figure = evaluation.figure(of: .diagnostic(diagnostic))
        case .concept(let concept): answer.verdict = evaluation.verdict(of: .concept(concept, member: nil))
        case .classification(let classification): answer.classification = self.classification(classification)
        }
        return answer
    }
}
