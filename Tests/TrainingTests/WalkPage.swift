import Foundation
import Presentation
import RuleModel
import Testing
import Training
import Workspace

/// A page's data, read as the script beside it reads them: nothing but looking up.
struct WalkPage {
    private let data: [String: Any]
    private let shared: [String: Any]

    /// Every stage of every case, worked out once for all tests.
    static let tables: [String: [StageTable]] = Dictionary(
        uniqueKeysWithValues: Shipped.names.concurrentMap { name in
            (name, Shipped.moments(of: name).map { StageTable($0, believing: Shipped.checked.believing) })
        })

    private static let files = WalkSite(
        rules: Shipped.checked.advising,
        contents: WalkSite.Contents(
            cases: Shipped.checked.cases.map { WalkStory($0, tables[$0.name] ?? []) }),
        cases: Shipped.checked.cases, digest: Shipped.checked.digest
    ).files

    private static let catalogue: Data = {
        let script = files.first { $0.path == "catalogue.js" }?.text ?? ""
        return Data(script.dropFirst("window.distrettoWalk = ".count).dropLast(2).utf8)
    }()

    init(_ name: String) throws {
        let files = WalkPage.files
        func text(_ path: String, from start: String, to end: String) throws -> Data {
            let file = try #require(files.first { $0.path == path })
            let begin = try #require(file.text.range(of: start))
            let stop = try #require(file.text.range(of: end, range: begin.upperBound..<file.text.endIndex))
            return Data(file.text[begin.upperBound..<stop.lowerBound].utf8)
        }
        let page = try text("walks/\(name).html", from: "id=\"walk-data\">", to: "</script>")
        data = try #require(try JSONSerialization.jsonObject(with: page) as? [String: Any])
        shared = try #require(
            try JSONSerialization.jsonObject(with: WalkPage.catalogue) as? [String: Any])
    }

    /// What can be asked for and named, by name.
    var topics: [String] {
        (shared["topics"] as? [[String: Any]] ?? []).filter { $0["offered"] as? Bool == true }
            .compactMap { $0["name"] as? String }
    }

    func stage(_ place: Int) -> Stage {
        Stage(
            data: (data["stages"] as? [[String: Any]] ?? [])[place],
            fragments: data["fragments"] as? [String] ?? [],
            packages: (shared["packages"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String },
            topics: (shared["topics"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String })
    }

    struct Stage {
        let data: [String: Any]
        let fragments: [String]
        let packages: [String]
        let topics: [String]

        private func rows(_ key: String) -> [[String: Any]] { data[key] as? [[String: Any]] ?? [] }

        var diagnoses: [String] { rows("diagnoses").compactMap { $0["name"] as? String } }

        /// What is said of each package to whoever proposes it.
        var answers: [(package: String, text: String)] {
            zip(packages, data["packages"] as? [[Any]] ?? []).map { name, row in
                (name, (row[3] as? Int).map { fragments[$0] } ?? "")
            }
        }

        /// The marks of whoever says this, in words.
        func marks(for sayings: [Saying], of moment: Moment) -> (packages: [String], diagnoses: [String]) {
            var reader = Reader(self)
            let words = SayingWords(rules: moment.rules, now: moment.now)
            for saying in sayings { reader.take(saying, words) }
            return (reader.packageMarks, reader.diagnosisMarks)
        }

        /// Follows a learner through the data.
        private struct Reader {
            let stage: Stage
            let programme: [(package: Int, grounds: [Int])]
            let grounds: [(topics: [Int], diagnoses: [Int], hasLook: Bool)]
            var diagnosed: [Int] = [], topics: Set<Int> = [], proposed: [Int] = [], dropped: [Int] = []
            var told: Set<Int> = [], helped: [Int: Int] = [:]

            init(_ stage: Stage) {
                self.stage = stage
                programme = stage.rows("programme").map {
                    ($0["package"] as? Int ?? -1, $0["grounds"] as? [Int] ?? [])
                }
                grounds = stage.rows("grounds").map {
                    ($0["topics"] as? [Int] ?? [], $0["diagnoses"] as? [Int] ?? [], $0["look"] is Int)
                }
            }

            mutating func take(_ saying: Saying, _ words: SayingWords) {
                switch saying {
                case .holds(let fact):
                    let place = stage.diagnoses.firstIndex(of: words.name(fact))
                    if let place, !diagnosed.contains(place) { diagnosed.append(place) }
                case .matters(let topic):
                    stage.topics.firstIndex(of: words.name(topic)).map { _ = topics.insert($0) }
                case .propose(let id):
                    dropped.removeAll { $0 == id.index }
                    if !proposed.contains(id.index) { proposed.append(id.index) }
                case .dropPackage(let id):
                    guard proposed.contains(id.index) else { return }
                    proposed.removeAll { $0 == id.index }
                    if told.contains(id.index) { dropped.append(id.index) }
                case .hint:
                    let missing = programme.filter {
                        !proposed.contains($0.package) && helped[$0.package, default: 0] < 4
                    }
                    guard let entry = missing.first(where: { helped[$0.package] != nil }) ?? missing.first
                    else { return }
                    let isAllNamed = entry.grounds.allSatisfy { isSeen($0) || !grounds[$0].hasLook }
                    let level = helped[entry.package, default: 0] + 1
                    helped[entry.package] = isAllNamed ? max(level, 3) : level
                case .check: told.formUnion(proposed)
                default: break
                }
            }

            private func isSeen(_ ground: Int) -> Bool {
                grounds[ground].diagnoses.contains(where: diagnosed.contains)
                    || grounds[ground].topics.contains(where: topics.contains)
            }

            var packageMarks: [String] {
                let advised = programme.map { entry -> String in
                    let seen = entry.grounds.count(where: isSeen)
                    let kind =
                        !proposed.contains(entry.package)
                        ? "missed"
                        : helped[entry.package].map { "afterHints \($0)" }
                            ?? (seen == 0 && !entry.grounds.isEmpty ? "byLuck" : "found")
                    return "\(stage.packages[entry.package]) \(kind) \(seen) \(entry.grounds.count - seen)"
                }
                let rows = stage.data["packages"] as? [[Any]] ?? []
                let others = (proposed + dropped).filter { place in
                    !programme.contains { $0.package == place }
                }.map { place -> String in
                    let kind = rows[place][0] as? String ?? ""
                    let isDropped = kind == "wrong" && !proposed.contains(place)
                    return "\(stage.packages[place]) \(kind)\(isDropped ? ", dropped" : "") 0 0"
                }
                return advised + others
            }

            var diagnosisMarks: [String] {
                let rows = stage.rows("diagnoses")
                let bearing = stage.data["bearing"] as? [Int] ?? []
                let made = diagnosed.map { (place: $0, kind: rows[$0]["mark"] as? String ?? "") }
                let missed = bearing.filter { place in
                    !diagnosed.contains(place) && !topics.contains(rows[place]["topic"] as? Int ?? -1)
                }.map { (place: $0, kind: "missed") }
                return (made + missed).map { "\(stage.diagnoses[$0.place]) \($0.kind)" }
            }
        }
    }
}
