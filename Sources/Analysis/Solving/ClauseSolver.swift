/// Finds yes-or-no answers that satisfy clauses, each a list of literals of which one must hold.
///
///     var solver = ClauseSolver()
///     let (a, b) = (solver.question(), solver.question())
///     solver.add([a, b])
///     solver.solve(assuming: [!a], conflicts: 1_000)          // .possible
///     solver.holds(b)                                          // true
///
/// It searches as MiniSat does (N. Eén, N. Sörensson, "An extensible SAT-solver", 2003): clauses watched
/// by two literals, learning from each conflict, questions that were in conflicts first, restarts. What
/// is learnt is kept from one solving to the next, and clauses and questions may be added in between.
/// It never forgets a learnt clause, which is right for the few thousand conflicts it is given.
///
/// Equal clauses in equal order give equal answers.
public struct ClauseSolver: Sendable {
    private enum Value { static let unset: Int8 = 0, yes: Int8 = 1, no: Int8 = -1 }

    private struct Watch {
        var clause: Int32
        /// Another literal of the clause: where it holds, the clause need not be looked at.
        var blocker: Literal
    }

    private var literals: [Literal] = []
    private var clauses: [Range<Int32>] = []
    private var watches: [[Watch]] = []
    private var values: [Int8] = []
    private var levels: [Int32] = []
    private var reasons: [Int32] = []
    private var phases: [Int8] = []
    private var order = ActivityOrder()
    private var trail: [Literal] = []
    private var levelStarts: [Int] = []
    private var next = 0
    private var seen: [Bool] = []
    private var model: [Int8] = []
    /// The clauses contradict each other whatever is assumed.
    private var isContradictory = false

    public init() {
        let yes = question()
        add([yes])
    }

    public var questionCount: Int { values.count }

    /// A new question.
    ///
    /// - Parameter firstTry: The answer that is tried first.
    public mutating func question(firstTry: Bool = false) -> Literal {
        values.append(Value.unset)
        levels.append(0)
        reasons.append(-1)
        phases.append(firstTry ? Value.yes : Value.no)
        seen.append(false)
        watches.append([])
        watches.append([])
        order.append()
        return Literal(variable: values.count - 1)
    }

    /// Whether the literal holds among the answers found last.
    public func holds(_ literal: Literal) -> Bool {
        guard literal.variable < model.count else { return literal.isDenied }
        return (model[literal.variable] == Value.yes) != literal.isDenied
    }

    // MARK: Clauses

    /// One of the literals must hold.
    public mutating func add(_ clause: [Literal]) {
        goBack(to: 0)
        var kept: [Literal] = []
        for literal in Set(clause).sorted() {
            if value(of: literal) == Value.yes || kept.last == !literal { return }
            if value(of: literal) == Value.unset { kept.append(literal) }
        }
        switch kept.count {
        case 0: isContradictory = true
        case 1:
            set(kept[0], because: -1)
            if propagate() >= 0 { isContradictory = true }
        default: _ = attach(kept)
        }
    }

    /// - Precondition: at least two literals, the first two fit to be watched.
    private mutating func attach(_ clause: [Literal]) -> Int32 {
        let number = Int32(clauses.count)
        let start = Int32(literals.count)
        literals += clause
        clauses.append(start..<start + Int32(clause.count))
        watches[(!clause[0]).place].append(Watch(clause: number, blocker: clause[1]))
        watches[(!clause[1]).place].append(Watch(clause: number, blocker: clause[0]))
        return number
    }

    // MARK: Solving

    /// Looks for answers in which the assumed literals hold.
    ///
    /// - Parameter conflicts: After so many dead ends the search is cut off.
    public mutating func solve(assuming assumed: [Literal], conflicts limit: Int) -> ClauseOutcome {
        goBack(to: 0)
        if isContradictory { return .impossible }
        var left = limit
        var restarts = 0
        while true {
            restarts += 1
            let share = min(left, 64 * ClauseSolver.luby(restarts))
            if let outcome = search(assumed, conflicts: share) {
                if outcome == .possible { model = values }
                goBack(to: 0)
                return outcome
            }
            left -= share
            goBack(to: 0)
            if left <= 0 { return .undecided }
        }
    }

    private mutating func search(_ assumed: [Literal], conflicts limit: Int) -> ClauseOutcome? {
        var conflicts = 0
        while true {
            let conflict = propagate()
            if conflict >= 0 {
                conflicts += 1
                if levelStarts.isEmpty {
                    isContradictory = true
                    return .impossible
                }
                learn(from: conflict)
                continue
            }
            if conflicts >= limit { return nil }
            var decision: Literal?
            while levelStarts.count < assumed.count {
                let literal = assumed[levelStarts.count]
                let value = value(of: literal)
                if value == Value.no { return .impossible }
                if value == Value.unset {
                    decision = literal
                    break
                }
                // It holds already: a level of its own keeps levels and assumptions in step.
                levelStarts.append(trail.count)
            }
            guard let decided = decision ?? choose() else { return .possible }
            levelStarts.append(trail.count)
            set(decided, because: -1)
        }
    }

