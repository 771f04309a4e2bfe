import Analysis
import Foundation
import Notation
import RuleModel
import Testing

@testable import Presentation

/// Where conditions are written, tried on the rules as shipped.
@Suite struct RulePlacesTests {
    private static let texts: [(name: String, bytes: [UInt8])] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let files = FileManager.default.enumerator(atPath: root.appendingPathComponent("Rules").path)
        let names = (files?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".rules") }.sorted()
        return names.compactMap { name in
            let url = root.appendingPathComponent("Rules/\(name)")
            return (try? Data(contentsOf: url)).map { ("Rules/\(name)", [UInt8]($0)) }
        }
    }()

    private static let rules = build(texts.map { parse(fileName: $0.name, source: $0.bytes) }).rules
    private static let places = RulePlaces(rules, texts: texts)

    @Test func `every rule is found in its file`() {
        #expect(!Self.rules.rules.isEmpty)
        for (rule, place) in zip(Self.rules.rules, Self.places.places) {
            #expect(place != nil, "\(rule.name)")
        }
    }

    @Test func `on the line of a condition stands a name that it asks about`() {
        let lines = Dictionary(Self.texts.map { ($0.name, LineIndex($0.bytes)) }) { first, _ in first }
        for (rule, place) in zip(Self.rules.rules, Self.places.places) {
            guard let place, case .written = rule.kind else { continue }
            for (condition, line) in zip(rule.askedConditions, place.conditions) {
                let text = lines[place.file]?.text(ofLine: line) ?? ""
                let names = condition.wordsToFind(in: Self.rules).flatMap(\.self)
                #expect(names.contains { text.contains($0) }, "\(rule.name): \(line): \(text)")
                #expect(line >= place.head)
            }
        }
    }

    @Test func `conclusions stand below the head of their rule`() {
        for (rule, place) in zip(Self.rules.rules, Self.places.places) {
            guard let place, case .written = rule.kind else { continue }
            #expect(
                place.conclusions.count >= 1 && place.conclusions.allSatisfy { $0 >= place.head },
                "\(rule.name)")
        }
    }
}
