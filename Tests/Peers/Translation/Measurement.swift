import Engines
import Foundation
import Inference
import Notation
import RuleModel
import Workload

/// Our engines on a workload.
struct Measurement {
    let program: PeerProgram
    let cases: CaseColumns
    let folder: URL

    /// Every verdict of one case after the other, over and over for about a second.
    func caseAfterCase() throws {
        let told = Peers.told(cases)
        let situations = (0..<told).map { cases.situation($0, in: program.rules) }
        let facts = program.facts.map(\.fact)
        for kind in engines {
            let engine = kind.init(rules: program.rules)
            engine.load(situations)
            let answers = (0..<told).map { engine.verdicts(of: facts, $0) }
            let rows = facts.indices.map { row in answers.map { UInt8($0[row].rank) } }
            let seconds = medianTime {
                (0..<told).reduce(0) { $0 &+ engine.evaluate($1) }
            }
            try report(kind.name, "one", seconds / Double(told), told, rows)
        }
    }

    /// The advice of all cases at once; of engines that are not for tables, of a thousand.
    func table() throws {
        let facts = program.outputs.map { program.facts[$0].fact }
        for kind in engines {
            let engine = kind.init(rules: program.rules)
            let few =
                kind.isForTables ? cases : Workload(rules: program.rules.rules.count).cases(Peers.told(cases))
            engine.load(few)
            // Some peers answer in bytes and some in planes of bits; ours is measured both ways.
            var rows: [[UInt8]] = []
            let inBytes = medianTime {
                let sum = engine.evaluateTable(of: facts, threads: 1)
                rows = engine.tableRanks()
                return sum
            }
            let seconds = medianTime { engine.evaluateTable(of: facts, threads: 1) }
            try report("\(kind.name), in bytes", "table", inBytes / Double(few.count), few.count, rows)
            try report(kind.name, "table", seconds / Double(few.count), few.count, rows)
        }
    }

    /// The median of as many runs as a second holds, in seconds of the processor.
    private func medianTime(_ work: () -> Int) -> Double {
        let start = processorTime()
        var times: [Double] = [], sum = 0
        repeat {
            let begin = processorTime()
            sum &+= work()
            times.append(processorTime() - begin)
        } while processorTime() - start < 1
        // Never so: it only keeps the work from being optimised away.
        if sum == .min { return 0 }
        return times.sorted()[times.count / 2]
    }

    private func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func report(
        _ name: String, _ mode: String, _ seconds: Double, _ count: Int, _ rows: [[UInt8]]
    ) throws {
        try Data(rows.joined()).write(to: folder.appending(path: "answers-\(mode)-\(name).bin"))
        print("{\"name\": \"\(name)\", \"seconds\": \(seconds), \"cases\": \(count)}")
    }
}

extension Peers {
    /// Reads rules and a case and prints each fact with its verdict: what the peers do in a whole process.
    static func answer(_ folder: URL) throws {
        func file(_ name: String) throws -> ParsedFile {
            parse(fileName: name, source: Array(try Data(contentsOf: folder.appending(path: name))))
        }
        let built = build([try file("program.rules"), try file("case.case")])
        guard let cluster = built.cases.first, let kind = engines.last else { throw Usage() }
        let engine = kind.init(rules: built.rules)
        engine.load(built.rules.situations(of: cluster.stages, caseName: cluster.name, upTo: 0))
        let program = try PeerProgram(built.rules)
        let verdicts = engine.verdicts(of: program.facts.map(\.fact), 0)
        print(verdicts.map { "\($0.rank)" }.joined(separator: "|"))
    }
}
