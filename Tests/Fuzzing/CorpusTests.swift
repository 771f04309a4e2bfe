import Foundation
import Testing

/// What the fuzzer found worth keeping, tried again each time.
@Suite struct CorpusTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    @Test func `every text of the fuzzing corpus is read, built and complained of as it should be`() throws {
        let context = try Data(contentsOf: Self.folder.appending(path: "context.rules"))
        let path = CheckPath(context: [("context.rules", Array(context))])
        let corpus = Self.folder.appending(path: "Corpus")
        let names = try FileManager.default.contentsOfDirectory(atPath: corpus.path(percentEncoded: false))
        #expect(!names.isEmpty)
        for name in names.sorted() {
            let bytes = Array(try Data(contentsOf: corpus.appending(path: name)))
            let breach = path.breach(bytes)
            #expect(breach == nil, "Tests/Fuzzing/Corpus/\(name)")
        }
    }
}
