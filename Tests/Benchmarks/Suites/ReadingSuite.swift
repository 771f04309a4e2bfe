import Benchmark
import Foundation
import Notation
import RuleModel
import Workspace

/// Text into rules: the shipped files, and copies of them up to 50 MB.
func readingSuite() -> BenchmarkSuite {
    let suite = BenchmarkSuite(name: "reading")
    for megabytes in [1, 10, 50] {
        let texts = { ShippedTexts.repeated(to: megabytes * 1_000_000) }
        let size = Amount(count: megabytes * 1_000_000, unit: "B")
        let scan = "byte scan, \(megabytes) MB"
        let runs = megabytes >= 10 ? 3 : nil
        func add(_ name: String, threads: Int = 1, _ prepare: @escaping () -> () -> Int) {
            Subject(
                "\(name), \(megabytes) MB", in: suite, size, baseline: name == "byte scan" ? nil : scan,
                runs: runs, threads: threads, prepare: prepare)
        }
        add("byte scan") {
            let texts = texts()
            return { texts.reduce(0) { $0 &+ scanned($1.bytes) } }
        }
        add("parse") {
            let texts = texts()
            return { texts.reduce(0) { $0 &+ parsed($1).tree.tokens.count } }
        }
        add("build") {
            let files = texts().map(parsed)
            return { build(files).rules.rules.count }
        }
        add("parse and build") {
            let texts = texts()
            return { build(texts.map(parsed)).rules.rules.count }
        }
        // As the program reads: files next to each other, then what they declare.
        add("parse and build on all cores", threads: AllCores().hands) {
            let texts = texts()
            return { build(texts.concurrentMap(parsed), sharing: AllCores()).rules.rules.count }
        }
    }
    addRechecks(to: suite)
    return suite
}

/// What `check` does when nothing is known yet, and when one file among all was edited.
private func addRechecks(to suite: BenchmarkSuite) {
    let size = Amount(count: ShippedTexts.all.reduce(0) { $0 + $1.bytes.count }, unit: "B")
    Subject("byte scan, shipped files", in: suite, size, baseline: nil) {
        { ShippedTexts.all.reduce(0) { $0 &+ scanned($1.bytes) } }
    }
    let scan = "byte scan, shipped files", cores = AllCores().hands
    Subject("check all files on one core", in: suite, size, baseline: scan) {
        {
            let files = ShippedTexts.all.map(parsed)
            return allFindings(files, build(files)).count
        }
    }
    Subject("check all files", in: suite, size, baseline: scan, threads: cores) {
        {
            let files = ShippedTexts.all.concurrentMap(parsed)
            return allFindings(files, build(files, sharing: AllCores()), sharing: AllCores()).count
        }
    }
    Subject("check, one file edited", in: suite, size, baseline: "check all files", threads: cores) {
        let files = ShippedTexts.all.map(parsed)
        let largest = ShippedTexts.all.enumerated().max { $0.element.bytes.count < $1.element.bytes.count }
        guard let (place, file) = largest else { return { 0 } }
        return {
            var edited = files
            edited[place] = parse(fileName: file.name, source: file.bytes + Array("# edited\n".utf8))
            return allFindings(edited, build(edited, sharing: AllCores()), sharing: AllCores()).count
        }
    }
}

func parsed(_ file: ShippedTexts.File) -> ParsedFile { parse(fileName: file.name, source: file.bytes) }

/// The least that any reading must do: every byte looked at once.
func scanned(_ bytes: [UInt8]) -> Int {
    var lines = 0
    for byte in bytes where byte == UInt8(ascii: "\n") { lines += 1 }
    return lines
}