    private mutating func choose() -> Literal? {
        while let variable = order.pop() {
            guard values[variable] == Value.unset else { continue }
            let literal = Literal(variable: variable)
            return phases[variable] == Value.yes ? literal : !literal
        }
        return nil
    }

    // MARK: Trail

    @inline(__always)
    private func value(of literal: Literal) -> Int8 {
        literal.isDenied ? -values[literal.variable] : values[literal.variable]
    }

    private mutating func set(_ literal: Literal, because reason: Int32) {
        values[literal.variable] = literal.isDenied ? Value.no : Value.yes
        levels[literal.variable] = Int32(levelStarts.count)
        reasons[literal.variable] = reason
        trail.append(literal)
    }

    private mutating func goBack(to level: Int) {
        guard levelStarts.count > level else { return }
        let start = levelStarts[level]
        for literal in trail[start...].reversed() {
            phases[literal.variable] = values[literal.variable]
            values[literal.variable] = Value.unset
            order.push(literal.variable)
        }
        trail.removeSubrange(start...)
        levelStarts.removeSubrange(level...)
        next = start
    }

    /// Sets what follows from what is set.
    ///
    /// - Returns: A clause of which nothing can hold any more; -1 where there is none.
    private mutating func propagate() -> Int32 {
        while next < trail.count {
            let literal = trail[next]
            next += 1
            var list = watches[literal.place]
            watches[literal.place] = []
            var kept = 0
            var place = 0
            var conflict: Int32 = -1
            scan: while place < list.count {
                let watch = list[place]
                place += 1
                if value(of: watch.blocker) == Value.yes {
                    list[kept] = watch
                    kept += 1
                    continue
                }
                let range = clauses[Int(watch.clause)]
                let start = Int(range.lowerBound)
                // The literal that has just been denied stands second.
                if literals[start] == !literal { literals.swapAt(start, start + 1) }
                let first = literals[start]
                if first != watch.blocker, value(of: first) == Value.yes {
                    list[kept] = Watch(clause: watch.clause, blocker: first)
                    kept += 1
                    continue
                }
                for other in start + 2..<max(start + 2, Int(range.upperBound))
                where value(of: literals[other]) != Value.no {
                    literals.swapAt(start + 1, other)
                    watches[(!literals[start + 1]).place].append(Watch(clause: watch.clause, blocker: first))
                    continue scan
                }
                list[kept] = Watch(clause: watch.clause, blocker: first)
                kept += 1
                if value(of: first) == Value.no {
                    conflict = watch.clause
                    next = trail.count
                    while place < list.count {
                        list[kept] = list[place]
                        kept += 1
                        place += 1
                    }
                } else {
                    set(first, because: watch.clause)
                }
            }
            list.removeSubrange(kept...)
            watches[literal.place] = list
            if conflict >= 0 { return conflict }
        }
        return -1
    }

    // MARK: Learning

    /// Learns the clause at the first point that all ways from the last decision to the conflict share.
    private mutating func learn(from conflict: Int32) {
        let level = Int32(levelStarts.count)
        var learnt: [Literal] = [.yes]
        var marked: [Int] = []
        var open = 0
        var place = trail.count
        var clause = conflict
        var implied: Literal?
        repeat {
            let range = clauses[Int(clause)]
            for literal in literals[Int(range.lowerBound)..<Int(range.upperBound)] where literal != implied {
                let variable = literal.variable
                guard !seen[variable], levels[variable] > 0 else { continue }
                seen[variable] = true
                marked.append(variable)
                order.bump(variable)
                if levels[variable] == level { open += 1 } else { learnt.append(literal) }
            }
            repeat { place -= 1 } while !seen[trail[place].variable]
            implied = trail[place]
            clause = reasons[trail[place].variable]
            open -= 1
        } while open > 0
        if let implied { learnt[0] = !implied }
        learnt = [learnt[0]] + learnt.dropFirst().filter { !isImplied($0) }
        for variable in marked { seen[variable] = false }
        order.decay()
        guard learnt.count > 1 else {
            goBack(to: 0)
            return set(learnt[0], because: -1)
        }
        // Watched second: what is taken back first after the new literal.
        let last = learnt.indices.dropFirst().max {
            levels[learnt[$0].variable] < levels[learnt[$1].variable]
        }
        if let last { learnt.swapAt(1, last) }
        goBack(to: Int(levels[learnt[1].variable]))
        let number = attach(learnt)
        set(learnt[0], because: number)
    }

    /// Whether a literal of a learnt clause follows from the others directly.
    private func isImplied(_ literal: Literal) -> Bool {
        let reason = reasons[literal.variable]
        guard reason >= 0 else { return false }
        let range = clauses[Int(reason)]
        return literals[Int(range.lowerBound)..<Int(range.upperBound)].allSatisfy {
            $0.variable == literal.variable || seen[$0.variable] || levels[$0.variable] == 0
        }
    }

    /// 1 1 2 1 1 2 4 …: how long to search before each restart (M. Luby and others, 1993).
    private static func luby(_ number: Int) -> Int {
        var size = 1
        while size < number + 1 { size *= 2 }
        if size == number + 1 { return size / 2 }
        return luby(number - size / 2 + 1)
    }
}
