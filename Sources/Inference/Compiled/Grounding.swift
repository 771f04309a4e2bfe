import RuleModel

/// Takes conditions apart, with their variables replaced, into the operations of an algebra.
///
/// This is the one place that knows what each form of condition means to the compiled evaluator.
struct Grounding<Algebra: VerdictAlgebra> {
    let compiled: CompiledRules
    /// The compiled rules' own, or one with more in it.
    let catalogue: Catalogue
    let shape: Shape
    var algebra: Algebra
    /// What the variables in scope stand for.
    var frame = Frame()

    typealias Node = Algebra.Node

    private var rules: RuleBase { compiled.rules }

    /// What is not asked holds.
    mutating func node(_ phrase: PhraseID?) -> Node {
        guard let phrase else { return algebra.constant(.yes) }
        return node(phrase)
    }

    mutating func node(_ phrase: PhraseID) -> Node {
        switch catalogue[phrase].form {
        case .lies(let formula, in: let accepted):
            return lies(formula, in: accepted)
        case .compares(let left, let comparison, let right):
            return compares(figure(left), comparison, figure(right))
        case .concept, .classification, .recommended:
            guard let fact = fact(askedBy: phrase) else { return algebra.constant(.open) }
            return algebra.fact(fact)
        case .criterion(let criterion, of: let reference):
            guard let package = frame.package(reference) else { return algebra.constant(.open) }
            let isShown = rules[package].criteria.contains { $0.criterion == criterion }
            return algebra.constant(isShown ? .yes : .no)
        case .lens(let lens, values: let values, of: let reference):
            guard let package = frame.package(reference),
                let stated = rules[package].lensValues.first(where: { $0.lens == lens })
            else { return algebra.constant(.open) }
            let isWanted = (0..<64).contains(stated.value) ? values >> UInt64(stated.value) & 1 == 1 : true
            return algebra.constant(isWanted ? .yes : .no)
        case .inForce(let reference):
            guard let package = frame.package(reference) else { return algebra.constant(.open) }
            return algebra.lies(.inForce(package), in: .yes)
        case .not(let part):
            return algebra.negated(node(part))
        case .all(let parts):
            return algebra.least(nodes(parts))
        case .any(let parts):
            return algebra.greatest(nodes(parts))
        case .listed(let comparison, let number, of: let parts):
            let statistics = OrderStatistics(
                nodes(parts), isOpenEnded: algebra.constant(.no), in: &algebra)
            return statistics.compares(comparison, Int64(number), in: &algebra)
        case .some(let members, let body):
            let range = range(members)
            let found = algebra.greatest(eachMember(members, range) { $0.node(body) })
            return algebra.either(found, algebra.both(range.isOpenEnded, algebra.constant(.open)))
        case .every(let members, filter: let filter, let body):
            let range = range(members)
            let lacking = algebra.greatest(
                eachMember(members, range) {
                    let isAsked = $0.node(filter)
                    return $0.algebra.both(isAsked, $0.algebra.negated($0.node(body)))
                })
            return algebra.negated(
                algebra.either(lacking, algebra.both(range.isOpenEnded, algebra.constant(.open))))
        case .trend(let formula, let comparison):
            return compares(figure(formula), comparison, .before(formula, frame))
        case .previously(let part):
            return algebra.retrospect(Retrospect(subject: .previously(part), frame: frame))
        case .earlier(let part):
            return algebra.retrospect(Retrospect(subject: .earlier(part), frame: frame))
        }
    }

    /// The fact whose verdict a condition is; `nil` where the member it asks about is not there.
    func fact(askedBy phrase: PhraseID) -> Fact? {
        switch catalogue[phrase].form {
        case .concept(let concept, of: .cluster):
            return .concept(concept, member: nil)
        case .concept(let concept, of: .member(let variable)):
            return frame.member(variable).map { .concept(concept, member: shape.member($0)) }
        case .classification(let classification, value: let value, of: .cluster):
            return .classification(ClassificationValue(classification, value), member: nil)
        case .classification(let classification, value: let value, of: .member(let variable)):
            return frame.member(variable).map {
                .classification(ClassificationValue(classification, value), member: shape.member($0))
            }
        case .recommended(let reference):
            return frame.package(reference).map { .recommended($0) }
        default:
            return nil
        }
    }

    // MARK: Comparisons

