import Notation

// What may stand in a place of the JSON, and how it is written down.

extension CaseTranslation {
    mutating func append(_ written: String) { text.append(written) }

    mutating func append(_ written: String, from node: JSONNode, at place: String) {
        text.append(written, from: .init(place, node))
    }

    /// One name; what is no name is complained of and left out.
    mutating func append(name node: JSONNode?, at place: String) {
        guard let node, let name = string(node, at: place) else { return }
        guard NotationFragment.isName(name) else {
            return complain(
                "wrong-value", "`\(name)` is no name", node, at: place,
                help: ["a name is one word: letters and digits joined by hyphens"])
        }
        text.append(name, from: .init(place, node))
        text.append(" ")
    }

    /// A string; a missing one is the empty one.
    mutating func append(quoted node: JSONNode?, at place: String) {
        guard let node else { return text.append("\"\" ") }
        guard let string = string(node, at: place) else { return }
        text.append(quoted: string, from: .init(place, node))
        text.append(" ")
    }

    mutating func append(citations node: JSONNode?, at place: String) {
        for (place, citation) in list(node, at: place) {
            let keys = ["source", "location"]
            guard let members = object(citation, at: place, keys: keys, required: keys) else { continue }
            text.append(" at ")
            append(name: members["source"], at: "\(place).source")
            append(quoted: members["location"], at: "\(place).location")
        }
    }

    // MARK: Shapes

    /// The members of an object by key; complains of keys it does not have, and of those it misses.
    mutating func object(
        _ node: JSONNode, at place: String, keys: [String], required: [String]
    ) -> [String: JSONNode]? {
        guard case .object(let members) = node.content else {
            complain("wrong-value", "an object is expected here, and this is \(node.kind)", node, at: place)
            return nil
        }
        var found: [String: JSONNode] = [:]
        for (key, value) in members {
            guard case .string(let name) = key.content else { continue }
            if !keys.contains(name) {
                let near = NearNames.of(name, among: keys).map { "did you mean `\($0)`?" }
                complain(
                    "unknown-key", "nothing here is called `\(name)`", key, at: "\(place).\(name)",
                    help: near + ["the keys are " + keys.map { "`\($0)`" }.joined(separator: ", ")])
            } else if found.updateValue(value, forKey: name) != nil {
                complain("duplicate-key", "`\(name)` stands here twice", key, at: "\(place).\(name)")
            }
        }
        for name in required where found[name] == nil {
            complain("missing-key", "`\(name)` is missing here", node, at: place)
        }
        return found
    }

    /// Names of the case's own with their values, in the order written.
    mutating func entries(_ node: JSONNode?, at place: String) -> [(name: JSONNode, value: JSONNode)] {
        guard let node else { return [] }
        guard case .object(let members) = node.content else {
            complain("wrong-value", "an object is expected here, and this is \(node.kind)", node, at: place)
            return []
        }
        var seen: Set<String> = []
        return members.compactMap { name, value in
            guard case .string(let text) = name.content else { return nil }
            let path = "\(place).\(text)"
            if !seen.insert(text).inserted {
                complain("duplicate-key", "`\(text)` stands here twice", name, at: path)
                return nil
            }
            guard NotationFragment.isName(text) else {
                complain("wrong-value", "`\(text)` is no name", name, at: path)
                return nil
            }
            return (name, value)
        }
    }

    mutating func list(_ node: JSONNode?, at place: String) -> [(place: String, node: JSONNode)] {
        guard let node else { return [] }
        guard case .array(let elements) = node.content else {
            complain("wrong-value", "a list is expected here, and this is \(node.kind)", node, at: place)
            return []
        }
        return elements.enumerated().map { ("\(place)[\($0.offset)]", $0.element) }
    }

    mutating func string(_ node: JSONNode, at place: String) -> String? {
        guard case .string(let text) = node.content else {
            complain("wrong-value", "a text is expected here, and this is \(node.kind)", node, at: place)
            return nil
        }
        return text
    }

    /// A name of the case's own, as it stands in a path.
    func key(_ node: JSONNode) -> String {
        if case .string(let name) = node.content { name } else { "" }
    }

    mutating func complain(
        _ code: String, _ message: String, _ node: JSONNode, at place: String, help: [String] = []
    ) {
        findings.append(
            Finding(
                code: code, message: message,
                place: Place(file: file, start: node.range.lowerBound, end: node.range.upperBound),
                help: help + ["in the JSON it stands at \(place)"]))
    }
}
