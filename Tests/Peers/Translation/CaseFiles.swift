import Foundation
import RuleModel
import Workload

/// Cases as the peers read them.
struct CaseFiles {
    let cases: CaseColumns
    let rules: RuleBase

    /// All cases, a stream of bytes or of 32-bit numbers after the other, and what each of them is.
    func table() throws -> (bytes: Data, streams: [[String: String]]) {
        var bytes = Data(), streams: [[String: String]] = []
        func add<Number: FixedWidthInteger>(_ name: String, _ numbers: [Number], _ kind: String) {
            numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
            streams.append(["name": name, "kind": kind, "bytes": "\(MemoryLayout<Number>.size)"])
        }
        func add<Number>(_ place: Int, _ ends: CaseColumns.Ends<Number>, _ kind: String) {
            for (level, numbers) in ends.byLevel.enumerated() {
                add(Stream.end(place, level: level + 1), numbers, kind)
            }
        }
        for (place, column) in cases.columns.enumerated() {
            switch column {
            case .places(let ends): add(place, ends, isYesNo(place) ? "yes/no" : "ends")
            case .percents(let ends): add(place, ends, "ends")
            case .counts(let ends): add(place, ends, "ends")
            case .sets(let possible, let presumed):
                add(Stream.possible(place), possible, "set")
                add(Stream.presumed(place), presumed, "set")
            }
        }
        return (bytes, streams)
    }

    /// The first cases as Prolog facts: `case(3, c(15, r(2,2,1,1), s(4,4), …)).`
    func prolog(_ count: Int) -> String {
        (0..<count).map { place in
            let readings = cases.columns.indices.map { number in
                let fields = fields(number, place)
                if isYesNo(number) { return "\((1 << fields.reduce(0, +)) - 1)" }
                return (fields.count == 2 ? "s(" : "r(") + fields.map(String.init).joined(separator: ",")
                    + ")"
            }
            return "case(\(place), c(\(readings.joined(separator: ", "))))."
        }.joined(separator: "\n") + "\n"
    }

    /// The first cases as functions that assert their readings.
    func clips(_ count: Int) -> String {
        (0..<count).map { place in
            let readings = cases.columns.indices.map { number in
                "(d\(number) \(fields(number, place).map(String.init).joined(separator: " ")))"
            }
            return "(deffunction case-\(place) () (assert \(readings.joined(separator: " "))))"
        }.joined(separator: "\n") + "\n"
    }

    /// The first cases as tuples, in the form of the Prolog facts.
    func python(_ count: Int) -> String {
        let tuples = (0..<count).map { place in
            let readings = cases.columns.indices.map { number in
                let fields = fields(number, place)
                if isYesNo(number) { return "\((1 << fields.reduce(0, +)) - 1)" }
                return "(" + fields.map(String.init).joined(separator: ",") + ")"
            }
            return "(\(readings.joined(separator: ", ")),)"
        }
        return "cases = [\n\(tuples.joined(separator: ",\n"))]\n"
    }

    /// A table for SQLite with the first cases.
    func sqlite(_ count: Int) -> String {
        var columns: [String] = []
        for number in cases.columns.indices {
            if isYesNo(number) {
                columns.append("d\(number)")
            } else if case .sets = cases.columns[number] {
                columns += [Stream.possible(number), Stream.presumed(number)]
            } else {
                columns += (1...4).map { Stream.end(number, level: $0) }
            }
        }
        let rows = (0..<count).map { place in
            let values = cases.columns.indices.flatMap { number in
                isYesNo(number) ? [fields(number, place).reduce(0, +)] : fields(number, place)
            }
            return "(\(values.map(String.init).joined(separator: ", ")))"
        }
        return "CREATE TABLE cases(\(columns.joined(separator: ", ")));\n"
            + "INSERT INTO cases VALUES \(rows.joined(separator: ",\n"));\n"
    }

    private func isYesNo(_ place: Int) -> Bool { rules.diagnostics[place].measurement.type == .yesNo }

    /// The numbers that a reading is told by, in the order of the streams.
    private func fields(_ number: Int, _ place: Int) -> [Int] {
        switch cases.columns[number] {
        case .places(let ends), .percents(let ends): ends.byLevel.map { Int($0[place]) }
        case .counts(let ends): ends.byLevel.map { Int($0[place]) }
        case .sets(let possible, let presumed): [Int(possible[place]), Int(presumed[place])]
        }
    }
}

extension CaseColumns.Ends {
    /// By the level of a lower bound that they decide, lowest first: see `Stream.end`.
    fileprivate var byLevel: [[Number]] {
        [greatestPossible, greatestPresumed, leastPresumed, leastPossible]
    }
}
