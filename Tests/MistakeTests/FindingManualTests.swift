import Foundation
import Notation
import Presentation
import RuleModel
import Testing

/// The manual of findings says what the program does.
@Suite struct FindingManualTests {
    static let root = MistakeGoldens.folder
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let articles = root.appendingPathComponent("Sources/distretto/Distretto.docc/Findings")

    /// The codes that the sources report, read from their text.
    static let reported: Set<String> = {
        let patterns = [
            /code:\s*"([a-z0-9-]+)"/, /report\(\s*"([a-z0-9-]+)"/, /\("(missing-[a-z]+)"/,
            /complain\(\s*"([a-z0-9-]+)"/,
            /\? "(missing-[a-z]+)" : "missing-sign"/, /: "(missing-sign)"/,
        ]
        var codes: Set<String> = []
        for target in ["Notation", "RuleModel", "Analysis", "Workspace"] {
            let folder = root.appendingPathComponent("Sources/\(target)").resolvingSymlinksInPath()
            let files =
                FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
            for file in files where file.hasSuffix(".swift") {
                let url = folder.appendingPathComponent(file)
                guard let text = try? String(contentsOf: url, encoding: .utf8) else { continue }
                for pattern in patterns { codes.formUnion(text.matches(of: pattern).map { String($0.1) }) }
            }
        }
        return codes
    }()

    static let withExample = FindingManual.pages.filter { !$0.example.isEmpty }
    /// Those that checks report, which look at rules that nothing is wrong with.
    static let checks = withExample.filter { FindingManual.checks.contains($0) }

    @Test func `every code that is reported has a page, and every page a code`() {
        let pages = Set(FindingManual.pages.map(\.code))
        #expect(Self.reported.subtracting(pages).sorted() == [])
        #expect(pages.subtracting(Self.reported).sorted() == [])
        #expect(FindingManual.pages.count == Set(FindingManual.pages.map(\.code)).count)
    }

    @Test(arguments: withExample.filter { !checks.contains($0) })
    func `an example trips its finding and no other`(page: FindingPage) {
        var texts = MistakeGoldens.base
        texts["example.rules"] = Array("language 1\n\(page.example)\n".utf8)
        let findings = Trial.check(texts)
        #expect(findings.map(\.code) == [page.code], "\(findings.map(\.message))")
        #expect(findings.first?.severity == page.severity)
    }

    @Test(arguments: checks)
    func `an example of a check trips it and no other`(page: FindingPage) {
        var texts = MistakeGoldens.base
        let before = Trial.review(texts)
        texts["example.rules"] = Array("language 1\n\(page.example)\n".utf8)
        var codes = Trial.review(texts).filter { !before.contains($0) }.map(\.code)
        // A rule of an example has no test, unless the test is what it shows.
        if page.code != "untested-rule" { codes.removeAll { $0 == "untested-rule" } }
        #expect(codes == [page.code])
    }

    @Test(arguments: checks)
    func `a check can be allowed with a reason`(page: FindingPage) {
        guard !page.code.hasPrefix("unused-allowance"), !page.code.hasPrefix("allowance-") else { return }
        var texts = MistakeGoldens.base
        let allowed = "# allow \(page.code): it was looked at\nlanguage 1\n\(page.example)\n"
        texts["example.rules"] = Array(allowed.utf8)
        let codes = Trial.review(texts).filter { $0.place?.file == "example.rules" }.map(\.code)
        #expect(!codes.contains(page.code))
        #expect(!codes.contains("unused-allowance"))
    }

    @Test(arguments: FindingManual.pages)
    func `every page shows what its finding is about`(page: FindingPage) {
        #expect(page.example.isEmpty != page.shown.isEmpty)
    }

    @Test(arguments: ["missing-language-version", "unsupported-language-version"])
    func `a whole file that is shown trips its finding and no other`(code: String) throws {
        let page = try #require(FindingManual.page(code))
        let file = parse(fileName: "f.rules", source: Array("\(page.shown)\n".utf8))
        #expect(file.findings.map(\.code) == [code])
    }

    @Test func `every code has a mistake in the corpus, or an example that is tried`() throws {
        let tried = try Set(
            MistakeGoldens.themes.flatMap { Mistake.read(try MistakeGoldens.text($0)).entries.map(\.code) })
        let seen = tried.union(Self.withExample.map(\.code)).union(Self.triedBelow)
        // A file of 4 GB is too much for a test; what is wrong with JSON and with what is typed is tried where
        // that is read.
        let elsewhere: Set = [
            "file-too-large", "broken-json", "missing-key", "duplicate-key", "unknown-format", "unknown-key",
            "wrong-value", "no-reading",
        ]
        #expect(Set(FindingManual.pages.map(\.code)).subtracting(seen) == elsewhere)
    }

    static let triedBelow: Set = ["too-deep", "too-many-findings", "declaration-outside-rules"]

    @Test func `what is nested too deeply is told once`() {
        let text = "language 1\nrule r { when " + String(repeating: "(", count: 300) + "a"
        let codes = parse(fileName: "r.rules", source: Array(text.utf8)).findings.map(\.code)
        #expect(codes.count { $0 == "too-deep" } == 1)
    }

    @Test func `a file that is broken all over is not listed to its end`() {
        let text = "language 1\n" + String(repeating: "rule { }\n", count: 200)
        let findings = parse(fileName: "r.rules", source: Array(text.utf8)).findings
        #expect(findings.last?.code == "too-many-findings")
        #expect(findings.count == 100)
    }

    @Test func `rules among cases are told of`() {
        let rules = build([parse(fileName: "r.rules", source: Array("language 1\n".utf8))]).rules
        let file = parse(fileName: "c.case", source: Array("language 1\nactor a \"an actor\"\n".utf8))
        #expect(buildCases([file], against: rules).findings.map(\.code) == ["declaration-outside-rules"])
    }

    @Test(arguments: FindingManual.pages)
    func `a page says what it has to in few words`(page: FindingPage) {
        #expect(page.summary.first?.isUppercase == false)
        #expect(!page.summary.hasSuffix("."))
        #expect(page.summary.count <= 85)
        for text in [page.why, page.instead, page.unseen] {
            #expect(text.hasSuffix(".") || text.hasSuffix("\""), "\(page.code): \(text)")
            #expect(text.count <= 260, "\(page.code) says too much")
        }
    }

    /// The articles of the documentation are the pages once more; `DISTRETTO_RECORD=1` writes them.
    @Test func `the documentation has the same pages`() throws {
        var wanted = Dictionary(
            uniqueKeysWithValues: FindingManual.pages.map { ("\($0.code).md", FindingPageView.article($0)) })
        wanted["Findings.md"] = FindingPageView.index
        let files = FileManager.default
        if MistakeGoldens.isRecording {
            try files.createDirectory(at: Self.articles, withIntermediateDirectories: true)
            for (name, text) in wanted {
                try Data(text.utf8).write(to: Self.articles.appendingPathComponent(name), options: .atomic)
            }
            Issue.record("recorded the articles: look at their difference in git")
        }
        let names = try files.contentsOfDirectory(atPath: Self.articles.path)
        #expect(Set(names) == Set(wanted.keys))
        for (name, text) in wanted {
            let written = try String(
                contentsOf: Self.articles.appendingPathComponent(name), encoding: .utf8)
            #expect(written == text, "\(name) is not what the manual says")
        }
    }
}
