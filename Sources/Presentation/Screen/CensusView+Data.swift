import Advice
import Census
import RuleModel

extension CensusView {
    /// `distretto/screen/1`: groups with their rows, and for each package how many rows it stands in how.
    public var json: JSON {
        .object([
            "format": .string("distretto/screen/1"), "rulesDigest": .string(rulesDigest.description),
            "by": .string(summary.title), "rows": .integer(summary.rows),
            "groups": .array(
                summary.groups.map { group in
                    .object([
                        "name": .string(group.name), "rows": .integer(group.rows),
                        "packages": .array(
                            rules.packages.indices.map { package in
                                var members: [String: JSON] = [
                                    "package": .string(rules.packages[package].name)
                                ]
                                for standing in TableStanding.allCases {
                                    members[standing.word] = .integer(group.count(ID(package), standing))
                                }
                                return .object(members)
                            }),
                    ])
                }),
        ])
    }

    /// The same as a table: a row to each group and package.
    public var csv: String {
        let standings = TableStanding.allCases.reversed()
        let head =
            ([summary.title == "package" ? "group" : summary.title, "rows", "package"] + standings.map(\.word))
        let rows = summary.groups.flatMap { group in
            rules.packages.indices.map { package in
                [group.name, "\(group.rows)", rules.packages[package].name]
                    + standings.map { "\(group.count(ID(package), $0))" }
            }
        }
        return ([head] + rows).map { $0.map(CSVField.quoted).joined(separator: ",") + "\n" }.joined()
    }
}
