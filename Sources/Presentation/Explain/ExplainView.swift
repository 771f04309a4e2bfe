import Inference
import RuleModel

/// Why something has its verdict in a case, or why it has not: complete, down to readings and claims.
public struct ExplainView: Sendable {
    /// What is explained: facts with their proofs, or something declared.
    public enum Subject: Sendable {
        /// Each fact with the heading it stands under.
        case facts(title: String, [Fact])
        case rule(ID<Rule>)
        case diagnostic(ID<Diagnostic>)
        case claim(ID<Claim>)
        case declaration(Declaration)
        case member(MemberID)
    }

    let subject: Subject
    let evaluation: any Evaluation
    let phraser: Phraser

    public init(_ subject: Subject, evaluation: any Evaluation) {
        self.subject = subject
        self.evaluation = evaluation
        phraser = Phraser(rules: evaluation.rules, history: evaluation.history)
    }

    var rules: RuleBase { evaluation.rules }

    public var document: Document {
        switch subject {
        case .facts(let title, let facts): explained(title, facts)
        case .rule(let rule): explained(rule)
        case .diagnostic(let diagnostic): explained(diagnostic)
        case .claim(let claim): explained(claim)
        case .declaration(let declaration): explained(declaration)
        case .member(let member): explained(member)
        }
    }

    private func explained(_ title: String, _ facts: [Fact]) -> Document {
        var document = Document([.title(Prose(title), aside: .faint(situation))])
        if facts.isEmpty { document.add(.paragraph("No rule draws anything about it in this case.")) }
        var shown: Set<ProofView.Shown> = []
        for fact in facts {
            let proof = evaluation.proof(of: fact)
            if fact == facts.first, let sentence = NearestMiss(proof: proof, phraser: phraser).sentence {
                document.add(.paragraph(sentence))
            }
            document.add(.gap)
            document.add(ProofView(proof, phraser: phraser).blocks(shown: &shown))
        }
        document.add([.gap, .paragraph(ProofView.legend)])
        return document
    }

    var situation: String {
        guard let now = evaluation.history.last else { return "" }
        return now.stageName.isEmpty ? now.caseName : "\(now.caseName) · \(now.stageName)"
    }

    // MARK: Declared things

    private func explained(_ id: ID<Rule>) -> Document {
        let rule = rules[id]
        var document = Document([.title(Prose("rule \(rule.name)"), aside: .faint(place(rule.origin)))])
        if !rule.title.isEmpty { document.add(.paragraph(Prose(rule.title.asSentence))) }
        let facts = factsDrawn(by: id)
        if facts.isEmpty {
            document.add(.paragraph("It draws nothing in this case: nothing is there to bind it to."))
        }
        var shown: Set<ProofView.Shown> = []
        for fact in facts {
            document.add(.gap)
            document.add(
                ProofView(evaluation.proof(of: fact), phraser: phraser).blocks(only: id, shown: &shown))
        }
        document.add([.gap, .paragraph(ProofView.legend)])
        return document
    }

    func factsDrawn(by rule: ID<Rule>) -> [Fact] {
        evaluation.facts.filter { fact in
            evaluation.applications(drawing: fact).contains { $0.rule == rule }
        }
    }

    private func explained(_ id: ID<Diagnostic>) -> Document {
        let diagnostic = rules[id]
        let measurement = diagnostic.measurement
        let reading = evaluation.history.last?.readings[id]
        var document = Document([
            .title(Prose(diagnostic.name), aside: .faint(situation)),
            .paragraph(phraser.phrase(reading, measurement.type)),
        ])
        document.add(DiagnosticLines(phraser: phraser).blocks(measurement))
        return document
    }

    private func explained(_ id: ID<Claim>) -> Document {
        ClaimPage(id, phraser, uses: ClaimUses(rules)).document
    }

    func place(_ origin: Origin) -> String { origin.line > 0 ? "\(origin.file):\(origin.line)" : "" }
}

/// What the vocabulary says about a thing that can be read.
struct DiagnosticLines {
    let phraser: Phraser

    func blocks(_ measurement: Measurement) -> [Document.Block] {
        var blocks: [Document.Block] = []
        if !measurement.question.isEmpty { blocks.append(.paragraph(Prose(measurement.question))) }
        blocks.append(
            .paragraph(.faint("\(phraser.rules.phrase(measurement.type))\(remark(on: measurement))")))
        if !measurement.meaning.isEmpty { blocks.append(.paragraph(.faint("means: \(measurement.meaning)"))) }
        if !measurement.method.isEmpty {
            blocks.append(.paragraph(.faint("measured by: \(measurement.method)")))
        }
        let grounds = [phraser.claims(measurement.claims), phraser.citations(measurement.citations)].joined()
        if !grounds.isEmpty { blocks.append(.paragraph(grounds)) }
        return blocks
    }

    private func remark(on measurement: Measurement) -> String {
        var remarks: [String] = []
        if measurement.isChanging { remarks.append("changing") }
        let actors = measurement.changedBy.map { phraser.rules[$0].name }
        if !actors.isEmpty { remarks.append("can be changed by \(listed(actors))") }
        return remarks.isEmpty ? "" : ", " + remarks.joined(separator: ", ")
    }
}
