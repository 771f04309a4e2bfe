// Lessons and courses.

extension FindingManual {
    static let lessons: [FindingPage] = [
        FindingPage(
            "later-stage-first", .warning,
            "a lesson walks a stage after one that came later",
            why:
                "A class that has seen the later stage knows how the earlier one went, and judges with hindsight.",
            example: """
                lesson example "An example" {
                  case valley { stage now  stage before }
                }
                """,
            instead: "Put the stages into the order of time, or leave one of them out.",
            unseen: "Another case, or a trainer's own words, that give away what came."),
        FindingPage(
            "lesson-order", .error,
            "a course does not have first what a lesson builds on",
            why:
                "A course is taken from the top. Who comes to the lesson would lack what it takes for granted.",
            example: """
                lesson look "A first look" { case valley }
                lesson wait "Waiting" { case valley }
                course example "An example" {
                  lesson wait after look
                  lesson look
                }
                """,
            instead: "Put the lessons into the order in which they build on each other.",
            unseen: "A lesson that builds on another one and does not say so."),
        FindingPage(
            "lesson-without-case", .error,
            "a lesson goes through no case",
            why: "There is nothing to walk, and a course that has the lesson could never be ended.",
            example: """
                lesson example "An example" {
                  teaches "To look before prescribing."
                }
                """,
            instead: "Write `case NAME`, or `case NAME { stage NAME }` for some of its stages.",
            unseen: "A case that has nothing to do with what the lesson teaches."),
    ]
}
