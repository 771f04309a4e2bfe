import Notation
import Presentation
import RuleModel
import Testing
import Training
import Workspace

/// Nothing from a later stage is in an earlier one, in any case.
@Suite struct LeakTests {
    @Test(arguments: Shipped.names)
    func `a stage is the same with all later stages deleted from the file`(name: String) throws {
        let checked = Shipped.checked
        let cluster = try #require(Shipped.cluster(name))
        let text = try #require(checked.sources.texts.first { $0.name == cluster.origin.file })
        for stage in cluster.stages.indices.dropLast() {
            let shortened = Self.text(text, of: cluster, upTo: stage)
            let built = buildCases([parse(fileName: text.name, source: shortened)], against: checked.advising)
            let known = try #require(built.cases.first { $0.name == name })
            #expect(known.stages.count == stage + 1)
            let whole = checked.moment(of: cluster, stage: stage)
            let cut = checked.moment(of: known, stage: stage)
            #expect(whole.answer == cut.answer, "\(name) \(stage)")
            #expect(Self.facts(whole) == Self.facts(cut), "\(name) \(stage)")
            for learner in [[], whole.everythingRight, [.hint, .hint, .hint, .hint, .check]] {
                #expect(Self.screens(whole, learner) == Self.screens(cut, learner), "\(name) \(stage)")
            }
        }
    }

    @Test func `no screen says how many stages there are`() throws {
        for name in Shipped.names {
            for moment in Shipped.moments(of: name) {
                let shown = TerminalLayout().render(ToldView(moment).document())
                #expect(!shown.contains("stage \(moment.stage + 1) of"))
            }
        }
    }

    /// Everything that a walk can show at a moment.
    private static func screens(_ moment: Moment, _ sayings: [Saying]) -> [String] {
        let learner = moment.learner(sayings)
        var documents = [
            ToldView(moment).document(), ToldView(moment).document(isWhole: true),
            MarksView(moment, learner).document, RevealView(moment, learner).advice,
            RevealView(moment, learner).history, LearnerView(moment, learner).document,
            SummaryView(
                summary(of: [WalkedStage(moment, learner)], in: moment.rules), of: moment.cluster,
                rules: moment.rules
            ).document,
        ]
        if let hint = moment.nextHint(for: learner) { documents.append(HintView(hint, at: moment).document) }
        return documents.map { TerminalLayout().render($0) }
    }

    /// What is told of every diagnostic asked for.
    private static func facts(_ moment: Moment) -> [String] {
        moment.rules.diagnostics.indices.map {
            TerminalLayout().render(FactView(.diagnostic(ID($0)), at: moment).document)
        }
    }

    /// The file without the stages behind one.
    private static func text(_ text: SourceText, of cluster: ClusterCase, upTo stage: Int) -> [UInt8] {
        let tree = parse(fileName: text.name, source: text.bytes).tree
        var bytes = text.bytes
        let names = Set(cluster.stages[(stage + 1)...].map(\.name))
        for declaration in tree.root.all(.caseDeclaration) {
            for node in declaration.all(.stageDeclaration).reversed()
            where node.ownTokens.dropFirst().first.map({ names.contains($0.text) }) == true {
                bytes.removeSubrange(node.range)
            }
        }
        return bytes
    }
}
