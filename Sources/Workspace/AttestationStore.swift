import Foundation
import RuleModel

/// Keeps attestations between one run of the program and the next, each beside the bytes it is about.
///
/// A file of the store holds the names and all bytes of the files it tells of, and of the program that
/// read them: it speaks for files that are the same byte by byte, read by the same program, and for no
/// others. Nothing needs it. A file that is missing, cut short, damaged or foreign costs the time that
/// it would have saved, and so does a folder that cannot be written. It is put in place in one step,
/// so that many programs may share a folder. There are sixteen places for files, the later one wins.
/// Networks made of such rules stand beside them: see `NetworkStore`.
public struct AttestationStore: Sendable {
    let folder: String

    /// - Parameter folder: Made when something is first kept in it.
    public init(folder: String) { self.folder = folder }

    /// What is known of texts, and their trees; `nil` if it is nothing.
    func attestation(for texts: [SourceText]) -> (told: Attestation, trees: KeptTrees)? {
        guard let subject = Subject(texts) else { return nil }
        let descriptor = open(path(of: subject), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        guard let (told, end) = subject.told(by: Disk.Stretches(descriptor)),
            let attestation = Attestation(told, fileCount: texts.count)
        else {
            close(descriptor)
            return nil
        }
        let trees = KeptTrees(descriptor, from: end, counts: attestation.treeCounts)
        return trees.areWhole ? (attestation, trees) : nil
    }

    /// Keeps what is known of texts, if that can be done.
    ///
    /// - Parameter trees: The numbers of each text's tree; as many as the attestation says.
    func keep(_ attestation: Attestation, for texts: [SourceText], trees: [[UInt32]]) {
        guard let subject = Subject(texts) else { return }
        put(
            subject.record(telling: attestation.text) + trees.flatMap { KeptTrees.bytes(of: $0) },
            at: path(of: subject))
    }

    /// Puts a record in place in one step.
    func put(_ record: [UInt8], at path: String) {
        let draft = "\(path).\(getpid()).draft"
        makeFolder()
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        let written = record.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        // A record that is not whole is none, and need not be brought to the disk before it is used.
        guard close(descriptor) == 0, written == record.count, rename(draft, path) == 0 else {
            unlink(draft)
            return
        }
    }

    private func path(of subject: Subject) -> String {
        "\(folder)/rules-\(String(subject.place, radix: 16))"
    }

    private func makeFolder() {
        guard mkdir(folder, 0o700) != 0, errno == ENOENT else { return }
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
}

extension AttestationStore {
    /// Texts, and the program that reads them.
    private struct Subject {
        private let texts: [SourceText]
        /// The program, then the name and length of each text.
        private let names: [UInt8]
        /// Which of the store's places it takes.
        let place: UInt8

        init?(_ texts: [SourceText]) {
            guard let program = Disk.programIdentity else { return nil }
            self.texts = texts
            names = Array(
                ([program] + texts.map { "\($0.bytes.count) \($0.name)" }).joined(separator: "\0").utf8)
            place = names.reduce(5381 as UInt64) { $0 &* 33 &+ UInt64($1) }.place
        }

        // A record: the digest of what follows up to the texts; the lengths of the names and of what is
        // told, eight bytes each; the names; what is told; the texts one after the other, then their trees.

        func record(telling told: String) -> [UInt8] {
            let told = Array(told.utf8)
            let head = Subject.bytes(of: names.count) + Subject.bytes(of: told.count) + names + told
            var record = Digest(head).bytes + head
            record.reserveCapacity(record.count + texts.reduce(0) { $0 + $1.bytes.count })
            for text in texts { record += text.bytes }
            return record
        }

        /// What a record tells, if it is about these texts, and where the trees begin.
        func told(by record: Disk.Stretches) -> (told: String, end: Int)? {
            guard let digest = record.next(32), let nameLength = record.next(8),
                let toldLength = record.next(8),
                Subject.number(nameLength) == names.count, let names = record.next(names.count),
                names == self.names, let told = record.next(Subject.number(toldLength)),
                Digest(nameLength + toldLength + names + told).bytes == digest,
                record.areNext(texts.map(\.bytes))
            else { return nil }
            let end = texts.reduce(48 + names.count + told.count) { $0 + $1.bytes.count }
            return (String(decoding: told, as: UTF8.self), end)
        }

        private static func bytes(of number: Int) -> [UInt8] {
            withUnsafeBytes(of: UInt64(number).littleEndian) { Array($0) }
        }

        private static func number(_ bytes: [UInt8]) -> Int {
            bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
        }
    }
}

extension UInt64 {
    /// One of sixteen, all bits taken into account.
    fileprivate var place: UInt8 { UInt8((self ^ self >> 32 ^ self >> 17) & 15) }
}
