import Notation
import Testing

/// How files are laid out.
@Suite struct FormattingTests {
    /// The text formatted; `nil` if it is left alone.
    private func tidy(_ text: String) -> String? {
        formatted(parsed("language 1\n" + text)).map {
            String(String(decoding: $0, as: UTF8.self).dropFirst("language 1\n".count).drop { $0 == "\n" })
        }
    }

    @Test func `clauses stand one a line with their conditions under each other`() {
        let text = """
            rule r {when a and
            b or c
               unless d presume "x"
             conclude e from HS-1 , HS-2 }
            """
        #expect(
            tidy(text.replacing("b or c", with: "b and (c or d)")) == """
                rule r {
                  when   a
                    and  b
                    and  (c or d)
                  unless d   presume "x"
                  conclude e
                  from   HS-1, HS-2
                }

                """)
    }

    @Test func `conditions that the author put on one line stay there`() {
        let text = """
            rule r {
              when   a and b is low
              conclude e
            }

            """
        #expect(tidy(text) == text)
    }

    @Test func `a number with a judgement is followed by a line of its own`() {
        #expect(
            tidy("rule r { when a at least 3 judgement \"why\" and b\n conclude c }") == """
                rule r {
                  when   a at least 3   judgement "why"
                    and  b
                  conclude c
                }

                """)
    }

    @Test func `a short block on one line stays on one line`() {
        #expect(tidy("test \"t\" {a   b=3 expect{ c }}") == "test \"t\" { a   b = 3   expect { c } }\n")
    }

    @Test func `long prose is divided under its first letter`() throws {
        let words = String(repeating: "seven words make no sentence at all ", count: 4)
        let text = try #require(tidy("rule r {\n  conclude c\n  because \"\(words)\"\n}"))
        let lines = text.split(separator: "\n")
        #expect(lines[2].hasPrefix("  because \"seven"))
        #expect(lines[3].prefix { $0 == " " }.count == "  because \"".count)
        #expect(lines.allSatisfy { $0.count <= 100 })
    }

    @Test func `prose in a narrow file is joined again`() {
        #expect(tidy("actor a \"one\n   two\n  three\"") == "actor a \"one two three\"\n")
    }

    @Test func `a text with a brace in it is never divided`() throws {
        let words = String(repeating: "words ", count: 30)
        let text = try #require(tidy("actor a \"{ \(words)}\""))
        #expect(text == "actor a \"{ \(words)}\"\n")
    }

    @Test func `where readings come from stands in a column`() {
        #expect(
            tidy("case c \"C\" {\n a at S \"1\"\n bcd is low at S \"2\" \"why\"\n e unknown\n}") == """
                case c "C" {
                  a            at S "1"
                  bcd is low   at S "2"   "why"
                  e unknown
                }

                """)
    }

    @Test func `readings on one line stay together, and apart from the next`() {
        #expect(
            tidy("test \"t\" {\n a b\n c = 1 000\n expect { d }\n}") == """
                test "t" {
                  a   b
                  c = 1 000
                  expect { d }
                }

                """)
    }

    @Test func `values stand under each other`() {
        #expect(
            tidy("scale s:\n a \"one\" < bcd \"two\"") == """
                scale s:
                    a   "one"
                  < bcd "two"

                """)
    }

    @Test func `columns of a table stand under each other`() {
        #expect(
            tidy("table t {\n columns a, bcd\n row high none or little,low from X-1\n row v -,low\n}") == """
                table t {
                  columns  a,              bcd
                  row high none or little, low   from X-1
                  row v    -,              low
                }

                """)
    }

    @Test func `empty lines are kept to one, and none stands beside a brace`() {
        #expect(
            tidy("\n\n\nactor a \"A\"\n\n\n\nactor b \"B\"\ntest \"t\" {\n\n  a\n\n\n  b\n\n}\n\n") == """
                actor a "A"

                actor b "B"

                test "t" {
                  a

                  b
                }

                """)
    }

    @Test func `comments stay behind what they stand behind`() {
        #expect(
            tidy(
                "rule r { # one\n when a # two\n # three\n and b\n conclude # four\n c # five\n } # six\n# seven"
            ) == """
                rule r {  # one
                  when   a  # two
                    # three
                    and  b
                  conclude  # four
                    c  # five
                }  # six
                # seven

                """)
    }

    @Test func `comments before a closing brace stand with the content`() {
        #expect(tidy("test \"t\" {\n  a\n# last\n}") == "test \"t\" {\n  a\n  # last\n}\n")
    }

    @Test func `line ends of the author's system stay`() {
        let text = formatted(parsed("language 1\r\nactor  a \"A\"\r\n")).map {
            String(decoding: $0, as: UTF8.self)
        }
        #expect(text == "language 1\r\nactor a \"A\"\r\n")
    }

    @Test func `numbers with groups of digits do not run together`() {
        let text = "table t {\n  columns a,   b\n  row 1   500, 1\n}\n"
        #expect(tidy(text) == text)
    }

    @Test func `a file with an error is left alone`() {
        #expect(tidy("rule r { when a conclude") == nil)
        #expect(tidy("actor a \"never closed") == nil)
    }

    @Test func `an empty file stays empty`() {
        #expect(formatted(parsed("")) == [])
    }
}
