import Inference
import RuleModel
import Testing

@Suite struct ConditionTests {
    let verdicts = Verdict.allCases

    @Test func `and is the smaller verdict and or the greater`() {
        for left in verdicts {
            for right in verdicts {
                var sketch = Sketch()
                let parts = [sketch.condition(left), sketch.condition(right)]
                #expect(sketch.verdict(.all(parts)) == Verdict(rawValue: min(left.rawValue, right.rawValue)))
                #expect(sketch.verdict(.any(parts)) == Verdict(rawValue: max(left.rawValue, right.rawValue)))
            }
        }
    }

    @Test func `not is the mirror image`() {
        for verdict in verdicts {
            var sketch = Sketch()
            let condition = sketch.condition(verdict)
            #expect(sketch.verdict(.not(condition)).rawValue == -verdict.rawValue)
        }
    }

    @Test func `an empty and holds and an empty or does not`() {
        #expect(Sketch().verdict(.all([])) == .yes)
        #expect(Sketch().verdict(.any([])) == .no)
    }

    @Test(arguments: [
        (Comparison.atLeast, [Verdict.yes, .yes, .presumablyYes, .open, .presumablyNo, .no, .no]),
        (.above, [.yes, .presumablyYes, .open, .presumablyNo, .no, .no, .no]),
        (.below, [.no, .no, .presumablyNo, .open, .presumablyYes, .yes, .yes]),
        (.atMost, [.no, .presumablyNo, .open, .presumablyYes, .yes, .yes, .yes]),
        (.exactly, [.no, .presumablyNo, .open, .open, .presumablyNo, .no, .no]),
    ])
    func `listed conditions take the greatest verdicts first`(comparison: Comparison, expected: [Verdict]) {
        var sketch = Sketch()
        // One of each verdict: the first greatest is yes, the second presumably yes, and so on.
        let parts = [Verdict.no, .yes, .open, .presumablyNo, .presumablyYes].map { sketch.condition($0) }
        for number in 0...6 {
            #expect(sketch.verdict(.listed(comparison, number, of: parts)) == expected[number], "\(number)")
        }
    }

    @Test func `numbers beyond the list are harmless`() {
        var sketch = Sketch()
        let parts = [sketch.condition(.open)]
        #expect(sketch.verdict(.listed(.above, .max, of: parts)) == .no)
        #expect(sketch.verdict(.listed(.below, .min, of: parts)) == .no)
        #expect(sketch.verdict(.listed(.atMost, .max, of: parts)) == .yes)
        #expect(sketch.verdict(.listed(.atLeast, .min, of: parts)) == .yes)
    }

    @Test func `whether a package is in force is for the case to say`() {
        var sketch = Sketch()
        let package = sketch.package()
        #expect(sketch.verdict(.inForce(.package(package))) == .open)
        for verdict in verdicts {
            sketch.situation.inForce[package] = reading(verdict)
            #expect(sketch.verdict(.inForce(.package(package))) == verdict)
        }
    }

    @Test func `a criterion unclaimed is not met and a lens value unstated is open`() {
        var sketch = Sketch()
        sketch.rules.criteria = [Criterion(name: "good")]
        sketch.rules.lenses = [Lens(name: "school", values: [NamedValue(name: "1"), NamedValue(name: "2")])]
        let bare = sketch.package()
        let told = sketch.package()
        sketch.rules.packages[told.index].criteria = [Package.CriterionMet(criterion: ID(0), how: "by claim")]
        sketch.rules.packages[told.index].lensValues = [Package.LensValue(lens: ID(0), value: 1)]
        #expect(sketch.verdict(.criterion(ID(0), of: .package(bare))) == .no)
        #expect(sketch.verdict(.criterion(ID(0), of: .package(told))) == .yes)
        #expect(sketch.verdict(.lens(ID(0), values: 0b10, of: .package(bare))) == .open)
        #expect(sketch.verdict(.lens(ID(0), values: 0b10, of: .package(told))) == .yes)
        #expect(sketch.verdict(.lens(ID(0), values: 0b01, of: .package(told))) == .no)
    }

    @Test func `an unstated package attribute is unknown`() {
        var sketch = Sketch()
        sketch.rules.packageAttributes = [
            PackageAttribute(name: "takes", measurement: Measurement(type: .duration))
        ]
        let bare = sketch.package()
        let told = sketch.package([Package.AttributeValue(attribute: ID(0), value: .ticks(10, 20))])
        func long(_ package: ID<Package>) -> Condition {
            .lies(.packageAttribute(ID(0), of: .package(package)), in: .ticks(10, .max), Threshold())
        }
        #expect(sketch.verdict(long(bare)) == .open)
        #expect(sketch.verdict(long(told)) == .yes)
    }
}
