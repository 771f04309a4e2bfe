/// What comes before what, to be drawn: a row for each step, and lines from what comes first.
public struct OrderDiagram: Hashable, Sendable {
    /// What it shows, in a few words.
    public var title: String
    /// In order; what comes first stands above.
    public var steps: [Step]

    public struct Step: Hashable, Sendable {
        public var number: Int
        public var text: String
        /// Steps with the same group can begin together.
        public var group: Int
        /// Numbers of the steps that come before it.
        public var after: [Int]

        public init(number: Int, text: String, group: Int, after: [Int]) {
            self.number = number
            self.text = text
            self.group = group
            self.after = after
        }
    }

    public init(_ title: String, steps: [Step]) {
        self.title = title
        self.steps = steps
    }

    /// The same in words, a line for each step that has to wait.
    var lines: [Prose] {
        steps.filter { !$0.after.isEmpty }.map { step in
            let before = listed(step.after.sorted().map(String.init))
            return Prose("\(step.number) after \(before)")
        }
    }

    /// Pairs of numbers, earlier first, without those that follow from the others.
    var links: [(from: Int, to: Int)] {
        let after = Dictionary(steps.map { ($0.number, Set($0.after)) }) { first, _ in first }
        var reached: [Int: Set<Int>] = [:]
        // Steps stand below what comes before them, so that one way down is enough.
        for step in steps {
            reached[step.number] = (after[step.number] ?? []).reduce(into: []) { found, earlier in
                found.insert(earlier)
                found.formUnion(reached[earlier] ?? [])
            }
        }
        return steps.flatMap { step in
            step.after.sorted().filter { earlier in
                !step.after.contains { $0 != earlier && reached[$0]?.contains(earlier) == true }
            }.map { (from: $0, to: step.number) }
        }
    }
}
