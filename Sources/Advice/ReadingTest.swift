import RuleModel

/// One place in the rules where a value is tested.
struct ReadingTest: Hashable {
    enum Subject: Hashable {
        case diagnostic(ID<Diagnostic>)
        case attribute(ID<Attribute>)
    }
    enum Manner: Hashable {
        case direct
        /// As a part of a sum.
        case sum
        /// As a date, by the time since.
        case sinceStage
        /// Against the stage before.
        case trend
        /// Against another reading.
        case againstOther
    }

    var subject: Subject
    var manner: Manner
    /// The values that pass; `nil` where no literal says.
    var accepted: ValueSet?
    var rival: Subject?

    var isAgainstOther: Bool { manner == .againstOther || manner == .trend }

    /// Every test that some rule makes, in the order of the rules.
    static func all(in rules: RuleBase) -> [ReadingTest] {
        var collector = Collector()
        for rule in rules.rules {
            for binding in rule.bindings { binding.filter.map { collector.visit($0) } }
            rule.condition.map { collector.visit($0) }
            for exception in rule.exceptions { collector.visit(exception.condition) }
            rule.conclusions.forEach { collector.visit($0) }
        }
        return collector.tests
    }

    private struct Collector {
        var tests: [ReadingTest] = []

        mutating func visit(_ condition: Condition) {
            switch condition {
            case .holds(let expression): visit(expression, accepted: .yes)
            case .lies(let expression, in: let set, _): visit(expression, accepted: set)
            case .compares(let left, _, let right): compare(left, right)
            case .rising(let expression), .falling(let expression): visit(expression, isTrend: true)
            case .not(let part), .previously(let part), .earlier(let part): visit(part)
            case .all(let parts), .any(let parts), .listed(_, _, of: let parts): parts.forEach { visit($0) }
            case .some(_, let body): body.map { visit($0) }
            case .every(_, filter: let filter, let body):
                filter.map { visit($0) }
                visit(body)
            case .concept, .classification, .criterion, .lens, .recommended, .inForce: break
            }
        }

        /// What must be so before a package is asked about as any condition is.
        mutating func visit(_ conclusion: Conclusion) {
            guard case .require(.diagnostic(let diagnostic), before: _) = conclusion else { return }
            visit(.diagnostic(diagnostic), accepted: .yes)
        }

        private mutating func compare(_ left: Expression, _ right: Expression) {
            if case .literal(let literal) = right {
                visit(left, accepted: literal.value)
            } else if case .literal(let literal) = left {
                visit(right, accepted: literal.value)
            } else {
                visit(left, rival: right)
                visit(right, rival: left)
            }
        }

        private mutating func visit(
            _ expression: Expression, accepted: ValueSet? = nil, rival: Expression? = nil,
            isTrend: Bool = false
        ) {
            if let subject = expression.subject {
                if isTrend {
                    tests.append(ReadingTest(subject: subject, manner: .trend, rival: subject))
                } else if let rival {
                    tests.append(ReadingTest(subject: subject, manner: .againstOther, rival: rival.subject))
                } else {
                    tests.append(ReadingTest(subject: subject, manner: .direct, accepted: accepted))
                }
                return
            }
            switch expression {
            case .fold(let fold, let attribute, _, where: let filter):
                tests.append(
                    ReadingTest(
                        subject: .attribute(attribute), manner: fold == .sum ? .sum : .direct,
                        accepted: accepted))
                filter.map { visit($0) }
            case .timeSince(let date):
                if let subject = date.subject {
                    tests.append(ReadingTest(subject: subject, manner: .sinceStage, accepted: accepted))
                }
            case .count(_, where: let filter): filter.map { visit($0) }
            case .proportion(_, where: let filter): visit(filter)
            case .countOf(let parts): parts.forEach { visit($0) }
            case .diagnostic, .attribute, .packageAttribute, .literal: break
            }
        }
    }
}

extension Expression {
    fileprivate var subject: ReadingTest.Subject? {
        switch self {
        case .diagnostic(let diagnostic): .diagnostic(diagnostic)
        case .attribute(let attribute, of: _): .attribute(attribute)
        default: nil
        }
    }
}
