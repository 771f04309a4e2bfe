import Foundation
import Inference
import RuleModel

// The ways in which work is shared out between cores. None changes what comes out.

extension Array where Element: Sendable {
    /// The elements transformed on all cores, in their order.
    public func concurrentMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
        [Result](unsafeUninitializedCapacity: count) { results, initialized in
            // Each round writes a place of its own.
            nonisolated(unsafe) let places = results
            DispatchQueue.concurrentPerform(iterations: count) { place in
                Machine.takeOwnMemoryInLargePages()
                places.initializeElement(at: place, to: transform(self[place]))
            }
            initialized = count
        }
    }
}

/// Shares the building of rules out between all cores.
public struct AllCores: WorkSharing {
    public var hands: Int { ProcessInfo.processInfo.activeProcessorCount }

    public init() {}

    public func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ transform: @Sendable (Element) -> Result
    ) -> [Result] { elements.concurrentMap(transform) }

    public func begin<Result: Sendable>(_ work: @escaping @Sendable () -> Result) -> Deferred<Result> {
        let begun = Deferred(work)
        begun.begin()
        return begun
    }
}

extension Deferred {
    /// Begins on another core, so that the value is there sooner when it is wanted.
    public func begin() {
        DispatchQueue.global().async {
            Machine.takeOwnMemoryInLargePages()
            _ = self.value
        }
    }
}
