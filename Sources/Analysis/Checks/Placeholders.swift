import Notation

extension Checks {
    /// Texts in which something is still to be filled in.
    static func placeholders(_ ground: CheckGround) -> [Finding] {
        ground.files.flatMap { file -> [Finding] in
            let tree = file.tree
            return tree.tokens.indices.filter { tree.tokens[$0].kind == .string }.compactMap { index in
                let token = SyntaxToken(tree: tree, index: index)
                let text = token.stringValue
                guard !token.isMissing, let left = unfinished(text) else { return nil }
                return Finding(
                    code: "placeholder-text", severity: .warning,
                    message: "a text is still to be written: it says `\(left)`", place: token.place,
                    label: "shown to readers as it is", help: ["write what is meant"])
            }
        }
    }

    private static let marks = ["TODO", "FIXME", "XXX", "TBD", "???", "lorem ipsum"]

    private static func unfinished(_ text: String) -> String? {
        if ["…", "...", "?", "-"].contains(text) { return text }
        return marks.first { text.contains($0) }
    }
}
