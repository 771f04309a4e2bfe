// Lessons and courses in notation.

/// Writes lessons and courses in the notation, as `print(_:)` does a rule base.
public func print(_ teaching: Teaching) -> String {
    var writer = NotationWriter(rules: RuleBase())
    writer.write("language 1")
    for lesson in teaching.lessons { writer.write(lesson) }
    for course in teaching.courses { writer.write(course) }
    return writer.text
}

extension NotationWriter {
    fileprivate mutating func write(_ lesson: Lesson) {
        block("lesson \(lesson.name) \(quoted(lesson.title))") { writer in
            writer.write("teaches", lesson.teaches)
            writer.write("note", lesson.notes)
            if !lesson.unsettles.isEmpty {
                writer.write("unsettles \(lesson.unsettles.joined(separator: ", "))")
            }
            for part in lesson.parts { writer.write(part) }
        }
    }

    private mutating func write(_ part: Lesson.Part) {
        let head = "case \(part.caseName)"
        guard !part.notes.isEmpty || !part.stops.isEmpty else { return write(head) }
        block(head) { writer in
            writer.write("note", part.notes)
            for stop in part.stops { writer.write(stop) }
        }
    }

    private mutating func write(_ stop: Lesson.Stop) {
        let head = "stage \(stop.stage)"
        guard !stop.questions.isEmpty || !stop.notes.isEmpty || !stop.debriefs.isEmpty else {
            return write(head)
        }
        block(head) { writer in
            writer.write("question", stop.questions)
            writer.write("note", stop.notes)
            writer.write("debrief", stop.debriefs)
        }
    }

    fileprivate mutating func write(_ course: Course) {
        block("course \(course.name) \(quoted(course.title))") { writer in
            writer.write("teaches", course.teaches)
            writer.write("note", course.notes)
            for step in course.steps {
                let after = step.after.isEmpty ? "" : " after \(step.after.joined(separator: ", "))"
                writer.write("lesson \(step.lesson)\(after)")
            }
            for exercise in course.exercises { writer.write("exercise \(exercise)") }
        }
    }

    private mutating func write(_ keyword: String, _ texts: [String]) {
        for text in texts { write("\(keyword) \(quoted(text))") }
    }
}
