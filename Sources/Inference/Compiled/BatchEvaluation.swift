import RuleModel

/// The verdicts of facts in the cases of a table, as bit planes.
///
/// For each fact and each case four bits: whether the verdict is at least presumably no, open,
/// presumably yes, yes.
public struct TableVerdicts: Sendable {
    public let facts: [Fact]
    public let count: Int
    /// One array for each run of blocks that was worked out together.
    let chunks: [Chunk]

    struct Chunk: Sendable {
        var blocks: Range<Int>
        /// Block after block, fact after fact, four planes each.
        var planes: [CaseTable.Vector]
    }

    /// - Parameters:
    ///   - place: Place in `facts`.
    public func verdict(_ place: Int, of row: Int) -> Verdict {
        let row = RowPlace(row)
        guard let chunk = chunks.first(where: { $0.blocks.contains(row.block) }) else { return .open }
        let first = ((row.block - chunk.blocks.lowerBound) * facts.count + place) * 4
        let set = (0..<4).reduce(0) { $0 + Int(chunk.planes[first + $1][row.lane] >> row.bit & 1) }
        return Verdict(rawValue: set - 2) ?? .open
    }

    /// The verdicts of one fact in all cases, from 0 for no to 4 for yes.
    public func ranks(_ place: Int) -> [UInt8] {
        let padded = chunks.reduce(0) { $0 + $1.blocks.count } * CaseTable.blockSize
        let ranks = [UInt8](unsafeUninitializedCapacity: padded) { bytes, initialized in
            let words = UnsafeMutableRawBufferPointer(bytes)
            var offset = 0
            for chunk in chunks {
                for block in chunk.blocks.indices.map({ $0 - chunk.blocks.lowerBound }) {
                    let first = (block * facts.count + place) * 4
                    for lane in 0..<CaseTable.Vector.scalarCount {
                        for byte in 0..<UInt64(8) {
                            var sum: UInt64 = 0
                            for plane in 0..<4 {
                                sum &+= TableVerdicts.spread(
                                    chunk.planes[first + plane][lane] >> (byte * 8) & 0xFF)
                            }
                            words.storeBytes(of: sum.littleEndian, toByteOffset: offset, as: UInt64.self)
                            offset += 8
                        }
                    }
                }
            }
            initialized = offset
        }
        return padded == count ? ranks : Array(ranks.prefix(count))
    }

    /// Each of eight bits in a byte of its own, the lowest in the lowest.
    @inline(__always)
    private static func spread(_ bits: UInt64) -> UInt64 {
        // A copy of the bits in each byte, of which each keeps its own, brought down to the lowest place.
        let copies = bits &* 0x0101_0101_0101_0101 & 0x8040_2010_0804_0201
        return (copies &+ 0x7F7F_7F7F_7F7F_7F7F | copies) >> 7 & 0x0101_0101_0101_0101
    }

    /// In how many cases each fact's verdict is at least the given one. Linear in blocks, not in cases.
    public func counts(atLeast verdict: Verdict) -> [Int] {
        guard verdict > .no else { return facts.map { _ in count } }
        let plane = verdict.rawValue + 1
        var counts = facts.map { _ in 0 }
        for chunk in chunks {
            for block in chunk.blocks {
                let first = (block - chunk.blocks.lowerBound) * facts.count * 4
                let rows = count - block * CaseTable.blockSize
                for place in facts.indices {
                    let bits = chunk.planes[first + place * 4 + plane]
                    for lane in 0..<CaseTable.Vector.scalarCount {
                        let left = rows - lane * 64
                        let mask: UInt64 = left >= 64 ? .max : (1 << UInt64(max(0, left))) - 1
                        counts[place] += (bits[lane] & mask).nonzeroBitCount
                    }
                }
            }
        }
        return counts
    }
}

extension CaseTable {
    /// The verdicts of some facts in every case.
    public func verdicts(of facts: [Fact]) -> TableVerdicts {
        TableVerdicts(facts: facts, count: count, chunks: [chunk(0..<blockCount, facts)])
    }

    /// The same by several threads; neither their number nor their pace changes a bit of the result.
    public func verdicts(of facts: [Fact], threads: Int) async -> TableVerdicts {
        let threads = max(1, threads)
        // Several runs for each, so that none waits long for the slowest.
        let length = max(1, (blockCount + threads * 8 - 1) / (threads * 8))
        let runs = stride(from: 0, to: blockCount, by: length).map { $0..<min($0 + length, blockCount) }
        let chunks = await withTaskGroup(of: TableVerdicts.Chunk.self) { group in
            var waiting = runs.makeIterator()
            for _ in 0..<threads {
                if let run = waiting.next() { group.addTask { chunk(run, facts) } }
            }
            var done: [TableVerdicts.Chunk] = []
            while let chunk = await group.next() {
                done.append(chunk)
                if let run = waiting.next() { group.addTask { self.chunk(run, facts) } }
            }
            return done
        }
        return TableVerdicts(
            facts: facts, count: count,
            chunks: chunks.sorted { $0.blocks.lowerBound < $1.blocks.lowerBound })
    }

    private func chunk(_ blocks: Range<Int>, _ facts: [Fact]) -> TableVerdicts.Chunk {
        var run = BatchRun(self, facts)
        return chunk(blocks, facts, &run)
    }

    func chunk(_ blocks: Range<Int>, _ facts: [Fact], _ run: inout BatchRun) -> TableVerdicts.Chunk {
        TableVerdicts.Chunk(
            blocks: blocks,
            planes: [Vector](unsafeUninitializedCapacity: blocks.count * facts.count * 4) { planes, count in
                count = blocks.count * facts.count * 4
                planes.initialize(repeating: Vector())
                for block in blocks {
                    let first = (block - blocks.lowerBound) * facts.count * 4
                    run.evaluate(
                        block,
                        into: UnsafeMutableBufferPointer(rebasing: planes[first..<first + facts.count * 4]))
                }
            })
    }
}
