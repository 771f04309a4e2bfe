import Foundation
import Testing

import Running

/// Cases and answers as JSON: what other programs can rely on.
@Suite struct InterchangeTests {
    @Test(arguments: ["sialkot", "ceara"])
    func `a case as JSON gives the same answer as its file`(name: String) throws {
        try Program.inEmptyFolder { folder in
            let file = "\(name).json"
            let json = try Program.run(["cases", name, "--format", "json"], in: folder)
            #expect(json.exitCode == 0, "\(json.output)")
            try Data(json.output.utf8).write(to: folder.appendingPathComponent(file))
            for format in ["json", "markdown", "terminal"] {
                let told = try Program.run(["recommend", name, "--format", format], in: folder)
                let read = try Program.run(["recommend", file, "--format", format], in: folder)
                #expect(read.exitCode == 0)
                #expect(
                    read.output.replacing("distretto recommend \(file)", with: "distretto recommend \(name)")
                        .replacing("distretto explain \(file)", with: "distretto explain \(name)")
                        == told.output)
            }
            let told = try Program.run(["explain", name, "cluster-type"], in: folder)
            #expect(try Program.run(["explain", file, "cluster-type"], in: folder).output == told.output)
        }
    }

    @Test func `a case can come from standard input`() throws {
        try Program.inEmptyFolder { folder in
            let shell = try Shell(folder)
            let run = try shell.run(
                "$program cases ceara --format json | $program recommend - --format json")
            let told = try Program.run(["recommend", "ceara", "--format", "json"], in: folder)
            #expect(run.output == told.output)
        }
    }

    @Test func `a case written from JSON is written the same way again`() throws {
        // The round trip over generated cases is a law, in Tests/LawTests.
        try Program.inEmptyFolder { folder in
            let shell = try Shell(folder)
            let digest = #"sed -n 's/^    "case": "\(.*\)",$/\1/p'"#
            let run = try shell.run(
                """
                $program cases sialkot --format json > s.json
                $program recommend s.json --format json | \(digest)
                $program recommend sialkot --format json | \(digest)
                """)
            let digests = run.output.split(separator: "\n")
            #expect(digests.count == 2 && digests[0] == digests[1], "\(run.output)")
        }
    }

    private static let mistakes: [(json: String, code: String, place: String, path: String)] = [
        ("{", "broken-json", "1:2", "no advice"),
        (#"{"format": "distretto/case/2", "name": "c", "stages": []}"#, "unknown-format", "1:12", "$.format"),
        (case_(#""readings": {"public-purchasr": true}"#), "unknown-name", "2:15", "$.stages[0].readings"),
        (case_(#""readings": {"producers": true}"#), "missing-value", "2:15", "stages[0].readings.producers"),
        (case_(#""readings": {"producers": null}"#), "wrong-value", "2:27", "$.stages[0].readings.producers"),
        (
            case_(#""readings": {"producers": "3 } case"}"#), "wrong-value", "2:27",
            "$.stages[0].readings.producers"
        ),
        (case_(#""readings": {"producers": 1, "producers": 2}"#), "duplicate-key", "2:30", "producers"),
        (case_(#""reading": {}"#), "unknown-key", "2:1", "$.stages[0].reading"),
        (case_(#""members": [{"collection": "channel"}]"#), "missing-key", "2:13", "$.stages[0].members[0]"),
        (case_(#""from": "last year""#), "wrong-value", "2:9", "$.stages[0].from"),
        (case_(#""listed": ["channels { } }"]"#), "wrong-value", "2:12", "$.stages[0].listed[0]"),
        (
            case_(#""expect": [{"that": "recommend no-such-package"}]"#), "unknown-name", "2:32",
            "expect[0].that"
        ),
    ]

    private static let hostile: [(name: String, json: String, code: String)] = [
        ("lists in lists", String(repeating: "[", count: 100_000), "broken-json"),
        ("objects in objects", String(repeating: #"{"a":"#, count: 100_000), "broken-json"),
        ("a number beyond all counting", case_(#""readings": {"producers": 1e999}"#), "wrong-value"),
        ("a number next to nothing", case_(#""readings": {"producers": 1.5e-400}"#), "wrong-value"),
        (
            "a number of thousands of digits",
            case_(#""readings": {"producers": "# + String(repeating: "9", count: 5_000) + "}"),
            "number-too-large"
        ),
        ("a number below nothing", case_(#""readings": {"producers": -1}"#), "negative-number"),
        ("half of a surrogate pair", case_(#""title": "\ud800""#), "broken-json"),
        ("surrogates the wrong way round", case_(#""title": "\udc00\ud800""#), "broken-json"),
        ("a NUL byte in a text", case_("\"title\": \"a\u{0}b\""), "broken-json"),
        ("a key of an object twice", case_(#""readings": {}, "readings": {}"#), "duplicate-key"),
        (
            "a name that is a program", #"{"format": "distretto/case/1", "name": "c { }", "stages": []}"#,
            "wrong-value"
        ),
        ("text behind the end", case_(#""title": "t""#) + "x", "broken-json"),
        ("nothing at all", "", "broken-json"),
    ]

    @Test(arguments: hostile.indices)
    func `hostile JSON is refused in a few lines`(index: Int) throws {
        let input = Self.hostile[index]
        try Program.inEmptyFolder { folder in
            try Data(input.json.utf8).write(to: folder.appendingPathComponent("c.json"))
            let run = try Program.run(["recommend", "c.json"], in: folder)
            #expect(run.exitCode == 2, "\(input.name)")
            #expect(run.output.contains("error[\(input.code)]"), "\(input.name): \(run.output)")
            #expect(run.output.utf8.count < 2_000, "\(input.name) prints \(run.output.utf8.count) bytes")
        }
    }

    @Test func `characters that steer a terminal are refused, and steer nothing`() throws {
        try Program.inEmptyFolder { folder in
            let json = Self.case_(#""title": "a\u0000\u001b[31mred\u202e""#)
            try Data(json.utf8).write(to: folder.appendingPathComponent("c.json"))
            let run = try Program.run(["recommend", "c.json"], in: folder)
            #expect(run.exitCode == 2)
            #expect(!run.output.contains { $0 == "\u{1B}" || $0 == "\u{0}" || $0 == "\u{202E}" })
            #expect(run.output.contains("a character that cannot be seen"), "\(run.output)")
        }
    }

    @Test func `notation inside of a text is text only`() throws {
        try Program.inEmptyFolder { folder in
            let json = Self.case_(#""title": "red \" } case x {""#)
            try Data(json.utf8).write(to: folder.appendingPathComponent("c.json"))
            let run = try Program.run(["recommend", "c.json"], in: folder)
            #expect(run.exitCode == 0)
            #expect(run.output.contains(#"red " } case x {"#), "\(run.output)")
        }
    }

    private static func case_(_ item: String) -> String {
        #"{"format": "distretto/case/1", "name": "c", "stages": [{"name": "now","# + "\n\(item)}]}"
    }

    @Test(arguments: mistakes.indices)
    func `a mistake in the JSON is shown where it stands, and there is no advice`(index: Int) throws {
        let mistake = Self.mistakes[index]
        try Program.inEmptyFolder { folder in
            try Data(mistake.json.utf8).write(to: folder.appendingPathComponent("c.json"))
            let run = try Program.run(["recommend", "c.json"], in: folder)
            #expect(run.exitCode == 2)
            #expect(run.output.contains("error[\(mistake.code)]"), "\(run.output)")
            #expect(run.output.contains("c.json:\(mistake.place)"), "\(run.output)")
            #expect(run.output.contains(mistake.path), "\(run.output)")
        }
    }

    @Test func `every schema is JSON, says its draft, and is found by both of its names`() throws {
        try Program.inEmptyFolder { folder in
            let list = try Program.run(["schema"], in: folder).output.split(separator: "\n")
            #expect(list.count >= 12)
            for line in list {
                let name = String(line.prefix { $0 != " " })
                let run = try Program.run(["schema", name], in: folder)
                let schema = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
                #expect(schema?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
                #expect(try Program.run(["schema", "distretto/\(name)/1"], in: folder).output == run.output)
            }
            let unknown = try Program.run(["schema", "recomend"], in: folder)
            #expect(unknown.exitCode == 2)
        }
    }
}
