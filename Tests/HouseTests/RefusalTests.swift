import Testing

/// What no file under `Sources` may do.
@Suite struct RefusalTests {
    @Test func `only the program prints, exits or complains`() {
        for file in House.files("Sources") where !file.path.hasPrefix("Sources/distretto/") {
            for call in [" print(", "\tprint(", "debugPrint(", "exit(", "fputs(", "NSLog("] {
                let found = file.code.contains { (" " + $0).contains(call) && !$0.contains("func ") }
                #expect(!found, "\(file.path) calls \(call)")
            }
        }
    }

    @Test func `nothing below the edges looks at a clock or a file`() {
        for target in [
            "Notation", "RuleModel", "Inference", "Advice", "Training", "Census", "Presentation",
        ] {
            for file in House.files("Sources/\(target)") {
                for word in [
                    "Date()", "ContinuousClock", "SuspendingClock", "FileManager", "ProcessInfo", "getenv(",
                ] {
                    #expect(!file.code.contains { $0.contains(word) }, "\(file.path) uses \(word)")
                }
            }
        }
    }

    @Test func `no file gives up on its input`() {
        for file in House.files("Sources") {
            for word in ["fatalError(", "try!", "as!", "preconditionFailure("] {
                #expect(!file.code.contains { $0.contains(word) }, "\(file.path) says \(word)")
            }
        }
    }

    @Test func `no file is longer than a reader can hold`() {
        for file in House.files("Sources") {
            #expect(file.lines.count <= 500, "\(file.path) has \(file.lines.count) lines")
        }
    }
}
