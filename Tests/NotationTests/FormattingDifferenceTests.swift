import Notation
import Testing

@Suite struct FormattingDifferenceTests {
    private func difference(_ old: String, _ new: String) -> String {
        unifiedDifference(from: Array(old.utf8), to: Array(new.utf8), name: "a.rules")
    }

    @Test func `equal texts have no difference`() {
        #expect(difference("a\n", "a\n").isEmpty)
    }

    @Test func `three lines around a change are shown`() {
        #expect(
            difference("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") == """
                --- a.rules
                +++ a.rules
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8

                """)
    }

    @Test func `a text from nothing begins at line 0`() {
        #expect(difference("", "a\n") == "--- a.rules\n+++ a.rules\n@@ -0,0 +1 @@\n+a\n")
    }

    @Test func `a missing end of the last line is told`() {
        #expect(difference("a", "a\n").contains("-a\n\\ No newline at end of file\n+a\n"))
    }
}
