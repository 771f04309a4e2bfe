import RuleModel

// What a stage says of the cluster and of its members.

extension CaseTranslation {
    mutating func append(statements members: [String: JSONNode], at place: String) {
        for (name, readings) in entries(members["readings"], at: "\(place).readings") {
            let place = "\(place).readings.\(key(name))"
            // Only of several values of a classification is more than one thing said.
            guard case .array(let elements) = readings.content else {
                append(reading: readings, of: name, at: place)
                continue
            }
            if elements.isEmpty {
                complain("wrong-value", "an empty list says nothing", readings, at: place)
            }
            for (place, reading) in list(readings, at: place) {
                append(reading: reading, of: name, at: place)
            }
        }
        for (place, member) in list(members["members"], at: "\(place).members") {
            append(member: member, at: place)
        }
        for (key, head) in [("listed", "all "), ("notListed", "not all ")] {
            for (place, collection) in list(members[key], at: "\(place).\(key)") {
                append(head)
                append(name: collection, at: place)
                append("listed\n")
            }
        }
    }

    private mutating func append(member: JSONNode, at place: String) {
        let keys = ["collection", "name", "title", "readings", "members", "listed", "notListed", "gone"]
        guard let members = object(member, at: place, keys: keys, required: ["collection", "name"]) else {
            return
        }
        append(name: members["collection"], at: "\(place).collection")
        append(name: members["name"], at: "\(place).name")
        if let gone = members["gone"] {
            guard case .bool(true) = gone.content else {
                return complain("wrong-value", "`gone` is true or not there", gone, at: "\(place).gone")
            }
            for key in ["title", "readings", "members", "listed", "notListed"] {
                guard let node = members[key] else { continue }
                complain(
                    "wrong-value", "nothing is said of a member that is gone", node, at: "\(place).\(key)")
            }
            return append("gone\n")
        }
        if let title = members["title"] { append(quoted: title, at: "\(place).title") }
        append("{\n")
        append(statements: members, at: place)
        append("}\n")
    }

    // MARK: Readings

    private mutating func append(reading: JSONNode, of name: JSONNode, at place: String) {
        guard case .object = reading.content else {
            append(value: reading, of: name, isNot: false, at: place)
            return append("\n")
        }
        let ways = ["value", "not", "text", "unknown", "disputed"]
        let keys = ways + ["presumably", "assumed", "at", "note"]
        guard let members = object(reading, at: place, keys: keys, required: []) else { return }
        let told = ways.filter { members[$0] != nil }
        guard told.count == 1, let way = told.first, let node = members[way] else {
            return complain(
                "wrong-value",
                "a reading has exactly one of `value`, `not`, `text`, `unknown` and `disputed`",
                reading, at: place)
        }
        let allowed: Set<String> =
            switch way {
            case "unknown": ["note"]
            case "disputed": []
            default: ["presumably", "assumed", "at", "note"]
            }
        for key in ["presumably", "assumed", "at", "note"] {
            guard let node = members[key], !allowed.contains(key) else { continue }
            return complain("wrong-value", "`\(key)` does not go with `\(way)`", node, at: "\(place).\(key)")
        }
        switch way {
        case "unknown":
            guard isTrue(node, "unknown", at: place) else { return }
            append(name: name, at: place)
            append("unknown ")
            if let note = members["note"] { append(quoted: note, at: "\(place).note") }
        case "disputed":
            append(name: name, at: place)
            append("disputed {\n")
            for (place, side) in list(node, at: "\(place).disputed") { append(side: side, at: place) }
            append("}")
        case "text":
            append(name: name, at: place)
            append("is ")
            append(texts: node, at: "\(place).text")
            append(parts: members, at: place)
        default:
            append(value: node, of: name, isNot: way == "not", at: "\(place).\(way)")
            append(parts: members, at: place)
        }
        append("\n")
    }

