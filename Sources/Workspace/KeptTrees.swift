import Foundation
import Notation

/// The trees of texts as an earlier run parsed them, behind the texts in a record of the store.
///
/// Each stands by itself with its check sum.
final class KeptTrees: Sendable {
    private let descriptor: Int32
    /// Where the numbers of each text's tree begin and end in the record, in bytes.
    private let extents: [Range<Int>]

    /// - Parameters:
    ///   - descriptor: Of the record; it is closed when the trees are no longer wanted.
    ///   - counts: How many numbers each tree has; none for a text whose tree was not kept.
    init(_ descriptor: Int32, from start: Int, counts: [Int]) {
        self.descriptor = descriptor
        var next = start
        extents = counts.map { count in
            let extent = next..<next + KeptTrees.size(of: count)
            next = extent.upperBound
            return extent
        }
    }

    /// Whether the record ends where the last tree does.
    var areWhole: Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && Int(status.st_size) == extents.last?.upperBound
    }

    deinit { close(descriptor) }

    /// A text parsed, by its place among those the record is about; `nil` where its tree is damaged.
    func file(_ text: SourceText, at place: Int) -> ParsedFile? {
        let extent = extents[place]
        guard !extent.isEmpty else { return parse(fileName: text.name, source: text.bytes) }
        let tree = withUnsafeTemporaryAllocation(byteCount: extent.count, alignment: 8) { buffer in
            guard let start = buffer.baseAddress,
                pread(descriptor, start, extent.count, off_t(extent.lowerBound)) == extent.count,
                buffer.load(as: UInt64.self) == checkSum(of: UnsafeRawBufferPointer(rebasing: buffer[8...]))
            else { return nil as SyntaxTree? }
            let numbers = UnsafeRawBufferPointer(rebasing: buffer[8...]).assumingMemoryBound(to: UInt32.self)
            return SyntaxTree(fileName: text.name, source: text.bytes, numbers: numbers)
        }
        return tree.map { ParsedFile(tree: $0, findings: []) }
    }

    // MARK: For keeping

    /// What is kept of each file: nothing of tests, which no answer wants, nor where something was found.
    static func numbers(of files: [ParsedFile]) -> [[UInt32]] {
        files.concurrentMap { file in
            Attestation.FileKind(file) == .tests || !file.findings.isEmpty ? [] : file.tree.numbers
        }
    }

    static func size(of count: Int) -> Int { count == 0 ? 0 : 8 + 4 * count }

    static func bytes(of numbers: [UInt32]) -> [UInt8] {
        guard !numbers.isEmpty else { return [] }
        return numbers.withUnsafeBytes { numbers in
            withUnsafeBytes(of: checkSum(of: numbers)) { Array($0) } + Array(numbers)
        }
    }
}
