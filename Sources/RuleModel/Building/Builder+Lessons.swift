import Notation

// Lessons and courses: which cases and stages they name, and whether their order can be kept.

extension Builder {
    /// - Parameter cases: All that were built, in order of name.
    mutating func teaching(_ cases: [ClusterCase]) -> Teaching {
        var teaching = Teaching()
        teaching.lessons = declarations[.lesson].map { lesson($0, cases) }
        teaching.courses = declarations[.course].map { course($0) }
        return teaching
    }

    private mutating func lesson(_ declared: Declared, _ cases: [ClusterCase]) -> Lesson {
        let node = declared.node
        let nodes = node.all(.lessonCase)
        let beliefs = node.all(.unsettlesClause).flatMap { $0.names() }.filter {
            resolve($0, .misconception, as: Misconception.self) != nil
        }
        if nodes.isEmpty, !isBroken(node) {
            report(
                "lesson-without-case", "the lesson `\(declared.name)` goes through no case",
                at: declared.token.place, label: "there is nothing to walk",
                help: ["write `case NAME`, or `case NAME { stage NAME … }` for some of its stages"])
        }
        return Lesson(
            name: declared.name, title: node.string, teaches: node.texts("teaches"),
            notes: node.texts("note"), unsettles: beliefs.map(\.text),
            parts: nodes.compactMap { part($0, cases) }, origin: origin(declared.token))
    }

    private mutating func part(_ node: SyntaxNode, _ cases: [ClusterCase]) -> Lesson.Part? {
        guard let token = node.token(1), resolve(token, .clusterCase, as: ClusterCase.self) != nil,
            let cluster = cases.first(where: { $0.name == token.text })
        else { return nil }
        var part = Lesson.Part(caseName: cluster.name, notes: node.texts("note"))
        var seen: [Int: SyntaxToken] = [:]
        for stop in node.all(.lessonStage) {
            guard let name = stop.name else { continue }
            guard let place = cluster.stages.firstIndex(where: { $0.name == name.text }) else {
                // What the parser did not understand of the case may be this stage.
                if isBrokenCase(cluster.name) { continue }
                reportMissing(
                    name, "the case `\(cluster.name)` has no stage called `\(name.text)`",
                    near: [("stage", cluster.stages.map(\.name))])
                continue
            }
            if let earlier = seen[place] {
                report(
                    "duplicate-name", "the lesson walks the stage `\(name.text)` twice", at: name.place,
                    label: "walked again", notes: [Finding.Note(place: earlier.place, label: "first here")],
                    help: ["leave one of the two out"])
                continue
            }
            checkHindsight(name, place, seen, cluster)
            seen[place] = name
            part.stops.append(
                Lesson.Stop(
                    stage: name.text, questions: stop.texts("question"), notes: stop.texts("note"),
                    debriefs: stop.texts("debrief")))
        }
        return part
    }

    private func isBrokenCase(_ name: String) -> Bool {
        declarations[.clusterCase].first { $0.name == name }.map { isBroken($0.node) } ?? false
    }

    /// Whoever has seen the later stage knows how the earlier one went.
    private mutating func checkHindsight(
        _ name: SyntaxToken, _ place: Int, _ seen: [Int: SyntaxToken], _ cluster: ClusterCase
    ) {
        guard let later = seen.keys.filter({ cluster.stages.leads(from: place, to: $0) }).min(),
            let token = seen[later]
        else { return }
        report(
            "later-stage-first",
            "the lesson walks `\(name.text)` after `\(token.text)`, which came later", at: name.place,
            .warning, label: "the class knows by now how this ended",
            notes: [Finding.Note(place: token.place, label: "the later stage")],
            help: ["put the stages into the order of time, or leave one out"])
    }

    private mutating func course(_ declared: Declared) -> Course {
        let node = declared.node
        var steps: [Course.Step] = []
        let nodes = node.all(.courseLesson)
        let places = Dictionary(
            nodes.enumerated().compactMap { place, step in step.name.map { ($0.text, place) } }
        ) { first, _ in first }
        for (place, step) in nodes.enumerated() {
            guard let name = step.name, resolve(name, .lesson, as: Lesson.self) != nil else { continue }
            if let first = places[name.text], first != place {
                report(
                    "duplicate-name", "the course has the lesson `\(name.text)` twice", at: name.place,
                    label: "taken again",
                    notes: [nodes[first].name.map { Finding.Note(place: $0.place, label: "first here") }]
                        .compactMap { $0 }, help: ["leave one of the two out"])
                continue
            }
            let before = step.names(from: 2).filter { $0.text != "after" }
            steps.append(
                Course.Step(
                    lesson: name.text,
                    after: before.filter { checkOrder($0, before: place, places) }.map(\.text)))
        }
        let exercises = node.all(.exerciseClause).compactMap { seed($0) }
        return Course(
            name: declared.name, title: node.string, teaches: node.texts("teaches"),
            notes: node.texts("note"), steps: steps, exercises: exercises, origin: origin(declared.token))
    }

    /// Whether a lesson that another one builds on has been taken by then.
    private mutating func checkOrder(
        _ name: SyntaxToken, before place: Int, _ places: [String: Int]
    ) -> Bool {
        guard resolve(name, .lesson, as: Lesson.self) != nil else { return false }
        guard let wanted = places[name.text] else {
            report(
                "lesson-order", "`\(name.text)` has to come first, and the course does not have it",
                at: name.place, label: "no lesson of this course",
                help: ["write `lesson \(name.text)` further up in the course"])
            return false
        }
        guard wanted >= place else { return true }
        report(
            "lesson-order",
            wanted == place
                ? "`\(name.text)` would have to come before itself"
                : "`\(name.text)` has to come first, and comes later in the course",
            at: name.place, label: "not taken by then",
            help: [
                "a course is taken from the top; put the lessons into the order in which they build on each other"
            ])
        return false
    }

    private mutating func seed(_ node: SyntaxNode) -> Int? {
        guard let token = node.token(1), !token.isMissing else { return nil }
        if let number = token.integer { return number }
        report(
            "number-too-precise", "an exercise is made from a whole number, and `\(token.text)` is none",
            at: token.place, label: "a whole number belongs here", help: ["write it as `exercise 7`"])
        return nil
    }
}

extension SyntaxNode {
    /// The texts of its fields of a name, in order.
    fileprivate func texts(_ name: String) -> [String] {
        all(.lessonField).filter { $0.token(0)?.text == name }.map(\.string)
    }
}

extension [Stage] {
    /// Whether one stage comes before another one, over those between.
    fileprivate func leads(from first: Int, to second: Int) -> Bool {
        var next = self[second].previous
        while let place = next, place != first { next = self[place].previous }
        return next == first
    }
}
