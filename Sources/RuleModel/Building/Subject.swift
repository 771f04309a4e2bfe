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
        case .allListed(let id): .allListed(id.index)
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
    /// order in which a case tells its facts irrelevant.
    private var rank: (Int, Int, Int, String) {
        switch self {
        case .diagnostic(let id, _): (0, id.index, 0, "")
        case .attribute(let id, _): (1, id.index, 0, "")
        case .concept(let id, _): (2, id.index, 0, "")
        case .classification(let id, _): (3, id.index, 0, "")
        case .classificationValue(let value, _): (4, value.classification.index, value.value, "")
        case .inForce(let id, _): (5, id.index, 0, "")
        case .member(let id, name: let name, title: _, _, _): (6, id.index, 0, name)
        case .memberGone(let id, name: let name, _): (7, id.index, 0, name)
        case .allListed(let id): (8, id.index, 0, "")
        }
    }

    static func precedes(_ left: Statement, _ right: Statement) -> Bool { left.rank < right.rank }
}

/// Statements in their fixed order, inside of members too.
func ordered(_ statements: [Statement]) -> [Statement] {
    statements.map { statement in
        guard case .member(let id, name: let name, let title, let inside, let origin) = statement else {
            return statement
        }
        return .member(id, name: name, title: title, ordered(inside), origin)
    }.sorted(by: Statement.precedes)
}

/// Statements with those about one member joined; the later title counts.
func merged(_ statements: [Statement]) -> [Statement] {
    var result: [Statement] = []
    for statement in statements {
        guard case .member(let id, name: let name, title: let title, let inside, let origin) = statement,
            let place = result.firstIndex(where: { $0.subject == statement.subject }),
            case .member(_, name: _, title: let former, let told, _) = result[place]
        else {
            result.append(statement)
            continue
        }
        result[place] = .member(
            id, name: name, title: title.isEmpty ? former : title, merged(told + inside), origin)
    }
    return result
}
