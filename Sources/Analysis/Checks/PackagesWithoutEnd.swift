import Notation
import RuleModel

extension Checks {
    /// Packages of which nobody could say whether they work: nothing to watch, no end and no known failure.
    static func packagesWithoutEnd(_ ground: CheckGround) -> [Finding] {
        ground.rules.packages.compactMap { package in
            guard package.stops.isEmpty, package.monitors.isEmpty, package.failures.isEmpty,
                let place = ground.place(.package, package.name)
            else { return nil }
            return Finding(
                code: "package-without-end", severity: .hint,
                message:
                    "the package `\(package.name)` has nothing to watch, no end and no known failure",
                place: place, label: "nobody will see whether it works",
                help: ["look once more for a `stop when`, a `monitor` or a `failure` in its documents"])
        }
    }
}
