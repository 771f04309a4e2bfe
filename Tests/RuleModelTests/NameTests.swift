import RuleModel
import Testing

@Suite struct NameTests {
    @Test func `names of any length and number are told apart`() {
        // Neighbours that differ in one letter, at the front, in the middle or at the end.
        let names = (0..<400).flatMap { number in
            ["n\(number)", "long-name-\(number)-that-goes-on", "a-name-of-some-length-\(number)"]
        }
        let actors = names.map { "actor \($0) \"\($0), an actor\"" }.joined(separator: "\n")
        let through = names.enumerated().map { place, name in
            "rule r\(place) { when trust is high  recommend loans through \(name)  because \"so\"  from C1 }"
        }
        let built = Sample.build(actors + "\n" + through.joined(separator: "\n"))
        #expect(built.findings.filter { $0.severity == .error && !$0.isAboutUse }.isEmpty)
        let said = built.rules.rules.compactMap { rule -> String? in
            guard case .recommend(_, let how)? = rule.conclusions.first else { return nil }
            return how.through.map { "\(rule.name) \(built.rules[$0].name)" }
        }
        #expect(Set(said) == Set(names.enumerated().map { "r\($0) \($1)" }))
    }

    @Test func `a name is the same however its accents are stored`() {
        let composed = "caf\u{E9}", combined = "cafe\u{301}"
        let text = """
            concept \(composed) "A place to talk"
            rule open { when trust is high  conclude \(combined)  because "so"  from C1 }
            rule use { when \(combined)  recommend loans  because "so"  from C1 }
            """
        #expect(Sample.complaints(text).filter { !$0.hasPrefix("un") } == [])
        #expect(
            Sample.build(text).rules.rules.map(\.name).filter { ["open", "use"].contains($0) }.count == 2)
        #expect(
            Sample.complaints("concept \(composed) \"One\"\nconcept \(combined) \"Two\"").contains {
                $0.hasPrefix("duplicate-name")
            })
    }

    @Test func `rules and tests are in order of name wherever they stand`() {
        let built = Sample.build(
            """
            rule c { when trust is high  conclude ready  because "so"  from C1 }
            test "é" { trust is high  expect { ready } }
            rule a-rather-long-name-b { when trust is high  conclude ready  because "so"  from C1 }
            test "zebra" { trust is high  expect { ready } }
            test "e" { trust is high  expect { ready } }
            rule a-rather-long-name-a { when trust is high  conclude ready  because "so"  from C1 }
            """)
        let names = built.rules.rules.map(\.name), titles = built.rules.tests.map(\.title)
        #expect(names == names.sorted() && names.count == 3)
        #expect(titles == titles.sorted() && titles.count == 3)
    }
}
