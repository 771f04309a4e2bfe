import Engines
import Foundation
import RuleModel
import Workload

/// Writes a workload for the peers, and measures our engines on it. `Tests/Peers/run` calls it.
///
///     peers write 200 1000 FOLDER     rules, cases and the programs of all peers
///     peers one 200 1000 FOLDER       ours, case after case: times to standard output, answers to files
///     peers table 200 100000 FOLDER   ours, all cases at once
///     peers screen 200 1000000 FOLDER a table in CSV with what a peer needs to read it
///     peers answer FOLDER             ours, a whole process from rule text to verdicts
@main
enum Peers {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else { throw Usage() }
        let folder = URL(filePath: arguments[arguments.count - 1])
        if arguments[1] == "answer" { return try answer(folder) }
        guard arguments.count == 5, let size = Int(arguments[2]), let count = Int(arguments[3]) else {
            throw Usage()
        }
        let workload = Workload(rules: size)
        let measurement = Measurement(
            program: try PeerProgram(workload.rules), cases: workload.cases(count), folder: folder)
        switch arguments[1] {
        case "write": try write(measurement.program, measurement.cases, folder)
        case "one": try measurement.caseAfterCase()
        case "table": try measurement.table()
        case "screen":
            try ScreenFiles(program: measurement.program, cases: measurement.cases).write(to: folder)
        default: throw Usage()
        }
    }

    struct Usage: Error {}

    /// How many cases are told one by one, for the peers that work so.
    static func told(_ cases: CaseColumns) -> Int { min(cases.count, 1_000) }

    private static func write(_ program: PeerProgram, _ cases: CaseColumns, _ folder: URL) throws {
        let files = CaseFiles(cases: cases, rules: program.rules)
        let told = told(cases)
        let sqlite = SQLTranslation(program: program, engine: .sqlite)
        let texts = [
            "program.rules": RuleModel.print(program.rules),
            "program.pl": PrologTranslation(program: program).text,
            "program.clp": ClipsTranslation(program).text,
            "python_program.py": PythonTranslation(program: program).text,
            "numpy_program.py": NumpyTranslation(program: program).text,
            "polars_program.py": PolarsTranslation(program: program).text,
            "duckdb.sql": SQLTranslation(program: program, engine: .duckDB).query(program.outputs),
            "sqlite.sql": files.sqlite(1) + sqlite.query(Array(program.facts.indices)) + ";\n",
            "cases.pl": files.prolog(told),
            "cases.clp": files.clips(told),
            "told_cases.py": files.python(told),
            "case.case": notation(cases, program.rules),
        ]
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in texts {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        let table = try files.table()
        try table.bytes.write(to: folder.appending(path: "cases.bin"))
        let about = About(
            rules: program.rules.rules.count, cases: cases.count, told: told,
            facts: program.facts.count, outputs: program.outputs, streams: table.streams)
        try JSONEncoder().encode(about).write(to: folder.appending(path: "about.json"))
    }

    private struct About: Encodable {
        var rules, cases, told, facts: Int
        var outputs: [Int]
        var streams: [[String: String]]
    }

    /// The first case in the notation.
    private static func notation(_ cases: CaseColumns, _ rules: RuleBase) -> String {
        let statements = cases.situation(0, in: rules).readings.sorted { $0.key < $1.key }.map {
            Statement.diagnostic($0.key, $0.value)
        }
        let cluster = ClusterCase(
            name: "case-0", title: "The first", stages: [Stage(name: "now", statements: statements)])
        return RuleModel.print(cluster, in: rules)
    }
}
