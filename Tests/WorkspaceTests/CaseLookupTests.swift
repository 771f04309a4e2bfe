import RuleModel
import Testing
import Workspace

@Suite struct CaseLookupTests {
    private let checked = CheckedRules(
        SourceSet(
            basis: .carried,
            texts: [
                SourceText(
                    name: "Cases/valley.case",
                    bytes: Array(
                        """
                        language 1
                        case valley "A valley" { stage before "Before" { } stage now "Now" after before { } }
                        """.utf8)),
                SourceText(
                    name: "Cases/broken.case",
                    bytes: Array("language 1\ncase broken \"B\" { nonsense }\n".utf8)),
            ]))

    @Test func `a case is found by its name`() throws {
        #expect(try checked.cluster("valley").title == "A valley")
    }

    @Test func `a mistyped name is answered with near ones`() {
        #expect(throws: SourceError.noSuchCase("vally", near: ["valley"], all: ["broken", "valley"])) {
            try checked.cluster("vally")
        }
    }

    @Test func `the last stage is meant unless one is named`() throws {
        let valley = try checked.cluster("valley")
        #expect(try checked.stage(nil, of: valley) == 1)
        #expect(try checked.stage("before", of: valley) == 0)
        #expect(try checked.stage("1", of: valley) == 0)
    }

    @Test func `a broken case is no reason to refuse advice on another`() throws {
        #expect(try checked.errors(bearingOn: checked.cluster("valley")).isEmpty)
        #expect(try !checked.errors(bearingOn: checked.cluster("broken")).isEmpty)
    }
}
