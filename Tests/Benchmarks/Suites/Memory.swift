import Foundation

/// The memory of this process, where the system tells (Linux).
enum Memory {
    /// The most that was resident since `forgetPeak`, in bytes; `nil` where nobody says.
    static var peak: Int? {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kilobytes = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { return nil }
        return kilobytes * 1_024
    }

    /// Gives back what is no longer used, and begins to look for the peak anew.
    static func forgetPeak() {
        _ = giveBack?(0)
        try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
    }

    /// glibc's `malloc_trim`, which its module does not show; `nil` elsewhere.
    private static let giveBack = dlsym(nil, "malloc_trim").map {
        unsafeBitCast($0, to: (@convention(c) (Int) -> Int32).self)
    }
}
