import Foundation
import Workspace

/// Where the program keeps, for itself, what it found out about rules.
///
/// `DISTRETTO_CACHE` names the folder, or says `off`; else it is the one that the system has for such things.
enum CacheFolder {
    static var store: AttestationStore? { path.map { AttestationStore(folder: $0) } }

    private static var path: String? {
        if let named = variable("DISTRETTO_CACHE") { return named == "off" ? nil : named }
        // Relative paths are to be ignored, the convention says.
        if let caches = variable("XDG_CACHE_HOME"), caches.hasPrefix("/") { return caches + "/distretto" }
        guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
        #if os(macOS)
            return home + "/Library/Caches/distretto"
        #else
            return home + "/.cache/distretto"
        #endif
    }

    /// Asked one by one, since a dictionary of the whole environment takes longer than the answer is worth.
    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
