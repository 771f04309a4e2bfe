import RuleModel

/// A place of a situation that can be read, with its member by number.
enum Slot: Hashable, Sendable {
    case diagnostic(ID<Diagnostic>)
    case attribute(ID<Attribute>, of: Int32)
    /// Yes or no: whether a package is in force.
    case inForce(ID<Package>)
}

/// Something that must be looked up at an earlier stage, where members are known by other numbers.
struct Retrospect: Hashable, Sendable {
    enum Subject: Hashable, Sendable {
        /// The condition at the stage just before.
        case previously(PhraseID)
        /// The condition at some earlier stage.
        case earlier(PhraseID)
    }
    var subject: Subject
    var frame: Frame
}

/// What conditions are made of, for whoever works out verdicts or prepares to.
///
/// `Grounding` takes rules apart into these operations in one place. A network builder takes them
/// down to be carried out later, for any number of cases; a reader carries them out at once.
protocol VerdictAlgebra {
    associatedtype Node: Hashable

    func constant(_ verdict: Verdict) -> Node
    /// A reading is one of the accepted values.
    mutating func lies(_ slot: Slot, in accepted: ValueSet) -> Node
    mutating func fact(_ fact: Fact) -> Node
    /// Yes if there may be members that the case does not tell, else no; of a parent or of the cluster.
    mutating func isOpenEnded(_ collection: ID<Collection>, parent: Int32?) -> Node
    mutating func retrospect(_ retrospect: Retrospect) -> Node
    /// A figure is one of the accepted values.
    mutating func lies(_ figure: GroundFigure<Node>, in accepted: ValueSet) -> Node
    mutating func compares(_ left: GroundFigure<Node>, _ comparison: Comparison, _ right: GroundFigure<Node>)
        -> Node

    mutating func negated(_ node: Node) -> Node
    /// With open taken for presumably yes.
    mutating func presumed(_ node: Node) -> Node
    mutating func both(_ left: Node, _ right: Node) -> Node
}

/// An expression whose variables are replaced: what its value is worked out from.
indirect enum GroundFigure<Node: Hashable>: Hashable {
    case reading(Slot)
    case known(ValueSet)
    /// The values of an expression at the stage before; anything without one.
    case before(FormulaID, Frame)
    case count([Node], isOpenEnded: Node)
    case proportion([Node], isOpenEnded: Node)
    case fold(Expression.Fold, ofDomain: TickRange, [Addend], isOpenEnded: Node)
    /// From a date to the beginning of the stage.
    case timeSince(GroundFigure)

    /// One member of a fold: whether it belongs, and where its value is read.
    struct Addend: Hashable {
        var belongs: Node
        var value: Slot
    }
}

extension VerdictAlgebra {
    mutating func either(_ left: Node, _ right: Node) -> Node {
        let (left, right) = (negated(left), negated(right))
        return negated(both(left, right))
    }

    mutating func least(_ nodes: [Node]) -> Node {
        combined(nodes, without: .yes) { $0.both($1, $2) }
    }

    mutating func greatest(_ nodes: [Node]) -> Node {
        combined(nodes, without: .no) { $0.either($1, $2) }
    }

    /// Pairs of pairs, and not one after the other: a short way from any part to the whole.
    private mutating func combined(
        _ nodes: [Node], without neutral: Verdict, _ combine: (inout Self, Node, Node) -> Node
    ) -> Node {
        switch nodes.count {
        case 0: return constant(neutral)
        case 1: return nodes[0]
        case 2: return combine(&self, nodes[0], nodes[1])
        default: break
        }
        var level = nodes
        while level.count > 1 {
            var next: [Node] = []
            next.reserveCapacity((level.count + 1) / 2)
            for place in stride(from: 0, to: level.count - 1, by: 2) {
                next.append(combine(&self, level[place], level[place + 1]))
            }
            if level.count % 2 == 1 { next.append(level[level.count - 1]) }
            level = next
        }
        return level[0]
    }
}

extension GroundFigure: Sendable where Node: Sendable {}
extension GroundFigure.Addend: Sendable where Node: Sendable {}
