import Advice
import Inference
import Presentation
import RuleModel
import Workspace

/// An interview by line: prints a question, reads an answer, writes it into the case, and goes on.
struct InterviewLoop {
    private let checked: CheckedRules
    private let options: AdviceOptions
    private let view: ViewOptions
    private var file: CaseFile
    private let stage: Int
    /// What was asked already, in order, each with the file's text before it was answered.
    private var asked: [(place: ReadingPlace, before: [UInt8])] = []
    /// What the stage said when the interview began, be it a guess or that nobody knows.
    private let said: Set<ReadingPlace>

    /// - Throws: `SourceError` or `Refusal` when the case cannot be read or the rules cannot be trusted.
    init(_ name: String, sources: SourceOptions, options: AdviceOptions, view: ViewOptions) throws {
        checked = CheckedRules(try sources.finder.sources(rules: sources.rules, forCase: name))
        try checked.sources.requireRead(case: name)
        let cluster = try checked.cluster(name)
        try Session.refuseBroken(checked, about: cluster)
        stage = try checked.stage(options.stage, of: cluster)
        self.options = options
        self.view = view
        file = try CaseFile(of: cluster, stage: stage, in: checked, workingFolder: Output.workingFolder)
        if file.isToBeCopied {
            Output.write("The program carries this case; your answers go into a copy, \(file.name).\n\n")
        }
        let now = checked.request(cluster, stage: stage).history.last ?? Situation()
        said = now.placesToldNow
    }

    mutating func run() throws {
        var state = try consult()
        while let query = state.interview.next(
            passing: said.union(asked.map(\.place)), after: asked.last?.place)
        {
            let screen = QueryView(
                query, of: state.answer, history: state.request.history,
                choices: checked.advising.choices(at: query.place))
            if !asked.isEmpty { Output.write("\n") }
            view.show(
                screen.document(number: asked.count + 1, undecided: state.interview.undecided.count))
            guard try answer(query, screen, &state) else { return finish(state) }
        }
        Output.write("\nNothing is left to ask that would change the advice.\n")
        finish(state)
    }

    /// Reads lines until one answers the question, takes it back, or ends the interview.
    ///
    /// - Returns: Whether to go on.
    private mutating func answer(
        _ query: Interview.Query, _ screen: QueryView, _ state: inout Consulted
    ) throws -> Bool {
        while true {
            guard let line = Input.line(prompt: screen.prompt) else { return false }
            let words = line.trimmed
            switch InterviewWord(words) {
            case .quit: return false
            case .help: Output.write(InterviewWord.helpText)
            case .why: view.show(screen.why)
            case .explain: explain(query.place)
            case .show:
                view.show(
                    StandingView(
                        state.answer, undecided: state.interview.undecided.count,
                        history: state.request.history
                    ).document)
            case .back:
                guard let last = asked.popLast() else {
                    Output.write("This is the first question.\n")
                    continue
                }
                try file.takeBack(last.before)
                state = try consult()
                return true
            case .skip:
                asked.append((query.place, file.bytes))
                return true
            case .unknown:
                let before = file.bytes
                if let told = SpokenAnswer.unknown(query.place, now: state.now, rules: checked.advising) {
                    try tell(told)
                    state = try consult()
                }
                asked.append((query.place, before))
                return true
            case nil where words.isEmpty: Output.write(InterviewWord.helpText)
            case nil:
                switch SpokenAnswer(words, to: query.place, now: state.now, rules: checked.advising) {
                case .unclear(let findings, let text):
                    let texts = SourceTexts([text.name: text.bytes])
                    // What is wrong further on may only follow from the first.
                    view.show(FindingsView(Array(findings.prefix(1)), texts: texts).document)
                case .said(let statements):
                    let before = file.bytes
                    guard try tell(statements) else { continue }
                    asked.append((query.place, before))
                    let was = state
                    state = try consult()
                    let settled = whatIf(was.request, before: was.evaluation, after: state.evaluation)
                    view.show(
                        SettledView(settled, history: state.request.history, rules: checked.advising)
                            .document)
                    return true
                }
            }
        }
    }

    /// Puts statements into the file, whole or not at all.
    @discardableResult
    private mutating func tell(_ statements: [Statement]) throws -> Bool {
        if try file.tell(statements) { return true }
        Output.write("That cannot be written into the case; say it otherwise, or skip it.\n")
        return false
    }

    /// The advice as it is with what the file says now.
    private struct Consulted {
        var request: AdviceRequest
        var evaluation: any Evaluation
        var answer: Answer
        var interview: Interview
        var now: Situation { request.history.last ?? Situation() }
    }

    private func consult() throws -> Consulted {
        var request = checked.request(file.cluster, stage: stage)
        request.lens = try options.lensChoice(in: checked.advising)
        request.atMost = options.atMost
        request.asksQuestions = false
        let consultation = Consultation(request, evaluate: checked.evaluator)
        return Consulted(
            request: request, evaluation: consultation.evaluation, answer: consultation.answer,
            interview: Interview(request, consultation.evaluation))
    }

    private func explain(_ place: ReadingPlace) {
        let name: String
        switch place {
        case .diagnostic(let id): name = checked.advising[id].name
        case .attribute(let id, _): name = checked.advising[id].name
        case .concept(let id, _): name = checked.advising[id].name
        case .classification(let id, value: _, _): name = checked.advising[id].name
        case .inForce(let id): name = checked.advising[id].name
        case .allListed(let id, of: _): name = checked.advising[id].name
        }
        view.show(VocabularyView(checked.advising, named: name).document)
    }

    private func finish(_ state: Consulted) {
        let standing = StandingView(
            state.answer, undecided: state.interview.undecided.count, history: state.request.history)
        view.show(standing.document)
        Output.write(
            (file.isToBeCopied
                ? "" : "Your answers are in \(file.name). Go on with: distretto ask \(file.cluster.name)\n")
                + "The whole advice: distretto recommend \(file.cluster.name)\n")
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
