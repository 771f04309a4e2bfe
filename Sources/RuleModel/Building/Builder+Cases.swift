import Notation

// Cases and tests: stages, and what they say.

extension Builder {
    mutating func buildAllCases() -> [ClusterCase] {
        built(of: declarations[.clusterCase]) { builder, declared in
            let fields = declared.node.all(.caseField).compactMap { field in
                field.token(0).map { ClusterCase.Field(name: $0.text, text: field.string) }
            }
            return ClusterCase(
                name: declared.name, title: declared.node.string, fields: fields,
                stages: builder.stages(declared.node, needsEvidence: true),
                origin: builder.origin(declared.token))
        }
    }

    mutating func buildTests() {
        let nodes = declarations.tests
        let titles = sharing.mapRuns(of: nodes) { $0.string }
        let order = titles.order { $0 }
        var isRepeated = Array(repeating: false, count: nodes.count)
        var first = 0
        for place in order.indices.dropFirst() {
            let (earlier, number) = (order[first], order[place])
            if titles[earlier] == titles[number], !titles[number].isEmpty {
                isRepeated[number] = true
                reportRepeated(titles[number], nodes[number], nodes[earlier])
            } else {
                first = place
            }
        }
        // In order of the text, which is read fastest so.
        let kept = nodes.indices.filter { !isRepeated[$0] }
        var tests = built(of: kept) { $0.test(nodes[$1], title: titles[$1]) }
        var placeAmongKept = Array(repeating: 0, count: nodes.count)
        for (place, number) in kept.enumerated() { placeAmongKept[number] = place }
        tests.arrange(order.filter { !isRepeated[$0] }.map { placeAmongKept[$0] })
        rules.tests = tests
    }

    private mutating func test(_ node: SyntaxNode, title: String) -> RuleTest {
        let stages = stages(node, needsEvidence: false)
        if !isBroken(node), stages.allSatisfy(\.expectations.isEmpty) { reportIdle(title, node) }
        return RuleTest(
            title: title, stages: stages, origin: node.token(1).map { origin($0) } ?? origin(node))
    }

    private mutating func reportIdle(_ title: String, _ test: SyntaxNode) {
        report(
            "test-without-expectation", "the test \"\(title)\" expects nothing",
            at: test.token(1)?.place ?? test.place, .warning, label: "nothing is tried",
            help: ["write `expect { … }` with what the rules should say of this cluster"])
    }

    private mutating func reportRepeated(_ title: String, _ test: SyntaxNode, _ earlier: SyntaxNode) {
        report(
            "duplicate-name", "two tests are called \"\(title)\"", at: test.token(1)?.place ?? test.place,
            label: "called so again",
            notes: [Finding.Note(place: earlier.token(1)?.place ?? earlier.place, label: "first here")],
            help: ["give one of the two another name"])
    }

    /// The stages of a case or test in order of time, what stands outside of them told at each.
    private mutating func stages(_ node: SyntaxNode, needsEvidence: Bool) -> [Stage] {
        caseAtHand = node
        toldMembers = nil
        checkShares(node)
        var common = Stage(name: "now", origin: origin(node))
        tell(node, of: &common, needsEvidence)
        let nodes = node.all(.stageDeclaration)
        guard !nodes.isEmpty else {
            return [common]
        }
        let ordered = inOrder(nodes)
        var stages = ordered.map { item in
            var stage = stageHead(item.node)
            stage.previous = item.previous
            tell(item.node, of: &stage, needsEvidence)
            checkShares(item.node)
            return stage
        }
        checkDates(of: stages, at: ordered.map { $0.node.name?.place ?? $0.node.place })
        share(common, among: &stages)
        return stages
    }

    /// Collects the members that are told of, in all stages and in other members too.
    private func noteMembers(_ node: SyntaxNode, _ toldMembers: inout [Int: Set<String>]) {
        for member in node.each(.member) {
            if !member.has("gone", from: 2), let word = member.token(0), let name = member.token(1)?.text {
                // A member of a collection that is misspelt is told of all the same.
                toldMembers[names[.collection, word]?.index ?? -1, default: []].insert(name)
            }
            noteMembers(member, &toldMembers)
        }
        for stage in node.each(.stageDeclaration) { noteMembers(stage, &toldMembers) }
    }

