/// A number as tables write it: `-12.5`, `1e6`, `40 %`.
struct DecimalText {
    /// The digits as a whole number, and how many of them stand behind the point; below zero, how many
    /// zeros are missing.
    private(set) var mantissa: Int64 = 0
    private(set) var fraction = 0
    private(set) var hasPercentSign = false
    private var hasExponent = false
    /// Digits further behind the point were left out.
    private var isCut = false

    /// - Parameter point: What stands before the fraction.
    init?(_ text: UnsafeBufferPointer<UInt8>, point: UInt8) {
        guard let base = text.baseAddress else { return nil }
        var place = 0
        var end = text.count
        while place < end, base[place] == 32 || base[place] == 9 { place += 1 }
        while end > place, base[end - 1] == 32 || base[end - 1] == 9 { end -= 1 }
        if end > place, base[end - 1] == UInt8(ascii: "%") {
            hasPercentSign = true
            end -= 1
            while end > place, base[end - 1] == 32 { end -= 1 }
        }
        guard place < end else { return nil }
        let isNegative = base[place] == UInt8(ascii: "-")
        if isNegative || base[place] == UInt8(ascii: "+") { place += 1 }
        var digits = 0
        var isBehindPoint = false
        while place < end {
            let digit = base[place] &- UInt8(ascii: "0")
            if digit <= 9 {
                digits += 1
                // Seventeen digits leave room for a factor.
                if mantissa < 10_000_000_000_000_000 {
                    mantissa = mantissa &* 10 &+ Int64(digit)
                    if isBehindPoint { fraction += 1 }
                } else if isBehindPoint {
                    if digit != 0 { isCut = true }
                } else {
                    return nil
                }
            } else if base[place] == point, !isBehindPoint {
                isBehindPoint = true
            } else {
                break
            }
            place += 1
        }
        guard digits > 0 else { return nil }
        if place < end {
            guard let exponent = DecimalText.exponent(base, place, end) else { return nil }
            fraction -= exponent
            hasExponent = true
        }
        if isNegative { mantissa = -mantissa }
    }

    /// Whether the point could as well set thousands apart: `1.200`, `12.000`.
    @inline(__always)
    var mayBeThousands: Bool {
        fraction == 3 && !hasExponent && !hasPercentSign && (1_000..<1_000_000).contains(mantissa.magnitude)
    }

    private static func exponent(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
        guard base[start] | 32 == UInt8(ascii: "e"), start + 1 < end else { return nil }
        var place = start + 1
        let isNegative = base[place] == UInt8(ascii: "-")
        if isNegative || base[place] == UInt8(ascii: "+") { place += 1 }
        guard place < end, end - place <= 3 else { return nil }
        var exponent = 0
        for place in place..<end {
            let digit = base[place] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            exponent = exponent * 10 + Int(digit)
        }
        return isNegative ? -exponent : exponent
    }

    /// The number times a factor, as whole ticks: two where it lies between them; `nil` where it is too large.
    @inline(__always)
    func ticks(factor: Int64) -> (lower: Int64, upper: Int64)? {
        if fraction == 0, !isCut {
            let (product, isOver) = mantissa.multipliedReportingOverflow(by: factor)
            return isOver || product.magnitude > DecimalText.greatest ? nil : (product, product)
        }
        return scaledTicks(factor)
    }

    private func scaledTicks(_ factor: Int64) -> (lower: Int64, upper: Int64)? {
        var (digits, factor, mantissa) = (fraction, factor, mantissa)
        while digits > 0, factor % 10 == 0 { (digits, factor) = (digits - 1, factor / 10) }
        while digits > 0, mantissa % 10 == 0, mantissa != 0 {
            (digits, mantissa) = (digits - 1, mantissa / 10)
        }
        if mantissa == 0 { return isCut ? (0, 1) : (0, 0) }
        while digits < 0 {
            let (larger, isOver) = factor.multipliedReportingOverflow(by: 10)
            guard !isOver else { return nil }
            (digits, factor) = (digits + 1, larger)
        }
        let (product, isOver) = mantissa.multipliedReportingOverflow(by: factor)
        guard !isOver else { return nil }
        var divisor: Int64 = 1
        for _ in 0..<digits {
            // So small that only its sign is left.
            guard divisor < 100_000_000_000_000_000 else { return mantissa > 0 ? (0, 1) : (-1, 0) }
            divisor *= 10
        }
        let isBetween = product % divisor != 0 || isCut
        let lower = product / divisor - (product % divisor < 0 ? 1 : 0)
        guard lower.magnitude < DecimalText.greatest else { return nil }
        return (lower, isBetween ? lower + 1 : lower)
    }

    /// A thousand of the largest numbers can still be added up, as in a case file.
    private static let greatest = UInt64(Int64.max / 1024)
}
