import Foundation
import Running
import Testing

/// The site that `docs` writes.
@Suite struct DocsTests {
    /// A rule base with something of every kind, and whatever text in it.
    private static func write(
        _ text: String = "plain", to folder: URL, packages: [String] = ["store", "fair"]
    ) throws {
        let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let rules = """
            language 1
            source Book { authors "\(quoted)" year 1999 title "\(quoted)" note "\(quoted)" }
            claim C-1 at Book "4.1" firmness strong "\(quoted)"
            claim C-2 at Book "4.1" firmness strong restates C-1 "\(quoted)"
            claim C-3 at Book "2" "\(quoted)" { not-encoded superseded-by C-1 "\(quoted)" }
            dispute who "\(quoted)" { side C-1 "\(quoted)" side C-2 "\(quoted)" turns-on trust }
            scale degree: none < little < some
            actor union "\(quoted)"
            role runs "\(quoted)"
            indicator fill "\(quoted)" from C-1
            criterion shared "\(quoted)" from C-1
            lens school: 1 "\(quoted)" | 2
            section s "\(quoted)" {
              diagnostic trust: degree changed-by union ask "\(quoted)" measure "\(quoted)" from C-1
              diagnostic owner: yes/no ask "\(quoted)"
            }
            collection buyer "\(quoted)" { share: percent of "\(quoted)" ask "\(quoted)" }
            concept close "\(quoted)"
            classification kind: loose | tight
            report many "\(quoted)" = count of { owner; close } from C-1
            \(packages.map { """
                package \($0) "\(quoted)" { about "\(quoted)" school 1 as-judged shared "\(quoted)" from C-1
                  role runs union from C-1 measure \($0)-measure "\(quoted)" from C-1 failure "\(quoted)" from C-1
                  stop when owner from C-1 monitor fill, trust from C-1 phase first "\(quoted)" from C-1 }
                """ }.joined(separator: "\n"))
            rule near { when trust at least some conclude close because "\(quoted)" from C-1 }
            rule tight { when close conclude kind is tight because "\(quoted)" from C-1 }
            rule buyers { when some buyer where share at least 5% judgement "\(quoted)" and kind is tight
              unless owner presume "\(quoted)" recommend \(packages[0]) because "\(quoted)" from C-1 }
            test "\(quoted)" { trust is some expect { close } }
            """
        let cluster = """
            language 1
            case valley "\(quoted)" { country "\(quoted)" teaches "\(quoted)" trust is some at Book "\(quoted)"
              buyer big "\(quoted)" { share = 40% at Book "1" }
              done "\(quoted)" by union as \(packages[0]) at Book "1" outcome "\(quoted)" at Book "1" question "\(quoted)"
              expect { close } from C-1 }
            """
        try SiteFolder.write(["Rules/a.rules": rules, "Cases/valley.case": cluster], into: folder)
    }

    private static func docs(_ arguments: String..., in folder: URL) throws -> Program.Run {
        try Program.run(["docs"] + arguments, in: folder)
    }

    /// The values of an attribute on a page.
    private static func values(_ name: String, _ page: String) -> [String] {
        page.components(separatedBy: " \(name)=\"").dropFirst().compactMap {
            $0.split(separator: "\"", omittingEmptySubsequences: false).first.map(String.init)
        }
    }

    @Test func `no link is dead, and every page can be reached from the first`() throws {
        try Program.inEmptyFolder { folder in
            try Self.write(to: folder)
            #expect(try Self.docs("site", in: folder).exitCode == 0)
            let files = try SiteFolder.files(folder.appendingPathComponent("site"))
            let pages = files.filter { $0.key.hasSuffix(".html") }
            var reached: Set = ["index.html"], waiting = ["index.html"]
            while let path = waiting.popLast() {
                let page = try #require(pages[path])
                #expect(Set(Self.values("id", page)).count == Self.values("id", page).count, "\(path)")
                let folder = path.contains("/") ? path.prefix { $0 != "/" } + "/" : ""
                for link in Self.values("href", page) + Self.values("src", page) where link != "data:," {
                    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                    let way = String(parts[0]).removingPercentEncoding ?? ""
                    let target =
                        way.isEmpty ? path : way.hasPrefix("../") ? String(way.dropFirst(3)) : folder + way
                    let text = try #require(files[target], "\(path): \(link)")
                    if parts.count > 1 {
                        let place = String(parts[1]).removingPercentEncoding ?? ""
                        #expect(Self.values("id", text).contains(place), "\(path): \(link)")
                    }
                    if target.hasSuffix(".html"), reached.insert(target).inserted { waiting.append(target) }
                }
            }
            #expect(Set(pages.keys) == reached)
            #expect(pages.keys.contains("packages/store.html") && pages.keys.contains("cases/valley.html"))
        }
    }

