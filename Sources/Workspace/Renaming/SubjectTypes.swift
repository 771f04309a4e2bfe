import Notation
import RuleModel

/// Which lists of values things are measured by, to tell at a glance whose value a word is.
///
/// It is a first guess, which saves most of the asking: `trust is some` cannot mean a value of a scale
/// that nothing called `trust` is measured by.
struct SubjectTypes {
    /// By name, the scales and choices of all that has it; classifications are lists of their own.
    private var lists: [String: Set<String>] = [:]

    init(_ rules: RuleBase) {
        func note(_ name: String, _ type: ValueType) {
            switch type {
            case .scale(let scale): lists[name, default: []].insert(rules[scale].name)
            case .choice(let choice): lists[name, default: []].insert(rules[choice].name)
            default: lists[name, default: []].insert("")
            }
        }
        for diagnostic in rules.diagnostics { note(diagnostic.name, diagnostic.measurement.type) }
        for attribute in rules.attributes { note(attribute.name, attribute.measurement.type) }
        for attribute in rules.packageAttributes { note(attribute.name, attribute.measurement.type) }
        for classification in rules.classifications {
            lists[classification.name, default: []].insert(classification.name)
        }
        for lens in rules.lenses { lists[lens.name, default: []].insert(lens.name) }
    }

    /// Whether a word could be the value that is meant, as far as what it is said of tells.
    func couldMean(_ thing: NamedThing, _ mention: Mention, in tree: SyntaxTree) -> Bool {
        guard case .value = thing.kind, let owner = thing.owner,
            let subject = subject(of: mention.range.lowerBound, in: tree), let known = lists[subject]
        else { return true }
        return known.contains(owner)
    }

    /// What a value is said of: the first name of the innermost comparison or reading around it.
    private func subject(of offset: Int, in tree: SyntaxTree) -> String? {
        let around = tree.nodes.indices.last { index in
            let node = tree.nodes[index]
            guard node.kind == .comparison || node.kind == .reading else { return false }
            let range = SyntaxNode(tree: tree, index: index).range
            return range.contains(offset)
        }
        guard let around else { return nil }
        let record = tree.nodes[around]
        return (Int(record.firstToken)..<Int(record.endToken)).lazy
            .map { SyntaxToken(tree: tree, index: $0) }
            .first { $0.kind == .word && $0.range.lowerBound < offset && self.lists[$0.text] != nil }?.text
    }
}
