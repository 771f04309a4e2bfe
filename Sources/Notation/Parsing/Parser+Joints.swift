// Whether an `or` joins values or conditions.

extension Parser {
    /// Whether what follows an `or` at this distance is the next condition and not the next value.
    func beginsCondition(afterOr ahead: Int) -> Bool {
        switch kind(ahead) {
        case .leftParenthesis: return true
        case .number, .date, .decade, .string: return false
        case .word: break
        default: return true
        }
        switch keyword(ahead) {
        case .not, .when: return true
        case .someOf, .no, .every: return isPlainWord(ahead + 1)
        case .in: return keyword(ahead + 1) == .an
        case .exactly: return true
        case .at: return kind(ahead + 2) == .number && countsSomething(ahead + 3)
        case .time: return keyword(ahead + 1) == .since
        default: break
        }
        if keyword(ahead + 1) == .of || beginsTest(ahead + 1) {
            // `or before 1990`: the bound is the value's own.
            return !isBound(ahead)
        }
        return false
    }

    /// Whether `of {` or a collection follows a number, so that members are counted.
    private func countsSomething(_ ahead: Int) -> Bool {
        if keyword(ahead) == .of { return true }
        switch keyword(ahead) {
        case .thousand, .million, .billion, .day, .days, .week, .weeks, .month, .months, .year, .years:
            return false
        default: return isPlainWord(ahead)
        }
    }
}
