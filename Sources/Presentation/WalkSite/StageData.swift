import Advice
import Inference
import RuleModel
import Training

/// A stage's answers to everything a page offers to say, as data for its script.
struct StageData {
    private let table: StageTable
    private let stop: WalkPlan.Stop
    private let topics: TopicTable
    private let told: ToldView
    private let reveal: RevealView
    private let words: WalkWords
    private let blocks: MarkBlocks
    private var moment: Moment { table.moment }
    private var rules: RuleBase { moment.rules }

    init(_ table: StageTable, at stop: WalkPlan.Stop, topics: TopicTable) {
        self.table = table
        self.stop = stop
        self.topics = topics
        told = ToldView(table.moment)
        reveal = RevealView(table.moment, LearnerAnswer())
        words = WalkWords(table.moment)
        blocks = MarkBlocks(words)
    }

    func json(_ fragments: inout FragmentTable) -> JSON {
        let stage = moment.told
        let title = stage.map { $0.title.isEmpty ? $0.name : $0.title } ?? ""
        let isWhole = told.isFirst || stop.beginsCase
        return .object([
            "case": .string(stop.cluster.name), "name": .string(stage?.name ?? ""), "place": .string(place),
            "number": .integer(moment.stage + 1), "heading": fragments.add(heading),
            "setting": fragments.add(setting),
            "title": .string(title.printable), "time": .string(told.time), "isWhole": .bool(isWhole),
            "known": fragments.add(isWhole ? told.whole : told.new),
            "whole": isWhole ? .null : fragments.add(told.whole),
            "question": fragments.add(told.asked),
            "notes": fragments.add(TrainerView(stop.notes).paragraphs),
            "facts": facts(&fragments),
            "grounds": .array(table.grounds.map { ground($0, &fragments) }),
            "packages": .array(table.packages.map { package($0, &fragments) }),
            "programme": .array(moment.answer.entries.map { entry($0, &fragments) }),
            "diagnoses": .array(table.diagnoses.map { diagnosis($0, &fragments) }),
            "bearing": .array(table.bearing.map { .integer($0) }),
            "history": fragments.add(history.inSentenceCase),
        ])
    }

    /// Where what is said at the stage is kept: by the stage's name, in a lesson by the case's as well.
    private var place: String {
        let name = moment.told?.name ?? ""
        return stop.place.lesson == nil ? name : "\(stop.cluster.name) \(name)"
    }

    /// Which case it is, where a lesson goes through several.
    private var heading: Prose {
        stop.place.lesson == nil ? "" : .told(CaseHeading.title(of: stop.cluster))
    }

    /// What is made there and where, told with the first stage of the case.
    private var setting: Prose {
        guard stop.place.lesson != nil, moment.stage == 0 else { return "" }
        return WalkStory.setting(of: stop.cluster).map { Prose.told($0) }.joined(by: " · ")
    }

    /// What was done and what came of it, and what the trainer says to it.
    private var history: [Document.Block] {
        let words = TrainerView(stop.debriefs)
        return reveal.history.blocks + (words.isEmpty ? [] : words.document.blocks)
    }

    /// What is told of the topics that anything is told of, by place.
    private func facts(_ fragments: inout FragmentTable) -> JSON {
        var told: [String: JSON] = [:]
        for (place, topic) in topics.topics.enumerated() {
            let blocks = FactView(topic, at: moment).told
            if !blocks.isEmpty { told["\(place)"] = fragments.add(blocks) }
        }
        return .object(told)
    }

    /// A condition with what sees it.
    private func ground(_ ground: Ground, _ fragments: inout FragmentTable) -> JSON {
        let made = table.diagnoses.indices.filter { ground.facts.contains(table.diagnoses[$0].fact) }
        let named = Set(ground.facts.compactMap { Topic($0) } + ground.places.map { Topic($0) })
        let look = HintView.place(ground, words)
        return .object([
            "topics": .array(named.map(topics.place).sorted().map { .integer($0) }),
            "diagnoses": .array(made.map { .integer($0) }),
            "about": .integer(topics.place(ground.topic)),
            "look": look.map { fragments.add($0) } ?? .null,
            "sign": .string(ground.verdict.sign), "text": fragments.add(words.phrase(ground)),
        ])
    }

    private func package(_ row: StageTable.Row, _ fragments: inout FragmentTable) -> JSON {
        let isSettled = !row.judgement.isUnsettled
        let kind: PackageMark.Kind = isSettled ? .wrong : .unsettled
        let mark = row.judgement.isAdvised ? "advised" : isSettled ? "wrong" : "unsettled"
        return .array([
            .string(mark), .string(blocks.sign(kind)), fragments.add(row.judgement.kind.prose),
            fragments.add(blocks.feedback(row.judgement)), read(row.judgement.feedback),
        ])
    }

    private func entry(_ entry: ProgrammeEntry, _ fragments: inout FragmentTable) -> JSON {
        let row = table.packages[entry.package.index]
        let rule = entry.reasons.first?.rule
        return .object([
            "package": .integer(entry.package.index), "text": fragments.add(reveal.heading(entry)),
            "terms": fragments.add(reveal.terms(entry)),
            "grounds": .array(row.grounds.map { .integer($0) }),
            "because": rule.map { fragments.add(Prose(rules[$0].because.asSentence)) } ?? .null,
            "cite": rule.map { fragments.add([.paragraph(words.cite($0))]) } ?? .null,
        ])
    }

    private func diagnosis(_ mark: DiagnosisMark, _ fragments: inout FragmentTable) -> JSON {
        let name = SayingWords(rules: rules, now: moment.now).name(mark.fact)
        var missed = mark
        missed.kind = .missed
        return .object([
            "name": .string(name.printable), "topic": .integer(topics.place(Topic(mark.fact))),
            "of": member(of: mark.fact), "value": value(of: mark.fact),
            "title": fragments.add(words.title(mark.fact)),
            "mark": .string(mark.kind == .right ? "right" : mark.kind == .wrong ? "wrong" : "unsettled"),
            "sign": .string(blocks.sign(mark.kind)), "remark": fragments.add(blocks.remark(mark)),
            "missed": fragments.add(blocks.remark(missed)),
            "below": fragments.add(blocks.feedback(mark)), "read": read(mark.feedback),
        ])
    }

    private func member(of fact: Fact) -> JSON {
        let member: MemberID? =
            switch fact {
            case .concept(_, let member), .classification(_, let member): member
            default: nil
            }
        return .text(
            member.flatMap { moment.now[$0] }.map { ($0.title.isEmpty ? $0.name : $0.title).printable })
    }

    private func value(of fact: Fact) -> JSON {
        guard case .classification(let value, _) = fact else { return .null }
        return .string(rules[value.classification].values[value.value].name)
    }

    /// The claims behind the rules that answer.
    private func read(_ feedback: [Feedback]) -> JSON {
        let claims = Set(feedback.flatMap { rules[$0.rule].claims })
        return .array(claims.sorted().map { .integer($0.index) })
    }
}
