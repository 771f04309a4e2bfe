import Advice
import RuleModel

/// Where packages stand, group by group: what a screening comes to.
public struct GroupSummary: Sendable {
    /// What the groups are of: a column's name.
    public let title: String
    /// In order of name.
    public let groups: [Group]
    public let rows: Int

    public struct Group: Sendable {
        /// As the table has it; bytes that are no text are replaced.
        public var name: String
        public var rows: Int
        /// By package, a number of rows for each standing.
        public var standings: [[Int]]

        /// In how many rows a package is advised, firmly or provisionally.
        public func advised(_ package: ID<Package>) -> Int {
            count(package, .stands) + count(package, .provisional)
        }

        /// The same of all packages together.
        public var advisedInAll: Int { standings.indices.reduce(0) { $0 + advised(ID<Package>($1)) } }

        public func count(_ package: ID<Package>, _ standing: TableStanding) -> Int {
            standings[package.index][Int(standing.rawValue)]
        }
    }

    public init(_ counts: GroupCounts, title: String, rules: RuleBase) {
        self.title = title
        let kinds = TableStanding.allCases.count
        groups = counts.groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { text, counts in
            Group(
                name: String(decoding: text, as: UTF8.self), rows: counts.rows,
                standings: rules.packages.indices.map { package in
                    Array(counts.standings[package * kinds..<(package + 1) * kinds])
                })
        }
        rows = groups.reduce(0) { $0 + $1.rows }
    }

    /// In how many rows of all a package stands so.
    public func total(_ package: ID<Package>, _ standing: TableStanding) -> Int {
        groups.reduce(0) { $0 + $1.count(package, standing) }
    }

    /// Packages that are advised or contested in some row of a group, those advised most often first.
    public func packages(of group: Group) -> [ID<Package>] {
        func weights(_ package: ID<Package>) -> (Int, Int, Int) {
            (group.advised(package), group.count(package, .stands), group.count(package, .contested))
        }
        let all = group.standings.indices.map { ID<Package>($0) }
        let weighed = all.map { (package: $0, weights: weights($0)) }.filter {
            $0.weights.0 + $0.weights.2 > 0
        }
        return weighed.sorted { one, other in
            one.weights != other.weights ? one.weights > other.weights : one.package < other.package
        }.map(\.package)
    }

    /// Packages that are advised or open in some row, those advised most often first, then by name.
    public func packages(of rules: RuleBase) -> [ID<Package>] {
        let all = rules.packages.indices.map { ID<Package>($0) }
        func weights(_ package: ID<Package>) -> (Int, Int, Int) {
            (
                total(package, .stands) + total(package, .provisional), total(package, .stands),
                total(package, .contested)
            )
        }
        let weighed = all.map { (package: $0, weights: weights($0)) }.filter {
            $0.weights.0 + $0.weights.2 > 0
        }
        return weighed.sorted { one, other in
            one.weights != other.weights ? one.weights > other.weights : one.package < other.package
        }.map(\.package)
    }
}