    /// Whether the case tells of a member; a finding if not.
    mutating func checkTold(_ member: SyntaxToken, of collection: ID<Collection>) {
        var members = toldMembers ?? [:]
        if toldMembers == nil, let caseAtHand {
            noteMembers(caseAtHand, &members)
            toldMembers = members
        }
        let told = members[collection.index, default: []]
        guard !told.contains(member.text), !members[-1, default: []].contains(member.text) else { return }
        reportMissing(
            member, "no \(rules[collection].name) called `\(member.text)` is told of",
            near: [(rules[collection].name, told.sorted())])
    }

    // MARK: Order of stages

    /// Stages so that each stands behind the one it follows.
    private mutating func inOrder(_ nodes: [SyntaxNode]) -> [(node: SyntaxNode, previous: Int?)] {
        var kept: [SyntaxNode] = []
        for node in nodes {
            guard let name = node.name else { continue }
            if let earlier = kept.first(where: { $0.name?.text == name.text })?.name {
                report(
                    "duplicate-name", "the case has two stages called `\(name.text)`", at: name.place,
                    label: "told again", notes: [Finding.Note(place: earlier.place, label: "first here")],
                    help: ["give one of the two another name"])
            } else {
                kept.append(node)
            }
        }
        let stageNames = kept.compactMap { $0.name?.text }
        var before = kept.indices.map { $0 == 0 ? nil : $0 - 1 as Int? }
        for (place, node) in kept.enumerated() {
            guard let token = node.token(after: "after") else { continue }
            before[place] = stageNames.firstIndex(of: token.text)
            if before[place] == nil {
                reportMissing(
                    token, "the case has no stage called `\(token.text)`", near: [("stage", stageNames)])
            }
        }
        breakCircles(&before, kept)
        // Repeatedly the first stage in the file whose predecessor has been placed.
        var order: [Int] = []
        while order.count < kept.count {
            guard
                let next = kept.indices.first(where: { place in
                    !order.contains(place) && before[place].map(order.contains) ?? true
                })
            else { break }
            order.append(next)
        }
        return order.map { place in (kept[place], before[place].flatMap(order.firstIndex)) }
    }

    /// A stage lies behind the one it follows: it does not begin before that one has ended or begun.
    private mutating func checkDates(of stages: [Stage], at places: [Place]) {
        for (stage, place) in zip(stages, places) {
            guard let former = stage.previous,
                let end = stage.from ?? stage.to,
                let bound = (stage.from == nil ? nil : stages[former].to) ?? stages[former].from,
                end.upper < bound.lower
            else { continue }
            let previous = stages[former]
            let way =
                previous.to != nil && stage.from != nil
                ? "before `\(previous.name)` has ended" : "before `\(previous.name)`"
            report(
                "stage-order", "the stage `\(stage.name)` follows `\(previous.name)`, and lies \(way)",
                at: place, label: "too early",
                notes: [Finding.Note(place: places[former], label: "the stage before it")],
                help: [
                    "mend the dates, or put the stages into the order of time; `after` names the stage before"
                ])
        }
    }

    private mutating func breakCircles(_ before: inout [Int?], _ nodes: [SyntaxNode]) {
        for place in nodes.indices {
            var next = before[place], steps = 0
            while let current = next, current != place, steps <= nodes.count {
                next = before[current]
                steps += 1
            }
            guard next == place else { continue }
            let name = nodes[place].name
            report(
                "stage-order", "the stage `\(name?.text ?? "")` comes after itself",
                at: name?.place ?? nodes[place].place,
                label: "part of a circle", help: ["begin one stage without `after`"])
            before[place] = nil
        }
    }

    private mutating func stageHead(_ node: SyntaxNode) -> Stage {
        var stage = Stage(
            name: node.name?.text ?? "", title: node.string,
            origin: node.name.map { origin($0) } ?? origin(node))
        for period in node.all(.periodClause) {
            guard let value = period.first(.value), let word = period.token(0) else { continue }
            guard let days = day(value) else { continue }
            if word.spells("from") { stage.from = days } else { stage.to = days }
        }
        if let from = stage.from, let to = stage.to, from.lower > to.upper {
            report(
                "stage-order", "the stage `\(stage.name)` ends before it begins",
                at: node.name?.place ?? node.place,
                label: "`to` lies before `from`",
                help: ["exchange the dates behind `from` and `to`, or mend one"])
        }
        return stage
    }

