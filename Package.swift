// swift-tools-version: 6.1
import PackageDescription

// Each target may import the ones it names here and no other; `.ci/run` builds with the import
// check on, and Tests/HouseTests reads the imports once more.
let package = Package(
    name: "Distretto",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "distretto", targets: ["distretto"]),
        // The engine alone, for programs that bring their own sources and views.
        .library(
            name: "DistrettoEngine", targets: ["Notation", "RuleModel", "Inference", "Advice", "Analysis"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        // For the benchmarks alone. It adds half a second to a first build; the better known
        // ordo-one/benchmark adds three quarters of a minute.
        .package(url: "https://github.com/google/swift-benchmark", from: "0.1.2"),
    ],
    targets: [
        // The engine: standard library only.
        .target(name: "Notation"),
        .target(name: "RuleModel", dependencies: ["Notation"]),
        .target(name: "Inference", dependencies: ["RuleModel"]),
        .target(name: "Advice", dependencies: ["Inference", "RuleModel"]),
        .target(name: "Analysis", dependencies: ["Inference", "RuleModel", "Notation"]),
        .target(name: "Training", dependencies: ["Advice", "Inference", "RuleModel"]),

        // Tables of clusters: bytes in, bytes out, whatever is read at a time.
        .target(name: "Census", dependencies: ["Advice", "Inference", "RuleModel"]),

        // Wishes about threads and memory, where Swift's module of the C library has no word for them.
        .target(name: "CMachine"),

        // The edges.
        .target(
            name: "Workspace",
            dependencies: [
                "CMachine", "Census", "Training", "Analysis", "Advice", "Inference", "RuleModel", "Notation",
            ],
            plugins: ["CarryRules"]
        ),
        .target(
            name: "Presentation",
            dependencies: ["Census", "Training", "Analysis", "Advice", "Inference", "RuleModel", "Notation"]),
        .executableTarget(
            name: "distretto",
            dependencies: [
                "Workspace", "Presentation", "Census", "Training", "Analysis", "Advice", "Inference",
                "RuleModel", "Notation",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        // Writes Rules/ and Cases/ into Workspace as the copy that the binary carries.
        .plugin(
            name: "CarryRules", capability: .buildTool(), dependencies: ["carry-rules"],
            path: "Sources/Plugins/CarryRules"
        ),
        .executableTarget(name: "carry-rules", path: "Sources/Plugins/carry-rules"),

        // Rule bases and cases made up from a seed, for the laws.
        .target(name: "Generation", dependencies: ["RuleModel"], path: "Tests/Support/Generation"),

        // Rule bases of any size and cases by the million, for measuring.
        .target(name: "Workload", dependencies: ["Generation", "RuleModel"], path: "Tests/Support/Workload"),

        // The evaluators as they are measured.
        .target(
            name: "Engines", dependencies: ["Workload", "Inference", "RuleModel"],
            path: "Tests/Support/Engines"),

        // The built program, run as a person runs it, for goldens and the manual's screens.
        .target(name: "Running", path: "Tests/Support/Running"),

        .testTarget(name: "NotationTests", dependencies: ["Notation"]),
        .testTarget(name: "RuleModelTests", dependencies: ["RuleModel", "Notation"]),
        .testTarget(name: "InferenceTests", dependencies: ["Inference", "RuleModel"]),
        .testTarget(
            name: "AnalysisTests", dependencies: ["Analysis", "Workspace", "Inference", "RuleModel"]),
        .testTarget(name: "AdviceTests", dependencies: ["Advice", "Inference", "RuleModel"]),
        .testTarget(
            name: "TrainingTests",
            dependencies: ["Workspace", "Presentation", "Training", "Inference", "RuleModel", "Notation"]),
        .testTarget(
            name: "LawTests",
            dependencies: [
                "Generation", "Workload", "Workspace", "Presentation", "Census", "Analysis", "Advice",
                "Inference", "RuleModel", "Notation",
            ]),
        .testTarget(
            name: "ContentTests",
            dependencies: ["distretto", "Running", "Presentation", "RuleModel", "Notation"]),
        .testTarget(name: "WorkspaceTests", dependencies: ["Workspace", "RuleModel"]),
        .testTarget(
            name: "PresentationTests",
            dependencies: ["Generation", "Presentation", "Analysis", "RuleModel", "Notation"]),
        .testTarget(name: "CommandTests", dependencies: ["distretto", "Running"]),
        .testTarget(
            name: "MistakeTests",
            dependencies: ["Workspace", "Presentation", "Analysis", "RuleModel", "Notation"]),
        .testTarget(name: "HouseTests"),
        // What the fuzzer tries, on the corpus it left; Tests/Fuzzing/run goes on from there.
        .testTarget(
            name: "FuzzingTests", dependencies: ["Presentation", "RuleModel", "Notation"],
            path: "Tests/Fuzzing",
            exclude: ["Harness", "Corpus", "context.rules", "run"]),
        // Not a product: Tests/Peers/run
        .executableTarget(
            name: "peers", dependencies: ["Engines", "Workload", "Inference", "RuleModel", "Notation"],
            path: "Tests/Peers/Translation"),
        // Not a product: swift run -c release benchmarks
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                "Engines", "Workload", "Workspace", "Analysis", "Advice", "Inference", "RuleModel",
                "Notation",
                .product(name: "Benchmark", package: "swift-benchmark"),
            ],
            path: "Tests/Benchmarks/Suites"),
        // Not products: Tests/Benchmarks/whole-process
        .executableTarget(
            name: "one-line",
            dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")],
            path: "Tests/Benchmarks/OneLine"),
        .executableTarget(
            name: "process-parts",
            dependencies: ["Workspace", "Presentation", "Advice", "Inference", "RuleModel", "Notation"],
            path: "Tests/Benchmarks/Parts"),
    ],
    swiftLanguageModes: [.v6]
)