    private mutating func lies(_ formula: FormulaID, in accepted: ValueSet) -> Node {
        switch catalogue[formula].form {
        case .count(let members, where: let filter):
            guard case .runs(let runs) = accepted else { break }
            let range = range(members)
            return OrderStatistics(
                eachMember(members, range) { $0.node(filter) }, isOpenEnded: range.isOpenEnded, in: &algebra
            ).lies(in: runs, in: &algebra)
        case .countOf(let parts):
            guard case .runs(let runs) = accepted else { break }
            return OrderStatistics(nodes(parts), isOpenEnded: algebra.constant(.no), in: &algebra)
                .lies(in: runs, in: &algebra)
        case .proportion(let members, where: let filter):
            guard case .runs(let runs) = accepted else { break }
            let range = range(members)
            return OrderStatistics(
                eachMember(members, range) { $0.node(filter) }, isOpenEnded: range.isOpenEnded, in: &algebra
            ).proportionLies(in: runs, in: &algebra)
        default:
            break
        }
        switch figure(formula) {
        case .reading(let slot): return algebra.lies(slot, in: accepted)
        case .known(let values): return algebra.constant(Estimate(known: values).isAmong(accepted))
        case let figure: return algebra.lies(figure, in: accepted)
        }
    }

    private mutating func compares(
        _ left: GroundFigure<Node>, _ comparison: Comparison, _ right: GroundFigure<Node>
    ) -> Node {
        if case .known(let one) = left, case .known(let other) = right {
            return algebra.constant(Estimate(known: one).compared(comparison, Estimate(known: other)))
        }
        return algebra.compares(left, comparison, right)
    }

    // MARK: Figures

    mutating func figure(_ formula: FormulaID) -> GroundFigure<Node> {
        switch catalogue[formula].form {
        case .diagnostic(let diagnostic):
            return .reading(.diagnostic(diagnostic))
        case .attribute(let attribute, of: let variable):
            guard let member = frame.member(variable) else {
                return .known(rules.domain(of: rules[attribute].measurement.type))
            }
            return .reading(.attribute(attribute, of: member))
        case .packageAttribute(let attribute, of: let reference):
            let stated = frame.package(reference).flatMap { package in
                rules[package].attributes.first { $0.attribute == attribute }
            }
            return .known(stated?.value ?? rules.domain(of: rules[attribute].measurement.type))
        case .literal(let literal):
            return .known(literal.value)
        case .count(let members, where: let filter):
            let range = range(members)
            return .count(
                eachMember(members, range) { $0.node(filter) }, isOpenEnded: range.isOpenEnded)
        case .countOf(let parts):
            return .count(nodes(parts), isOpenEnded: algebra.constant(.no))
        case .proportion(let members, where: let filter):
            let range = range(members)
            return .proportion(
                eachMember(members, range) { $0.node(filter) }, isOpenEnded: range.isOpenEnded)
        case .fold(let fold, let attribute, let members, where: let filter):
            let domain = rules.domain(of: rules[attribute].measurement.type)
            // Only quantities add up or have a mean.
            guard case .runs = domain, let bounds = domain.extent else { return .known(domain) }
            let range = range(members)
            let belongs = eachMember(members, range) { $0.node(filter) }
            return .fold(
                fold, ofDomain: bounds,
                zip(range.members, belongs).map { member, belongs in
                    GroundFigure.Addend(belongs: belongs, value: .attribute(attribute, of: member))
                }, isOpenEnded: range.isOpenEnded)
        case .timeSince(let date):
            return .timeSince(figure(date))
        }
    }

    // MARK: Members

    private mutating func range(_ members: Members) -> (members: [Int32], isOpenEnded: Node) {
        guard let variable = members.parent else {
            return (
                shape.members(of: members.collection), algebra.isOpenEnded(members.collection, parent: nil)
            )
        }
        // Of a member that is not there nothing is told.
        guard let parent = frame.member(variable) else { return ([], algebra.constant(.yes)) }
        return (
            shape.members(of: members.collection, parent: parent),
            algebra.isOpenEnded(members.collection, parent: parent)
        )
    }

    /// What is asked of each member, with the variable standing for it.
    private mutating func eachMember(
        _ members: Members, _ range: (members: [Int32], isOpenEnded: Node), _ ask: (inout Self) -> Node
    ) -> [Node] {
        let outside = frame[members.variable]
        defer { frame[members.variable] = outside }
        return range.members.map { member in
            frame[members.variable] = member
            return ask(&self)
        }
    }

    private mutating func nodes(_ phrases: [PhraseID]) -> [Node] {
        phrases.map { node($0) }
    }
}
