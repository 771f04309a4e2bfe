import Foundation

import Running

/// Command lines run by bash, where `$program` is the program: for pipes, signals and completions.
struct Shell {
    struct Run {
        var output: String
        var errors: String
        var exitCode: Int32
    }

    private let folder: URL

    init(_ folder: URL) throws { self.folder = folder }

    func run(_ script: String, environment: [String: String] = [:]) throws -> Run {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", script]
        process.currentDirectoryURL = folder
        let path = Program.url.deletingLastPathComponent().path + ":/usr/bin:/bin"
        process.environment = ["PATH": path, "program": Program.url.path, "HOME": folder.path]
            .merging(environment) { $1 }
        let output = folder.appendingPathComponent(".output"),
            errors = folder.appendingPathComponent(".errors")
        for file in [output, errors] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try Self.runWithoutBlockedSignals(process)
        process.waitUntilExit()
        return Run(
            output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8), exitCode: process.terminationStatus)
    }

    /// Whether a command line succeeds here, for tests that need what not every machine grants.
    static func works(_ script: String) -> Bool {
        (try? Program.inEmptyFolder { try Shell($0).run(script).exitCode == 0 }) ?? false
    }

    /// The words before a command that run it without root's privileges.
    static let asNobody = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""

    /// A child inherits which signals its parent's thread has blocked, and the test runner's threads block
    /// some: a signal sent to the program would wait for ever.
    static func runWithoutBlockedSignals(_ process: Process) throws {
        var none = sigset_t()
        var before = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try process.run()
    }
}
