/// How large a rule base for measuring is.
///
/// The standard is 200 rules over 80 diagnostics and 40 packages. What the rules speak of grows with
/// the square root of their number, as the words of a text do with its length: 2,000 rules speak of
/// 253 diagnostics and 126 packages, 20,000 of 800 and 400. Concepts grow in step with the rules,
/// since rules are what decides them.
public struct WorkloadShape: Hashable, Sendable {
    public let rules: Int
    public let diagnostics: Int
    public let packages: Int

    public init(rules: Int) {
        self.rules = max(8, rules)
        let growth = (Double(self.rules) / 200).squareRoot()
        diagnostics = max(10, Int((80 * growth).rounded()))
        packages = max(2, Int((40 * growth).rounded()))
    }

    /// How many rules each of the strata has: three that decide concepts, the last that advises.
    public var rulesByStratum: [Int] {
        let deciding = [rules * 30 / 100, rules * 25 / 100, rules * 20 / 100]
        return deciding + [rules - deciding.reduce(0, +)]
    }

    /// How many concepts the rules of a stratum decide, three rules to a concept.
    public func concepts(ofStratum stratum: Int) -> Int {
        stratum < 3 ? max(1, rulesByStratum[stratum] / 3) : 0
    }
}
