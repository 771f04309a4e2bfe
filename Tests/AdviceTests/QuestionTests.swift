import Inference
import RuleModel
import Testing

import Advice

@Suite struct QuestionTests {
    @Test func `a question says what each answer would change`() {
        var sketch = Sketch()
        let banks = sketch.diagnostic("banks", ask: "Do banks lend?")
        let credit = sketch.package("credit")
        sketch.rule("credit", when: .not(.reads(banks)), [.recommends(credit)])
        let question = sketch.answer().bestQuestion
        #expect(question?.text == "Do banks lend?")
        #expect(question?.answers.map(\.value) == [.no, .yes])
        #expect(question?.answers.map { $0.changes.map(\.to.standing) } == [[.stands], [.falls]])
        #expect(question?.settlesAtLeast == 1)
    }

    @Test func `an answer that changes nothing is listed without changes`() {
        var sketch = Sketch()
        let (banks, size) = (sketch.diagnostic("banks"), sketch.diagnostic("size"))
        let credit = sketch.package("credit")
        sketch.rule("credit", when: .any([.reads(banks), .reads(size)]), [.recommends(credit)])
        let answers = sketch.answer().bestQuestion?.answers
        #expect(answers?.map(\.changes.count) == [0, 1])
    }

    @Test func `a quantity is asked about in the regions that rules tell apart`() {
        var sketch = Sketch()
        let makers = sketch.diagnostic("makers", .count(of: nil))
        let (small, large) = (sketch.package("small"), sketch.package("large"))
        sketch.rule("small", when: .not(.atLeast(10, makers)), [.recommends(small)])
        sketch.rule("large", when: .atLeast(100, makers), [.recommends(large)])
        let answers = sketch.answer().bestQuestion?.answers
        #expect(answers?.map(\.value) == [.ticks(0, 9), .ticks(10, 99), .ticks(100, .max)])
    }

    @Test func `only what is still possible is offered`() {
        var sketch = Sketch()
        let makers = sketch.diagnostic("makers", .count(of: nil))
        let large = sketch.package("large")
        sketch.rule("large", when: .atLeast(100, makers), [.recommends(large)])
        sketch.now.readings[makers] = .certain(.ticks(50, 150))
        #expect(sketch.answer().bestQuestion?.answers.map(\.value) == [.ticks(50, 99), .ticks(100, 150)])
    }

    @Test func `values that no rule tells apart are one answer`() {
        var sketch = Sketch()
        sketch.rules.choices = [
            Choice(name: "colour", values: ["red", "green", "blue"].map { NamedValue(name: $0) })
        ]
        let colour = sketch.diagnostic("colour", .choice(ID(0)))
        let paint = sketch.package("paint")
        sketch.rule(
            "paint", when: .lies(.diagnostic(colour), in: .members(0b011), Threshold()), [.recommends(paint)])
        #expect(sketch.answer().bestQuestion?.answers.map(\.value) == [.members(0b011), .members(0b100)])
    }

    @Test func `the question that settles most comes first`() {
        var sketch = Sketch()
        let (minor, major) = (sketch.diagnostic("a-minor"), sketch.diagnostic("b-major"))
        for (name, diagnostic) in [("one", minor), ("two", major), ("three", major)] {
            let package = sketch.package(name)
            sketch.rule(name, when: .reads(diagnostic), [.recommends(package)])
        }
        let questions = sketch.answer().questions
        #expect(questions.map(\.place) == [.diagnostic(major), .diagnostic(minor)])
        #expect(questions.map(\.settlesAtLeast) == [2, 1])
    }

