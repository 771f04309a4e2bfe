import Foundation

/// Read once, when the fuzzer first calls; the name is given by Tests/Fuzzing/run.
private let checkPath: CheckPath = {
    let name = ProcessInfo.processInfo.environment["FUZZ_CONTEXT"] ?? "context.rules"
    let bytes = FileManager.default.contents(atPath: name).map(Array.init) ?? []
    return CheckPath(context: [("context.rules", bytes)])
}()

/// What libFuzzer calls with each text it makes up; it takes a trap for a finding of its own.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    if let breach = checkPath.breach(Array(UnsafeBufferPointer(start: start, count: count))) {
        FileHandle.standardError.write(Data("breach: \(breach)\n".utf8))
        abort()
    }
    return 0
}
