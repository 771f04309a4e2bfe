import Generation
import Notation
import RuleModel

/// A scenario as the notation writes it, so that a breach can be pasted into files and tried by hand.
func report(_ scenario: Scenario) -> String {
    let told = ClusterCase(name: "case-a", telling: scenario.history, rules: scenario.rules, inFull: false)
    let text = print(scenario.rules) + print(told, in: scenario.rules)
    return Pruning.pruned(text)
}

/// Leaves out declarations that nothing in a text names.
enum Pruning {
    static func pruned(_ text: String) -> String {
        var text = text
        while let shorter = withoutOneUnnamed(text) { text = shorter }
        return text
    }

    private static func withoutOneUnnamed(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        let root = parse(fileName: "any.rules", source: bytes).tree.root
        let words = text.split { !($0.isLetter || $0.isNumber || $0 == "-") }.reduce(into: [Substring: Int]())
        {
            $0[$1, default: 0] += 1
        }
        for node in root.children where node.kind != .ruleDeclaration && node.kind != .caseDeclaration {
            let names = node.ownTokens.filter { $0.kind == .word }.map(\.text)
            guard names.count > 1, node.children.first(where: { $0.kind == .diagnosticDeclaration }) == nil,
                words[Substring(names[1])] == 1
            else { continue }
            let kept = bytes[..<node.range.lowerBound] + bytes[node.range.upperBound...]
            return String(decoding: kept, as: UTF8.self)
        }
        return nil
    }
}
