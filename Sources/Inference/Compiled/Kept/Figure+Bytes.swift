import RuleModel

extension ByteWriter {
    mutating func write(_ signal: Signal) { write(Int(signal.raw)) }

    mutating func write(_ frame: Frame) {
        write(list: frame.bound.flatMap { [Int32($0.number), $0.value] })
    }

    mutating func write(_ slot: Slot) {
        switch slot {
        case .diagnostic(let diagnostic):
            write(0)
            write(diagnostic)
        case .attribute(let attribute, of: let member):
            write(1)
            write(attribute)
            write(Int(member))
        case .inForce(let package):
            write(2)
            write(package)
        }
    }

    mutating func write(_ values: ValueSet) {
        switch values {
        case .members(let mask):
            write(0)
            write(Int(bitPattern: UInt(mask)))
        case .runs(let runs):
            write(1)
            write(list: runs.flatMap { [$0.lower, $0.upper] })
        case .texts(nil):
            write(2)
        case .texts(let texts?):
            write(3)
            write(each: texts) { $0.write($1) }
        }
    }

    mutating func write(_ figure: GroundFigure<Signal>) {
        switch figure {
        case .reading(let slot):
            write(0)
            write(slot)
        case .known(let values):
            write(1)
            write(values)
        case .before(let formula, let frame):
            write(2)
            write(Int(formula.index))
            write(frame)
        case .count(let members, let isOpenEnded):
            write(3)
            write(list: members)
            write(isOpenEnded)
        case .proportion(let members, let isOpenEnded):
            write(4)
            write(list: members)
            write(isOpenEnded)
        case .fold(let fold, ofDomain: let domain, let addends, let isOpenEnded):
            write(5)
            write(Expression.Fold.allCases.firstIndex(of: fold) ?? 0)
            write(Int(domain.lower))
            write(Int(domain.upper))
            write(each: addends) { writer, addend in
                writer.write(addend.belongs)
                writer.write(addend.value)
            }
            write(isOpenEnded)
        case .timeSince(let date):
            write(6)
            write(date)
        }
    }
}

extension ByteReader {
    mutating func signal() throws(Failure) -> Signal {
        guard let raw = UInt32(exactly: try number()) else { throw Failure() }
        return Signal(raw: raw)
    }

    mutating func frame() throws(Failure) -> Frame {
        let bound = try list(of: Int32.self)
        guard bound.count % 2 == 0 else { throw Failure() }
        var frame = Frame()
        for place in stride(from: 0, to: bound.count, by: 2) {
            // A rule has a handful of variables.
            guard (0..<1 << 16).contains(bound[place]) else { throw Failure() }
            frame[Variable(Int(bound[place]))] = bound[place + 1]
        }
        return frame
    }

    mutating func slot() throws(Failure) -> Slot {
        switch try number() {
        case 0: return .diagnostic(try id())
        case 1: return .attribute(try id(), of: try shortNumber())
        case 2: return .inForce(try id())
        default: throw Failure()
        }
    }

    mutating func shortNumber() throws(Failure) -> Int32 {
        guard let number = Int32(exactly: try number()) else { throw Failure() }
        return number
    }

    mutating func values() throws(Failure) -> ValueSet {
        switch try number() {
        case 0: return .members(UInt64(UInt(bitPattern: try number())))
        case 1:
            let ends = try list(of: Int64.self)
            guard ends.count % 2 == 0 else { throw Failure() }
            return .runs(stride(from: 0, to: ends.count, by: 2).map { TickRange(ends[$0], ends[$0 + 1]) })
        case 2: return .texts(nil)
        case 3: return .texts(try each { reader throws(Failure) in try reader.text() })
        default: throw Failure()
        }
    }

    mutating func figure() throws(Failure) -> GroundFigure<Signal> {
        switch try number() {
        case 0: return .reading(try slot())
        case 1: return .known(try values())
        case 2: return .before(FormulaID(index: try shortNumber()), try frame())
        case 3: return .count(try list(of: Signal.self), isOpenEnded: try signal())
        case 4: return .proportion(try list(of: Signal.self), isOpenEnded: try signal())
        case 5:
            let fold = Expression.Fold.allCases[try number(in: Expression.Fold.allCases.indices)]
            let domain = TickRange(Int64(try number()), Int64(try number()))
            let addends = try each { reader throws(Failure) in
                GroundFigure<Signal>.Addend(belongs: try reader.signal(), value: try reader.slot())
            }
            return .fold(fold, ofDomain: domain, addends, isOpenEnded: try signal())
        case 6: return .timeSince(try figure())
        default: throw Failure()
        }
    }
}
