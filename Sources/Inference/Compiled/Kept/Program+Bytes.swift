import RuleModel

extension Program {
    /// The program in bytes, without its shape.
    var bytes: [UInt8] {
        var writer = ByteWriter()
        network.write(to: &writer)
        writer.write(list: groundRules.map { Int32($0.rule.index) })
        writer.write(lists: groundRules.map { $0.frame.bound.flatMap { [Int32($0.number), $0.value] } })
        writer.write(list: groundRules.map(\.verdict))
        writer.write(lists: groundRules.map { $0.reads.map { Int32($0) } })
        writer.write(lists: groundRules.map(\.parts))
        writer.write(lists: groundRules.map(\.exceptions))
        writer.write(each: facts) { $0.write($1) }
        writer.write(drawnCount)
        writer.write(list: signals)
        writer.write(lists: drawing.map { $0.map { Int32($0) } })
        return writer.bytes
    }

    /// The program that was put into bytes; `nil` where they are no such thing.
    convenience init?(_ bytes: [UInt8], shape: Shape, _ readings: ReadingCells) {
        var reader = ByteReader(bytes)
        do throws(ByteReader.Failure) {
            let network = try Network(from: &reader, readings)
            let groundRules = try Program.groundRules(from: &reader)
            let facts = try reader.each { reader throws(ByteReader.Failure) in try reader.fact() }
            let drawnCount = try reader.number(in: 0..<facts.count + 1)
            let signals = try reader.list(of: Signal.self)
            let drawing = try reader.numbers()
            guard signals.count == facts.count, drawing.count == facts.count, reader.isAtEnd else {
                return nil
            }
            self.init(
                shape: shape, network: network, groundRules: groundRules, facts: facts,
                drawnCount: drawnCount,
                places: Dictionary(zip(facts, facts.indices)) { first, _ in first }, signals: signals,
                drawing: drawing, isKept: true)
        } catch {
            return nil
        }
    }

    private static func groundRules(
        from reader: inout ByteReader
    ) throws(ByteReader.Failure) -> [GroundedRule] {
        let rules = try reader.list(of: Int32.self)
        let frames = try reader.numbers()
        let verdicts = try reader.list(of: Signal.self)
        let reads = try reader.numbers()
        let parts = try reader.lists(of: Signal.self) { $0 }
        let exceptions = try reader.lists(of: Signal.self) { $0 }
        let all = [frames.count, verdicts.count, reads.count, parts.count, exceptions.count]
        guard all.allSatisfy({ $0 == rules.count }), frames.allSatisfy({ $0.count % 2 == 0 }) else {
            throw ByteReader.Failure()
        }
        return rules.indices.map { place in
            var frame = Frame()
            for next in stride(from: 0, to: frames[place].count, by: 2) {
                frame[Variable(frames[place][next])] = Int32(truncatingIfNeeded: frames[place][next + 1])
            }
            return GroundedRule(
                rule: ID(Int(rules[place])), frame: frame, reads: reads[place], verdict: verdicts[place],
                parts: parts[place], exceptions: exceptions[place])
        }
    }
}
