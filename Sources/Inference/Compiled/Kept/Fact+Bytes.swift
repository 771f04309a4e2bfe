import RuleModel

extension ByteWriter {
    mutating func write<Declared>(_ id: ID<Declared>) { write(id.index) }

    mutating func write(_ value: Int?) {
        write(value == nil ? 0 : 1)
        if let value { write(value) }
    }

    mutating func write(_ member: MemberID?) {
        write(member?.collection.index ?? -1)
        if let member { write(member.index) }
    }

    mutating func write(_ comparison: Comparison) {
        write(Comparison.allCases.firstIndex(of: comparison) ?? 0)
    }

    private mutating func write(_ packages: [ID<Package>]) {
        write(list: packages.map { Int32($0.index) })
    }

    mutating func write(_ fact: Fact) {
        switch fact {
        case .concept(let concept, let member):
            write(0)
            write(concept)
            write(member)
        case .classification(let value, let member):
            write(1)
            write(value.classification)
            write(value.value)
            write(member)
        case .recommended(let package):
            write(2)
            write(package)
        case .recommendedFor(let package, let member):
            write(3)
            write(package)
            write(Optional(member))
        case .advisedAgainst(let package, let objection):
            write(4)
            write(package)
            write(objection.rawValue)
        case .caution(let subject):
            write(5)
            write(subject)
        case .required(let subject, before: let package):
            write(6)
            write(subject)
            write(package)
        case .sequenced(let first, before: let second):
            write(7)
            write(first)
            write(second)
        case .preferred(let first, over: let second):
            write(8)
            write(first)
            write(second)
        case .choice(let comparison, let number, of: let packages):
            write(9)
            write(comparison)
            write(number)
            write(packages)
        case .withdrawn(let package, jointlyWith: let partners):
            write(10)
            write(package)
            write(partners)
        case .assigned(let role, of: let package, to: let actor):
            write(11)
            write(role)
            write(package)
            write(actor)
        }
    }

    private mutating func write(_ subject: GroundCaution) {
        switch subject {
        case .package(let package):
            write(0)
            write(package)
        case .measure(let measure):
            write(1)
            write(measure)
        case .concept(let concept):
            write(2)
            write(concept)
        case .classification(let classification, value: let value):
            write(3)
            write(classification)
            write(value)
        }
    }

    private mutating func write(_ subject: GroundPrerequisite) {
        switch subject {
        case .package(let package):
            write(0)
            write(package)
        case .concept(let concept):
            write(1)
            write(concept)
        case .diagnostic(let diagnostic):
            write(2)
            write(diagnostic)
        }
    }
}

extension ByteReader {
    mutating func id<Declared>() throws(Failure) -> ID<Declared> { ID(try number()) }

    mutating func optionalNumber() throws(Failure) -> Int? {
        try number(in: 0..<2) == 0 ? nil : try number()
    }

    mutating func member() throws(Failure) -> MemberID? {
        let collection = try number()
        return collection < 0 ? nil : MemberID(collection: ID(collection), index: try number())
    }

    mutating func comparison() throws(Failure) -> Comparison {
        Comparison.allCases[try number(in: Comparison.allCases.indices)]
    }

    private mutating func packages() throws(Failure) -> [ID<Package>] {
        try list(of: Int32.self).map { ID(Int($0)) }
    }

    mutating func fact() throws(Failure) -> Fact {
        switch try number() {
        case 0: return .concept(try id(), member: try member())
        case 1: return .classification(ClassificationValue(try id(), try number()), member: try member())
        case 2: return .recommended(try id())
        case 3:
            let package: ID<Package> = try id()
            guard let member = try member() else { throw Failure() }
            return .recommendedFor(package, member)
        case 4:
            let package: ID<Package> = try id()
            guard let objection = Objection(rawValue: try number()) else { throw Failure() }
            return .advisedAgainst(package, objection)
        case 5: return .caution(try cautionSubject())
        case 6: return .required(try prerequisite(), before: try id())
        case 7: return .sequenced(try id(), before: try id())
        case 8: return .preferred(try id(), over: try id())
        case 9: return .choice(try comparison(), try number(), of: try packages())
        case 10: return .withdrawn(try id(), jointlyWith: try packages())
        case 11: return .assigned(try id(), of: try id(), to: try id())
        default: throw Failure()
        }
    }

    private mutating func cautionSubject() throws(Failure) -> GroundCaution {
        switch try number() {
        case 0: return .package(try id())
        case 1: return .measure(try id())
        case 2: return .concept(try id())
        case 3: return .classification(try id(), value: try optionalNumber())
        default: throw Failure()
        }
    }

    private mutating func prerequisite() throws(Failure) -> GroundPrerequisite {
        switch try number() {
        case 0: return .package(try id())
        case 1: return .concept(try id())
        case 2: return .diagnostic(try id())
        default: throw Failure()
        }
    }
}
