import RuleModel

extension Network {
    /// Without the cells of readings, which go with the rules.
    func write(to writer: inout ByteWriter) {
        writer.write(list: atoms)
        writer.write(list: maskWords)
        writer.write(each: slots) { writer, layout in
            writer.write(layout.slot)
            writer.write(layout.firstWord)
            writer.write(layout.isReadWhole ? 1 : 0)
        }
        writer.write(readingWords)
        writer.write(each: openEnds) { writer, end in
            writer.write(end.node)
            writer.write(end.collection)
            writer.write(end.parent.map { Int($0) })
        }
        writer.write(each: statements) { writer, statement in
            writer.write(statement.fact)
            writer.write(statement.lower)
            writer.write(statement.upper)
        }
        writer.write(each: retrospects) { writer, each in
            writer.write(each.node)
            switch each.retrospect.subject {
            case .previously(let phrase):
                writer.write(0)
                writer.write(Int(phrase.index))
            case .earlier(let phrase):
                writer.write(1)
                writer.write(Int(phrase.index))
            }
            writer.write(each.retrospect.frame)
        }
        writer.write(each: figures) { writer, figure in
            writer.write(figure.node)
            switch figure.test {
            case .lies(let figure, in: let accepted):
                writer.write(0)
                writer.write(figure)
                writer.write(accepted)
            case .compares(let left, let comparison, let right):
                writer.write(1)
                writer.write(left)
                writer.write(comparison)
                writer.write(right)
            }
        }
        writer.write(each: pastFigures.sorted { $0.value < $1.value }) { writer, past in
            writer.write(Int(past.key.formula.index))
            writer.write(past.key.frame)
        }
        writer.write(list: gates)
        writer.write(firstGate)
        writer.write(each: steps) { $1.write(to: &$0) }
    }

    init(from reader: inout ByteReader, _ readings: ReadingCells) throws(ByteReader.Failure) {
        typealias Failure = ByteReader.Failure
        atoms = try reader.list(of: Atom.self)
        maskWords = try reader.list(of: UInt64.self)
        slots = try reader.each { reader throws(Failure) in
            let slot = try reader.slot()
            guard readings.includes(slot) else { throw Failure() }
            let (cells, domain) = (readings.cells(of: slot), readings.domain(of: slot))
            return SlotLayout(
                slot: slot, firstWord: try reader.number(), cells: cells, domain: domain,
                domainMask: cells.mask(of: domain), isReadWhole: try reader.number() == 1)
        }
        for (number, layout) in slots.enumerated() { slotNumbers[layout.slot] = number }
        readingWords = try reader.number()
        openEnds = try reader.each { reader throws(Failure) in
            OpenEnd(
                node: try reader.number(), collection: try reader.id(),
                parent: try reader.optionalNumber().flatMap { Int32(exactly: $0) })
        }
        statements = try reader.each { reader throws(Failure) in
            Statement(
                fact: try reader.fact(), lower: try reader.optionalNumber(),
                upper: try reader.optionalNumber())
        }
        for (number, statement) in statements.enumerated() { statementNumbers[statement.fact] = number }
        retrospects = try reader.each { reader throws(Failure) in
            let node = try reader.number()
            let isPrevious = try reader.number() == 0
            let phrase = PhraseID(index: try reader.shortNumber())
            return (
                node,
                Retrospect(
                    subject: isPrevious ? .previously(phrase) : .earlier(phrase), frame: try reader.frame())
            )
        }
        figures = try reader.each { reader throws(Failure) in
            let node = try reader.number()
            if try reader.number() == 0 {
                return Figure(node: node, test: .lies(try reader.figure(), in: try reader.values()))
            }
            return Figure(
                node: node,
                test: .compares(try reader.figure(), try reader.comparison(), try reader.figure()))
        }
        let past = try reader.each { reader throws(Failure) in
            PastFigure(formula: FormulaID(index: try reader.shortNumber()), frame: try reader.frame())
        }
        for (number, figure) in past.enumerated() { pastFigures[figure] = number }
        gates = try reader.list(of: Gate.self)
        firstGate = try reader.number()
        steps = try reader.each { reader throws(Failure) in try Step(from: &reader) }
    }
}

extension Network.Step {
    fileprivate func write(to writer: inout ByteWriter) {
        switch self {
        case .gates(let run):
            writer.write(0)
            writer.write(run.lowerBound)
            writer.write(run.upperBound)
        case .figure(let figure):
            writer.write(1)
            writer.write(figure)
        case .loop(latches: let latches, let steps):
            writer.write(2)
            writer.write(each: latches) { writer, latch in
                writer.write(latch.node)
                writer.write(latch.source)
            }
            writer.write(each: steps) { $1.write(to: &$0) }
        }
    }

    fileprivate init(from reader: inout ByteReader) throws(ByteReader.Failure) {
        switch try reader.number() {
        case 0:
            let (start, end) = (try reader.number(), try reader.number())
            guard start <= end else { throw ByteReader.Failure() }
            self = .gates(start..<end)
        case 1:
            self = .figure(try reader.number())
        case 2:
            self = .loop(
                latches: try reader.each { reader throws(ByteReader.Failure) in
                    Network.Latch(node: try reader.number(), source: try reader.signal())
                }, try reader.each { reader throws(ByteReader.Failure) in try Network.Step(from: &reader) })
        default:
            throw ByteReader.Failure()
        }
    }
}
