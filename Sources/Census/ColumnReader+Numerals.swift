import RuleModel

/// Numbers as people write them: thousands apart, a comma before fractions, a hyphen for a range.
extension ColumnReader {
    /// Whether `1.200` could be twelve hundred: of whole things nobody writes fractions.
    var isGroupingUnclear: Bool {
        guard case .count = read.type else { return false }
        return plan.thousands != .none && read.unit?.factor == 1
    }

    /// The text with its numbers as cases write them, but for the sign before fractions.
    func numerals(_ text: String) -> Result<String, TableFault> {
        guard isNumber else { return .success(text) }
        // A note in quotes may hold any numbers.
        var told = String(text.prefix { $0 != "\"" })
        let note = text.dropFirst(told.count)
        if case .sign(let sign) = plan.thousands {
            guard let joined = GroupedDigits.joined(told, by: sign) else {
                return .failure(
                    TableFault(
                        "its digits do not stand in threes, as `\(ThousandsSign.statement(of: sign))` says"))
            }
            told = joined
        }
        if isGroupingUnclear, let grouped = GroupedDigits.first(in: told), grouped.sign == decimalSign {
            return .failure(TableFault(bothWays(grouped)))
        }
        // Cases write a point, which here stands before no fraction.
        if plan.hasDecimalComma, told.hasBetweenDigits(".") {
            return .failure(TableFault(expected + numberAdvice(told)))
        }
        return .success(told + note)
    }

    /// Says of digits in threes behind the sign of fractions how they can be meant, and what to do.
    private func bothWays(_ grouped: GroupedDigits) -> String {
        let start =
            "it could be \(grouped.digits), or a fraction: write \(grouped.digits), or say in a mapping "
        guard plan.thousands == .unstated else { return start + "`thousands none`" }
        let other = plan.hasDecimalComma ? "decimal point" : "decimal comma"
        return start + "`\(ThousandsSign.statement(of: grouped.sign))` and `\(other)`, or `thousands none`"
    }

    /// How to write what somebody may have meant for a number.
    func numberAdvice(_ text: String) -> String {
        guard isNumber else { return "" }
        if let grouped = GroupedDigits.first(in: text), grouped.sign != decimalSign {
            let isEither = grouped.sign == "," && read.type.ticksPerUnit != 1
            return
                "; write \(grouped.digits), or say in a mapping: \(ThousandsSign.statement(of: grouped.sign))"
                + (isEither ? "; where it stands before a fraction: decimal comma" : "")
        }
        let ends = text.split { "-–—".contains($0) }.map { String($0).trimmedBlanks }
        if ends.count == 2, ends.allSatisfy({ $0.first?.isNumber == true && $0.last?.isNumber == true }) {
            return "; a range is written \(ends[0])..\(ends[1])"
        }
        if text.hasBetweenDigits(plan.hasDecimalComma ? "." : ",") {
            return plan.hasDecimalComma
                ? "; a comma stands before fractions, as the mapping says"
                : "; where a comma stands before fractions, say in a mapping: decimal comma"
        }
        return ""
    }

    /// Whether it is a plain share above zero and below one percent, whose unit nobody stated.
    func isSmallShare(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard read.type.isPercent, !read.isUnitStated, let unit = read.unit,
            let number = DecimalText(text, point: decimalSign.asciiValue ?? 0), !number.hasPercentSign,
            let run = number.ticks(factor: unit.factor)
        else { return false }
        return run.upper > 0 && run.upper < 10_000
    }

    private var isNumber: Bool { read.type.isQuantity && read.type != .date }
    private var decimalSign: Character { plan.hasDecimalComma ? "," : "." }
}

extension String {
    /// Whether the sign stands between two digits somewhere.
    fileprivate func hasBetweenDigits(_ sign: Character) -> Bool {
        let parts = split(separator: sign, omittingEmptySubsequences: false)
        return zip(parts, parts.dropFirst()).contains {
            $0.last?.isNumber == true && $1.first?.isNumber == true
        }
    }
}
