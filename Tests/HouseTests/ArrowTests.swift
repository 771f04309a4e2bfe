import Testing

/// The arrows of the house point down: each target may import these and the standard library.
@Suite struct ArrowTests {
    static let allowed: [(target: String, imports: Set<String>)] = [
        ("Notation", []),
        ("RuleModel", ["Notation"]),
        ("Inference", ["RuleModel"]),
        ("Advice", ["Inference", "RuleModel"]),
        ("Workspace", ["Advice", "Inference", "RuleModel", "Notation", "Foundation"]),
        ("Presentation", ["Advice", "Inference", "RuleModel", "Notation"]),
        (
            "distretto",
            [
                "Workspace", "Presentation", "Advice", "Inference", "RuleModel", "Notation", "ArgumentParser",
                "Foundation",
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

    @Test func `the types of the model do not know the tree`() {
        for file in House.files("Sources/RuleModel/Model") {
            #expect(file.imports.isEmpty, "\(file.path) imports \(file.imports)")
        }
    }

    @Test func `the evaluator is chosen in one place`() {
        let places = House.files("Sources").filter { file in
            !file.path.hasPrefix("Sources/Inference/")
                && file.code.contains { $0.contains("ReferenceEvaluation(") }
        }
        #expect(places.map(\.path) == ["Sources/Workspace/Pipeline.swift"])
    }
}
