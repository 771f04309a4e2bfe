/// Who does work that falls into pieces: one after the other, or several at a time.
///
///     build(files)                          // by one
///     build(files, sharing: AllCores())     // by as many as the machine has, says who owns threads
///
/// How work is shared changes when it is done, and never what comes of it: pieces know nothing of each
/// other, and their results stand in the order of the pieces. The engine asks for no threads itself, so
/// that it runs wherever the standard library does.
public protocol WorkSharing: Sendable {
    /// How many pieces are worked on at a time.
    var hands: Int { get }

    /// The elements transformed, in their order.
    func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ transform: @Sendable (Element) -> Result
    ) -> [Result]

    /// Work that something else does not wait for, begun if there is a hand free, else done when its value
    /// is wanted.
    func begin<Result: Sendable>(_ work: @escaping @Sendable () -> Result) -> Deferred<Result>
}

extension WorkSharing {
    public func begin<Result: Sendable>(_ work: @escaping @Sendable () -> Result) -> Deferred<Result> {
        Deferred(work)
    }
}

/// One piece after the other.
public struct SingleHanded: WorkSharing {
    public var hands: Int { 1 }

    public init() {}

    public func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ transform: @Sendable (Element) -> Result
    ) -> [Result] { elements.map(transform) }
}

extension WorkSharing {
    /// The same, a run of elements at a time: for what takes less than an errand.
    func mapRuns<Element: Sendable, Result: Sendable>(
        of elements: [Element], _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        let runs = runs(of: elements.indices)
        guard runs.count > 1 else { return elements.map(transform) }
        return Array(map(runs) { run in elements[run].map(transform) }.joined())
    }

    /// The places of a list cut into runs that are worth an errand each, in order; a single run for one
    /// pair of hands.
    ///
    /// There are more runs than hands, since some will take longer than others.
    func runs(of places: Range<Int>) -> [Range<Int>] {
        let wanted = hands > 1 ? min(hands * 8, places.count / 16) : 1
        guard wanted > 1 else { return places.isEmpty ? [] : [places] }
        return (0..<wanted).map { number in
            let start = places.lowerBound + places.count * number / wanted
            return start..<(places.lowerBound + places.count * (number + 1) / wanted)
        }
    }
}
