/// What was said on walks, line by line as it was said: what a session's file holds.
///
///     walk 1
///     case orchards
///     stage harvest
///     matters trust
///     propose cold-store
///     reveal
///
/// A case that is walked in a lesson says so: `case orchards in one-voice`. A journal says nothing about verdicts. Played through again, it gives the same marks under the same
/// rules, and those of new rules under new ones.
public struct Journal: Hashable, Sendable {
    /// The walk through one case, as far as it went.
    public struct Walk: Hashable, Sendable {
        public var caseName: String
        /// The lesson that goes through it; `nil` where it is walked for itself.
        public var lesson: String?
        public var stages: [Stage]
        public init(caseName: String, lesson: String? = nil, stages: [Stage] = []) {
            self.caseName = caseName
            self.lesson = lesson
            self.stages = stages
        }
    }
    public struct Stage: Hashable, Sendable {
        public var name: String
        public var lines: [Line]
        public init(name: String, lines: [Line] = []) {
            self.name = name
            self.lines = lines
        }
    }
    /// A saying in words, and where its file has it; 0 for one just said.
    public struct Line: Hashable, Sendable {
        public var text: String
        public var number: Int
        public init(_ text: String, number: Int = 0) {
            self.text = text
            self.number = number
        }
        public static func == (left: Line, right: Line) -> Bool { left.text == right.text }
        public func hash(into hasher: inout Hasher) { hasher.combine(text) }
    }

    public var walks: [Walk] = []

    public init() {}

    /// Why a text is no journal.
    public struct Fault: Error, Hashable, Sendable {
        /// Counted from 1.
        public var line: Int
        public var text: String
    }

    /// The line that a journal begins with.
    public static let beginning = "walk 1"

    public init(_ text: String) throws(Fault) {
        var isBegun = false
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            let fault = Fault(line: index + 1, text: words.joined(separator: " "))
            guard isBegun else {
                guard fault.text == Journal.beginning else { throw fault }
                isBegun = true
                continue
            }
            switch first {
            case "case" where words.count == 2: walks.append(Walk(caseName: String(words[1])))
            case "case" where words.count == 4 && words[2] == "in":
                walks.append(Walk(caseName: String(words[1]), lesson: String(words[3])))
            case "stage" where words.count == 2 && !walks.isEmpty:
                walks[walks.count - 1].stages.append(Stage(name: String(words[1])))
            default:
                guard let stage = walks.last?.stages.indices.last, first != "case", first != "stage" else {
                    throw fault
                }
                walks[walks.count - 1].stages[stage].lines.append(Line(fault.text, number: index + 1))
            }
        }
        guard isBegun else { throw Fault(line: 1, text: "") }
    }

    public var text: String {
        var lines = [Journal.beginning]
        for walk in walks {
            lines.append("case \(walk.caseName)" + (walk.lesson.map { " in \($0)" } ?? ""))
            for stage in walk.stages { lines += ["stage \(stage.name)"] + stage.lines.map(\.text) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Where something is said: a stage of a case, in a lesson or not.
    public struct Stop: Hashable, Sendable {
        public var caseName: String
        public var stage: String
        public var lesson: String?
        public init(_ stage: String, of caseName: String, in lesson: String? = nil) {
            self.caseName = caseName
            self.stage = stage
            self.lesson = lesson
        }
    }

    /// What was said there, in order.
    public func lines(at stop: Stop) -> [Line] {
        guard let (walk, stage) = place(of: stop) else { return [] }
        return walks[walk].stages[stage].lines
    }

    /// Says one thing more, at the end of what was said there.
    public mutating func say(_ text: String, at stop: Stop) {
        let walk = walkPlace(of: stop) ?? walks.count
        if walk == walks.count { walks.append(Walk(caseName: stop.caseName, lesson: stop.lesson)) }
        let place = walks[walk].stages.firstIndex { $0.name == stop.stage } ?? walks[walk].stages.count
        if place == walks[walk].stages.count { walks[walk].stages.append(Stage(name: stop.stage)) }
        walks[walk].stages[place].lines.append(Line(text))
    }

    /// Takes back what was said last.
    ///
    /// - Parameter stops: In the order in which they are walked.
    /// - Returns: Where it was said, as a place among them, and the words; `nil` where nothing was said.
    public mutating func takeBack(from stops: [Stop]) -> (stop: Int, text: String)? {
        guard let last = stops.lastIndex(where: { !lines(at: $0).isEmpty }),
            let (walk, stage) = place(of: stops[last])
        else { return nil }
        let text = walks[walk].stages[stage].lines.removeLast().text
        if walks[walk].stages[stage].lines.isEmpty { walks[walk].stages.remove(at: stage) }
        if walks[walk].stages.isEmpty { walks.remove(at: walk) }
        return (last, text)
    }

    /// Forgets what was said there.
    public mutating func forget(_ stops: [Stop]) {
        walks.removeAll { walk in
            stops.contains { $0.caseName == walk.caseName && $0.lesson == walk.lesson }
        }
    }

    private func walkPlace(of stop: Stop) -> Int? {
        walks.firstIndex { $0.caseName == stop.caseName && $0.lesson == stop.lesson }
    }

    private func place(of stop: Stop) -> (walk: Int, stage: Int)? {
        guard let walk = walkPlace(of: stop),
            let stage = walks[walk].stages.firstIndex(where: { $0.name == stop.stage })
        else { return nil }
        return (walk, stage)
    }
}
