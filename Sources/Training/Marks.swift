import Advice
import Inference
import RuleModel

/// What becomes of a package that the learner proposed, or that the rules advise.
public struct PackageMark: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Proposed, and advised for something the learner saw.
        case found
        /// Proposed and advised, while nothing was named that the advice rests on.
        case byLuck
        /// Proposed after this much help.
        case afterHints(Int)
        /// Advised, and not proposed.
        case missed
        /// Proposed, and not settled on what is known.
        case unsettled
        case wrong
        /// Proposed, told that it is wrong, and taken back.
        case wrongAndDropped
    }
    public var package: ID<Package>
    public var kind: Kind
    public var judgement: Judgement
    /// Of what the rules' advice rests on: what the learner saw, and what not.
    public var seen: [Ground]
    public var unseen: [Ground]
}

/// What becomes of a diagnosis that the learner made, or that the programme rests on.
public struct DiagnosisMark: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case right
        case missed
        /// It is not known whether it holds.
        case unsettled
        case wrong
    }
    public var fact: Fact
    public var kind: Kind
    public var verdict: Verdict
    /// What the case itself says of it; the rules are not asked then.
    public var statement: Reading?
    public var feedback: [Feedback]
}

/// A learner's answer at one stage, marked.
public struct Marks: Hashable, Sendable {
    /// Those of the programme in its order, then the others in the learner's.
    public var packages: [PackageMark]
    /// The learner's in their order, then the missed.
    public var diagnoses: [DiagnosisMark]

    public func packages(_ kinds: Set<PackageMark.Kind>) -> [PackageMark] {
        packages.filter { kinds.contains($0.kind) }
    }

    /// How many packages of the programme are not proposed.
    public var missing: Int { packages.filter { $0.kind == .missed }.count }
}

extension Moment {
    public func marks(for learner: LearnerAnswer) -> Marks {
        let advised = answer.entries.map(\.package)
        let others = learner.everProposed.filter { !advised.contains($0) }
        return Marks(
            packages: (advised + others).map { mark($0, learner) }, diagnoses: diagnosisMarks(learner))
    }

    private func mark(_ package: ID<Package>, _ learner: LearnerAnswer) -> PackageMark {
        let judgement = judgement(of: package)
        let grounds = judgement.isAdvised ? grounds(of: package) : []
        let seen = grounds.filter(learner.touches)
        let kind: PackageMark.Kind
        if judgement.isAdvised {
            if !learner.proposed.contains(package) {
                kind = .missed
            } else if let level = learner.helped[package] {
                kind = .afterHints(level)
            } else {
                kind = seen.isEmpty && !grounds.isEmpty ? .byLuck : .found
            }
        } else if judgement.isUnsettled {
            kind = .unsettled
        } else {
            kind = learner.proposed.contains(package) ? .wrong : .wrongAndDropped
        }
        return PackageMark(
            package: package, kind: kind, judgement: judgement, seen: seen,
            unseen: grounds.filter { !learner.touches($0) })
    }

    // MARK: Diagnoses

    private func diagnosisMarks(_ learner: LearnerAnswer) -> [DiagnosisMark] {
        let bearing = bearingDiagnoses
        let made = learner.diagnosed.map { fact in
            mark(made: fact, restingOn: bearing.first { $0.fact == fact }?.ground)
        }
        let missed = bearing.filter { item in
            // Who named the word has seen it.
            !learner.diagnosed.contains(item.fact)
                && Topic(item.fact).map(learner.topics.contains) != true
        }.map { mark($0.fact, .missed, evaluation.verdict(of: $0.fact), restingOn: $0.ground) }
        return made + missed
    }

    /// What becomes of a diagnosis that somebody makes.
    func mark(made fact: Fact, restingOn ground: Ground?) -> DiagnosisMark {
        let verdict = evaluation.verdict(of: fact)
        let kind: DiagnosisMark.Kind = verdict.holds ? .right : verdict == .open ? .unsettled : .wrong
        return mark(fact, kind, verdict, restingOn: ground)
    }

    private func mark(
        _ fact: Fact, _ kind: DiagnosisMark.Kind, _ verdict: Verdict, restingOn ground: Ground?
    ) -> DiagnosisMark {
        var feedback: [Feedback]
        if verdict.holds {
            feedback =
                evaluation.applications(drawing: fact).filter { $0.verdict == verdict }
                .map { Feedback($0.rule, .speaksFor) }.once
        } else {
            feedback = evaluation.misses(of: fact).prefix(1).map {
                Feedback($0.reason.rule, .heldBack($0.obstacles))
            }
        }
        // What only the case states is cited where the programme makes use of it.
        if feedback.isEmpty { feedback = ground.map { [Feedback($0.rule, .restsOn)] } ?? using(fact) }
        return DiagnosisMark(
            fact: fact, kind: kind, verdict: verdict, statement: statement(of: fact), feedback: feedback)
    }

    private func statement(of fact: Fact) -> Reading? {
        switch fact {
        case .concept(let id, let member): now.reading(at: .concept(id, member))
        case .classification(let value, let member):
            now.reading(
                at: .classification(
                    value.classification, value: rules[value.classification].isSeveral ? value.value : nil,
                    member))
        default: nil
        }
    }

    /// The first rule that asks for the diagnosis.
    private func using(_ fact: Fact) -> [Feedback] {
        let asking = rules.rules.indices.first { place in
            let rule = rules.rules[place]
            return rule.conclusions.contains { $0.draws(fact) }
                || rule.condition.map { $0.asks(for: fact) } == true
        }
        return asking.map { [Feedback(ID($0), .restsOn)] } ?? []
    }
}

extension Conclusion {
    fileprivate func draws(_ fact: Fact) -> Bool {
        switch (self, fact) {
        case (.concept(let mine, of: _), .concept(let asked, member: _)): mine == asked
        case (.classification(let mine, value: _, of: _), .classification(let asked, member: _)):
            mine == asked.classification
        default: false
        }
    }
}

extension Condition {
    /// Whether the concept or classification is among what it asks for, at whatever depth.
    fileprivate func asks(for fact: Fact) -> Bool {
        switch self {
        case .concept(let id, of: _):
            if case .concept(id, member: _) = fact { true } else { false }
        case .classification(let id, value: _, of: _):
            if case .classification(let value, member: _) = fact { value.classification == id } else { false }
        case .not(let part), .previously(let part), .earlier(let part): part.asks(for: fact)
        case .all(let parts), .any(let parts), .listed(_, _, of: let parts):
            parts.contains { $0.asks(for: fact) }
        case .some(_, let body): body.map { $0.asks(for: fact) } ?? false
        case .every(_, filter: let filter, let body):
            body.asks(for: fact) || filter.map { $0.asks(for: fact) } == true
        default: false
        }
    }
}
