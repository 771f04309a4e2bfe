import Foundation
import Running
import Testing

/// `distretto rename`: everywhere it is meant, nowhere else, and back again.
@Suite struct RenameTests {
    /// A name of each kind in the orchard, with another.
    static let names: [(old: String, new: String, kind: String)] = [
        ("Book", "Volume", "source"), ("B-2", "B-20", "claim"),
        ("who-runs-the-store", "whose-store", "dispute"),
        ("degree", "extent", "scale"), ("road", "way", "choice"), ("market", "buyers-side", "section"),
        ("graded-share", "sorted-share", "diagnostic"), ("growers", "planters", "diagnostic"),
        ("acts-together", "works-together", "concept"), ("strict", "severe", "concept"),
        ("failure", "what-fails", "classification"), ("valley-type", "kind-of-valley", "classification"),
        ("lasting", "enduring", "criterion"), ("school", "line", "lens"), ("union", "guild", "actor"),
        ("runs", "manages", "role"), ("fill-rate", "fullness", "indicator"),
        ("side", "whose-side", "package-attribute"), ("cold-store", "cool-house", "package"),
        ("open-books", "public-books", "measure"), ("store-together", "common-store", "rule"),
        ("buyers-share", "all-buy", "report"), ("valley", "dale", "case"), ("buyer", "client", "collection"),
        ("buyer.share", "portion", "attribute"), ("degree.some", "fair", "value"),
        ("valley-type.gathered", "joined", "value"), ("school.new", "young", "value"),
        ("road.rail", "train", "value"), ("first-harvest", "first-apples", "lesson"),
        ("apples-by-history", "history-of-apples", "course"),
        ("barns-first", "each-his-barn", "misconception"), ("slopes", "downs", "case"),
    ]

    @Test(arguments: names)
    func `there and back gives the same bytes, and the rules stay sound`(
        old: String, new: String, kind: String
    ) throws {
        try Workbench.withOrchard { bench in
            let before = try bench.texts()
            let there = try bench.run("rename \(old) \(new) --kind \(kind)")
            #expect(there.exitCode == 0, "\(there.output)")
            #expect(there.output.contains("`\(new)`"))
            #expect(try bench.texts() != before)
            #expect(try bench.run("check").output.contains("error") == false)
            let owner = old.split(separator: ".").count == 2 ? "\(old.split(separator: ".")[0])." : ""
            let plain = old.split(separator: ".").last.map(String.init) ?? old
            let back = try bench.run("rename \(owner)\(new) \(plain) --kind \(kind)")
            #expect(back.exitCode == 0, "\(back.output)")
            #expect(try bench.texts() == before)
        }
    }

    /// Names of the shipped rules, some of which other things have too.
    static let shipped = [
        ("cooperation", "diagnostic", "working-jointly"), ("HS-130", "claim", "HS-1300"),
        ("procurement-via-association", "package", "buying-through-an-association"),
        ("locked-in", "concept", "tied-to-few"), ("sialkot", "case", "sialkot-town"),
        ("degree.some", "value", "fair"),
    ]

    @Test(arguments: shipped)
    func `in the shipped rules, too, there and back gives the same bytes`(
        old: String, kind: String, new: String
    ) throws {
        try Workbench.withShipped { bench in
            let before = try bench.texts()
            let there = try bench.run("rename \(old) \(new) --kind \(kind)")
            guard !there.output.contains("nothing is called") else { return }
            #expect(there.exitCode == 0, "\(there.output)")
            let owner = old.split(separator: ".").count == 2 ? "\(old.split(separator: ".")[0])." : ""
            let plain = old.split(separator: ".").last.map(String.init) ?? old
            let back = try bench.run("rename \(owner)\(new) \(plain) --kind \(kind)")
            #expect(back.exitCode == 0, "\(back.output)")
            #expect(try bench.texts() == before)
        }
    }

    @Test func `texts and comments are left alone`() throws {
        try Workbench.withOrchard { bench in
            try bench.write(
                "language 1\n# grading is sorting\nactor sorter \"who does the grading\"\n",
                to: "Rules/more.rules")
            #expect(try bench.run("rename grading sorting").exitCode == 0)
            #expect(try bench.read("Rules/more.rules").contains("# grading is sorting"))
            #expect(try bench.read("Rules/more.rules").contains("who does the grading"))
        }
    }

