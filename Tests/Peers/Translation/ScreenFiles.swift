import Foundation
import RuleModel
import Workload

/// A table of cases as comma-separated text, with what a peer needs to read it.
struct ScreenFiles {
    let program: PeerProgram
    let cases: CaseColumns

    /// So many rows are written at a time.
    private static let piece = 20_000

    func write(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let texts = [
            "program.rules": RuleModel.print(program.rules),
            "polars_program.py": PolarsTranslation(program: program).text,
        ]
        for (name, text) in texts { try Data(text.utf8).write(to: folder.appending(path: name)) }
        try JSONEncoder().encode(about).write(to: folder.appending(path: "screen.json"))
        let path = folder.appending(path: "cases.csv").path(percentEncoded: false)
        FileManager.default.createFile(atPath: path, contents: nil)
        guard let file = FileHandle(forWritingAtPath: path) else { throw CocoaError(.fileWriteUnknown) }
        for first in stride(from: 0, to: cases.count, by: Self.piece) {
            let rows = first..<min(first + Self.piece, cases.count)
            let text = cases.table(program.rules, rows: rows, isExact: true, hasHead: first == 0)
            try file.write(contentsOf: Data(text))
        }
        try file.close()
    }

    private struct About: Encodable {
        var columns: [Column]
        /// The recommendations, in order of package: the column's head, and the place among the facts.
        var verdicts: [[String]]
    }

    private struct Column: Encodable {
        var name: String
        var kind: String
        /// The words, in order, where it has some.
        var words: [String] = []
        /// Names of what the program reads: the four ends, or the possible and the presumed set.
        var streams: [String]
        var least = 0
        var greatest = 0
    }

    private var about: About {
        let rules = program.rules
        let columns = rules.diagnostics.enumerated().map { place, diagnostic in
            let ends = (1...4).map { Stream.end(place, level: $0) }
            switch diagnostic.measurement.type {
            case .yesNo:
                return Column(
                    name: diagnostic.name, kind: "yes/no", words: ["no", "yes"], streams: ends, greatest: 1)
            case .scale(let scale):
                let words = rules[scale].values.map(\.name)
                return Column(
                    name: diagnostic.name, kind: "scale", words: words, streams: ends,
                    greatest: words.count - 1)
            case .choice(let choice):
                let words = rules[choice].values.map(\.name)
                return Column(
                    name: diagnostic.name, kind: "choice", words: words,
                    streams: [Stream.possible(place), Stream.presumed(place)], greatest: words.count - 1)
            case .percent:
                return Column(name: diagnostic.name, kind: "number", streams: ends, greatest: 100)
            default:
                return Column(
                    name: diagnostic.name, kind: "number", streams: ends, greatest: Int(Int32.max))
            }
        }
        let places = Dictionary(
            program.facts.enumerated().map { ($1.fact, $0) }, uniquingKeysWith: { first, _ in first })
        let verdicts = rules.packages.enumerated().compactMap { place, package in
            places[.recommended(ID(place))].map { ["verdict of \(package.name)", "f\($0)"] }
        }
        return About(columns: columns, verdicts: verdicts)
    }
}
