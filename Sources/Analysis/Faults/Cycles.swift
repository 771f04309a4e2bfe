import Inference
import RuleModel

// Packages each of which comes before, or is preferred to, the next, and the last to the first.

extension RuleAnalysis {
    func findCycles(_ report: inout FaultReport, _ life: Life) {
        for isOfPreference in [false, true] {
            var next: [ID<Package>: [ID<Package>]] = [:]
            for fact in search.grounds[search.grounds.count - 1].circuit.facts {
                switch fact {
                case .sequenced(let first, before: let second) where !isOfPreference,
                    .preferred(let first, over: let second) where isOfPreference:
                    if first != second { next[first, default: []].append(second) }
                default: break
                }
            }
            for circle in Circles(next).found {
                guard package.map({ circle.contains($0) }) ?? (rule == nil) else { continue }
                find(circle, isOfPreference, &report)
            }
        }
    }

    private func find(_ circle: [ID<Package>], _ isOfPreference: Bool, _ report: inout FaultReport) {
        report.ask(.cycles)
        let links = circle.indices.map { place in
            let (one, other) = (circle[place], circle[(place + 1) % circle.count])
            return isOfPreference ? Fact.preferred(one, over: other) : .sequenced(one, before: other)
        }
        let facts = links + circle.map { .recommended($0) }
        let answer = search.ask(.presumed) { solver, circuit in
            let wires = facts.compactMap { circuit.wire(of: $0) }
            guard wires.count == facts.count else { return nil }
            return wires.map { solver.literal($0, .high) }
        }
        let subjects = circle.map { FaultSubject.package($0) }
        switch answer {
        case .none: return
        case .undecided(let doubt): report.doubt(.cycles, subjects, doubt)
        case .found(let sketch):
            report.find(
                .cycles, .cycle(circle, isOfPreference: isOfPreference), subjects,
                maker.witness(sketch, facts: links) { evaluation in
                    facts.allSatisfy { evaluation.verdict(of: $0).holds }
                })
        }
    }
}

extension RuleAnalysis {
    /// Circles of more packages are not looked for: each more link makes it less likely that all hold.
    public static let longestCycle = 4
}

/// The ways round in a graph of few links, each once, from its first package on.
private struct Circles {
    private let next: [ID<Package>: [ID<Package>]]
    private(set) var found: [[ID<Package>]] = []

    init(_ next: [ID<Package>: [ID<Package>]]) {
        self.next = next.mapValues { $0.sorted() }
        for start in next.keys.sorted() { walk([start]) }
    }

    private mutating func walk(_ path: [ID<Package>]) {
        guard let start = path.first, let last = path.last else { return }
        for package in next[last] ?? [] {
            if package == start {
                found.append(path)
            } else if package > start, !path.contains(package), path.count < RuleAnalysis.longestCycle {
                walk(path + [package])
            }
        }
    }
}
