/// The kinds of `{ … }` blocks, with what may stand in them.
enum Block {
    case source, claim, dispute, section, collection, packageAttributes, package, phase, rule, misconception
    case table
    case caseFile, stage, test, member, disputed, expect
    case lesson, lessonCase, lessonStage, course

    /// How the author would call it.
    var name: String {
        switch self {
        case .source: "the source"
        case .claim: "the block behind the claim"
        case .dispute: "the dispute"
        case .section: "the section"
        case .collection: "the collection"
        case .packageAttributes: "`package attributes`"
        case .package: "the package"
        case .phase: "the phase"
        case .rule: "the rule"
        case .misconception: "the misconception"
        case .table: "the table"
        case .caseFile: "the case"
        case .stage: "the stage"
        case .test: "the test"
        case .member: "the member"
        case .disputed: "the list of disputed values"
        case .expect: "`expect`"
        case .lesson: "the lesson"
        case .lessonCase: "the case of the lesson"
        case .lessonStage: "the stage of the lesson"
        case .course: "the course"
        }
    }

    /// The words that begin an item, for finding the next one and for mending a misspelt one.
    var keywords: [Keyword] {
        switch self {
        case .source: [.authors, .title, .publisher, .note, .year]
        case .claim: [.notEncoded]
        case .dispute: [.side, .turnsOn]
        case .section: [.diagnostic, .collection, .concept, .classification]
        case .collection: [.collection]
        case .packageAttributes, .disputed: []
        case .package: [.about, .role, .phase, .pays, .measure, .stop, .monitor, .failure]
        case .phase: [.pays]
        case .rule:
            [
                .for, .when, .unless, .because, .from, .conclude, .recommend, .advise, .caution, .require,
                .sequence, .prefer, .choose, .withdraw, .assign,
            ]
        case .misconception: [.for, .when, .unless, .because, .from, .recommend, .advise, .unsettledBy]
        case .table: [.columns, .row, .because]
        case .caseFile:
            [
                .country, .place, .sector, .teaches, .signedOff, .note, .stage, .question, .done, .outcome,
                .override, .expect,
            ]
        case .stage, .member: [.question, .done, .outcome, .override, .expect]
        case .test: [.stage, .question, .done, .outcome, .expect]
        case .expect:
            [
                .recommend, .advise, .caution, .require, .sequence, .prefer, .withdraw, .choose, .assign,
                .contested, .report, .rule,
            ]
        case .lesson: [.teaches, .note, .unsettles, .case]
        case .lessonCase: [.note, .stage]
        case .lessonStage: [.question, .note, .debrief]
        case .course: [.teaches, .note, .lesson, .exercise]
        }
    }

    /// Whether facts about a cluster are told in it.
    var tellsFacts: Bool { [.caseFile, .stage, .test, .member].contains(self) }

    /// Whether an item may begin with a name, so that any word is a beginning.
    var takesNames: Bool {
        switch self {
        case .collection, .packageAttributes, .package, .rule, .misconception, .caseFile, .stage, .test,
            .member, .disputed, .expect:
            true
        case .source, .claim, .dispute, .section, .phase, .table, .lesson, .lessonCase, .lessonStage,
            .course:
            false
        }
    }

    /// What could stand in the block, for a complaint about what does.
    var wanted: String {
        switch self {
        case .source: "`authors`, `title`, `year`, `publisher` or `note`"
        case .claim: "`not-encoded`"
        case .dispute: "`side` or `turns-on`"
        case .section: "a diagnostic, collection, concept or classification"
        case .collection, .packageAttributes: "an attribute such as `share: percent of \"…\"`"
        case .package: "a clause of the package"
        case .phase: "`pays`"
        case .rule: "a clause of the rule, such as `when`, `unless`, a conclusion, `because` or `from`"
        case .misconception:
            "a clause such as `when`, `recommend`, `advise against`, `because`, `from` or `unsettled-by`"
        case .table: "`columns`, `row` or `because`"
        case .caseFile, .stage, .test, .member: "a reading such as `producers = 300` or `trust is high`"
        case .disputed: "a value with the document that gives it"
        case .expect: "an expectation"
        case .lesson: "`teaches`, `note`, `unsettles` or `case`"
        case .lessonCase: "`stage` or `note`"
        case .lessonStage: "`question`, `note` or `debrief`"
        case .course: "`teaches`, `note`, `lesson` or `exercise`"
        }
    }
}

/// Where a block was opened.
struct BlockOpening {
    var block: Block
    var brace: Range<Int>
}