    private mutating func day(_ node: SyntaxNode) -> TickRange? {
        let parts = LiteralParts(node)
        if case .success(let literal) = parts.literal() {
            if case .days(let days) = literal.content { return days }
            if literal.unit == nil, let year = literal.year { return year }
        }
        if node.token(0) != nil {
            report(
                "unit-mismatch", "`\(node.wording)` is no date", at: node.place, label: "a date belongs here",
                help: [ValueType.date.example])
        }
        return nil
    }

    // MARK: Telling

    /// What stands directly in a case, stage or test.
    private mutating func tell(_ node: SyntaxNode, of stage: inout Stage, _ needsEvidence: Bool) {
        stage.statements = statements(in: node, about: nil)
        for item in node.children {
            switch item.kind {
            case .questionClause: stage.questions.append(.init(text: item.string, origin: origin(item)))
            case .doneClause:
                let package = item.token(after: "as").flatMap { resolve($0, .package, as: Package.self) }
                stage.deeds.append(
                    .init(
                        text: item.string, by: item.token(after: "by")?.text, package: package,
                        citations: citations(item), origin: origin(item)))
            case .outcomeClause:
                stage.outcomes.append(
                    .init(text: item.string, citations: citations(item), origin: origin(item)))
            case .overrideClause: tell(override: item, in: node, of: &stage)
            case .expectClause:
                let expectations = expectations(item, needsEvidence)
                if stage.expectations.isEmpty {
                    stage.expectations = expectations
                } else {
                    stage.expectations += expectations
                }
            default: break
            }
        }
    }

    /// An adviser's own word on a package; a second one beside it is refused.
    private mutating func tell(override item: SyntaxNode, in node: SyntaxNode, of stage: inout Stage) {
        guard let word = item.token(1), let name = item.token(2),
            let package = resolve(name, .package, as: Package.self)
        else { return }
        if stage.overrides.contains(where: { $0.package == package }),
            let earlier = node.all(.overrideClause).compactMap({ $0.token(2) }).first(where: {
                $0.text == name.text
            })
        {
            return report(
                "duplicate-name", "the adviser decides on `\(name.text)` twice", at: name.place,
                label: "decided on again", notes: [Finding.Note(place: earlier.place, label: "first here")],
                help: ["keep one of the two"])
        }
        let strings = item.ownTokens.filter { $0.kind == .string }.map(\.stringValue)
        stage.overrides.append(
            Stage.Override(
                word.spells("add") ? .add : .reject, package, reason: strings.first ?? "",
                by: strings.dropFirst().first ?? "", origin: origin(item)))
    }

    /// What stands outside of the stages is told at each, unless a stage or one before it says otherwise.
    private func share(_ common: Stage, among stages: inout [Stage]) {
        shareStatements(common.statements, among: &stages)
        for place in stages.indices {
            stages[place].questions.insert(contentsOf: common.questions, at: 0)
            stages[place].deeds.insert(contentsOf: common.deeds, at: 0)
            stages[place].outcomes.insert(contentsOf: common.outcomes, at: 0)
            let decided = Set(stages[place].overrides.map(\.package))
            stages[place].overrides.insert(
                contentsOf: common.overrides.filter { !decided.contains($0.package) }, at: 0)
            stages[place].expectations.insert(contentsOf: common.expectations, at: 0)
        }
    }

    private func shareStatements(_ common: [Statement], among stages: inout [Stage]) {
        guard !common.isEmpty else { return }
        var told: [Set<Subject>] = []
        for place in stages.indices {
            var known = stages[place].statements.reduce(into: Set<Subject>()) { $1.addSubjects(to: &$0) }
            if let previous = stages[place].previous { known.formUnion(told[previous]) }
            told.append(known)
            stages[place].statements.insert(contentsOf: common.compactMap { $0.without(known) }, at: 0)
            stages[place].statements.joinMembers()
            stages[place].statements.putInOrder()
        }
    }
}