    @Test func `the search finds every thing by its name and what is said of it`() throws {
        try Program.inEmptyFolder { folder in
            try Self.write("marzipan", to: folder)
            #expect(try Self.docs("site", in: folder).exitCode == 0)
            let index = try #require(
                try SiteFolder.files(folder.appendingPathComponent("site"))["search-index.js"])
            let lines = index.split(separator: "\n")
            for (kind, name) in [
                ("package", "store"), ("package", "fair"), ("rule", "buyers"), ("diagnostic", "trust"),
                ("attribute", "share"), ("collection", "buyer"), ("concept", "close"),
                ("classification", "kind"),
                ("claim", "C-3"), ("source", "Book"), ("case", "valley"), ("scale", "degree"),
                ("actor", "union"),
                ("role", "runs"), ("criterion", "shared"), ("lens", "school"), ("indicator", "fill"),
                ("report", "many"), ("dispute", "who"),
            ] {
                let line = try #require(
                    lines.first { $0.hasPrefix("[\"\(kind)\",\"\(name)\",") }, "\(kind) \(name)")
                if kind == "package" { #expect(line.contains("marzipan")) }
            }
        }
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "\"><img src=x onerror=x>", "</title></head><b>", "&lt;b&gt; ]]>",
    ])
    func `no text of a rule or case becomes markup`(text: String) throws {
        func tags(_ text: String) throws -> [String: Int] {
            try Program.inEmptyFolder { folder in
                try Self.write(text, to: folder)
                let run = try Self.docs("site", in: folder)
                #expect(run.exitCode == 0, "\(run.output)")
                return try SiteFolder.files(folder.appendingPathComponent("site")).filter {
                    $0.key.hasSuffix(".html")
                }
                .mapValues { page in
                    // A longer text takes more lines of a picture.
                    page.count { $0 == "<" } - 2 * (page.components(separatedBy: "<text ").count - 1)
                }
            }
        }
        var hostile = try tags(text), plain = try tags("plain")
        // The text itself is shown there, with words of the language in it set off.
        for file in ["files/Rules.a.rules.html", "files/Cases.valley.case.html"] {
            hostile[file] = nil
            plain[file] = nil
        }
        #expect(hostile == plain)
    }

    @Test func `equal rules give equal bytes, and a page whose thing is gone goes with it`() throws {
        try Program.inEmptyFolder { folder in
            try Self.write(to: folder)
            #expect(try Self.docs("one", in: folder).exitCode == 0)
            #expect(try Self.docs("two", in: folder).exitCode == 0)
            let one = try SiteFolder.files(folder.appendingPathComponent("one"))
            #expect(try SiteFolder.files(folder.appendingPathComponent("two")) == one)
            try Self.write(to: folder, packages: ["store"])
            #expect(try Self.docs("two", in: folder).exitCode == 0)
            let after = try SiteFolder.files(folder.appendingPathComponent("two"))
            #expect(one["packages/fair.html"] != nil && after["packages/fair.html"] == nil)
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(left.sorted() == ["Cases", "Rules", "one", "two"])
        }
    }

    @Test func `a folder that holds anything else is left as it is, unless ours may stand among it`() throws {
        try Program.inEmptyFolder { folder in
            try Self.write(to: folder)
            let own = folder.appendingPathComponent("notes")
            try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
            try Data("mine".utf8).write(to: own.appendingPathComponent("diary.txt"))
            let refused = try Self.docs("notes", in: folder)
            #expect(refused.exitCode == 2 && refused.output.contains("diary.txt"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: own.path) == ["diary.txt"])
            #expect(try Self.docs("notes", "--keep-others", in: folder).exitCode == 0)
            #expect(try SiteFolder.files(own)["diary.txt"] == "mine")
            #expect(try SiteFolder.files(own)["packages/fair.html"] != nil)
            try Self.write(to: folder, packages: ["store"])
            #expect(try Self.docs("notes", in: folder).exitCode == 2)
            #expect(try Self.docs("notes", "--keep-others", in: folder).exitCode == 0)
            #expect(try SiteFolder.files(own)["diary.txt"] == "mine")
            #expect(try SiteFolder.files(own)["packages/fair.html"] == nil)
        }
    }

    @Test func `the working folder can be written to when it is empty`() throws {
        try Program.inEmptyFolder { folder in
            try Self.write(to: folder)
            let site = folder.appendingPathComponent("site")
            try FileManager.default.createDirectory(at: site, withIntermediateDirectories: true)
            for _ in 0..<2 {
                let run = try Program.run(["docs", "."], in: site)
                #expect(run.exitCode == 0, "\(run.output)")
            }
            #expect(try SiteFolder.files(site)["packages/store.html"] != nil)
        }
    }
}
