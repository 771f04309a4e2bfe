// Lessons, which go through cases with a trainer's own words, and courses, which put lessons in order.

extension Parser {
    mutating func parseLesson() {
        let mark = open(.lessonDeclaration)
        bump()
        expectHeaderName("the name of the lesson")
        expectString("the title of the lesson")
        parseBlock(.lesson) { parser in
            switch parser.itemKeyword(of: .lesson) {
            case .case: parser.parseLessonCase()
            case .unsettles: parser.parseNames(.unsettlesClause, "the name of a misconception")
            case let keyword: parser.parseLessonText(keyword)
            }
        }
        close(mark)
    }

    /// `case sialkot`, whole, or with the stages that are walked between braces.
    private mutating func parseLessonCase() {
        let mark = open(.lessonCase)
        bump()
        expectName("the name of a case")
        if at(.leftBrace) {
            parseBlock(.lessonCase) { parser in
                switch parser.itemKeyword(of: .lessonCase) {
                case .stage: parser.parseLessonStage()
                case let keyword: parser.parseLessonText(keyword)
                }
            }
        }
        close(mark)
    }

    private mutating func parseLessonStage() {
        let mark = open(.lessonStage)
        bump()
        expectHeaderName("the name of a stage", isTitled: false)
        if at(.leftBrace) {
            parseBlock(.lessonStage) { $0.parseLessonText($0.itemKeyword(of: .lessonStage)) }
        }
        close(mark)
    }

    private mutating func parseLessonText(_ keyword: Keyword?) {
        parseText(.lessonField, "the text behind `\(keyword?.rawValue ?? "note")`")
    }

    mutating func parseCourse() {
        let mark = open(.courseDeclaration)
        bump()
        expectHeaderName("the name of the course")
        expectString("the title of the course")
        parseBlock(.course) { parser in
            switch parser.itemKeyword(of: .course) {
            case .lesson: parser.parseCourseLesson()
            case .exercise:
                let exercise = parser.open(.exerciseClause)
                parser.bump()
                parser.expectNumber("the number that the exercise is made from")
                parser.close(exercise)
            case let keyword: parser.parseLessonText(keyword)
            }
        }
        close(mark)
    }

    /// `lesson guarantees after one-voice, who-pays`
    private mutating func parseCourseLesson() {
        let mark = open(.courseLesson)
        bump()
        expectName("the name of a lesson")
        if take(.after) { expectNames("the name of a lesson") }
        close(mark)
    }
}
