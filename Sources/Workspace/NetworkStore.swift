import Foundation
import Inference
import RuleModel

/// Keeps the networks of rules between one run of the program and the next.
///
/// A network is made of the rules and of how many members a case has, and of nothing that a case says:
/// it is no answer, and serves all cases of its shape. What stands in a file counts for rules of the same
/// digest read by the same program, and for no others; the file says of which, and holds a check sum.
/// As with attestations nothing needs it, and there are 64 places, the later one wins.
struct NetworkStore: Sendable {
    private let store: AttestationStore
    /// The program and the rules.
    private let subject: [UInt8]

    /// `nil` where the program cannot be told from others.
    init?(_ store: AttestationStore, of digest: Digest) {
        guard let program = Disk.programIdentity else { return nil }
        self.store = store
        subject = Array("\(program)\0\(digest.description)\0".utf8)
    }

    /// The network kept under a name.
    func network(named name: [UInt8]) -> [UInt8]? {
        let whole = subject + name
        guard let record = try? Disk.contents(of: path(of: whole), followingLinks: false) else { return nil }
        return Record(record).flatMap { $0.name.elementsEqual(whole) ? Array($0.network) : nil }
    }

    func keep(_ network: [UInt8], named name: [UInt8]) {
        let whole = subject + name
        store.put(Record.bytes(of: network, named: whole), at: path(of: whole))
    }

    private func path(of name: [UInt8]) -> String {
        "\(store.folder)/network-\(String(name.withUnsafeBytes(checkSum) >> 58, radix: 16))"
    }

    /// A check sum of the rest; the length of the name; the name; the network.
    private struct Record {
        let name: ArraySlice<UInt8>
        let network: ArraySlice<UInt8>

        init?(_ record: [UInt8]) {
            guard record.count >= 16 else { return nil }
            let (sum, length) = record.withUnsafeBytes {
                ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            }
            guard length <= record.count - 16, sum == record[8...].withUnsafeBytes(checkSum) else {
                return nil
            }
            name = record[16..<16 + Int(length)]
            network = record[(16 + Int(length))...]
        }

        static func bytes(of network: [UInt8], named name: [UInt8]) -> [UInt8] {
            let rest = bytes(of: UInt64(name.count)) + name + network
            return bytes(of: rest.withUnsafeBytes(checkSum)) + rest
        }

        private static func bytes(of number: UInt64) -> [UInt8] {
            withUnsafeBytes(of: number) { Array($0) }
        }
    }
}
