import ArgumentParser
import Presentation
import RuleModel
import Training
import Workspace

/// A walk through a case by line: shows a stage, takes what the learner says, and goes on.
struct WalkLoop {
    enum Pace { case alone, inClass }

    private let checked: CheckedRules
    private let plan: WalkPlan
    private let view: ViewOptions
    private let pace: Pace
    private(set) var session: SessionFile
    /// How this session is gone on with.
    private let command: String
    private var stop = 0
    private var moment: Moment
    private var learner = LearnerAnswer()
    /// In class: the advice has been shown, and what was done has not.
    private var historyIsWaiting = false
    private(set) var isOver = false

    init(
        _ plan: WalkPlan, in checked: CheckedRules, session: SessionFile, pace: Pace, command: String,
        view: ViewOptions
    ) throws {
        self.checked = checked
        self.plan = plan
        self.session = session
        self.pace = pace
        self.command = command
        self.view = view
        guard let first = plan.stops.first else {
            throw Refusal("`\(plan.lesson ?? plan.title)` goes through no stage of a case")
        }
        moment = checked.moment(of: first.cluster, stage: first.stage)
        // Every line is understood before anything is asked.
        for place in plan.stops.indices { _ = try checked.walked(plan.stops[place], session) }
        try enter(plan.firstOpen(in: session.journal))
    }

    // MARK: Where the walk stands

    private mutating func enter(_ place: Int?) throws {
        historyIsWaiting = false
        isOver = place == nil
        stop = place ?? plan.stops.count - 1
        let now = try checked.walked(plan.stops[stop], session)
        (moment, learner) = (now.moment, now.learner)
    }

    // MARK: By line

    mutating func run() throws {
        if isOver {
            try sumUp()
            let whole = plan.lesson == nil ? "case" : "lesson"
            Output.write("\nThis \(whole) has been walked. To begin it anew: \(command) --again\n")
            return
        }
        if plan.isBegun(in: session.journal) {
            Output.write("The walk goes on where it was left.\n\n")
        } else {
            Output.write("Say what you see and what you would do. Type help for the words.\n\n")
        }
        showStage()
        InterruptedTyping.lookOut()
        while !isOver {
            guard !InterruptedTyping.hasCome, let line = Input.line(prompt: prompt) else {
                leave()
                if InterruptedTyping.hasCome { throw ExitCode(InterruptedTyping.exitCode) }
                return
            }
            guard try take(line) else { return leave() }
        }
        try sumUp()
        leave(isOver: true)
    }

    private var prompt: String {
        let name = moment.told?.name ?? ""
        let shown = name.isEmpty ? moment.cluster.name : name
        return learner.isRevealed ? "\(shown), shown> " : "\(shown)> "
    }

    /// - Returns: Whether to go on.
    private mutating func take(_ line: String) throws -> Bool {
        switch WalkWord(line) {
        case .quit: return false
        case .help: Output.write(WalkWord.helpText)
        case .situation: view.show(ToldView(moment).document(isWhole: true))
        case .mine: view.show(LearnerView(moment, learner).document)
        case .find(let text): view.show(CatalogueView(checked.advising, matching: text).document)
        case .card(let text): card(text)
        case .back: try goBack()
        case .next: try goOn()
        case nil where line.allSatisfy(\.isWhitespace):
            if learner.isRevealed { try goOn() } else { Output.write("Type help for the words.\n") }
        case nil: try say(line)
        }
        return true
    }

    private func card(_ text: String) {
        let words = LearnerWords(rules: checked.advising, now: moment.now)
        if let package = words.package(text) {
            view.show(CardView(package, rules: checked.advising).document)
        } else {
            Output.write("No one package is called “\(Self.shortened(text))”.\n")
            view.show(CatalogueView(checked.advising, matching: text).document)
        }
    }

    private mutating func say(_ line: String) throws {
        let words = LearnerWords(rules: checked.advising, now: moment.now)
        switch words.understand(line, of: learner) {
        case .otherwise: Output.write("That is none of the words of a walk. Type help for them.\n")
        case .incomplete: Output.write("Name something behind it, such as a word that find shows.\n")
        case .unknown(let text, let near):
            let meant = near.map { "`\($0)`" }.joined(separator: " or ")
            Output.write(
                "Nothing to be said here is called `\(Self.shortened(text))`."
                    + (meant.isEmpty ? " Look for it with: find WORD\n" : " Did you mean \(meant)?\n"))
        case .said(let sayings):
            for saying in sayings { try take(saying, words) }
        }
    }

