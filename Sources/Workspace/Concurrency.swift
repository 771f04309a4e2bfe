import Foundation
import Inference

// The two ways in which work is shared out between cores. Neither changes what comes out.

extension Array where Element: Sendable {
    /// The elements transformed on all cores, in their order.
    public func concurrentMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
        [Result](unsafeUninitializedCapacity: count) { results, initialized in
            // Each round writes a place of its own.
            nonisolated(unsafe) let places = results
            DispatchQueue.concurrentPerform(iterations: count) { place in
                places.initializeElement(at: place, to: transform(self[place]))
            }
            initialized = count
        }
    }
}

extension Deferred {
    /// Begins on another core, so that the value is there sooner when it is wanted.
    public func begin() { DispatchQueue.global().async { _ = self.value } }
}
