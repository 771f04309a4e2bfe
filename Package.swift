// swift-tools-version: 6.1
import PackageDescription

// Each target may import the ones it names here and no other.
let package = Package(
    name: "Distretto",
    platforms: [.macOS(.v15)],
    products: [.library(name: "DistrettoEngine", targets: ["Notation", "RuleModel", "Inference", "Advice"])],
    targets: [
        // The engine: standard library only.
        .target(name: "Notation"),
        .testTarget(name: "NotationTests", dependencies: ["Notation"]),
        .target(name: "RuleModel", dependencies: ["Notation"]),
        .testTarget(name: "RuleModelTests", dependencies: ["RuleModel", "Notation"]),
        .target(name: "Inference", dependencies: ["RuleModel"]),
        .testTarget(name: "InferenceTests", dependencies: ["Inference", "RuleModel"]),
        .target(name: "Advice", dependencies: ["Inference", "RuleModel"]),
        .testTarget(name: "AdviceTests", dependencies: ["Advice", "Inference", "RuleModel"]),
    ],
    swiftLanguageModes: [.v6]
)
