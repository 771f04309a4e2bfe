import RuleModel

/// How many members a situation has in each collection, and whose they are.
///
/// Rules are made ready once for a shape: what is read of the members may differ from case to case,
/// their number may not. Members are numbered through, collection by collection.
public struct Shape: Sendable {
    /// For each collection, its members' parents by number; -1 for members of the cluster itself.
    let parents: [[Int32]]
    /// The number of each collection's first member.
    let offsets: [Int]
    let memberCount: Int

    public init(_ situation: Situation, rules: RuleBase) {
        var offsets: [Int] = []
        var count = 0
        for collection in rules.collections.indices {
            offsets.append(count)
            count += situation.members[ID(collection)]?.count ?? 0
        }
        let starts = offsets
        parents = rules.collections.indices.map { collection in
            (situation.members[ID(collection)] ?? []).map { member in
                guard let parent = member.parent, starts.indices.contains(parent.collection.index) else {
                    return -1
                }
                return Int32(starts[parent.collection.index] + parent.index)
            }
        }
        self.offsets = offsets
        memberCount = count
    }

    func number(of member: MemberID) -> Int32? {
        guard parents.indices.contains(member.collection.index),
            parents[member.collection.index].indices.contains(member.index)
        else { return nil }
        return Int32(offsets[member.collection.index] + member.index)
    }

    func member(_ number: Int32) -> MemberID {
        // The last collection that begins at or before the number and is not empty.
        var collection = offsets.count - 1
        while collection > 0, offsets[collection] > number || parents[collection].isEmpty { collection -= 1 }
        return MemberID(collection: ID(collection), index: Int(number) - offsets[collection])
    }

    /// The members of a collection, or those of one parent only, in order.
    func members(of collection: ID<Collection>, parent: Int32? = nil) -> [Int32] {
        let start = Int32(offsets[collection.index])
        let all = parents[collection.index].indices
        guard let parent else { return all.map { start + Int32($0) } }
        return all.filter { parents[collection.index][$0] == parent }.map { start + Int32($0) }
    }
}

extension Shape: Hashable {
    public static func == (left: Shape, right: Shape) -> Bool { left.parents == right.parents }
    public func hash(into hasher: inout Hasher) { hasher.combine(parents) }
}

/// What the variables of a rule stand for, by variable number.
///
/// A member is its number in the shape, a package its ID below -1; -1 is a variable not in scope.
struct Frame: Hashable, Sendable {
    /// Of the first four variables, which is all that most rules have: a list costs an allocation.
    private var near = SIMD4<Int32>(repeating: -1)
    /// Of the others, up to the last that is in scope.
    private var far: [Int32] = []

    subscript(variable: Variable) -> Int32 {
        get {
            let number = variable.number
            if number < 4 { return number < 0 ? -1 : near[number] }
            return number - 4 < far.count ? far[number - 4] : -1
        }
        set {
            let number = variable.number
            guard number >= 4 else {
                if number >= 0 { near[number] = newValue }
                return
            }
            while far.count <= number - 4 { far.append(-1) }
            far[number - 4] = newValue
            // Frames that say the same are the same, whatever was bound in between.
            while far.last == -1 { far.removeLast() }
        }
    }

    /// Variables in scope with what they stand for, in order of variable.
    var bound: [(number: Int, value: Int32)] {
        var bound: [(number: Int, value: Int32)] = []
        for number in 0..<4 where near[number] != -1 { bound.append((number, near[number])) }
        for (place, value) in far.enumerated() where value != -1 { bound.append((place + 4, value)) }
        return bound
    }

    /// The same with one variable more in scope.
    func binding(_ variable: Variable, to value: Int32) -> Frame {
        var frame = self
        frame[variable] = value
        return frame
    }

    static func == (left: Frame, right: Frame) -> Bool { left.near == right.near && left.far == right.far }

    func hash(into hasher: inout Hasher) {
        hasher.combine(UInt64(UInt32(bitPattern: near[0])) << 32 | UInt64(UInt32(bitPattern: near[1])))
        if near[2] != -1 || near[3] != -1 { hasher.combine(near) }
        for value in far { hasher.combine(value) }
    }

    func member(_ variable: Variable) -> Int32? {
        let value = self[variable]
        return value >= 0 ? value : nil
    }

    func package(_ reference: PackageReference) -> ID<Package>? {
        switch reference {
        case .package(let package): return package
        case .variable(let variable):
            let value = self[variable]
            return value <= -2 ? ID(Int(-2 - value)) : nil
        }
    }

    static func value(of package: ID<Package>) -> Int32 { -2 - Int32(package.index) }

    func assignment(_ shape: Shape) -> Assignment {
        var assignment = Assignment()
        for (number, value) in bound {
            if value >= 0 {
                assignment.members[Variable(number)] = shape.member(value)
            } else {
                assignment.packages[Variable(number)] = ID(Int(-2 - value))
            }
        }
        return assignment
    }
}
