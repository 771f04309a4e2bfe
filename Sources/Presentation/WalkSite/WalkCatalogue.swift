import RuleModel
import Training

/// What all cases of a walk's site share: the words that can be named, packages with their cards, claims to
/// read, and the words of marks.
struct WalkCatalogue {
    let rules: RuleBase
    let topics: TopicTable
    private let phraser: Phraser
    private let marks: MarkBlocks

    static let path = "catalogue.js"

    init(_ rules: RuleBase, topics: TopicTable) {
        self.rules = rules
        self.topics = topics
        phraser = Phraser(rules: rules, history: [])
        marks = MarkBlocks(WalkWords(phraser))
    }

    /// As a script that only sets it down: a page opened from a file can load no other data.
    ///
    /// - Parameter lessons: under which what was said in them is kept.
    func file(beliefs: JSON, lessons: [String]) -> SiteFile {
        let data = JSON.object([
            "topics": .array(topicEntries), "packages": .array(packageEntries),
            "claims": .array(rules.claims.indices.map { claim(ID($0)) }),
            "sections": .array(rules.sections.map { FragmentTable.source(Prose($0.title)) }),
            "criteria": .array(criteria), "words": words, "beliefs": beliefs,
            "lessons": .array(lessons.map(JSON.string)),
        ])
        return SiteFile(path: Self.path, text: "window.distrettoWalk = \(data.scriptText);\n")
    }

    private var topicEntries: [JSON] {
        let words = SayingWords(rules: rules, now: Situation())
        var taken: Set<String> = []
        return topics.topics.map { topic in
            let name = words.name(topic)
            let question = phraser.question(about: topic)
            return .object([
                "name": .string(name), "kind": .string(topic.kind),
                // A word that another is called by as well stands for the first of them.
                "offered": .bool(taken.insert(name).inserted),
                "question": .string(question.printable),
                "asked": FragmentTable.source([.paragraph(.strong(question))]),
                "title": .string(title(topic).printable), "shown": .string(shown(topic).printable),
                "section": .integer(rules.section(of: topic).map(\.index) ?? -1),
            ])
        }
    }

    private func title(_ topic: Topic) -> String {
        switch topic {
        case .concept(let id): rules[id].title
        case .classification(let id): rules[id].title
        case .attribute(let id):
            "\(phraser.question(about: topic)) (of each \(rules[rules[id].collection].name))"
        default: phraser.question(about: topic)
        }
    }

    /// As a summary names it.
    private func shown(_ topic: Topic) -> String {
        if case .collection(let id) = topic { return rules[id].plural }
        return SayingWords(rules: rules, now: Situation()).name(topic)
    }

    private var packageEntries: [JSON] {
        rules.packages.indices.map { place in
            let package = rules.packages[place], id = ID<Package>(place)
            return .object([
                "name": .string(package.name), "title": .string(phraser.title(of: id).printable),
                "about": .string(package.about.printable),
                "card": FragmentTable.source(CardView(id, rules: rules).details),
                "criteria": .array(package.criteria.map { .integer($0.criterion.index) }),
            ])
        }
    }

    private func claim(_ id: ID<Claim>) -> JSON {
        .array([
            FragmentTable.source(.citation(rules[id].name) + Prose(" \(rules[id].text)")),
            FragmentTable.source(phraser.citations(rules[id].citations)),
        ])
    }

    private var criteria: [JSON] {
        rules.criteria.map { declared in
            .object([
                "title": FragmentTable.source(Prose(declared.title.isEmpty ? declared.name : declared.title)),
                "claims": FragmentTable.source([.paragraph(phraser.claims(declared.claims))]),
            ])
        }
    }

    /// What a page says of a mark, as the terminal does.
    private var words: JSON {
        func mark(_ kind: PackageMark.Kind) -> JSON {
            .array([.string(marks.sign(kind)), FragmentTable.source(marks.word(kind) ?? "")])
        }
        return .object([
            "found": mark(.found), "byLuck": mark(.byLuck), "missed": mark(.missed),
            "afterHints": .array((1...Hint.levels).map { mark(.afterHints($0)) }),
            "seen": FragmentTable.source(MarkBlocks.seen),
            "unseen": FragmentTable.source(MarkBlocks.unseen),
            "restsOn": FragmentTable.source(MarkBlocks.restsOn),
            "takenBack": FragmentTable.source(MarkBlocks.takenBack),
            "untold": FragmentTable.source([.paragraph(FactView.nothing)]),
            "hints": .array(HintView.leads.map { .string($0) }),
        ])
    }
}
