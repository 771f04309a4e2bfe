import Dispatch
import Synchronization
import Testing

@testable import Workspace

@Suite struct MachineTests {
    @Test func `work begun on another core is done once, whatever memory its thread asks for`() {
        Machine.takeMemoryInLargePieces()
        let count = Mutex(0)
        let isDone = DispatchSemaphore(value: 0)
        Machine.beginOnOtherCore {
            Machine.takeOwnMemoryInLargePages()
            Machine.takeOwnMemoryInLargePages()
            let bytes = [UInt8](repeating: 1, count: 1 << 22)
            count.withLock { $0 += bytes.reduce(0) { $0 + Int($1) } }
            isDone.signal()
        }
        #expect(isDone.wait(timeout: .now() + 60) == .success)
        #expect(count.withLock { $0 } == 1 << 22)
    }
}