    @Test func `a member of a case that is called the same is another thing`() throws {
        try Workbench.withOrchard { bench in
            let valley = try bench.read("Cases/valley.case")
            try bench.write(
                valley.replacingOccurrences(of: "town-market", with: "union"), to: "Cases/valley.case")
            #expect(try bench.run("rename union guild --kind actor").exitCode == 0)
            #expect(try bench.read("Cases/valley.case").contains("buyer union"))
        }
    }

    @Test func `a case takes its file along`() throws {
        try Workbench.withOrchard { bench in
            let run = try bench.run("rename valley dale")
            #expect(run.output.contains("Cases/valley.case is Cases/dale.case now"))
            let cases = Set(try bench.texts().keys.filter { $0.hasSuffix(".case") })
            #expect(cases == ["Cases/dale.case", "Cases/lessons.case"])
            #expect(try bench.read("Rules/orchard.rules").contains("from-case dale"))
        }
    }

    @Test func `a lesson and a course name things by their new names`() throws {
        try Workbench.withOrchard { bench in
            for change in ["slopes downs", "barns-first each-his-barn", "first-harvest first-pears"] {
                #expect(try bench.run("rename \(change)").exitCode == 0, "\(change)")
            }
            let text = try bench.read("Cases/lessons.case")
            for words in [
                "unsettles each-his-barn", "  case downs {", "lesson second-harvest after first-pears",
            ] {
                #expect(text.contains(words), "\(words)")
            }
        }
    }

    @Test func `a rehearsal shows what would change and changes nothing`() throws {
        try Workbench.withOrchard { bench in
            let before = try bench.texts()
            let run = try bench.run("rename cold-store cool-house --dry-run")
            #expect(run.exitCode == 0)
            #expect(run.output.contains("-package cold-store \"A common cold store\" {"))
            #expect(run.output.contains("+package cool-house \"A common cold store\" {"))
            #expect(try bench.texts() == before)
        }
    }

    @Test(
        arguments: [
            ("cold-store grading", "there is a package `grading` already"),
            ("cold-store acts-together", "there is a concept `acts-together` already"),
            ("cold-store Cold_Store", "`Cold_Store` cannot name this package"),
            ("cold-store when", "`when` cannot name this package"),
            ("cold-stor cool", "did you mean `cold-store`?"),
            ("cold-store cool --kind concept", "`cold-store` is a package"),
            ("growers planters", "say which is meant: --kind diagnostic, or --kind section"),
            ("cold-store cold-store", "it is called `cold-store` already"),
        ])
    func `what cannot be is refused and changes nothing`(line: String, said: String) throws {
        try Workbench.withOrchard { bench in
            let before = try bench.texts()
            let run = try bench.run("rename \(line)")
            #expect(run.exitCode == 2)
            #expect(run.output.contains(said), "\(run.output)")
            #expect(try bench.texts() == before)
        }
    }

    @Test func `while something is wrong, nothing is renamed`() throws {
        try Workbench.withOrchard { bench in
            try bench.write("language 1\nrule r { when nobody-knows }\n", to: "Rules/more.rules")
            let before = try bench.texts()
            #expect(try bench.run("rename cold-store cool-house").exitCode == 2)
            #expect(try bench.texts() == before)
        }
    }

    @Test(.enabled(if: Shell.works("touch f && chmod a-w . && ! \(Shell.asNobody) touch g")))
    func `a folder that may not be written leaves every file as it was`() throws {
        try Workbench.withOrchard { bench in
            let before = try bench.texts()
            let run = try Shell(bench.folder).run(
                "chmod -R a+rwX . && chmod a-w Cases Cases/*; \(Shell.asNobody) $program rename valley dale 2>&1"
            )
            #expect(run.exitCode == 2)
            #expect(run.output.contains("cannot be written"))
            let after = try bench.texts().filter { !$0.key.hasPrefix(".") }
            #expect(after == before)
        }
    }
}
