import Benchmark
import Foundation

/// The results as a table for the docs.
struct Report {
    private let results: [BenchmarkResult]

    init(_ results: [BenchmarkResult]) { self.results = results }

    var markdown: String {
        let command = (["swift run -c release benchmarks"] + CommandLine.arguments.dropFirst()).joined(
            separator: " ")
        let heading = """
            \(Machine.description), \(Machine.date). Command: `\(command)`

            | | median | throughput | ratio | to | peak memory |
            | --- | ---: | ---: | ---: | --- | ---: |

            """
        return heading + results.map(row).joined(separator: "\n")
    }

    private func row(_ result: BenchmarkResult) -> String {
        let time = median(result)
        var cells = ["\(result.suiteName): \(result.benchmarkName)", Quantity.time(time)]
        let amount = result.settings[Amount.self]
        cells.append(amount.map { Quantity.rate(Double($0.count) / time, $0.unit) } ?? "")
        if let baseline = result.settings[Baseline.self],
            let other = results.first(where: {
                $0.suiteName == result.suiteName && $0.benchmarkName == baseline.name
            })
        {
            cells += [Quantity.number(time / median(other)), baseline.name]
        } else {
            cells += ["", ""]
        }
        cells.append(Subject.seen(result).peak.map { "\($0 / 1_000_000) MB" } ?? "")
        return "| \(cells.joined(separator: " | ")) |"
    }

    /// In seconds: on the wall where that is short, or several threads share the work; else of the
    /// processor. Of many short runs, what else the machine does disturbs only a few; reading the
    /// processor's time would take longer than some of them.
    private func median(_ result: BenchmarkResult) -> Double {
        let onTheWall = median(result.measurements) / 1e9
        if onTheWall < 1e-3 || result.settings[Threads.self] != nil { return onTheWall }
        return median(Subject.seen(result).processorTimes)
    }

    private func median(_ times: [Double]) -> Double {
        let times = times.sorted()
        return times.isEmpty ? .nan : (times[(times.count - 1) / 2] + times[times.count / 2]) / 2
    }
}

/// Numbers with as many digits as mean something.
enum Quantity {
    static func number(_ number: Double) -> String {
        let digits = number >= 100 ? 0 : number >= 10 ? 1 : number >= 1 ? 2 : 3
        return String(format: "%.\(digits)f", number)
    }

    static func time(_ seconds: Double) -> String {
        switch seconds {
        case 1...: "\(number(seconds)) s"
        case 1e-3...: "\(number(seconds * 1e3)) ms"
        default: "\(number(seconds * 1e6)) µs"
        }
    }

    static func rate(_ rate: Double, _ unit: String) -> String {
        switch rate {
        case 1e6...: "\(number(rate / 1e6)) M\(unit == "B" ? "" : " ")\(unit)/s"
        case 1e3...: "\(number(rate / 1e3)) k\(unit == "B" ? "" : " ")\(unit)/s"
        default: "\(number(rate)) \(unit)/s"
        }
    }
}

/// What the figures were measured on, and when.
enum Machine {
    static var description: String {
        let information = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let model = information.split(separator: "\n").first { $0.hasPrefix("model name") }
        let name = model?.split(separator: ":").last.map { $0.drop { $0 == " " } } ?? "unnamed processor"
        let cores = ProcessInfo.processInfo.activeProcessorCount
        return "\(name), \(cores) cores, \(ProcessInfo.processInfo.operatingSystemVersionString)"
    }

    static var date: String { Date().formatted(.iso8601.year().month().day()) }
}