    private mutating func take(_ saying: Saying, _ words: LearnerWords) throws {
        guard !learner.isRevealed else {
            Output.write(
                "The answer has been shown; nothing counts after it. next goes on, back takes it back.\n")
            return
        }
        let hint = saying == .hint ? moment.nextHint(for: learner) : nil
        if saying == .hint, hint == nil {
            Output.write("There is nothing left to hint at.\n")
            return
        }
        var after = learner
        after.take(saying, at: moment)
        // What is said again would have to be taken back twice.
        if after == learner, saying.isStatement {
            Output.write("said already: \(words.text(saying))\n")
            return
        }
        let place = plan.stops[stop].place
        try session.change { $0.say(words.text(saying), at: place) }
        learner = after
        switch saying {
        case .hint: if let hint { view.show(HintView(hint, at: moment).document) }
        case .ask(let topic): view.show(FactView(topic, at: moment).document)
        case .check where pace == .inClass:
            Output.write("In class the answers wait: the trainer types reveal.\n")
        case .check: view.show(MarksView(moment, learner).document)
        case .reveal: try reveal()
        case .propose(let package):
            Output.write("proposed: \(Self.title(of: package, in: checked.advising))\n")
        default: Output.write("noted: \(words.text(saying))\n")
        }
    }

    /// Enough of what was typed to know it again, whatever fell on the keyboard.
    private static func shortened(_ text: String) -> String {
        text.count > 60 ? text.prefix(60) + "…" : text
    }

    private static func title(of package: ID<Package>, in rules: RuleBase) -> String {
        rules[package].title.isEmpty ? rules[package].name : rules[package].title
    }

    // MARK: On and back

    private mutating func reveal() throws {
        view.show(RevealView(moment, learner).advice)
        if pace == .inClass {
            historyIsWaiting = true
            Output.write("\nEnter shows what was done.\n")
            return
        }
        Output.write("\n")
        showHistory()
        try goOn()
    }

    private func showHistory() {
        view.show(RevealView(moment, learner).history)
        let words = TrainerView(plan.stops[stop].debriefs)
        if !words.isEmpty {
            Output.write("\n")
            view.show(words.document)
        }
    }

    private mutating func goOn() throws {
        guard learner.isRevealed else {
            Output.write("The rules' answer has not been shown yet: type reveal.\n")
            return
        }
        if historyIsWaiting {
            historyIsWaiting = false
            showHistory()
            Output.write("\nEnter goes on.\n")
            return
        }
        Output.write("\n")
        try enter(plan.firstOpen(in: session.journal))
        if !isOver { showStage() }
    }

    private mutating func goBack() throws {
        var taken: (stop: Int, text: String)?
        let places = plan.stops.map(\.place)
        try session.change { taken = $0.takeBack(from: places) }
        guard let taken else {
            Output.write("There is nothing to take back.\n")
            return
        }
        let before = stop
        try enter(taken.stop)
        Output.write("taken back: \(taken.text)\n")
        if stop != before { showStage() }
    }

    private func showStage() {
        let now = plan.stops[stop]
        view.show(ToldView(moment).document(isWhole: now.beginsCase))
        let words = TrainerView(now.notes)
        if !words.isEmpty {
            Output.write("\n")
            view.show(words.document)
        }
        Output.write("\n")
    }

    private func sumUp() throws {
        let walked = try plan.stops.map { try checked.walked($0, session) }
        view.show(
            SummaryView(
                summary(of: walked, in: checked.advising), teaches: plan.teaches,
                of: plan.lesson == nil ? "case" : "lesson", rules: checked.advising
            ).document)
        let evidence = try checked.evidence(of: session.journal, with: plan.cases, file: session.name)
        guard let match = beliefMatches(evidence, packages: checked.advising.packages.count).first,
            match.isNamed
        else { return }
        let walks = session.journal.walks.map(\.caseName)
        Output.write("\n")
        view.show(
            BeliefsView(
                match, unsettling: checked.unsettling(match.misconception, walked: walks),
                rules: checked.advising
            ).document)
    }

    private func leave(isOver: Bool = false) {
        guard plan.isBegun(in: session.journal) else { return }
        Output.write(
            "\nThe walk is in \(session.name)." + (isOver ? "\n" : " Go on with: \(command)\n"))
    }
}