    @Test func `a guess behind provisional advice is worth asking`() {
        var sketch = Sketch()
        let buyer = sketch.diagnostic("buyer")
        let orders = sketch.package("orders")
        sketch.rule("orders", when: .reads(buyer), [.recommends(orders)])
        sketch.now.readings[buyer] = .presumablyYes
        #expect(
            sketch.answer().bestQuestion?.answers.map { $0.changes.map(\.to.standing) } == [
                [.falls], [.stands],
            ])
    }

    @Test func `an exception nobody mentioned is worth asking`() {
        var sketch = Sketch()
        let captive = sketch.diagnostic("captive")
        let orders = sketch.package("orders")
        sketch.rule("orders", unless: [.reads(captive)], [.recommends(orders)])
        #expect(sketch.answer().bestQuestion?.place == .diagnostic(captive))
    }

    @Test func `nothing is asked where nothing is undecided`() {
        var sketch = Sketch()
        let unused = sketch.diagnostic("unused")
        let caution = sketch.advised("orders")
        sketch.rule("unused", when: .reads(unused), [.caution(.package(.package(caution)))])
        #expect(sketch.answer().questions.isEmpty)
    }

    @Test func `nobody is asked what is settled either way`() {
        var sketch = Sketch()
        let buyer = sketch.diagnostic("buyer")
        let orders = sketch.package("orders")
        sketch.rule("with", when: .reads(buyer), [.recommends(orders)])
        sketch.rule("without", when: .not(.reads(buyer)), [.recommends(orders)])
        #expect(sketch.answer().waiting.map(\.package) == [orders])
        #expect(sketch.answer().questions.isEmpty)
    }

    @Test func `whether what falls anyway would also harm is not worth asking`() {
        var sketch = Sketch()
        let harm = sketch.diagnostic("harm")
        let orders = sketch.package("orders")
        sketch.rule("harm", when: .reads(harm), [.against(orders, .harmful)])
        #expect(sketch.answer().questions.isEmpty)
    }

    @Test func `nobody is asked why something falls that falls either way`() {
        var sketch = Sketch()
        let buyer = sketch.diagnostic("buyer")
        let orders = sketch.package("orders")
        sketch.rule("orders", when: .reads(buyer), [.recommends(orders)])
        sketch.rule("harm", when: .not(.reads(buyer)), [.against(orders, .harmful)])
        let captive = sketch.diagnostic("captive")
        sketch.rules.rules[0].condition = .all([.reads(buyer), .not(.reads(captive))])
        sketch.now.readings[captive] = .yes
        #expect(sketch.answer().questions.isEmpty)
    }

    @Test func `an objection to standing advice is worth asking about`() {
        var sketch = Sketch()
        let harm = sketch.diagnostic("harm")
        let orders = sketch.advised("orders")
        sketch.rule("harm", when: .reads(harm), [.against(orders, .harmful)])
        let answer = sketch.answer()
        #expect(answer.entries.first?.doubts.map(\.objection) == [.harmful])
        #expect(answer.bestQuestion?.answers.map { $0.changes.map(\.to.isContested) } == [[], [true]])
    }

    @Test func `a concept known by signs can be asked for itself`() {
        var sketch = Sketch()
        let trust = sketch.concept("trust", bySigns: true)
        let visits = sketch.package("visits")
        sketch.rule("visits", when: .concept(trust, of: .cluster), [.recommends(visits)])
        #expect(sketch.answer().bestQuestion?.place == .concept(trust, nil))
    }

    @Test func `whether all members are listed can be asked`() {
        var sketch = Sketch()
        let makers = sketch.collection("maker")
        let alone = sketch.package("alone")
        let few = Condition.lies(
            .count(Members(collection: makers, variable: Variable(0)), where: nil), in: .ticks(0, 5),
            Threshold())
        sketch.rule("alone", when: few, [.recommends(alone)])
        let question = sketch.answer().bestQuestion
        #expect(question?.place == .allListed(makers, of: nil))
        #expect(question?.answers.map(\.changes.count) == [0, 1])
    }

    @Test func `a share in a sum is cut where it brings the sum over the bound`() {
        var sketch = Sketch()
        let channels = sketch.collection("channel")
        let share = sketch.attribute("share", of: channels, .percent(of: "output"))
        let escape = sketch.package("escape")
        let sum = Expression.fold(
            .sum, share, Members(collection: channels, variable: Variable(0)), where: nil)
        sketch.rule("escape", when: .lies(sum, in: .ticks(400_000, .max), Threshold()), [.recommends(escape)])
        sketch.now.members[channels] = [
            Member(name: "one", attributes: [share: .certain(.ticks(150_000, 150_000))]), Member(name: "two"),
        ]
        sketch.now.closed = [channels]
        let question = sketch.answer().bestQuestion
        #expect(question?.place == .attribute(share, MemberID(collection: channels, index: 1)))
        #expect(question?.answers.map(\.value) == [.ticks(0, 249_999), .ticks(250_000, 1_000_000)])
    }
}
