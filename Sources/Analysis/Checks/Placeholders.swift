import Notation

extension Checks {
    /// Texts in which something is still to be filled in.
    static func placeholders(_ ground: CheckGround) -> [Finding] {
        ground.files.flatMap { file -> [Finding] in
            let tree = file.tree
            return tree.tokens.indices.filter { tree.tokens[$0].kind == .string }.compactMap { index in
                let token = SyntaxToken(tree: tree, index: index)
                guard !token.isMissing, let left = unfinished(token) else { return nil }
                return Finding(
                    code: "placeholder-text", severity: .warning,
                    message: "a text is still to be written: it says `\(left)`", place: token.place,
                    label: "shown to readers as it is", help: ["write what is meant"])
            }
        }
    }

    private static let wholes: Set<String> = ["…", "...", "?", "-"]
    private static let marks = ["TODO", "FIXME", "XXX", "TBD", "???", "lorem ipsum"].map { Array($0.utf8) }

    /// What in a text is a mark to come back to. All texts are gone through, so by their bytes.
    private static func unfinished(_ token: SyntaxToken) -> String? {
        let record = token.tree.tokens[token.index]
        let bytes = token.tree.source[Int(record.start)..<Int(record.end)]
        if bytes.count <= 5, wholes.contains(token.stringValue) { return token.stringValue }
        let mark = marks.first { mark in
            var rest = bytes
            while let place = rest.firstIndex(of: mark[0]) {
                rest = rest[place...]
                if rest.starts(with: mark) { return true }
                rest = rest.dropFirst()
            }
            return false
        }
        return mark.map { String(decoding: $0, as: UTF8.self) }
    }
}
