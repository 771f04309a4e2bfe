import Foundation
import Running
import Testing

/// What `brief` writes, and where.
@Suite struct BriefTests {
    private static func hostileCase(_ text: String) throws -> Data {
        let object: [String: Any] = [
            "format": "distretto/case/1", "name": "c", "title": text,
            "fields": [["name": "country", "text": text], ["name": "sector", "text": text]],
            "stages": [["name": "now", "title": text, "questions": [text]]],
        ]
        return try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
    }

    /// The names of the page's tags, in order.
    private static func tags(_ page: String) -> [String] {
        page.split(separator: "<").dropFirst().map { part in
            String(part.prefix { $0.isLetter || $0.isNumber || $0 == "/" || $0 == "!" })
        }
    }

    @Test(arguments: [
        "<script>alert('x')</script>", "\"><img src=x onerror=x>", "</title></head><b>", "مجموعة <b>الحرفيين",
        "&lt;script&gt; & more",
    ])
    func `no text of a case becomes markup`(text: String) throws {
        try Program.inEmptyFolder { folder in
            func page(_ text: String) throws -> String {
                try Self.hostileCase(text).write(to: folder.appendingPathComponent("c.json"))
                let run = try Program.run(["brief", "c.json", "--format", "html"], in: folder)
                #expect(run.exitCode == 0, "\(run.output)")
                return run.output
            }
            let (hostile, plain) = (try page(text), try page("plain"))
            #expect(Self.tags(hostile) == Self.tags(plain))
        }
    }

    @Test func `the ending of the file says how it is written, and a file there is replaced whole`() throws {
        try Program.inEmptyFolder { folder in
            func written(_ name: String) throws -> String {
                let run = try Program.run(["brief", "sialkot", "--output", name], in: folder)
                #expect(run.exitCode == 0 && run.output.isEmpty, "\(run.output)")
                return try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            }
            try Data("old".utf8).write(to: folder.appendingPathComponent("a.html"))
            let (page, data, text) = (try written("a.html"), try written("a.json"), try written("a.md"))
            #expect(page.hasPrefix("<!DOCTYPE html>"))
            #expect(data.hasPrefix("{"))
            #expect(text.hasPrefix("# "))
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(left.sorted() == ["a.html", "a.json", "a.md"])
        }
    }

    @Test func `a file that may not be written stays as it is`() throws {
        try Program.inEmptyFolder { folder in
            try Data("mine".utf8).write(to: folder.appendingPathComponent("own.case"))
            let run = try Program.run(["brief", "sialkot", "-o", "own.case"], in: folder)
            #expect(run.exitCode == 2)
            #expect(run.output.contains("does not replace rules or cases"))
            let left = try String(contentsOf: folder.appendingPathComponent("own.case"), encoding: .utf8)
            #expect(left == "mine")
        }
    }
}
