import Testing

/// The arrows of the house point down: each target may import these and the standard library.
@Suite struct ArrowTests {
    static let allowed: [(target: String, imports: Set<String>)] = [
        ("Notation", []),
        ("RuleModel", ["Notation", "Synchronization"]),
        ("Inference", ["RuleModel", "Synchronization"]),
        ("Advice", ["Inference", "RuleModel"]),
        ("Analysis", ["Inference", "RuleModel", "Notation"]),
        ("Training", ["Advice", "Inference", "RuleModel"]),
        // Bytes of a table in, bytes of a result out: it knows no file, so that stretches can be cut anywhere.
        ("Census", ["Advice", "Inference", "RuleModel"]),
        (
            "Workspace",
            [
                "CMachine", "Census", "Training", "Analysis", "Advice", "Inference", "RuleModel",
                "Notation", "Foundation", "Synchronization",
            ]
        ),
        (
            "Presentation",
            ["Census", "Training", "Analysis", "Advice", "Inference", "RuleModel", "Notation"]
        ),
        (
            "distretto",
            [
                "Workspace", "Presentation", "Census", "Training", "Analysis", "Advice", "Inference",
                "RuleModel", "Notation", "ArgumentParser", "Foundation",
            ]
        ),
    ]

    @Test(arguments: allowed)
    func `a target imports only what stands below it`(target: String, imports: Set<String>) {
        let files = House.files("Sources/\(target)")
        #expect(!files.isEmpty, "no files found for \(target)")
        for file in files {
            let forbidden = Set(file.imports).subtracting(imports)
            #expect(forbidden.isEmpty, "\(file.path) imports \(forbidden.sorted())")
        }
    }

    @Test func `every target under Sources has its arrows listed here`() {
        let targets = Set(House.files("Sources").map { String($0.path.split(separator: "/")[1]) })
        #expect(targets.subtracting(["Plugins"]) == Set(Self.allowed.map(\.target)))
    }

    @Test func `the fuzzer compiles each module after those it imports`() {
        let script = House.files("Tests/Fuzzing", ending: "run").flatMap(\.lines)
        let line = script.first { $0.hasPrefix("for module in ") } ?? ""
        let modules = line.split { $0 == " " || $0 == ";" }.dropFirst(3).dropLast().map(String.init)
        var compiled: Set<String> = ["Synchronization"]
        for module in modules {
            let imports = Set(House.files("Sources/\(module)").flatMap(\.imports))
            #expect(
                imports.isSubset(of: compiled), "\(module) imports \(imports.subtracting(compiled).sorted())")
            compiled.insert(module)
        }
        #expect(modules.last == "Presentation")
    }

    @Test func `the types of the model do not know the tree`() {
        for file in House.files("Sources/RuleModel/Model") {
            #expect(file.imports.isEmpty, "\(file.path) imports \(file.imports)")
        }
    }

    /// Repairs, mutants and faults are searched for on the network itself, whatever evaluator found the
    /// verdicts; what is found is tried by the reference.
    @Test func `the evaluator is chosen in one place, and searches know the network`() {
        let places = House.files("Sources").filter { file in
            !file.path.hasPrefix("Sources/Inference/") && !file.path.hasPrefix("Sources/Analysis/")
                && file.code.contains {
                    $0.contains("CompiledEvaluation(") || $0.contains("ReferenceEvaluation(")
                }
        }
        #expect(
            places.map(\.path) == [
                "Sources/Advice/Counterfactual/Repair.swift", "Sources/Workspace/Mutation.swift",
                "Sources/Workspace/Pipeline.swift",
            ])
    }

    @Test(arguments: [("Reference", "Compiled"), ("Compiled", "Reference")])
    func `the two evaluators share no types`(of one: String, in other: String) {
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol"]
        let declared = House.files("Sources/Inference/\(one)").flatMap(\.code).compactMap {
            line -> Substring? in
            let words = line.split { !($0.isLetter || $0.isNumber) }
            // Declared at the margin, so that what is inside a type counts as its own affair.
            guard line.first != " ", let place = words.firstIndex(where: kinds.contains) else { return nil }
            return words.dropFirst(place + 1).first
        }
        #expect(declared.count > 5)
        for file in House.files("Sources/Inference/\(other)") {
            let words = Set(file.code.flatMap { $0.split { !($0.isLetter || $0.isNumber) } })
            let shared = words.intersection(declared)
            #expect(shared.isEmpty, "\(file.path) uses \(shared.sorted())")
        }
    }
}
