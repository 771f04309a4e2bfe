/// What a statement is about, by which two statements can be told to be about the same.
indirect enum Subject: Hashable {
    case diagnostic(Int), attribute(Int), concept(Int), classification(Int)
    case classificationValue(ClassificationValue)
    case inForce(Int), allListed(Int)
    case member(Int, String)
    case gone(Int, String)
    case within(Int, String, Subject)
}

extension Statement {
    var subject: Subject {
        switch self {
        case .diagnostic(let id, _): .diagnostic(id.index)
        case .attribute(let id, _): .attribute(id.index)
        case .concept(let id, _): .concept(id.index)
        case .classification(let id, _): .classification(id.index)
        case .classificationValue(let value, _): .classificationValue(value)
        case .inForce(let id, _): .inForce(id.index)
        case .allListed(let id), .notAllListed(let id): .allListed(id.index)
        case .member(let id, name: let name, title: _, _, _): .member(id.index, name)
        case .memberGone(let id, name: let name, _): .gone(id.index, name)
        }
    }

    /// Adds what the statement is about, and what those inside of a member are about.
    func addSubjects(to subjects: inout Set<Subject>) {
        subjects.insert(subject)
        guard case .member(let id, name: let name, title: _, let inside, _) = self else { return }
        var inner: Set<Subject> = []
        for statement in inside { statement.addSubjects(to: &inner) }
        for subject in inner { subjects.insert(.within(id.index, name, subject)) }
    }

    /// The statement without what others already say; `nil` if nothing is left of it.
    func without(_ subjects: Set<Subject>) -> Statement? {
        guard case .member(let id, name: let name, let title, let inside, let origin) = self else {
            return subjects.contains(subject) ? nil : self
        }
        guard !subjects.contains(.gone(id.index, name)) else { return nil }
        let inner = Set(
            subjects.compactMap { subject -> Subject? in
                if case .within(id.index, name, let inner) = subject { inner } else { nil }
            })
        return .member(id, name: name, title: title, inside.compactMap { $0.without(inner) }, origin)
    }

    /// Where the statement stands among others: by kind, then by what it is about. It makes the
    /// order in which a case tells its facts irrelevant. Two statements of one rank are about the same.
    fileprivate var rank: Rank {
        switch self {
        case .diagnostic(let id, _): Rank(0, id.index)
        case .attribute(let id, _): Rank(1, id.index)
        case .concept(let id, _): Rank(2, id.index)
        case .classification(let id, _): Rank(3, id.index)
        case .classificationValue(let value, _): Rank(4, value.classification.index, value: value.value)
        case .inForce(let id, _): Rank(5, id.index)
        case .member(let id, name: let name, title: _, _, _): Rank(6, id.index, name: name)
        case .memberGone(let id, name: let name, _): Rank(7, id.index, name: name)
        case .allListed(let id), .notAllListed(let id): Rank(8, id.index)
        }
    }

    fileprivate struct Rank: Comparable {
        /// Kind, place in its table and value, one behind the other.
        private let number: UInt64
        private let name: String

        init(_ kind: UInt64, _ index: Int, value: Int = 0, name: String = "") {
            number = kind << 56 | UInt64(truncatingIfNeeded: index) << 8 | UInt64(truncatingIfNeeded: value)
            self.name = name
        }

        static func < (left: Rank, right: Rank) -> Bool {
            left.number != right.number ? left.number < right.number : left.name < right.name
        }
    }
}

extension [Statement] {
    /// Puts statements in their fixed order, inside of members too.
    mutating func putInOrder() {
        _ = putOutermostInOrder()
        for place in indices {
            guard case .member(let id, name: let name, let title, var inside, let origin) = self[place] else {
                continue
            }
            inside.putInOrder()
            self[place] = .member(id, name: name, title: title, inside, origin)
        }
    }

    /// Puts statements in their fixed order, those inside of members left as they are.
    ///
    /// - Returns: The places of later statements about what an earlier one is about, from the last on,
    ///   each with the number that the statement had and that of the first of them.
    mutating func putOutermostInOrder() -> [(place: Int, former: Int, first: Int)] {
        guard count > 1 else { return [] }
        let ranks = map(\.rank)
        let isInOrder = ranks.indices.dropFirst().allSatisfy { ranks[$0 - 1] < ranks[$0] }
        if isInOrder { return [] }
        let order = ranks.indices.sorted { ranks[$0] < ranks[$1] }
        var repeated: [(place: Int, former: Int, first: Int)] = []
        var first = 0
        for place in order.indices.dropFirst() {
            if ranks[order[first]] == ranks[order[place]] {
                repeated.append((place, order[place], order[first]))
            } else {
                first = place
            }
        }
        arrange(order)
        return repeated.reversed()
    }

    /// Joins statements about one member; the later title counts.
    mutating func joinMembers() {
        var first: [Subject: Int] = [:]
        var joined: [Int] = []
        for place in indices {
            guard case .member(let id, name: let name, let title, let inside, let origin) = self[place] else {
                continue
            }
            let subject = self[place].subject
            guard let earlier = first[subject],
                case .member(_, name: _, let former, var told, _) = self[earlier]
            else {
                first[subject] = place
                continue
            }
            told += inside
            told.joinMembers()
            self[earlier] = .member(id, name: name, title: title.isEmpty ? former : title, told, origin)
            joined.append(place)
        }
        for place in joined.reversed() { remove(at: place) }
    }
}

extension [Statement] {
    /// Whether something is told here that is told there too, be it otherwise or the same.
    public func tellAgain(_ others: [Statement]) -> Bool {
        var (mine, theirs): (Set<Subject>, Set<Subject>) = ([], [])
        for statement in self { statement.addSubjects(to: &mine) }
        for statement in others { statement.addSubjects(to: &theirs) }
        // That a member is there is no news of it.
        return !mine.intersection(theirs).allSatisfy(\.isMembership)
    }
}

extension Subject {
    fileprivate var isMembership: Bool {
        switch self {
        case .member: true
        case .within(_, _, let inner): inner.isMembership
        default: false
        }
    }
}
