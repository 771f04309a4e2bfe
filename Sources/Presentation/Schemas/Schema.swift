/// A JSON Schema in the making: draft 2020-12, as far as our formats need it.
///
/// Objects are closed: a key that no schema names is a mistake on whichever side it stands. A key
/// added in a later version comes with a schema that names it.
struct Schema {
    let json: JSON

    /// The schema with a sentence for the reader.
    func about(_ text: String) -> Schema {
        guard case .object(var members) = json else { return self }
        members["description"] = .string(text)
        return Schema(json: .object(members))
    }

    private static func type(_ name: String) -> Schema { Schema(json: .object(["type": .string(name)])) }

    static let text = type("string")
    static let number = type("number")
    static let yesNo = type("boolean")
    static let nothing = type("null")
    /// A whole number from `least` on.
    static func whole(from least: Int = 0) -> Schema {
        Schema(json: .object(["type": .string("integer"), "minimum": .integer(least)]))
    }
    static let whole = whole()
    /// A text that may be missing, which is then null and never empty.
    static let textOrNull = text.orNull

    /// One of these words.
    static func words(_ words: [String]) -> Schema { Schema(json: .object(["enum": .strings(words)])) }
    static func constant(_ value: String) -> Schema { Schema(json: .object(["const": .string(value)])) }
    static func constant(_ value: Bool) -> Schema { Schema(json: .object(["const": .bool(value)])) }
    /// A text of this form, a regular expression.
    static func text(like pattern: String) -> Schema {
        Schema(json: .object(["type": .string("string"), "pattern": .string(pattern)]))
    }

    static func list(of item: Schema, atLeast count: Int = 0) -> Schema {
        var members: [String: JSON] = ["type": .string("array"), "items": item.json]
        if count > 0 { members["minItems"] = .integer(count) }
        return Schema(json: .object(members))
    }

    /// An object with these keys and no others.
    static func object(_ required: [String: Schema], optional: [String: Schema] = [:]) -> Schema {
        let properties = required.merging(optional) { first, _ in first }.mapValues(\.json)
        return Schema(
            json: .object([
                "type": .string("object"), "properties": .object(properties),
                "required": .strings(required.keys.sorted()), "additionalProperties": .bool(false),
            ]))
    }

    /// An object whose keys are names of the case's own, each with such a value.
    static func names(to value: Schema) -> Schema {
        Schema(json: .object(["type": .string("object"), "additionalProperties": value.json]))
    }

    static func either(_ options: Schema...) -> Schema {
        Schema(json: .object(["anyOf": .array(options.map(\.json))]))
    }

    /// One of the schema's own definitions.
    static func defined(_ name: String) -> Schema {
        Schema(json: .object(["$ref": .string("#/$defs/\(name)")]))
    }

    var orNull: Schema { .either(self, .nothing) }

    /// The whole document for a format such as `distretto/check/1`.
    func document(format: String, title: String, definitions: [String: Schema] = [:]) -> JSON {
        guard case .object(var members) = json else { return json }
        members["$schema"] = .string("https://json-schema.org/draft/2020-12/schema")
        members["$id"] = .string("urn:\(format.split(separator: "/").joined(separator: ":"))")
        members["title"] = .string(title)
        if !definitions.isEmpty { members["$defs"] = .object(definitions.mapValues(\.json)) }
        return .object(members)
    }
}

extension Schema {
    static let verdict = words(["no", "presumably-no", "open", "presumably-yes", "yes"])
    static let standing = words(["stands", "provisional", "open", "falls"])
    static let objection = words(["not-needed", "harmful", "disputed"])
    static let digest = text(like: "^[0-9a-f]{64}$").about("A SHA-256, in hexadecimal.")
    static let citation = object(["source": text, "location": text])
    static let claim = object([
        "name": text, "text": text, "firmness": words(["strong", "qualified", "hypothesis"]).orNull,
        "citations": list(of: citation),
    ])
}
