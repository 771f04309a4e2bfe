import RuleModel
import Training

extension CheckedRules {
    /// A stage of a case as a class meets it.
    public func moment(of cluster: ClusterCase, stage: Int) -> Moment {
        Moment(of: cluster, stage: stage, rules: advising, evaluate: evaluator)
    }

    /// What a journal says of a stage, played through.
    ///
    /// - Throws: for a line that means nothing under these rules; a file is not written over then.
    public func learner(_ lines: [Journal.Line], at moment: Moment, file: String) throws(SourceError)
        -> LearnerAnswer
    {
        let words = LearnerWords(rules: advising, now: moment.now)
        var learner = LearnerAnswer()
        for line in lines {
            guard case .said(let sayings) = words.understand(line.text, of: learner) else {
                throw .noSession(file, line: line.number, text: line.text)
            }
            for saying in sayings { learner.take(saying, at: moment) }
        }
        return learner
    }

    /// A stop with what a session holds of it.
    public func walked(_ stop: WalkPlan.Stop, _ session: SessionFile) throws(SourceError) -> WalkedStage {
        let moment = moment(of: stop.cluster, stage: stop.stage)
        let lines = session.journal.lines(at: stop.place)
        return WalkedStage(moment, try learner(lines, at: moment, file: session.name))
    }

    /// Everything that a journal holds of cases at hand, as far as beliefs show in it.
    ///
    /// - Parameter besides: Cases that stand in no file.
    public func evidence(
        of journal: Journal, with besides: [ClusterCase] = [], file: String
    ) throws(SourceError) -> [BeliefEvidence] {
        let cases = cases + besides
        var evidence: [BeliefEvidence] = []
        for walk in journal.walks {
            guard let cluster = cases.first(where: { $0.name == walk.caseName }) else { continue }
            for said in walk.stages {
                guard let stage = cluster.stages.firstIndex(where: { $0.name == said.name }) else { continue }
                let moment = moment(of: cluster, stage: stage)
                let learner = try learner(said.lines, at: moment, file: file)
                evidence.append(BeliefEvidence(WalkedStage(moment, learner), believing))
            }
        }
        return evidence
    }

    /// The case that would unsettle a belief: the first that has not been walked, else the first.
    public func unsettling(_ misconception: ID<Misconception>, walked: [String]) -> ClusterCase? {
        let known = advising[misconception].unsettledBy.compactMap { name in
            cases.first { $0.name == name }
        }
        return known.first { !walked.contains($0.name) } ?? known.first
    }

    /// All cases, for learners made up.
    public var beliefTrial: BeliefTrial {
        let cases = cases.concurrentMap { cluster in
            BeliefTrial.Case(
                name: cluster.name,
                stages: cluster.stages.indices.map { stage in
                    BeliefEvidence(
                        WalkedStage(moment(of: cluster, stage: stage), LearnerAnswer()), believing)
                })
        }
        return BeliefTrial(cases, rules: advising)
    }
}
