import Foundation
import Notation
import Testing

/// What authors are told of their slips, theme by theme, under `Tests/Goldens/mistakes`.
///
/// Adding a mistake is adding an entry without what is printed, and recording it:
///
///     DISTRETTO_RECORD=1 swift test --filter MistakeGoldens
@Suite struct MistakeGoldens {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Goldens/mistakes")

    static let isRecording = ProcessInfo.processInfo.environment["DISTRETTO_RECORD"] != nil

    static let names: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

    static let themes = names.filter { $0.hasSuffix(".mistakes") }

    static let base: Texts = Dictionary(
        uniqueKeysWithValues: names.filter { $0.hasSuffix(".rules") || $0.hasSuffix(".case") }.map { name in
            (name, (try? Data(contentsOf: folder.appendingPathComponent(name))).map(Array.init) ?? [])
        })

    static func text(_ theme: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(theme), encoding: .utf8)
    }

    @Test func `the files that mistakes are made in are sound`() {
        let findings = Trial.check(Self.base)
        #expect(findings.isEmpty, "\(findings.map { "\($0.code): \($0.message)" })")
    }

    @Test(arguments: themes)
    func `what is printed of a mistake is what the golden says`(theme: String) throws {
        let (preface, entries) = Mistake.read(try Self.text(theme))
        var now = preface
        for entry in entries {
            let trial = try #require(
                Trial(entry, in: Self.base), "\(theme): \(entry.title): the text to change stands not once")
            var entry = trial.mistake
            entry.printed = trial.printed
            now += entry.text
        }
        guard now != (try Self.text(theme)) else { return }
        if Self.isRecording {
            try Data(now.utf8).write(to: Self.folder.appendingPathComponent(theme), options: .atomic)
            Issue.record("recorded \(theme): look at its difference in git")
        } else {
            let old = Mistake.read(try Self.text(theme)).entries
            for (before, after) in zip(old, Mistake.read(now).entries) where before.text != after.text {
                Issue.record(
                    Comment(rawValue: "\(theme): \(after.title):\n\(before.printed)=>\n\(after.printed)"))
            }
        }
    }

    @Test func `mistakes are found in the right line, once, and with the right offer first`() throws {
        var table = Tally.heading
        var whole = Tally()
        var firstTries =
            "\nwritten blind, before anybody saw what is said of them, and how they were told then:\n"
        for theme in Self.themes {
            var tally = Tally(), firstTry = Tally()
            for entry in Mistake.read(try Self.text(theme)).entries {
                guard let trial = Trial(entry, in: Self.base) else { continue }
                tally.count(trial, theme)
                firstTry.countFirstTry(entry)
            }
            let name = theme.split(separator: ".").first.map(String.init) ?? theme
            if firstTry.mistakes > 0 { firstTries += firstTry.row(name) }
            table += tally.row(name)
            whole.add(tally)
        }
        table += whole.row("all")
        print(table + firstTries + whole.notes.joined(separator: "\n"))
        #expect(whole.mistakes >= 150)
        #expect(whole.rightLine == whole.mistakes)
        #expect(whole.once * 100 >= whole.mistakes * 95)
        #expect(whole.rightOffer * 100 >= whole.mistakes * 90)
        #expect(whole.cures == whole.suggestions, "a suggestion that was followed did not help")
    }
}

/// How many mistakes were told as they should be.
private struct Tally {
    var mistakes = 0
    var rightLine = 0
    var once = 0
    var rightOffer = 0
    var suggestions = 0
    var cures = 0
    /// What fell short, one line each.
    var notes: [String] = []

    mutating func count(_ trial: Trial, _ theme: String) {
        func note(_ text: String) {
            let said = trial.findings.map { "\($0.code) (\($0.suggestion?.replacement ?? "-"))" }
            notes.append("  \(theme): \(trial.mistake.title): \(text): \(said.joined(separator: ", "))")
        }
        mistakes += 1
        if trial.hasRightLine { rightLine += 1 } else { note("another line or code") }
        if trial.isOneFinding { once += 1 } else { note("not one finding") }
        if trial.offersFix { rightOffer += 1 } else { note("another offer") }
        guard let isCured = trial.isCured else { return }
        suggestions += 1
        if isCured { cures += 1 } else { note("the suggestion does not cure") }
    }

    /// Counts a mistake written blind as it was told before anything was mended for it.
    mutating func countFirstTry(_ entry: Mistake) {
        guard let right = entry.first?.split(separator: " ") else { return }
        mistakes += 1
        if right.contains("line") { rightLine += 1 }
        if right.contains("once") { once += 1 }
        if right.contains("offer") { rightOffer += 1 }
    }

    mutating func add(_ other: Tally) {
        mistakes += other.mistakes
        rightLine += other.rightLine
        once += other.once
        rightOffer += other.rightOffer
        suggestions += other.suggestions
        cures += other.cures
        notes += other.notes
    }

    static let heading = "mistakes           made  right line  once  right offer  suggestions  that cure\n"

    func row(_ name: String) -> String {
        func column(_ number: Int, _ width: Int) -> String {
            let text = String(number)
            return String(repeating: " ", count: max(1, width - text.count)) + text
        }
        let title = name + String(repeating: " ", count: max(0, 17 - name.count))
        return title + column(mistakes, 6) + column(rightLine, 12) + column(once, 6)
            + column(rightOffer, 13) + column(suggestions, 13) + column(cures, 11) + "\n"
    }
}
