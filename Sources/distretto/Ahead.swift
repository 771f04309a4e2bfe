import Foundation
import Workspace

/// What a command that gives advice will want, begun on another core before its arguments are looked at.
enum Ahead {
    /// The rules and cases of the working folder are read with it.
    static let finder = SourceFinder(workingFolder: Output.workingFolder).readingAhead

    static func begin() {
        DispatchQueue.global().async {
            finder.readAhead()
            _ = FirstUse.advise()
        }
    }
}

/// How memory is asked for.
enum Memory {
    /// Has the system asked once for much and not often for little, which takes longer than what is done
    /// in it; none of it counts before it is used.
    static func takeInLargePieces() {
        #if canImport(Glibc)
            // Swift's module of the C library leaves `mallopt` out, with the names of what can be set.
            guard let found = dlsym(nil, "mallopt") else { return }
            let set = unsafeBitCast(found, to: (@convention(c) (Int32, Int32) -> Int32).self)
            let (trimThreshold, topPad, mapThreshold): (Int32, Int32, Int32) = (-1, -2, -3)
            let megabyte: Int32 = 1 << 20
            _ = set(topPad, 32 * megabyte)
            _ = set(trimThreshold, 256 * megabyte)
            _ = set(mapThreshold, 16 * megabyte)
        #endif
    }
}
