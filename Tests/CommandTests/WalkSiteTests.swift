import Foundation
import Running
import Testing

/// The site that `walk --html` writes.
@Suite struct WalkSiteTests {
    /// Rules and a case of two stages, with whatever text in them.
    private static func write(_ text: String = "plain", to folder: URL) throws {
        let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let rules = """
            language 1
            source Book { authors "\(quoted)" year 1999 title "\(quoted)" }
            claim C-1 at Book "4.1" firmness strong "\(quoted)"
            scale degree: none < little < some
            section s "\(quoted)" {
              diagnostic trust: degree ask "\(quoted)"
              diagnostic owner: yes/no ask "\(quoted)"
            }
            collection buyer "\(quoted)" { share: percent of "\(quoted)" ask "\(quoted)" }
            concept close "\(quoted)"
            criterion shared "\(quoted)" from C-1
            package store "\(quoted)" { about "\(quoted)" shared "\(quoted)" from C-1 }
            package fair "\(quoted)" { about "\(quoted)" }
            rule near { when trust at least some conclude close because "\(quoted)" from C-1 }
            rule keep { when close unless owner presume "\(quoted)" recommend store because "\(quoted)" from C-1 }
            rule no-fair { when close advise against fair as harmful because "\(quoted)" from C-1 }
            misconception fairs "\(quoted)" { recommend fair because "\(quoted)" from C-1 unsettled-by valley }
            """
        let cluster = """
            language 1
            case valley "\(quoted)" { country "\(quoted)" sector "\(quoted)" teaches "\(quoted)"
              stage before "\(quoted)" to 1994 { trust is some at Book "\(quoted)"
                question "\(quoted)" done "\(quoted)" as fair at Book "1" outcome "\(quoted)" at Book "1" }
              stage now "\(quoted)" after before from 1995 { buyer big "\(quoted)" { share = 40% at Book "1" }
                question "\(quoted)" } }
            """
        try SiteFolder.write(["Rules/a.rules": rules, "Cases/valley.case": cluster], into: folder)
    }

    private static func walk(_ arguments: String..., in folder: URL) throws -> Program.Run {
        try Program.run(["walk"] + arguments, in: folder)
    }