    private mutating func append(side: JSONNode, at place: String) {
        let keys = ["value", "text", "at", "note"]
        guard let members = object(side, at: place, keys: keys, required: ["at"]) else { return }
        switch (members["value"], members["text"]) {
        case (let value?, nil): append(bare: value, at: "\(place).value")
        case (nil, let text?): append(texts: text, at: "\(place).text")
        default: complain("wrong-value", "a side has either `value` or `text`", side, at: place)
        }
        append(citations: members["at"], at: "\(place).at")
        if let note = members["note"] {
            // Among texts a note would be one more value.
            if members["text"] != nil {
                complain("wrong-value", "`note` does not go with `text`", note, at: "\(place).note")
            }
            append(quoted: note, at: "\(place).note")
        }
        append("\n")
    }

    /// Name, sign and value of a reading.
    private mutating func append(value node: JSONNode, of name: JSONNode, isNot: Bool, at place: String) {
        if case .bool(let holds) = node.content, !isNot {
            if !holds { append("not ") }
            return append(name: name, at: place)
        }
        append(name: name, at: place)
        append(isNot ? "is not " : isQuantity(name) ? "= " : "is ")
        append(bare: node, at: place)
    }

    /// A value alone, as the notation writes it.
    private mutating func append(bare node: JSONNode, at place: String) {
        switch node.content {
        case .bool(let holds): append(holds ? "yes " : "no ", from: node, at: place)
        case .number(let digits):
            guard !digits.contains(where: { $0 == "e" || $0 == "E" }) else {
                return complain("wrong-value", "write this number without an exponent", node, at: place)
            }
            append(digits + " ", from: node, at: place)
        case .string(let text):
            guard NotationFragment.isValue(text) else {
                return complain(
                    "wrong-value", "`\(text)` is no value", node, at: place,
                    help: [
                        "write it as in a case file: `40..60%`, `low or medium`, `USD 1 million (1993)`; free text goes under `text`"
                    ])
            }
            append(text, from: node, at: place)
            append(" ")
        case .null, .array, .object:
            complain("wrong-value", "a value is expected here, and this is \(node.kind)", node, at: place)
        }
    }

    /// Free text, or several texts one of which holds.
    private mutating func append(texts node: JSONNode, at place: String) {
        guard case .array(let elements) = node.content else { return append(quoted: node, at: place) }
        if elements.isEmpty { complain("wrong-value", "an empty list says nothing", node, at: place) }
        for (number, element) in list(node, at: place).enumerated() {
            if number > 0 { append("or ") }
            append(quoted: element.node, at: element.place)
        }
    }

    /// What may stand beside a value, in the order in which the notation writes it.
    private mutating func append(parts members: [String: JSONNode], at place: String) {
        if let presumed = members["presumably"] {
            append("presumably ")
            let place = "\(place).presumably"
            if case .object = presumed.content {
                let texts = object(presumed, at: place, keys: ["text"], required: ["text"])?["text"]
                if let texts { append(texts: texts, at: "\(place).text") }
            } else {
                append(bare: presumed, at: place)
            }
        }
        append(citations: members["at"], at: "\(place).at")
        if let assumed = members["assumed"], isTrue(assumed, "assumed", at: place) { append("assumed ") }
        if let note = members["note"] { append(quoted: note, at: "\(place).note") }
    }

    mutating func append(holding node: JSONNode, of name: JSONNode, at place: String) {
        var members: [String: JSONNode] = ["value": node]
        if case .object = node.content {
            let keys = ["value", "presumably", "assumed", "at", "note"]
            guard let told = object(node, at: place, keys: keys, required: ["value"]) else { return }
            members = told
        }
        guard let value = members["value"] else { return }
        guard case .bool(let holds) = value.content else {
            return complain("wrong-value", "a package is in force (true) or not (false)", value, at: place)
        }
        append(holds ? "in force " : "not in force ")
        append(name: name, at: place)
        append(parts: members, at: place)
        append("\n")
    }

    private mutating func isTrue(_ node: JSONNode, _ key: String, at place: String) -> Bool {
        if case .bool(true) = node.content { return true }
        complain("wrong-value", "`\(key)` is true or not there", node, at: "\(place).\(key)")
        return false
    }

    /// Whether the notation writes `=` before the values of what is called so.
    private func isQuantity(_ name: JSONNode) -> Bool {
        guard case .string(let name) = name.content else { return false }
        let types =
            rules.diagnostics.filter { $0.name == name }.map(\.measurement.type)
            + rules.attributes.filter { $0.name == name }.map(\.measurement.type)
        return types.contains { $0.isQuantity }
    }
}
