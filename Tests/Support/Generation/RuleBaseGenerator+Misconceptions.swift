import RuleModel

extension RuleBaseGenerator {
    /// Some of the rules once more, as what somebody wrongly believes. No number is drawn for it, so that
    /// a seed gives the rules that it gave before.
    mutating func addMisconceptions() {
        let told = rules.rules.filter { rule in
            rule.kind == .written && rule.conclusions.allSatisfy(\.isAdvice) && !asksWhatIsRecommended(rule)
        }
        rules.misconceptions = told.prefix(2).enumerated().map { number, rule in
            var belief = rule
            belief.name = name("belief", number)
            return Misconception(belief, unsettledBy: ["some-valley"])
        }
    }

    private func asksWhatIsRecommended(_ rule: Rule) -> Bool {
        let asked =
            rule.bindings.compactMap(\.filter) + [rule.condition].compactMap { $0 }
            + rule.exceptions.map(\.condition)
        return asked.contains { describe($0, in: rules).contains("is recommended") }
    }
}

extension Conclusion {
    fileprivate var isAdvice: Bool {
        switch self {
        case .recommend, .adviseAgainst: true
        default: false
        }
    }
}