    @Test func `each case has a walk, a worksheet and a key, and equal rules give equal bytes`() throws {
        try Program.inEmptyFolder { folder in
            try Self.write(to: folder)
            for name in ["one", "two"] {
                let run = try Self.walk("--html", name, in: folder)
                #expect(run.exitCode == 0, "\(run.output)")
            }
            let one = try SiteFolder.files(folder.appendingPathComponent("one"))
            #expect(
                one.keys.sorted() == [
                    "cases.js", "catalogue.js", "index.html", "keys/valley.html", "progress.js", "style.css",
                    "trainer.html", "walk.js", "walks/valley.html", "worksheets/valley.html",
                ])
            #expect(try SiteFolder.files(folder.appendingPathComponent("two")) == one)
        }
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "\"><img src=x onerror=x>", "</script><!--", "&lt;b&gt; ]]>",
        "it's \u{202E}txet \u{05D0}\u{05D1} \u{2028}",
    ])
    func `no text of a rule or case becomes markup or breaks out of the data`(text: String) throws {
        func site(_ text: String) throws -> [String: String] {
            try Program.inEmptyFolder { folder in
                try Self.write(text, to: folder)
                let run = try Self.walk("--html", "site", in: folder)
                #expect(run.exitCode == 0, "\(run.output)")
                return try SiteFolder.files(folder.appendingPathComponent("site"))
            }
        }
        let hostile = try site(text), plain = try site("plain")
        #expect(hostile.keys.sorted() == plain.keys.sorted())
        for (path, file) in hostile {
            #expect(file.count { $0 == "<" } == plain[path]?.count { $0 == "<" }, "\(path)")
            #expect(!file.unicodeScalars.contains { $0.value == 0x202E }, "\(path)")
        }
        let page = try #require(hostile["walks/valley.html"])
        let data = try #require(page.components(separatedBy: "id=\"walk-data\">").last)
            .components(separatedBy: "</script>")[0]
        let read = try #require(
            try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
        // Pieces that the script puts on the page hold no tag but the program's own.
        let tags = try #require(read["fragments"] as? [String]).flatMap {
            $0.components(separatedBy: "<").dropFirst().map { $0.prefix { $0.isLetter || $0 == "/" } }
        }
        #expect(!tags.contains { $0 == "script" || $0 == "img" || $0 == "b" }, "\(Set(tags))")
    }

    @Test func `what is told later stands on no page before its stage but in the data and on paper`() throws {
        try Program.inEmptyFolder { folder in
            try Self.write(to: folder)
            let url = folder.appendingPathComponent("Cases/valley.case")
            let text = try String(contentsOf: url, encoding: .utf8)
            try Data(text.replacing("stage now \"plain\"", with: "stage now \"Zanzibar\"").utf8).write(
                to: url)
            #expect(try Self.walk("--html", "site", in: folder).exitCode == 0)
            let files = try SiteFolder.files(folder.appendingPathComponent("site"))
            for (path, file) in files where path.hasSuffix(".html") {
                let shown = file.components(separatedBy: "<script type=\"application/json\"")[0]
                let isPaper = path.hasPrefix("worksheets/") || path.hasPrefix("keys/")
                #expect(shown.contains("Zanzibar") == isPaper, "\(path)")
            }
        }
    }

    @Test func `some cases alone are written when they are named, and one that is not there is refused`()
        throws
    {
        try Program.inEmptyFolder { folder in
            let run = try Self.walk("--html", "site", "sialkot", "agra", "sialkot", in: folder)
            #expect(run.exitCode == 0, "\(run.output)")
            let walks = try SiteFolder.files(folder.appendingPathComponent("site")).keys.filter {
                $0.hasPrefix("walks/")
            }
            #expect(walks.sorted() == ["walks/agra.html", "walks/sialkot.html"])
            let refused = try Self.walk("--html", "other", "sialkto", in: folder)
            #expect(refused.exitCode == 2 && refused.output.contains("sialkot"))
            #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("other").path))
        }
    }

    @Test func `a course brings its lessons, their cases, and exercises that no index lists`() throws {
        try Program.inEmptyFolder { folder in
            let run = try Self.walk("--html", "site", "historic", in: folder)
            #expect(run.exitCode == 0, "\(run.output)")
            let files = try SiteFolder.files(folder.appendingPathComponent("site"))
            func count(_ start: String) -> Int { files.keys.count { $0.hasPrefix(start) } }
            #expect(count("lessons/") == 14 && count("worksheets/") == count("walks/") + 14)
            let exercises = files.keys.filter { $0.hasPrefix("walks/unseen-") }
            #expect(exercises.count == 2)
            let index = try #require(files["index.html"]), path = try #require(files["courses/historic.html"])
            #expect(index.contains("courses/historic.html") && !index.contains("walks/unseen-"))
            #expect(path.components(separatedBy: "data-walk=").count == 17)
            #expect(path.contains("href=\"../lessons/one-voice.html\""))
            #expect(exercises.allSatisfy { path.contains("../\($0)") })
        }
    }

    @Test func `a lesson's own questions and words stand in its walk and on its paper, in their places`()
        throws
    {
        try Program.inEmptyFolder { folder in
            try Self.write(to: folder)
            let lesson = """
                language 1
                lesson talk "Talk first" { teaches "Aims." note "Before it." case valley {
                  stage before { question "Whose?" note "Beside it." debrief "After it." } stage now } }
                """
            try SiteFolder.write(["Cases/talk.case": lesson], into: folder)
            #expect(try Self.walk("--html", "site", "talk", in: folder).exitCode == 0)
            let files = try SiteFolder.files(folder.appendingPathComponent("site"))
            let page = try #require(files["lessons/talk.html"])
            #expect(page.contains("\"key\":\"lesson talk\"") && page.contains("\"place\":\"valley before\""))
            for words in ["Aims.", "Before it.", "Whose?", "Beside it.", "After it."] {
                #expect(page.contains(words), "\(words)")
            }
            let sheet = try #require(files["worksheets/talk.html"])
            let key = try #require(files["keys/talk.html"])
            #expect(sheet.contains("Whose?") && sheet.contains("Beside it.") && !sheet.contains("After it."))
            #expect(key.contains("After it.") && key.contains("Aims.") && !sheet.contains("Aims."))
            // The case by itself asks its own question.
            #expect(files["walks/valley.html"]?.contains("Whose?") == false)
            #expect(files["walks/valley.html"]?.contains("lessons/talk.html") == true)
        }
    }

    @Test func `a case by the path of its file is walked`() throws {
        try Program.inEmptyFolder { folder in
            try Self.write(to: folder)
            let run = try Self.walk("--html", "site", "Cases/valley.case", in: folder)
            #expect(run.exitCode == 0, "\(run.output)")
            #expect(try SiteFolder.files(folder.appendingPathComponent("site"))["walks/valley.html"] != nil)
        }
    }

    @Test func `a folder that holds anything else is left as it is, unless ours may stand among it`() throws {
        try Program.inEmptyFolder { folder in
            try Self.write(to: folder)
            let own = folder.appendingPathComponent("notes")
            try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
            try Data("mine".utf8).write(to: own.appendingPathComponent("diary.txt"))
            let refused = try Self.walk("--html", "notes", in: folder)
            #expect(refused.exitCode == 2 && refused.output.contains("diary.txt"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: own.path) == ["diary.txt"])
            #expect(try Self.walk("--html", "notes", "--keep-others", in: folder).exitCode == 0)
            #expect(try SiteFolder.files(own)["diary.txt"] == "mine")
            #expect(try SiteFolder.files(own)["walks/valley.html"] != nil)
        }
    }

    @Test(arguments: [
        ["sialkot", "agra"], ["--html", "site", "--worksheet"], ["--keep-others", "sialkot"],
        ["--html", "site", "--session", "a.walk"],
    ])
    func `options that do not go together are refused`(arguments: [String]) throws {
        try Program.inEmptyFolder { folder in
            let run = try Program.run(["walk"] + arguments, in: folder)
            #expect(run.exitCode == 2, "\(run.output)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }
}
