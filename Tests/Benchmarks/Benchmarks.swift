import Foundation
import Notation
import RuleModel

/// How fast rules are read, as shares of what the same machine needs to look at the bytes.
///
///     swift run -c release benchmarks
///
/// Absolute times differ from machine to machine, and from hour to hour on a shared one; the last
/// column, against a plain loop over the same bytes in the same run, differs little.
@main
enum Benchmarks {
    static func main() {
        let files = ShippedTexts.all
        let bytes = files.reduce(0) { $0 + $1.bytes.count }
        print("\(files.count) shipped files, \(bytes / 1_000) kB\n")
        print(Row.heading)
        for megabytes in [1, 10, 50] { throughput(megabytes: megabytes) }
        recheck(files)
    }

    /// Parsing, and parsing and building, of the shipped text repeated.
    private static func throughput(megabytes: Int) {
        let texts = ShippedTexts.repeated(to: megabytes * 1_000_000)
        let size = texts.reduce(0) { $0 + $1.bytes.count }
        let scan = Stopwatch.best { texts.reduce(0) { $0 &+ scanned($1.bytes) } }
        let parsing = Stopwatch.best {
            texts.reduce(0) { $0 &+ parse(fileName: $1.name, source: $1.bytes).tree.tokens.count }
        }
        let parsed = texts.map { parse(fileName: $0.name, source: $0.bytes) }
        let building = Stopwatch.best { build(parsed).rules.rules.count }
        print(Row("byte scan, \(megabytes) MB", seconds: scan, bytes: size, scan: scan))
        print(Row("parse, \(megabytes) MB", seconds: parsing, bytes: size, scan: scan))
        print(Row("build, \(megabytes) MB", seconds: building, bytes: size, scan: scan))
        print(Row("parse and build, \(megabytes) MB", seconds: parsing + building, bytes: size, scan: scan))
    }

    /// What `check` does when one file among all was edited, and when nothing is known yet.
    private static func recheck(_ files: [ShippedTexts.File]) {
        let size = files.reduce(0) { $0 + $1.bytes.count }
        let scan = Stopwatch.best(of: 20) { files.reduce(0) { $0 &+ scanned($1.bytes) } }
        let all = Stopwatch.best(of: 20) {
            build(files.map { parse(fileName: $0.name, source: $0.bytes) }).findings.count
        }
        let parsed = files.map { parse(fileName: $0.name, source: $0.bytes) }
        guard let largest = files.indices.max(by: { files[$0].bytes.count < files[$1].bytes.count }) else {
            return
        }
        let one = Stopwatch.best(of: 20) {
            var edited = parsed
            edited[largest] = parse(
                fileName: files[largest].name, source: files[largest].bytes + Array("# edited\n".utf8))
            return build(edited).findings.count
        }
        print(Row("check all files", seconds: all, bytes: size, scan: scan))
        print(Row("check one file edited", seconds: one, bytes: size, scan: scan))
    }

    /// The least that any reading must do: every byte looked at once.
    private static func scanned(_ bytes: [UInt8]) -> Int {
        var lines = 0
        for byte in bytes where byte == UInt8(ascii: "\n") { lines += 1 }
        return lines
    }
}
