import Benchmark
import Engines
import Inference
import Notation
import RuleModel
import Workload

/// Rules with cases to evaluate under them.
struct RuleSet: Sendable {
    var name: String
    var count: Int
    /// Texts, rules and some cases; made when wanted.
    var make: @Sendable () -> (texts: [ShippedTexts.File], rules: RuleBase, cases: [Situation])

    static let all: [RuleSet] = [shipped] + [200, 2_000, 20_000].map(generated)

    private static func generated(_ count: Int) -> RuleSet {
        RuleSet(name: "\(count) rules", count: count) {
            let workload = Workload(rules: count)
            let cases = workload.cases(100)
            return (
                [ShippedTexts.File(name: "generated.rules", bytes: Array(print(workload.rules).utf8))],
                workload.rules, (0..<cases.count).map { cases.situation($0, in: workload.rules) }
            )
        }
    }

    /// The shipped rules with the last stages of the shipped cases, each without its past.
    private static let shipped: RuleSet = {
        let built = build(ShippedTexts.all.map(parsed))
        return RuleSet(name: "shipped rules", count: built.rules.rules.count) {
            let cases = built.cases.compactMap {
                built.rules.situations(of: $0.stages, caseName: $0.name, upTo: $0.stages.count - 1).last
            }
            return (ShippedTexts.all, built.rules, cases)
        }
    }()
}

/// From text to rules made ready, and one case evaluated, proved and changed.
func ruleSuite(_ set: RuleSet) -> BenchmarkSuite {
    let suite = BenchmarkSuite(name: set.name)
    let rules = Amount(count: set.count, unit: "rules")
    func add(
        _ name: String, _ amount: Amount, _ baseline: String?, _ prepare: @escaping () -> () -> Int
    ) {
        // Of the slowest, a few runs are enough: what is slow is measured well.
        let isSlow = set.count >= 20_000
        Subject(name, in: suite, amount, baseline: baseline, runs: isSlow ? 3 : nil, prepare: prepare)
    }
    add("byte scan", rules, nil) {
        let texts = set.make().texts
        return { texts.reduce(0) { $0 &+ scanned($1.bytes) } }
    }
    add("parse", rules, "byte scan") {
        let texts = set.make().texts
        return { texts.reduce(0) { $0 &+ parsed($1).tree.tokens.count } }
    }
    add("build", rules, "byte scan") {
        let files = set.make().texts.map(parsed)
        return { build(files).rules.rules.count }
    }
    for kind in engines { addEngine(kind, set, rules, add) }
    return suite
}

private func addEngine(
    _ kind: any Engine.Type, _ set: RuleSet, _ rules: Amount,
    _ add: (_ name: String, _ amount: Amount, _ baseline: String?, _ prepare: @escaping () -> () -> Int) ->
        Void
) {
    func name(_ what: String) -> String { "\(what), \(kind.name)" }
    let oracle = "evaluate, \(engines[0].name)"
    let one = Amount(count: 1, unit: "cases")
    /// Goes round the cases, so that no run is like the one before.
    func onCases(_ work: @escaping (any Engine, Int) -> Int) -> () -> () -> Int {
        {
            let (_, rules, cases) = set.make()
            let engine = kind.init(rules: rules)
            engine.load(cases)
            var place = 0
            return {
                place = (place + 1) % cases.count
                return work(engine, place)
            }
        }
    }
    // The oracle takes the rules as they are.
    if kind != engines[0] {
        add(name("compile"), rules, "byte scan") {
            let rules = set.make().rules
            var kept: [any Engine] = []
            return {
                kept = [kind.init(rules: rules)]
                return kept.count
            }
        }
    }
    add(name("evaluate"), one, name("evaluate") == oracle ? nil : oracle, onCases { $0.evaluate($1) })
    add(name("evaluate for proofs"), one, name("evaluate"), onCases { $0.evaluateForProofs($1) })
    if set.count < 20_000 || kind.isForTables {
        add(name("all proofs"), one, name("evaluate for proofs"), onCases { $0.proveAll($1) })
    }
    add(name("one proof"), one, name("evaluate"), proof(kind, set))
    add(name("change a reading"), one, name("evaluate"), change(kind, set))
}

/// Asks one recommendation after the other why, of one case.
private func proof(_ kind: any Engine.Type, _ set: RuleSet) -> () -> () -> Int {
    {
        let (_, rules, cases) = set.make()
        let engine = kind.init(rules: rules)
        engine.load(cases)
        var sum = engine.evaluateForProofs(0), package = 0
        return {
            package = (package + 1) % rules.packages.count
            sum &+= engine.prove(.recommended(ID(package)))
            return sum
        }
    }
}

/// Gives one diagnostic after the other the reading that another case has.
private func change(_ kind: any Engine.Type, _ set: RuleSet) -> () -> () -> Int {
    {
        let (_, rules, cases) = set.make()
        let engine = kind.init(rules: rules)
        engine.load(cases)
        engine.start(0)
        var step = 0
        return {
            step += 1
            let diagnostic = ID<Diagnostic>(step % rules.diagnostics.count)
            return engine.change(diagnostic, to: cases[step % cases.count].readings[diagnostic])
        }
    }
}
