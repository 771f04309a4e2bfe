import RuleModel

/// Orders packages into phases, those of a circle left side by side.
struct Ordering {
    /// In order of rank.
    let packages: [ID<Package>]
    /// Packages that come before each one.
    let before: [ID<Package>: Set<ID<Package>>]

    /// Packages that can begin together, in order of rank; a phase begins when those before have begun.
    let phases: [[ID<Package>]]
    /// Packages that hang together in circles, each in order of rank.
    let circles: [[ID<Package>]]

    init(_ packages: [ID<Package>], before: [ID<Package>: Set<ID<Package>>]) {
        self.packages = packages
        let known = Set(packages)
        let before = before.mapValues { $0.intersection(known) }
        self.before = before

        // Programmes have a few dozen packages: reachability by search is clear and fast enough.
        var reach: [ID<Package>: Set<ID<Package>>] = [:]
        for package in packages {
            var found: Set<ID<Package>> = []
            var waiting = Array(before[package] ?? [])
            while let next = waiting.popLast() {
                if found.insert(next).inserted { waiting += before[next] ?? [] }
            }
            reach[package] = found
        }
        func reaches(_ one: ID<Package>, _ other: ID<Package>) -> Bool {
            reach[one]?.contains(other) ?? false
        }

        var group: [ID<Package>: Int] = [:]
        var groups: [[ID<Package>]] = []
        for package in packages where group[package] == nil {
            let together = packages.filter { $0 == package || (reaches(package, $0) && reaches($0, package)) }
            for member in together { group[member] = groups.count }
            groups.append(together)
        }
        circles = groups.filter { $0.count > 1 || reaches($0[0], $0[0]) }

        // A group's level is one more than the greatest of those before it. Levels settle in as many
        // rounds as there are groups, since groups themselves form no circle.
        var level = Array(repeating: 0, count: groups.count)
        for _ in groups {
            for (index, members) in groups.enumerated() {
                let earlier = members.flatMap { before[$0] ?? [] }.compactMap { group[$0] }.filter {
                    $0 != index
                }
                level[index] = max(level[index], (earlier.map { level[$0] }.max() ?? -1) + 1)
            }
        }
        let levels = (level.max() ?? -1) + 1
        phases = (0..<levels).map { number in packages.filter { group[$0].map { level[$0] } == number } }
    }

    /// A shortest circle through the best ranked of packages that hang together:
    /// each comes before the next, the last before the first.
    func witness(of circle: [ID<Package>]) -> [ID<Package>] {
        guard let start = circle.first else { return [] }
        var cameFrom: [ID<Package>: ID<Package>] = [:]
        var queue = [start]
        var place = 0
        while place < queue.count {
            let package = queue[place]
            place += 1
            for earlier in (before[package] ?? []).sorted() where circle.contains(earlier) {
                if earlier == start {
                    var chain = [package]
                    while let next = cameFrom[chain[chain.count - 1]] { chain.append(next) }
                    // `chain` runs from the start's successor in time back to the start itself.
                    return [start] + chain.filter { $0 != start }
                }
                if cameFrom[earlier] == nil {
                    cameFrom[earlier] = package
                    queue.append(earlier)
                }
            }
        }
        return [start]
    }
}
