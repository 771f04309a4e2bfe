/// One declaration by itself in canonical notation: what is equal here means the same.
///
/// Rule bases are told apart by it name by name, where their digests only say that they differ.
public struct DeclaredText: Hashable, Sendable {
    /// What is declared, in the order in which changes to it are of interest.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case rule, package, claim, diagnostic, concept, classification, scale
    }

    public var kind: Kind
    public var name: String
    public var text: String
}

extension RuleBase {
    /// Each declaration of the kinds listed, by kind and in order of name. The cost is that of printing.
    public var declaredTexts: [DeclaredText] {
        let rules = self.renumbered
        func texts<Declared>(
            _ kind: DeclaredText.Kind, _ declared: [Declared], _ name: (Declared) -> String,
            _ write: (inout NotationWriter, Declared) -> Void
        ) -> [DeclaredText] {
            declared.map { one in
                var writer = NotationWriter(rules: rules)
                write(&writer, one)
                return DeclaredText(kind: kind, name: name(one), text: writer.text)
            }
        }
        return texts(.rule, rules.rules, \.name) { $0.writeAny($1) }
            + texts(.package, rules.packages, \.name) { $0.write($1) }
            + texts(.claim, rules.claims, \.name) { $0.write($1) }
            + texts(.diagnostic, rules.diagnostics, \.name) { $0.write($1) }
            + texts(.concept, rules.concepts, \.name) { $0.write($1) }
            + texts(.classification, rules.classifications, \.name) { $0.write($1) }
            + texts(.scale, rules.scales, \.name) { $0.write($1) }
    }
}
